package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralSheet;
import huoshui.interchange.general.SheetFact;
import huoshui.interchange.general.UnitKeys;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomelessTests {

    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Test
    void columnsThatNoFactCarriesComeBackWhereTheirRowIsCertain() {
        var came = new GeneralPerson(
                "p1",
                Map.of(
                        "A01",
                        List.of(Map.of("A0000", "p1", "A0101", "林示例", "A0104", "1", "A0192", "市水务局副局长（简称）")),
                        "A17",
                        List.of(Map.of("A0000", "p1", "A1703", "第一段"), Map.of("A0000", "p1", "A1703", "第二段"))));
        var reading = GeneralSheet.read(came, null, DAY, UnitKeys.none());
        var kept = Homeless.of(reading).orElseThrow();

        var facts = reading.facts().stream()
                .map(each -> SheetFact.of(each.body(), each.valid()))
                .toList();
        var goes = Homeless.housed(GeneralSheet.write("p1", facts, DAY, UnitKeys.none()), kept, UnitKeys.none());

        assertThat(goes.rows("A01").getFirst()).containsEntry("A0192", "市水务局副局长（简称）");
        assertThat(goes.rows("A17")).extracting(each -> each.get("A1703")).containsExactly("第一段", "第二段");
    }

    @Test
    void columnsOfManyRowsGoBackIntoTheirOwnRowAndOnlyThere() {
        var came = new GeneralPerson(
                "p1",
                Map.of(
                        "A01",
                        List.of(Map.of("A0000", "p1", "A0101", "林示例")),
                        "A02",
                        List.of(post("示例市水务局", "局长", "202203", "选任", "1"), post("示例市水务局", "副局长", "201704", "委任", "0")),
                        "A05",
                        List.of(
                                Map.of(
                                        "A0000", "p1", "A0531", "1", "A0501B", "1A14", "A0504", "201906", "A0525", "3",
                                        "A0526", "甲"),
                                Map.of("A0000", "p1", "A0526", "不成行的一行")),
                        "A08",
                        List.of(Map.of(
                                "A0000", "p1", "A0801A", "大学", "A0837", "全日制", "A0807", "2003.07", "A0898", "附"))));
        var reading = GeneralSheet.read(came, null, DAY, UnitKeys.none());
        var kept = Homeless.of(reading).orElseThrow();

        var facts = reading.facts().stream()
                .map(each -> SheetFact.of(each.body(), each.valid()))
                .toList();
        var goes = Homeless.housed(GeneralSheet.write("p1", facts, DAY, UnitKeys.none()), kept, UnitKeys.none());

        came.sets()
                .forEach((set, rows) -> assertThat(goes.rows(set)).as(set).containsExactlyInAnyOrderElementsOf(rows));
        assertThat(Homeless.of(GeneralSheet.read(goes, null, DAY, UnitKeys.none())))
                .as("what goes out comes in the same")
                .hasValue(kept);

        var changed = facts.stream()
                .map(each -> each.body() instanceof PostHeld held
                                && held.postText().equals("局长")
                        ? SheetFact.of(held, Span.between(PartialDate.month(2022, 3), PartialDate.month(2026, 5)))
                        : each)
                .toList();
        var after = Homeless.housed(GeneralSheet.write("p1", changed, DAY, UnitKeys.none()), kept, UnitKeys.none());
        assertThat(after.rows("A02"))
                .as("the row that was changed no longer says what the package said beside it")
                .filteredOn(each -> "局长".equals(each.get("A0215A")))
                .allMatch(
                        each -> !each.containsKey("A0251B") && each.get("A0265").equals("202605"));
        assertThat(after.rows("A02"))
                .filteredOn(each -> "副局长".equals(each.get("A0215A")))
                .allMatch(each -> "委任".equals(each.get("A0251B")));
    }

    private static Map<String, String> post(String unit, String post, String since, String way, String state) {
        return Map.of(
                "A0000", "p1", "A0201A", unit, "A0215A", post, "A0243", since, "A0251B", way, "A0255", state, "A0281",
                "true");
    }

    @Test
    void aPackageThatIsFullyUnderstoodLeavesNothingHomeless() {
        var came = new GeneralPerson("p1", Map.of("A01", List.of(Map.of("A0000", "p1", "A0101", "林示例"))));

        assertThat(Homeless.of(GeneralSheet.read(came, null, DAY, UnitKeys.none())))
                .isEmpty();
    }
}
