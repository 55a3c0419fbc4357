package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A cadre as rows of the national information sets. 信息集各行 */
final class CadreRows {

    private static final Map<String, String> ETHNIC = Map.ofEntries(
            Map.entry("汉族", "01"),
            Map.entry("蒙古族", "02"),
            Map.entry("回族", "03"),
            Map.entry("藏族", "04"),
            Map.entry("维吾尔族", "05"),
            Map.entry("苗族", "06"),
            Map.entry("彝族", "07"),
            Map.entry("壮族", "08"),
            Map.entry("满族", "11"),
            Map.entry("白族", "14"),
            Map.entry("哈尼族", "16"),
            Map.entry("傣族", "18"),
            Map.entry("傈僳族", "20"),
            Map.entry("布朗族", "34"),
            Map.entry("德昂族", "46"));
    private static final List<String> PARTIES =
            List.of("", "", "", "", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟");

    private final Cadre cadre;
    private final Map<String, List<Map<String, String>>> sets = new LinkedHashMap<>();

    private CadreRows(Cadre cadre) {
        this.cadre = cadre;
    }

    static Map<String, List<Map<String, String>>> of(Cadre cadre) {
        var rows = new CadreRows(cadre);
        rows.basics();
        for (var each : cadre.posts()) rows.post(each);
        rows.levels();
        for (var each : cadre.titles())
            rows.add(
                    "A06",
                    "A0601",
                    each.code(),
                    "A0602",
                    each.word(),
                    "A0604",
                    month(each.from()),
                    "A0607",
                    "1",
                    "A0611",
                    each.by(),
                    "A0699",
                    "true");
        for (var each : cadre.schooling()) rows.study(each);
        for (var each : cadre.courses())
            rows.add(
                    "A11",
                    "A1101",
                    each.kind(),
                    "A1104",
                    each.name().contains("网络") ? "3" : "1",
                    "A1107",
                    month(each.from()),
                    "A1111",
                    month(each.to()),
                    "A1114",
                    each.host(),
                    "A1121A",
                    each.place(),
                    "A1131",
                    each.name(),
                    "A1108",
                    String.valueOf(each.hours()));
        rows.deeds();
        for (var each : cadre.grades()) rows.add("A15", "A1517", each.code(), "A1521", String.valueOf(each.year()));
        rows.comingAndGoing();
        for (var each : cadre.family())
            rows.add(
                    "A36",
                    "A3601",
                    each.name(),
                    "A3604A",
                    each.relation(),
                    "A3607",
                    month(each.birth()),
                    "A3627",
                    each.politics(),
                    "A3611",
                    each.post());
        rows.add("A37", "A3707C", cadre.phone());
        rows.add("A57", "A5714", photoName(cadre));
        return rows.sets;
    }

    static String photoName(Cadre cadre) {
        return cadre.id() + ".jpg";
    }

    private void basics() {
        var rank = cadre.ranks().isEmpty() || !cadre.serving()
                ? null
                : cadre.ranks().getLast();
        var level = cadre.levels().isEmpty() ? null : cadre.levels().getLast();
        add(
                "A01",
                "A0101",
                cadre.name(),
                "A0104",
                cadre.male() ? "1" : "2",
                "A0107",
                cadre.birth().compact(),
                "A0111A",
                cadre.nativePlace(),
                "A0114A",
                cadre.birthPlace(),
                "A0117",
                ETHNIC.getOrDefault(cadre.ethnicity(), ""),
                "A0128",
                cadre.health(),
                "A0134",
                cadre.workStarted().compact(),
                "A0140",
                cadre.partyText(),
                "A0141",
                politics(),
                "A0144",
                cadre.joined() == null ? "" : cadre.joined().compact(),
                "A3921",
                cadre.communist() && !cadre.parties().isEmpty()
                        ? party(cadre.parties().getFirst())
                        : "",
                "A0160",
                cadre.staffCode(),
                "A0163",
                status(),
                "A0165",
                managed(),
                "A0184",
                cadre.idNumber(),
                "A0187A",
                cadre.expertise(),
                "A0192",
                cadre.currentPost(),
                "A0192A",
                cadre.currentPost(),
                "A0221",
                level == null || !cadre.serving() ? "" : level.code(),
                "A0288",
                level == null || !cadre.serving() ? "" : level.from().compact(),
                "A0192E",
                rank == null ? "" : rank.code(),
                "A0192C",
                rank == null ? "" : rank.from().compact(),
                "A0196",
                cadre.titles().isEmpty() ? "" : cadre.titles().getLast().word(),
                "A0195",
                cadre.unit(),
                "A1701",
                cadre.resumeText(),
                "A14Z101",
                cadre.honoursText(),
                "A15Z101",
                cadre.gradesText(),
                "A0121",
                cadre.staffCode().equals("1") || cadre.staffCode().startsWith("B")
                        ? "1"
                        : cadre.staffCode().startsWith("A") ? "4" : "3",
                "A2949",
                cadre.staffCode().equals("1") ? cadre.entry().on().compact() : "");
    }

    private String politics() {
        if (cadre.communist()) return "01";
        return cadre.parties().isEmpty()
                ? cadre.number() % 11 == 0 ? "12" : "13"
                : party(cadre.parties().getFirst());
    }

    private static String party(String name) {
        return "%02d".formatted(PARTIES.indexOf(name));
    }

    private String status() {
        var exit = cadre.exit();
        if (exit == null) return "1";
        return switch (exit.code()) {
            case "31" -> "2";
            case "35" -> "4";
            case "11" -> "3";
            default -> "5";
        };
    }

    private String managed() {
        return switch (cadre.management()) {
            case "省管" -> "02";
            case "市管" -> "03";
            case "县管" -> "04";
            default -> "09";
        };
    }

    private void post(Cadre.PostHeld post) {
        add(
                "A02",
                "A0201A",
                post.unitName(),
                "A0201B",
                post.unit(),
                "A0201D",
                post.team() ? "1" : "0",
                "A0201E",
                post.team() ? post.principal() ? "1" : "3" : "",
                "A0215A",
                post.unitName().isEmpty() ? post.text() : post.title(),
                "A0219",
                post.levelCode() == null ? "" : post.leading() ? "1" : "2",
                "A0221",
                post.levelCode(),
                "A0223",
                String.valueOf(post.order()),
                "A0243",
                post.from().compact(),
                "A0247",
                post.levelCode() == null ? "" : "1",
                "A0255",
                post.to() == null ? "1" : "0",
                "A0265",
                month(post.to()),
                "A0281",
                post.to() == null ? "true" : "false",
                "A0279",
                post.main() ? "1" : "0",
                "A0251",
                post.promoted() ? "26" : "",
                "SEAT",
                post.post());
    }

    private void levels() {
        for (var each : cadre.levels())
            add(
                    "A05",
                    "A0531",
                    "0",
                    "A0501B",
                    each.code(),
                    "A0504",
                    each.from().compact(),
                    "A0517",
                    month(each.to()),
                    "A0524",
                    each.to() == null ? "1" : "0");
        for (var each : cadre.ranks())
            add(
                    "A05",
                    "A0531",
                    "1",
                    "A0501B",
                    each.code(),
                    "A0504",
                    each.from().compact(),
                    "A0517",
                    month(each.to()),
                    "A0524",
                    each.to() == null ? "1" : "0");
    }

    private void study(Cadre.Schooling study) {
        boolean full = study.fullTime();
        boolean highest = study.highest();
        boolean level = !study.level().isEmpty();
        boolean degree = !study.degree().isEmpty();
        add(
                "A08",
                "A0801A",
                study.level(),
                "A0801B",
                study.code(),
                "A0901A",
                study.degree(),
                "A0901B",
                study.degreeCode(),
                "A0804",
                study.from().compact(),
                "A0807",
                study.to().compact(),
                "A0904",
                degree ? study.to().compact() : "",
                "A0814",
                study.school(),
                "A0824",
                study.major(),
                "A0837",
                full ? "1" : "2",
                "A0811",
                study.years() == Math.rint(study.years())
                        ? String.valueOf((int) study.years())
                        : String.valueOf(study.years()),
                "A0831",
                flag(full && highest && level),
                "A0832",
                flag(full && highest && degree),
                "A0838",
                flag(!full && highest && level),
                "A0839",
                flag(!full && highest && degree),
                "A0899",
                highest ? "true" : "false");
    }

    private static String flag(boolean yes) {
        return yes ? "1" : "0";
    }

    private void deeds() {
        for (var each : cadre.honours())
            add(
                    "A14",
                    "A1404A",
                    each.word(),
                    "A1404B",
                    each.code(),
                    "A1407",
                    each.on().compact(),
                    "A1411A",
                    each.by(),
                    "A1414",
                    each.byLevel());
        for (var each : cadre.sanctions())
            add(
                    "A14",
                    "A1404A",
                    each.word(),
                    "A1404B",
                    each.code(),
                    "A1407",
                    each.on().compact(),
                    "A1411A",
                    each.by(),
                    "A1423",
                    each.until().compact(),
                    "A1499",
                    each.reason());
    }

    private void comingAndGoing() {
        var entry = cadre.entry();
        add(
                "A29",
                "A2907",
                entry.on().compact(),
                "A2911",
                entry.code(),
                "A2921A",
                entry.before(),
                "A2947",
                cadre.staffCode().equals("1") ? entry.on().compact() : "");
        var exit = cadre.exit();
        if (exit != null)
            add("A30", "A3001", exit.code(), "A3004", exit.on().compact(), "A3007A", exit.to(), "A3038", "澜江市委组织部");
        if (entry.selected())
            add(
                    "A61",
                    "A2970",
                    "01",
                    "A2970A",
                    "01",
                    "A2970B",
                    entry.firstUnit(),
                    "A6104",
                    entry.on().compact());
    }

    private static @Nullable String month(@Nullable PartialDate date) {
        return date == null ? null : date.compact();
    }

    /** Column and value in turn; what is empty is left out. */
    private void add(String set, @Nullable String... cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < cells.length; i += 2) {
            var column = cells[i];
            var value = cells[i + 1];
            if (column != null && value != null && !value.isEmpty()) row.put(column, value);
        }
        if (!row.isEmpty())
            sets.computeIfAbsent(set, ignored -> new ArrayList<>()).add(row);
    }
}
