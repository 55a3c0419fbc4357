package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.dossier.fact.FactKinds;
import huoshui.interchange.form.Box;
import huoshui.interchange.general.GeneralColumns;
import huoshui.interchange.general.GeneralManifest;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralWriter;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.interchange.roster.RosterReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@DisplayName("import --json：每项变化和每个问题的 field 都是 person 的字段")
class ItemReportTests {

    private static final long SEED = Seeds.next();
    private static final int PEOPLE = 40;
    private static final List<String> PROMISED = List.of(
            "name",
            "sex",
            "birth",
            "ethnicity",
            "nativePlace",
            "birthPlace",
            "partyJoined",
            "parties",
            "workStarted",
            "health",
            "idNumber",
            "title",
            "expertise",
            "currentPost",
            "education",
            "career",
            "unread",
            "family");

    /** What columns are filled with when a package shall say something everywhere. */
    private static final List<String> SCRAPS =
            List.of("1", "01", "2", "2020", "202013", "20190301", "示例", "true", "Q9", "长".repeat(300));

    @TempDir
    Path folder;

    private final Imports imports;
    private final Random random = new Random(SEED);
    private final Set<String> changed = new TreeSet<>();
    private final Set<String> questioned = new TreeSet<>();

    ItemReportTests(@Autowired Imports imports) {
        this.imports = imports;
    }

    @Test
    void everyFieldOfFormsPackagesAndRostersIsAFieldOfThePerson() throws IOException {
        System.out.println("seed " + SEED);
        var forms = Sheaf.forms(SEED, PEOPLE);
        Sheaf.lay(folder.resolve("forms"), forms);
        reported(folder.resolve("forms"), true);
        var other = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) other.add(exchanged(forms.get(i), forms.get((i + 1) % PEOPLE)));
        Sheaf.lay(folder.resolve("other"), other);
        reported(folder.resolve("other"), true);
        for (int i = 0; i < 3; i++) reported(packed("p%d.zip".formatted(i)), true);
        reported(sound("一", "1"), true);
        reported(sound("二", "2"), true);
        var id = RosterInTests.id("19700312");
        reported(roster(id, "一级主任科员"), true);
        reported(roster(id, "二级调研员"), true);
        reported(Files.writeString(folder.resolve("cut.lrmx"), forms.getFirst().substring(0, 300)), false);

        assertThat(changed)
                .contains(
                        "rewards",
                        "assessments",
                        "reason",
                        "education",
                        "career",
                        "family",
                        "rank",
                        "level",
                        "training",
                        "annualGrade",
                        "contact",
                        "reward",
                        "remark");
        assertThat(questioned).contains("birth", "family", "career", "unplaced", "annualGrade", "level");
    }

    @Test
    void whateverCanBeToldHasItsField() {
        var keys = PersonKeys.all();
        for (var box : Box.values()) assertThat(keys).contains(box.field());
        for (var each : RosterColumns.all())
            if (each.comesIn()) assertThat(keys).as(each.code()).contains(RosterReader.field(each.code()));
        for (var set : GeneralColumns.sets())
            for (var each : GeneralColumns.columns(set))
                if (set.startsWith("A"))
                    assertThat(keys).as(each.called()).contains(PersonKeys.ofColumn(set, each.name()));
        var houses = Set.of("printed", "form-draft", "cancelled", "corrected", "merged-into");
        var kept = Set.of("assessed", "org-measure", "conclusion");
        FactKinds.ALL.all().stream()
                .map(each -> each.code())
                .filter(each -> !houses.contains(each) && !kept.contains(each))
                .forEach(each -> assertThat(keys).contains(PersonKeys.of(each)));
        assertThat(keys).allSatisfy(each -> assertThat(PersonKeys.label(each)).isNotEqualTo(each));
    }

    private void reported(Path path, boolean whole) {
        var items = new ArrayList<Item>();
        imports.run(RosterInTests.WHO, List.of(path), false, items::add);
        assertThat(items).isNotEmpty();
        for (var item : items) {
            var told = JsonMapper.shared().valueToTree(ItemReport.of(item));
            if (whole) checkPerson(told);
            else assertThat(told.get("person").isNull()).isTrue();
        }
    }

    private void checkPerson(JsonNode told) {
        var keys = told.get("person").propertyNames();
        assertThat(keys).containsAll(PROMISED);
        for (var change : told.get("changes")) changed.add(known(change, keys));
        for (var problem : told.get("problems"))
            if (!problem.get("field").isNull()) questioned.add(known(problem, keys));
    }

    private static String known(JsonNode one, java.util.Collection<String> keys) {
        var field = one.get("field").asString();
        assertThat(keys).as(one.toString()).contains(field.replaceFirst("[.\\[].*", ""));
        return field;
    }

    /** Somebody's form that says nearly all of somebody else's. */
    private static String exchanged(String whose, String what) {
        for (var box : List.of(Box.NAME, Box.SEX, Box.BIRTH, Box.ID_NUMBER))
            what = Sheaf.with(what, box.element(), said(whose, box.element()));
        return what;
    }

    private static String said(String form, String element) {
        int open = form.indexOf("<" + element + ">");
        int close = form.indexOf("</" + element + ">");
        return open < 0 || close < 0
                ? ""
                : form.substring(open + element.length() + 2, close).strip();
    }

    /** The same people each time, every column of every set filled with something. */
    private Path packed(String name) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file);
                var writer = new GeneralWriter(out, Extent.WHOLE)) {
            for (int i = 0; i < 20; i++) writer.person(person(i), null);
            writer.finish(GeneralManifest.made("20260901", Map.of()));
        }
        return file;
    }

    private GeneralPerson person(int number) {
        var key = "P" + number;
        var sets = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var set : GeneralColumns.sets()) {
            if (!set.startsWith("A")) continue;
            var row = new LinkedHashMap<String, String>();
            row.put("A0000", key);
            for (var each : GeneralColumns.columns(set))
                if (!each.name().equals("A0000") && random.nextInt(3) > 0)
                    row.put(each.name(), SCRAPS.get(random.nextInt(SCRAPS.size())));
            if (set.equals("A01")) {
                row.put("A0101", "梅" + Sheaf.name(number).substring(1));
                row.put("A0107", "19700312");
                row.put("A0104", "1");
                row.put("A0184", Sheaf.number("19700312", 501 + 2 * number));
            }
            sets.put(set, List.of(row));
        }
        return new GeneralPerson(key, sets);
    }

    /** Somebody of whom a package says what no form can, in two ways. */
    private Path sound(String how, String code) throws IOException {
        var sets = new LinkedHashMap<String, List<Map<String, String>>>();
        sets.put(
                "A01",
                List.of(row(
                        "A0101",
                        "梅全示",
                        "A0104",
                        "1",
                        "A0107",
                        "19700312",
                        "A0184",
                        Sheaf.number("19700312", 777),
                        "A0180",
                        "备注" + how)));
        sets.put("A05", List.of(row("A0531", "0", "A0501B", "1A4" + code, "A0504", "201906", "A0524", "1")));
        sets.put("A11", List.of(row("A1131", "培训班" + how, "A1107", "202003")));
        sets.put("A14", List.of(row("A1404A", "嘉奖" + how, "A1407", "202105")));
        sets.put("A15", List.of(row("A1517", code, "A1521", "2020")));
        sets.put("A37", List.of(row("A3707C", "1390000000" + code)));
        var file = folder.resolve("sound" + code + ".zip");
        try (var out = Files.newOutputStream(file);
                var writer = new GeneralWriter(out, Extent.WHOLE)) {
            writer.person(new GeneralPerson("S1", sets), null);
            writer.finish(GeneralManifest.made("20260901", Map.of()));
        }
        return file;
    }

    private static Map<String, String> row(String... pairs) {
        var row = new LinkedHashMap<String, String>();
        row.put("A0000", "S1");
        for (int i = 0; i < pairs.length; i += 2) row.put(pairs[i], pairs[i + 1]);
        return row;
    }

    private Path roster(String id, String rank) {
        try (var ugly = new Ugly("表")) {
            ugly.row(0, "姓名", "身份证号", "职级", "职务层次", "2024年度考核", "手机", "任现职时间", "出生年月", "健康状况", "备注", "奖惩情况")
                    .row(1, "梅正示", id, rank, "乡科级正职", "优秀", "13800000000", "2019.03", "1970.03", "健康", "在外", "2021年获嘉奖")
                    .row(
                            2,
                            "梅错示",
                            RosterInTests.id("19700312"),
                            "大王",
                            "很高",
                            "超好",
                            "13800000001",
                            "第三年",
                            "1971.13",
                            "1",
                            "=1+1",
                            "无");
            return ugly.save(folder.resolve("r.xlsx"));
        }
    }
}
