package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestClock;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.interchange.Continuity.Sort;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.OrgDescription;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import huoshui.org.fact.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Gaps and overlaps are told of a whole unit; what is sound is not listed, and what nobody recorded is not sound. */
@RoomTest
class ContinuityTests {

    private static final String PAPER = "示例";

    final Actor clerk = new Actor(UUID.randomUUID());
    final Continuity continuity;
    final ContinuityFiles files;
    final OrgLoader loader;
    final Organization organization;
    final Dossiers dossiers;
    final Acts acts;

    ContinuityTests(
            @Autowired Continuity continuity,
            @Autowired ContinuityFiles files,
            @Autowired OrgLoader loader,
            @Autowired Organization organization,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts) {
        this.continuity = continuity;
        this.files = files;
        this.loader = loader;
        this.organization = organization;
        this.dossiers = dossiers;
        this.acts = acts;
    }

    private UUID unit() {
        var code = "LX" + Ids.next();
        loader.load(
                clerk,
                new OrgDescription(
                        List.of(StaffingTablesTests.unit(
                                code, null, "示连局" + code, UnitKind.GOVERNMENT_ORGAN, null, List.of())),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                PAPER);
        return Objects.requireNonNull(organization.everCodedUnits().get(code));
    }

    private Subject.Person person(String name, UUID unit) {
        var person = dossiers.open();
        dossiers.record(
                clerk,
                person,
                new Identity(name, "男", PartialDate.month(1975, 5), "汉族", null, null, null),
                Span.since(PartialDate.month(1975, 5)),
                PAPER);
        dossiers.record(
                clerk,
                person,
                PostHeld.of("示连局科员").matchedTo(unit, null),
                Span.since(PartialDate.month(2000, 8)),
                PAPER);
        return person;
    }

    private void line(Subject.Person person, int number, String from, String to) {
        var begins = PartialDate.parse(from);
        var ends = to.isEmpty() ? null : PartialDate.parse(to);
        dossiers.record(
                clerk,
                person,
                new CareerLine(number, begins, ends, "示例单位工作人员", false),
                Span.between(begins, ends),
                PAPER);
    }

    @Test
    void gapsAndOverlapsOfAUnitAreListedPersonByPerson() {
        var unit = unit();
        var sound = person("连示甲", unit);
        line(sound, 1, "1994-09", "1998-07");
        line(sound, 2, "1998-08", "");
        var gap = person("连示乙", unit);
        line(gap, 1, "1994-09", "1998-07");
        line(gap, 2, "1999-02", "");
        var overlap = person("连示丙", unit);
        line(overlap, 1, "1994-09", "1998-07");
        line(overlap, 2, "1998-03", "");
        var unread = person("连示丁", unit);
        dossiers.record(clerk, unread, new UnreadLine(1, "19??年参加工作"), Span.evidenced(TestClock.FIRST_DAY), PAPER);
        person("连示戊", unit);
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());

        var checked = continuity.of(RosterInTests.WHO, unit, null, at);
        assertThat(checked.people()).isEqualTo(5);
        assertThat(checked.lines())
                .extracting(each -> each.person().who().name())
                .containsExactlyInAnyOrder("连示乙", "连示丙", "连示丁", "连示戊");
        for (var sort : Sort.values())
            assertThat(checked.count(sort)).as(sort.word()).isEqualTo(1);
        var told = continuity.of(RosterInTests.WHO, gap.id(), at).gaps().getFirst();
        assertThat(told.ends()).isEqualTo(PartialDate.month(1998, 7));
        assertThat(told.begins()).isEqualTo(PartialDate.month(1999, 2));
        assertThat(continuity.of(RosterInTests.WHO, sound.id(), at).sound()).isTrue();

        var sheet = new ContinuityFiles.Sheet(at, checked.lines(), checked);
        assertThatThrownBy(() -> files.write(RosterInTests.WHO.because(null), sheet, "示例", each -> ""))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("purpose-required"));
    }

    @Test
    void whoMayNotReadCareersIsToldNothing() {
        var blind = RosterOutTests.somebody(EnumSet.complementOf(EnumSet.of(Chapter.CAREER)));
        var at = new AsOf(TestClock.FIRST_DAY, acts.head());
        assertThatThrownBy(() -> continuity.of(blind, null, null, at))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo("chapter"));
    }
}
