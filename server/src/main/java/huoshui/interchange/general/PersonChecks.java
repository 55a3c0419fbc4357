package huoshui.interchange.general;

import static huoshui.interchange.general.GeneralColumns.PEOPLE;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Whether the people of A01 can be told apart: by key, by name, by citizen's number. 人员检查 */
final class PersonChecks {

    private final Findings findings;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> keyByNumber = new HashMap<>();

    PersonChecks(Findings findings) {
        this.findings = findings;
    }

    void check(int row, String key, String name, Map<String, String> values, boolean isNew) {
        if (name.isEmpty())
            findings.add(GeneralProblem.error("general.no-name", "A01第 %d 行没有姓名（A0101）：不能写入。请补填后重新导出。".formatted(row))
                    .at(PEOPLE, row, key, "A0101"));
        if (isNew) names.put(key, name);
        else tellSameKey(row, key, name);
        GeneralPerson.value(values, "A0184").ifPresent(number -> checkNumber(row, key, name, number));
    }

    /** Names by key, for the messages about other tables. */
    Map<String, String> names() {
        return names;
    }

    private void checkNumber(int row, String key, String name, String number) {
        var other = keyByNumber.putIfAbsent(number.toUpperCase(Locale.ROOT), key);
        if (other == null || other.equals(key)) return;
        var otherName = names.getOrDefault(other, "");
        tellSameNumber(row, key, name, otherName);
        tellSameNumber(row, other, otherName, name);
    }

    private void tellSameKey(int row, String key, String name) {
        findings.add(GeneralProblem.error(
                        "general.duplicate-key",
                        "A01第 %d 行（%s）的人员主键“%s”与前面的%s相同：分不清其他信息属于谁。请在原系统改正后重新导出。"
                                .formatted(row, name, key, names.getOrDefault(key, "")))
                .at(PEOPLE, row, key, GeneralColumns.KEY));
    }

    private void tellSameNumber(int row, String key, String name, String other) {
        findings.add(GeneralProblem.error(
                        "general.same-id-number",
                        "%s与%s的公民身份号码（A0184）相同：可能是同一人导出两次或号码填错。请人工核对后再写入。".formatted(name, other))
                .at(PEOPLE, row, key, "A0184"));
    }
}
