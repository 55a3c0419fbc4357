package huoshui.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.Actor;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.OrgDescription;
import huoshui.org.OrgDescription.Name;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.OrgLoader;
import huoshui.org.fact.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class UnmatchedTests {

    static final PartialDate LONG_AGO = PartialDate.month(2000, 1);

    @Autowired
    Unmatched unmatched;

    @Autowired
    Dossiers dossiers;

    @Autowired
    OrgLoader loader;

    @Autowired
    Roles roles;

    final Actor clerk = new Actor(Ids.next());

    @Test
    void manyPostsOfOneWordingAreTiedToTheUnitTheyNameAtOnce() {
        var units = loader.load(
                        clerk,
                        OrgDescription.ofUnits(List.of(
                                unit("01", null, "示例市", UnitKind.CITY),
                                unit("01.1", "01", "示例市水务局", UnitKind.GOVERNMENT_ORGAN))),
                        "机构编制文件")
                .units();
        var zhang = holding("示例市水务局规划科科长");
        var wang = holding("示例市水务局规划科科长");
        holding("示例市第一中学教师");
        var who = seesAll();

        var wordings = unmatched.list(who).items();
        assertThat(wordings.getFirst().people()).isEqualTo(2);
        assertThat(wordings.getFirst().suggestion().unit()).isEqualTo(units.get("01.1"));
        assertThat(wordings.getLast().suggestion())
                .as("a school we do not have is not the city it stands in")
                .isNull();

        assertThat(unmatched.settle(who, List.of(new Unmatched.Tie("示例市水务局规划科科长", units.get("01.1"), null))))
                .isEqualTo(2);

        assertThatThrownBy(() -> unmatched.settle(
                        who,
                        List.of(
                                new Unmatched.Tie("示例市第一中学教师", units.get("01.1"), null),
                                new Unmatched.Tie("没有这样的任职", units.get("01.1"), null))))
                .hasMessageContaining("没有这样的任职");
        assertThat(unmatched.holders(who, "示例市第一中学教师"))
                .as("all of them or none")
                .hasSize(1);

        assertThat(List.of(zhang, wang))
                .allSatisfy(each -> assertThat(post(each).unit()).isEqualTo(units.get("01.1")));
        assertThat(unmatched.list(who).items()).hasSize(1);
        assertThatThrownBy(
                        () -> unmatched.settle(who, List.of(new Unmatched.Tie("示例市水务局规划科科长", units.get("01.1"), null))))
                .hasMessageContaining("可能已由他人挂接");
        assertThatThrownBy(() -> unmatched.settle(who, List.of(new Unmatched.Tie("示例市第一中学教师", Ids.next(), null))))
                .hasMessageContaining("没有所选单位");
    }

    private Subject.Person holding(String post) {
        var person = dossiers.open();
        dossiers.record(
                clerk, person, new Identity("林示例", "男", null, null, null, null, null), Span.since(LONG_AGO), "档案");
        dossiers.record(clerk, person, PostHeld.of(post), Span.since(LONG_AGO), "简历");
        return person;
    }

    private PostHeld post(Subject.Person person) {
        return dossiers.history(person).stream()
                .filter(each -> each.superseded() == null && each.body() instanceof PostHeld)
                .map(each -> (PostHeld) each.content())
                .findFirst()
                .orElseThrow();
    }

    private Signed seesAll() {
        var everything = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Mode.LEADS);
        var sight = Sight.drawn(clerk.account(), null, List.copyOf(roles.all()), null, List.of(everything), Set.of());
        return new Signed(clerk.account(), "林知远", "林知远", null, false, sight, null);
    }

    private static UnitRow unit(String code, String parent, String name, UnitKind kind) {
        return new UnitRow(
                code,
                parent,
                List.of(new Name(LONG_AGO, name, null)),
                kind,
                null,
                1,
                true,
                null,
                null,
                null,
                null,
                LONG_AGO,
                LONG_AGO,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }
}
