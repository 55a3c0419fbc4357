package huoshui.rule.sweep;

import huoshui.kernel.AsOf;
import huoshui.org.Chart;
import huoshui.rule.Finding;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The workbook of a gate, one before it a row; what bars first, what is beside decides nothing and is added to nothing. 过关口名单 */
public final class GateSheet {

    private static final List<String> HEADS =
            List.of("姓名", "单位", "职务", "情形", "德的关口", "不得", "不符合", "待核", "所对人群", "优先", "提示");
    private static final List<Integer> WIDTHS = List.of(10, 18, 26, 10, 10, 40, 40, 40, 24, 24, 30);

    private GateSheet() {}

    public static SweepFiles.Sheet of(
            GateSweep sweep, List<GateSweep.Detail> people, List<Provision> clauses, AsOf at, Chart chart) {
        var rows = people.stream().map(each -> row(each, chart)).toList();
        return new SweepFiles.Sheet(
                "gate/" + sweep.gate().code(), sweep.gate().title() + "名单", at, HEADS, WIDTHS, rows, clauses);
    }

    private static SweepFiles.Row row(GateSweep.Detail detail, Chart chart) {
        var person = detail.passing().person();
        return new SweepFiles.Row(
                person.id(),
                List.of(
                        person.who().name(),
                        chart.unit(person.service().unit())
                                .map(each -> each.called())
                                .orElse("待核"),
                        person.posts().text() == null ? "待核" : person.posts().text(),
                        detail.passing().heap().word(),
                        detail.passing().gate() ? "未过" : "",
                        said(detail, GateHeap.BARRED),
                        said(detail, GateHeap.NOT_MET),
                        said(detail, GateHeap.UNKNOWN),
                        belongs(detail),
                        beside(detail.beside(), Set.of(Outcome.PREFERRED)),
                        beside(detail.beside(), Set.of(Outcome.WARNED, Outcome.OPEN))));
    }

    private static String belongs(GateSweep.Detail detail) {
        if (detail.belongs() == null) return "";
        return detail.belongs() + (detail.missing().isEmpty() ? "" : "　须核：" + String.join("；", detail.missing()));
    }

    /** What is of virtue first. */
    private static String said(GateSweep.Detail detail, GateHeap heap) {
        return detail.lines().stream()
                .filter(each -> each.heap() == heap)
                .sorted(Comparator.comparing(each -> !each.finding().provision().virtue()))
                .map(each -> SweepFiles.said(each.finding()))
                .collect(Collectors.joining("\n"));
    }

    private static String beside(List<Finding> findings, Set<Outcome> which) {
        return findings.stream()
                .filter(each -> which.contains(each.outcome()))
                .map(SweepFiles::said)
                .collect(Collectors.joining("\n"));
    }
}
