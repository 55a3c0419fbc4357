package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralSheet;
import huoshui.interchange.general.SheetFact;
import huoshui.interchange.general.UnitKeys;
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
        var goes = Homeless.housed(GeneralSheet.write("p1", facts, DAY, UnitKeys.none()), kept);

        assertThat(goes.rows("A01").getFirst()).containsEntry("A0192", "市水务局副局长（简称）");
        assertThat(goes.rows("A17")).extracting(each -> each.get("A1703")).containsExactly("第一段", "第二段");
    }

    @Test
    void aPackageThatIsFullyUnderstoodLeavesNothingHomeless() {
        var came = new GeneralPerson("p1", Map.of("A01", List.of(Map.of("A0000", "p1", "A0101", "林示例"))));

        assertThat(Homeless.of(GeneralSheet.read(came, null, DAY, UnitKeys.none())))
                .isEmpty();
    }
}
