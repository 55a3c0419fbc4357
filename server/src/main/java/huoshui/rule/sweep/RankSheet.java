package huoshui.rule.sweep;

import huoshui.kernel.AsOf;
import huoshui.org.Chart;
import huoshui.rule.Finding;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The workbook of a rank sweep, one of the people swept a row. 职级晋升普查表 */
public final class RankSheet {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");
    private static final List<String> HEADS = List.of(
            "姓名", "单位", "职务", "现职级", "任现职级", "拟晋升职级", "情形", "德的关口", "影响至", "最早可晋升", "说明", "不得与欠缺", "待核与待结论", "优先", "提示",
            "降低职级情形");
    private static final List<Integer> WIDTHS = List.of(10, 18, 26, 14, 10, 14, 10, 10, 12, 12, 24, 40, 40, 24, 30, 30);

    private RankSheet() {}

    public static SweepFiles.Sheet of(
            String title, AsOf at, List<RankSweeps.Detail> people, List<Provision> clauses, Chart chart) {
        var rows = people.stream().map(each -> row(each, chart)).toList();
        return new SweepFiles.Sheet("rank-sweep", title, at, HEADS, WIDTHS, rows, clauses);
    }

    private static SweepFiles.Row row(RankSweeps.Detail detail, Chart chart) {
        var swept = detail.swept();
        var person = swept.person();
        var outlook = swept.outlook();
        var rank = person.rank();
        var since = rank == null ? null : rank.since();
        return new SweepFiles.Row(
                person.id(),
                List.of(
                        person.who().name(),
                        chart.unit(person.service().unit())
                                .map(each -> each.called())
                                .orElse("待核"),
                        person.posts().text() == null ? "待核" : person.posts().text(),
                        rank == null ? "待核" : rank.rank().name(),
                        since == null ? "" : since.printed(),
                        swept.target() == null ? "" : swept.target().title(),
                        swept.heap().word(),
                        swept.gate() ? "未过" : "",
                        outlook.until() == null
                                ? ""
                                : outlook.until().minusDays(1).format(DAY),
                        outlook.earliest() == null ? "" : outlook.earliest().format(DAY),
                        explained(swept),
                        said(detail.rising(), Outcome.BARRED, Outcome.LACKING),
                        said(detail.rising(), Outcome.OPEN),
                        said(detail.rising(), Outcome.PREFERRED),
                        said(detail.rising(), Outcome.WARNED),
                        detail.lowering().stream().map(SweepFiles::said).collect(Collectors.joining("\n"))));
    }

    /** What a day rests on, so that nobody takes it for more. */
    private static String explained(Swept swept) {
        var outlook = swept.outlook();
        var all = new ArrayList<String>();
        var note = swept.note();
        if (note != null) all.add(note);
        if (outlook.conclusion()) all.add("届时仍待结论");
        if (!outlook.assumed().isEmpty())
            all.add("按 %s 年度考核称职推算"
                    .formatted(outlook.assumed().stream().map(String::valueOf).collect(Collectors.joining("、"))));
        if (outlook.retired()) all.add("此前已到龄");
        var open = outlook.open();
        if (open != null) all.add("自 %s 起只缺：%s".formatted(open.format(DAY), String.join("；", outlook.missing())));
        return String.join("；", all);
    }

    /** Closed gates of virtue first. */
    private static String said(List<Finding> findings, Outcome... outcomes) {
        var wanted = List.of(outcomes);
        return findings.stream()
                .filter(each -> wanted.contains(each.outcome()))
                .sorted(Comparator.comparing((Finding each) -> !each.provision().virtue())
                        .thenComparing(Finding::outcome))
                .map(SweepFiles::said)
                .collect(Collectors.joining("\n"));
    }
}
