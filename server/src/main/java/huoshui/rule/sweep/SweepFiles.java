package huoshui.rule.sweep;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.org.Chart;
import huoshui.rule.Finding;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A sweep's list as a workbook, by the rules of every export: a purpose, the right to export, a second person for more than twenty
 * people, each of them journaled. 普查表导出
 */
@Component
public class SweepFiles {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm").withZone(Acts.ZONE);
    private static final List<String> HEADS = List.of(
            "序号", "姓名", "单位", "职务", "现职级", "任现职级", "拟晋升职级", "情形", "德的关口", "影响至", "最早可晋升", "说明", "不得与欠缺", "待核与待结论", "优先",
            "提示", "降低职级情形");
    private static final double[] WIDTHS = {6, 10, 18, 26, 14, 10, 14, 10, 10, 12, 12, 24, 40, 40, 24, 30, 30};

    private final Approvals approvals;
    private final Acts acts;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SweepFiles(Approvals approvals, Acts acts, Clock clock, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.acts = acts;
        this.clock = clock;
        this.events = events;
    }

    /** What goes out: these people of a sweep, under this heading. 要导出的普查名单 */
    public record Sheet(String title, AsOf at, List<RankSweeps.Detail> people, List<Provision> clauses, Chart chart) {

        String digest() {
            var all = new Canonical()
                    .add("rank-sweep")
                    .add(title)
                    .add(at.valid().toEpochDay())
                    .add(at.known());
            people.stream().map(each -> each.swept().person().id()).sorted().forEach(all::add);
            clauses.forEach(each -> all.add(each.code()));
            chapters().stream().map(Chapter::name).sorted().forEach(all::add);
            return HexFormat.of().formatHex(Sm3.of(all.bytes()));
        }

        Set<Chapter> chapters() {
            var sealed = clauses.stream()
                    .flatMap(each -> each.chapters().stream())
                    .filter(Chapter::sealed)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Chapter.class)));
            return sealed.isEmpty() ? Set.of(Chapter.CAREER) : sealed;
        }
    }

    /** Whether one person may take this out alone. */
    public static boolean alone(Sheet sheet) {
        return sheet.people().size() <= Approvals.ALONE;
    }

    /** Asks for the second person whom so many need. */
    public Approval ask(Signed who, Sheet sheet) {
        var summary = "导出 %s（读到 %s），%d 人，情况截至 %s，信息录至 %s"
                .formatted(
                        sheet.title(),
                        sheet.chapters().stream().map(Chapter::word).sorted().collect(Collectors.joining("、")),
                        sheet.people().size(),
                        sheet.at().valid(),
                        MINUTE.format(known(sheet.at().known())));
        return approvals.ask(
                who,
                Approval.Kind.EXPORT,
                sheet.digest(),
                summary,
                sheet.people().size());
    }

    /**
     * Writes it out.
     *
     * @throws Refusal {@code right}, {@code purpose-required}, {@code approval-required}, {@code approval-pending}
     */
    @Transactional
    public byte[] write(Signed who, Sheet sheet) {
        who.require(Right.EXPORT);
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：普查表含密存内容，导出须选事由。请从事由表选取后再导出。");
        if (!alone(sheet)) approvals.use(who, Approval.Kind.EXPORT, sheet.digest());
        announce(who, sheet);
        return drawn(who, sheet);
    }

    private void announce(Signed who, Sheet sheet) {
        var lines = new ArrayList<Line>();
        for (var each : sheet.people()) {
            var person = each.swept().person().id();
            var content = new Canonical()
                    .add("rank-sweep")
                    .add(person)
                    .add(sheet.at().valid().toEpochDay())
                    .add(sheet.at().known())
                    .bytes();
            for (var chapter : sheet.chapters()) lines.add(new Line(Verb.EXPORT, person, chapter, null, content));
        }
        events.publishEvent(new Auditable(who.actor(), lines));
    }

    private byte[] drawn(Signed who, Sheet sheet) {
        var out = new ByteArrayOutputStream();
        try (var book = new SheetWriter(out, SheetWriter.Style.STANDARD)) {
            book.sheet(sheet.title());
            for (int i = 0; i < WIDTHS.length; i++) book.width(i, WIDTHS[i]);
            int last = HEADS.size() - 1;
            var note = "情况截至 %s｜信息录至 %s｜%s　%s　只列情形，由人决定"
                    .formatted(
                            sheet.at().valid().format(DAY),
                            MINUTE.format(known(sheet.at().known())),
                            who.displayName(),
                            MINUTE.format(clock.instant()));
            book.text(0, 0, sheet.title(), Look.TITLE);
            book.merge(0, 0, 0, last);
            book.height(0, 34);
            book.text(1, 0, note, Look.NOTE);
            book.merge(1, 0, 1, last);
            for (int i = 0; i <= last; i++) book.text(2, i, HEADS.get(i), Look.HEAD);
            book.head(2, 2, 2);
            book.foot(note);
            int row = 3;
            for (var each : sheet.people()) {
                line(book, row, each, sheet);
                book.done(++row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static void line(SheetWriter book, int row, RankSweeps.Detail detail, Sheet sheet) {
        var swept = detail.swept();
        var person = swept.person();
        var outlook = swept.outlook();
        book.number(row, 0, row - 2, Look.CENTRED);
        var rank = person.rank();
        var since = rank == null ? null : rank.since();
        var texts = new String[] {
            person.who().name(),
            sheet.chart()
                    .unit(person.service().unit())
                    .map(each -> each.called())
                    .orElse("待核"),
            person.posts().text() == null ? "待核" : person.posts().text(),
            rank == null ? "待核" : rank.rank().name(),
            since == null ? "" : since.printed(),
            swept.target() == null ? "" : swept.target().title(),
            swept.heap().word(),
            swept.gate() ? "未过" : "",
            outlook.until() == null ? "" : outlook.until().minusDays(1).format(DAY),
            outlook.earliest() == null ? "" : outlook.earliest().format(DAY),
            explained(swept),
            said(detail.rising(), Outcome.BARRED, Outcome.LACKING),
            said(detail.rising(), Outcome.OPEN),
            said(detail.rising(), Outcome.PREFERRED),
            said(detail.rising(), Outcome.WARNED),
            detail.lowering().stream().map(SweepFiles::said).collect(Collectors.joining("\n"))
        };
        for (int i = 0; i < texts.length; i++)
            book.text(row, i + 1, texts[i], WIDTHS[i + 1] <= 14 ? Look.CENTRED : Look.TEXT);
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
                .sorted(java.util.Comparator.comparing(
                                (Finding each) -> !each.provision().virtue())
                        .thenComparing(Finding::outcome))
                .map(SweepFiles::said)
                .collect(Collectors.joining("\n"));
    }

    private static String said(Finding finding) {
        var clause = finding.provision();
        var note = clause.status().note().isEmpty() ? "" : "（" + clause.status().note() + "）";
        var lacks = finding.missing().isEmpty() ? "" : "　须核：" + String.join("；", finding.missing());
        return clause.title() + note + lacks;
    }

    private Instant known(long number) {
        return number >= acts.head()
                ? clock.instant()
                : acts.of(List.of(number)).getOrDefault(number, Instant.EPOCH);
    }
}
