package huoshui.interchange.general;

import huoshui.kernel.code.Codes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a row by itself: columns we do not know, values no list knows, texts too long. 行检查 */
final class RowChecks {

    // shorter columns hold codes, flags and dates, whose lengths differ from system to system
    private static final int SHORTEST_TEXT = 18;
    private static final String BOOLEAN = "BOOLEAN";
    private static final Set<String> BOOLEANS = Set.of("TRUE", "FALSE", "1", "0", "是", "否");

    private final Findings findings;
    private final Set<String> toldColumns = new HashSet<>();
    private final Map<String, Boolean> known = new HashMap<>();

    RowChecks(Findings findings) {
        this.findings = findings;
    }

    void check(String set, int row, @Nullable String person, String who, Map<String, String> values) {
        if (GeneralColumns.columns(set).isEmpty()) return;
        values.forEach((name, value) -> {
            var column = GeneralColumns.find(set, name).orElse(null);
            if (column == null) tellUnknown(set, row, name);
            else if (!value.isBlank()) check(column, row, person, who, value.strip());
        });
    }

    private void tellUnknown(String set, int row, String column) {
        if (!toldColumns.add(set + "." + column)) return;
        findings.add(GeneralProblem.warning(
                        "general.unknown-column",
                        "%s 有不认识的栏目 %s：原样保留，不计入档案。如需使用，请告知系统管理员该栏目的含义。".formatted(GeneralColumns.called(set), column))
                .at(set, row, null, column));
    }

    private void check(GeneralColumn column, int row, @Nullable String person, String who, String value) {
        if (!listed(column, value)) {
            findings.add(GeneralProblem.warning(
                            "general.unknown-code",
                            "%s第 %d 行（%s）的%s是“%s”，不在代码表 %s 中：原样保留。请核对后改为表中代码。"
                                    .formatted(
                                            column.set(),
                                            row,
                                            who,
                                            column.called(),
                                            brief(value),
                                            String.join("、", column.lists())))
                    .at(column.set(), row, person, column.name()));
        }
        if (column.length() >= SHORTEST_TEXT && value.length() > column.length()) {
            findings.add(GeneralProblem.warning(
                            "general.too-long",
                            "%s第 %d 行（%s）的%s有 %d 字，超过 %d 字：全文保留。请核对是否填错栏目。"
                                    .formatted(
                                            column.set(), row, who, column.called(), value.length(), column.length()))
                    .at(column.set(), row, person, column.name()));
        }
    }

    private boolean listed(GeneralColumn column, String value) {
        if (column.lists().isEmpty()) return true;
        return known.computeIfAbsent(
                String.join(" ", column.lists()) + "\n" + value,
                key -> column.lists().stream().anyMatch(list -> accepts(list, value)));
    }

    /** A code, a name in place of a code, or anything at all where only an excerpt of the list is held. */
    private static boolean accepts(String list, String value) {
        if (list.equals(BOOLEAN)) return BOOLEANS.contains(value.toUpperCase(Locale.ROOT));
        return Codes.find(list)
                .map(codes -> codes.find(value).isPresent() || !codes.judges(value))
                .orElse(true);
    }

    private static String brief(String value) {
        return value.length() <= 20 ? value : value.substring(0, 20) + "…";
    }

    /** Sets that we know nothing of, told once. */
    void checkSets(List<String> sets) {
        for (var each : sets) {
            if (!GeneralColumns.columns(each).isEmpty()) continue;
            findings.add(GeneralProblem.warning(
                            "general.unknown-set", "包内有不认识的信息集 %s：原样保留，不计入档案。如需使用，请告知系统管理员其含义。".formatted(each))
                    .at(each, 0, null, null));
        }
    }
}
