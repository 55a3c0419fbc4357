package huoshui.interchange;

import static huoshui.interchange.TwoCounties.Packing.row;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Subject;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("导入不把人放进经办单位不主管的单位、职位、管理类别和管档：扣下并说明，人照常进来")
class ImportPlacingTests {

    static int people;

    @TempDir
    Path folder = Path.of("");

    final Imports imports;
    final Dossiers dossiers;
    final Acts acts;
    final TwoCounties city;

    ImportPlacingTests(
            @Autowired Imports imports,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts,
            @Autowired OrgLoader loader,
            @Autowired Organization organization) {
        this.imports = imports;
        this.dossiers = dossiers;
        this.acts = acts;
        city = TwoCounties.founded(loader, dossiers, organization, acts);
    }

    @Test
    void aCountyPutsNobodyIntoASeatOfTheCityNorUnderTheCitysManagementNorCustody() {
        var file = one(
                row("A0165", "03", "A0195", "BUREAU"),
                row("A0201B", "BUREAU", "A0215A", "局长", "SEAT", "BUREAU-1", "A0243", "202003", "A0255", "1"));

        for (boolean dryRun : List.of(true, false)) {
            var item = city.run(imports, city.county(), file, dryRun).items().getFirst();
            assertThat(item.status()).isEqualTo(Status.NEW);
            assertThat(item.problems())
                    .extracting(Problem::code)
                    .contains("post.not-led", "custody.not-led", "managed.not-led");
        }
        var again = city.run(imports, city.county(), file, false).items().getFirst();

        assertThat(again.status()).as(again.toString()).isEqualTo(Status.SAME);
        var post = city.post(again).orElseThrow();
        assertThat(post.text()).isEqualTo("示例单位局长");
        assertThat(post.matched()).isFalse();
        assertThat(held(again, Managed.class)).isEmpty();
        assertThat(held(again, Custody.class)).extracting(Custody::unit).containsExactly(city.unit("ORG1"));
        assertThat(city.run(imports, city.everybody(), file, false).items())
                .extracting(Item::status)
                .containsExactly(Status.CHANGED);
        assertThat(held(again, Managed.class)).extracting(Managed::category).containsExactly("03");
    }

    @Test
    void itsOwnSeatsItFillsAndAFormerPostElsewhereKeepsItsUnitButTakesNoSeat() {
        var own = one(
                row("A0165", "04", "A0195", "ORG1"),
                row("A0201B", "FIN1", "A0215A", "局长", "SEAT", "FIN1-1", "A0243", "202003", "A0255", "1"));
        var former = one(
                row(),
                row(
                        "A0201B",
                        "BUREAU",
                        "A0215A",
                        "局长",
                        "SEAT",
                        "BUREAU-1",
                        "A0243",
                        "201003",
                        "A0255",
                        "0",
                        "A0265",
                        "201503"));

        var here = city.run(imports, city.county(), own, false).items().getFirst();
        var there = city.run(imports, city.county(), former, false).items().getFirst();

        assertThat(here.problems()).isEmpty();
        assertThat(city.post(here).orElseThrow().post()).isEqualTo(city.seat("FIN1-1"));
        assertThat(held(here, Managed.class)).hasSize(1);
        assertThat(there.problems()).extracting(Problem::code).containsExactly("post.not-led");
        assertThat(city.everHeld(there)).allSatisfy(each -> {
            assertThat(each.unit()).isEqualTo(city.unit("BUREAU"));
            assertThat(each.post()).isNull();
        });
    }

    @Test
    void whatTheDossierHasAlreadyStaysTied() {
        var seat = row("A0201B", "BUREAU", "A0215A", "局长", "SEAT", "BUREAU-1", "A0243", "202003", "A0255", "1");
        var file = one(row("A0165", "04", "A0195", "ORG1"), seat);
        var item = city.run(imports, city.everybody(), file, false).items().getFirst();
        assertThat(city.post(item).orElseThrow().post()).isEqualTo(city.seat("BUREAU-1"));

        assertThat(city.run(imports, city.everybody(), file, false).items())
                .extracting(Item::status)
                .containsExactly(Status.SAME);
        assertThat(city.post(item).orElseThrow().post()).isEqualTo(city.seat("BUREAU-1"));
    }

    private Path one(Map<String, String> more, Map<String, String> held) {
        var key = "Q" + ++people;
        var post = row("A0000", key, "A0201A", "示例单位");
        post.putAll(held);
        more.put("A0107", "197501");
        more.put("A0184", Sheaf.number("19750101", 101 + 2 * people));
        return new TwoCounties.Packing(folder.resolve(key + ".zip"))
                .person(key, "韩" + (char) ('一' + people), more, post)
                .lay();
    }

    private <F> Stream<F> stream(Item item, Class<F> type) {
        var person = new Subject.Person(Objects.requireNonNull(item.personId()));
        return dossiers.of(person, acts.now()).stream()
                .map(each -> (Object) each.content())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private <F> List<F> held(Item item, Class<F> type) {
        return stream(item, type).toList();
    }
}
