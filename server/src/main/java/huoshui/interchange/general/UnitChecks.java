package huoshui.interchange.general;

import static huoshui.interchange.general.GeneralColumns.UNITS;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the units of B01 can be told apart and hang together. 单位检查 */
final class UnitChecks {

    private final Findings findings;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> codes = new HashSet<>();

    UnitChecks(Findings findings) {
        this.findings = findings;
    }

    void check(List<Map<String, String>> units) {
        for (int i = 0; i < units.size(); i++) checkOne(i + 1, units.get(i));
    }

    private void checkOne(int row, Map<String, String> unit) {
        var name = GeneralPerson.value(unit, "B0101").orElse("");
        if (name.isEmpty()) tell("general.no-unit-name", row, "B0101", name, "为空：不能写入");
        var key = GeneralPerson.value(unit, "B0111");
        if (key.isEmpty()) tell("general.no-unit-key", row, "B0111", name, "为空：下级单位和人员挂不上");
        else if (!keys.add(key.get())) tell("general.duplicate-unit", row, "B0111", name, "与前面的单位重复：分不清是哪个单位");
        var code = GeneralPerson.value(unit, "B0114");
        if (code.isPresent() && !codes.add(code.get()))
            tell("general.duplicate-unit", row, "B0114", name, "与前面的单位重复：编码应当唯一");
    }

    private void tell(String code, int row, String column, String name, String what) {
        findings.add(GeneralProblem.error(
                        code,
                        "B01第 %d 行（%s）的%s%s。请改正后重新导出。".formatted(row, name, GeneralColumns.called(UNITS, column), what))
                .at(UNITS, row, null, column));
    }
}
