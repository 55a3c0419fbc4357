package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.rule.Sheet.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rulebook as pages a jurist can read: clause, dates, status, conditions, cases. 条款汇编 */
final class RulebookPages {

    private static final String MADE =
            "<!-- 由条款文件生成，请勿手改：cd server && mvn test -Dtest=RulebookPagesTests -Dhuoshui.write=true -->\n\n";

    private final Book book;
    private final Map<String, String> files;

    RulebookPages(Book book, Map<String, String> files) {
        this.book = book;
        this.files = files;
    }

    /** Text by file name. */
    Map<String, String> pages() {
        var all = new LinkedHashMap<String, String>();
        var byFile = book.provisions().stream()
                .collect(Collectors.groupingBy(RulebookPages::file, TreeMap::new, Collectors.toList()));
        all.put("README.md", index(byFile));
        byFile.forEach((file, clauses) -> all.put(file + ".md", page(file, clauses)));
        all.put("not-carried.md", notCarried());
        return all;
    }

    private static String file(Provision clause) {
        return clause.source().replaceFirst("\\.yaml:\\d+$", "");
    }

    private String index(Map<String, List<Provision>> byFile) {
        var to = new StringBuilder("# 条款汇编\n\n").append(MADE);
        to.append("""
                条款只作核查与提示，决定由人作出。写法见 [条款语言](language.md)；清册中没有立为条款的各行见 [未立条款](not-carried.md)。

                可信度：C 已核，可以作出“不得”“欠缺”的意见；C~ 部分核、M+ 凭记忆，只作提示并注明条号待核；S 本市安排，只作提示；P 本地自定义示例，非法规，只作提示；M 占位，未启用。

                ## 各篇

                | 篇 | 依据 | 条款 | C | C~ | M+ | S | P | M | 用例 |
                |---|---|---|---|---|---|---|---|---|---|
                """);
        byFile.forEach((file, clauses) -> {
            to.append("| [%s](%s.md) | %s | %d |".formatted(file, file, regulations(clauses), clauses.size()));
            for (var each : List.of("C", "C~", "M+", "S", "P", "M"))
                to.append(" %s |"
                        .formatted(clauses.stream()
                                .filter(is -> is.status().code().equals(each))
                                .count()));
            to.append(" %d |%n"
                    .formatted(
                            clauses.stream().mapToInt(is -> is.cases().size()).sum()));
        });
        to.append("\n## 法规版次\n\n| 法规 | 版次 | 施行 | 说明 |\n|---|---|---|---|\n");
        for (var each : Sheet.read("regulations.yaml", Objects.requireNonNull(files.get("regulations.yaml")))
                .map()
                .get("regulations")
                .list()) {
            var map = each.map();
            to.append("| %s | %s | %s | %s |%n"
                    .formatted(text(map, "title"), text(map, "edition"), day(text(map, "from")), text(map, "note")));
        }
        to.append("\n## 关口\n\n逐条要问的条款；有一条不得即为不得，有一条待核即不算符合。\n\n");
        to.append("| 关口 | 所对人群 | 逐条要问 | 只放在旁边 |\n|---|---|---|---|\n");
        book.gates()
                .forEach(each -> to.append("| %s %s | %s | %s | %s |%n"
                        .formatted(
                                each.code(),
                                each.title(),
                                each.cohort() == null ? "全部" : each.cohort(),
                                String.join("、", each.provisions()),
                                String.join("、", each.beside()))));
        to.append("\n## 只能由指明的集体作出的结论\n\n没有结论即待核；“未作结论时”一栏有字的，是许可或者例外：没有批准就是没有。\n\n");
        to.append("| 结论 | 可作的结论 | 由谁作出 | 未作结论时 |\n|---|---|---|---|\n");
        book.conclusions().stream()
                .sorted(Comparator.comparing(ConclusionKind::code))
                .forEach(each -> to.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                each.title(),
                                String.join("、", each.values()),
                                each.by(),
                                each.silent() == null ? "" : each.silent())));
        return to.toString();
    }

    private static String regulations(List<Provision> clauses) {
        return clauses.stream()
                .map(each -> "《" + each.cite().regulation() + "》")
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private String page(String file, List<Provision> clauses) {
        var to = new StringBuilder(
                        "# %s　%s%n%n".formatted(file.toUpperCase(java.util.Locale.ROOT), regulations(clauses)))
                .append(MADE);
        clauses.forEach(each -> clause(each, to));
        return to.toString();
    }

    private void clause(Provision is, StringBuilder to) {
        to.append("## %s　%s%n%n".formatted(is.code(), is.title()));
        line(to, "依据", is.cite().words(is.status()));
        line(to, "施行", force(is));
        line(
                to,
                "可信度",
                is.status().code()
                        + (is.status().note().isEmpty()
                                ? " 已核"
                                : " " + is.status().note()));
        line(to, "效力", is.effect().word() + (is.virtue() ? "（德的关口，先于其他）" : ""));
        line(to, "适用", scope(is.scope()));
        if (is.when() != null)
            line(to, is.effect() == Effect.REQUIRES ? "应具备" : "情形", is.when().asked());
        if (is.unless() != null)
            line(to, is.effect() == Effect.REQUIRES ? "或者" : "除非", is.unless().asked());
        if (is.opens() != null) line(to, "情形", opens(is.opens()));
        if (!is.message().isEmpty()) line(to, "说明", is.message());
        to.append("\n| 用例 | 情形 | 意见 |\n|---|---|---|\n");
        for (var each : is.cases())
            to.append("| %s | %s | %s |%n"
                    .formatted(
                            book.words(each),
                            situation(is, each.expect()),
                            each.expect() == null
                                    ? "不适用"
                                    : Outcome.of(is.effect(), is.status(), each.expect())
                                            .word()));
        to.append('\n');
    }

    private static void line(StringBuilder to, String name, String value) {
        to.append("- **%s**：%s%n".formatted(name, value));
    }

    private static String force(Provision is) {
        var from = is.from().equals(Sheet.UNKNOWN_START) ? "施行日不详" : "自 " + is.from();
        return from + (is.to() == null ? "" : "，至 " + is.to());
    }

    private static String day(String written) {
        if (written.equals("unknown")) return "不详";
        return written.length() == 10 ? written : written + "（日待核，自次日起按施行计）";
    }

    private static String scope(Scope scope) {
        var all = new ArrayList<String>();
        all.add(
                switch (scope.subject()) {
                    case PERSON -> "人";
                    case TEAM -> "班子";
                    case UNIT -> "机构";
                    case POST -> "职位";
                    case ROUND -> "批次或者会议";
                });
        all.add(scope.occasions().stream().sorted().map(Occasion::word).collect(Collectors.joining("、")));
        if (scope.target() != null) all.add(scope.target().words());
        if (scope.applies() != null) all.add(scope.applies().asked());
        return String.join("；", all);
    }

    private static String opens(Opening opens) {
        var blocks = opens.blocks().stream().sorted().map(Blocked::word).collect(Collectors.joining("、"));
        return "%s，自当日起 %s，影响%s（%s）"
                .formatted(
                        opens.source().title(),
                        Scale.MONTHS.words(opens.months()),
                        blocks,
                        opens.family().word());
    }

    private static String situation(Provision is, @Nullable Verdict verdict) {
        if (verdict == null) return "—";
        boolean requires = is.effect() == Effect.REQUIRES;
        return switch (verdict) {
            case MET -> requires ? "具备" : "成立";
            case NOT_MET -> requires ? "不具备" : "不成立";
            case UNKNOWN -> "待核";
        };
    }

    private String notCarried() {
        var to = new StringBuilder("# 未立条款\n\n").append(MADE);
        to.append("清册中没有立为条款的各行，按类别列出。时限、程序、权限、计算各行供相应工作读取。\n");
        book.notCarried().stream()
                .collect(Collectors.groupingBy(NotCarried::type, LinkedHashMap::new, Collectors.toList()))
                .forEach((type, rows) -> {
                    to.append(
                            "\n## %s（%d）%n%n| 规则号 | 可信度 | 要义 | 原因 |%n|---|---|---|---|%n".formatted(type, rows.size()));
                    rows.forEach(each -> to.append("| %s | %s | %s | %s |%n"
                            .formatted(each.code(), each.status().code(), each.title(), each.reason())));
                });
        return to.toString();
    }

    private static String text(Map<String, Part> map, String key) {
        var found = map.get(key);
        return found == null ? "" : found.text();
    }
}
