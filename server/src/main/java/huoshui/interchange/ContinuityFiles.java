package huoshui.interchange;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.interchange.Continuity.Breach;
import huoshui.interchange.Continuity.Line;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gaps and overlaps of a list as a workbook, by the rules of every export: purpose, journal, many people only by two. 简历连续性清单 */
@Component
public class ContinuityFiles {

    private static final List<String> HEADS = List.of("序号", "姓名", "单位", "现任职务", "问题", "情形", "简历识读");
    private static final double[] WIDTHS = {6, 10, 18, 34, 14, 60, 12};

    private final Approvals approvals;
    private final ApplicationEventPublisher events;

    ContinuityFiles(Approvals approvals, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.events = events;
    }

    /** What shall go out. */
    public record Sheet(AsOf at, List<Line> lines, Continuity.Checked checked) {

        String digest() {
            var content = new Canonical()
                    .add("continuity")
                    .add(at.valid().toEpochDay())
                    .add(at.known());
            lines.forEach(each -> content.add(each.person().id()));
            return HexFormat.of().formatHex(Sm3.of(content.bytes()));
        }
    }

    /** Asks for the second person whom so many need. */
    public Approval ask(Signed who, Sheet sheet) {
        var people = sheet.lines().size();
        return approvals.ask(
                who,
                Approval.Kind.EXPORT,
                sheet.digest(),
                "导出 简历连续性清单，%d 人，情况截至 %s".formatted(people, sheet.at().valid()),
                people);
    }

    /**
     * Writes it out.
     *
     * @param page address of somebody's résumé
     * @throws Refusal {@code right}, {@code purpose-required}, {@code approval-required}, {@code approval-pending}, {@code nobody}
     */
    @Transactional
    public byte[] write(Signed who, Sheet sheet, String note, Function<Line, String> page) {
        who.require(Right.EXPORT);
        if (sheet.lines().isEmpty()) throw Refusal.input("nobody", "未导出：所选一类没有人。请改选后再导出。");
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：清单列出姓名与任职，导出须选事由。请从事由表选取后再导出。");
        if (sheet.lines().size() > Approvals.ALONE) approvals.use(who, Approval.Kind.EXPORT, sheet.digest());
        events.publishEvent(new Auditable(
                who.actor(),
                sheet.lines().stream()
                        .map(each -> new Auditable.Line(
                                Verb.EXPORT,
                                each.person().id(),
                                Chapter.CAREER,
                                null,
                                new Canonical()
                                        .add("continuity")
                                        .add(each.person().id())
                                        .bytes()))
                        .toList()));
        return drawn(sheet, note, page);
    }

    private static byte[] drawn(Sheet sheet, String note, Function<Line, String> page) {
        var out = new ByteArrayOutputStream();
        try (var book = new SheetWriter(out, SheetWriter.Style.STANDARD)) {
            book.sheet("简历连续性清单");
            for (int i = 0; i < WIDTHS.length; i++) book.width(i, WIDTHS[i]);
            int last = HEADS.size() - 1;
            book.text(0, 0, "简历连续性清单", Look.TITLE);
            book.merge(0, 0, 0, last);
            book.height(0, 34);
            book.text(1, 0, note, Look.NOTE);
            book.merge(1, 0, 1, last);
            for (int i = 0; i <= last; i++) book.text(2, i, HEADS.get(i), Look.HEAD);
            book.head(2, 2, 2);
            book.foot(note);
            int row = 3;
            for (var each : sheet.lines()) {
                book.number(row, 0, row - 2, Look.CENTRED);
                var person = each.person();
                var unit = sheet.checked().city().around().unit(person.service().unit());
                book.text(row, 1, person.who().name(), Look.TEXT);
                book.text(row, 2, unit.map(one -> one.name()).orElse("待核"), Look.TEXT);
                book.text(
                        row,
                        3,
                        person.posts().text() == null ? "待核" : person.posts().text(),
                        Look.TEXT);
                book.text(row, 4, sorts(each), Look.TEXT);
                book.text(row, 5, told(each), Look.TEXT);
                book.text(row, 6, page.apply(each), Look.TEXT);
                book.done(++row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String sorts(Line line) {
        return java.util.Arrays.stream(Continuity.Sort.values())
                .filter(line::has)
                .map(Continuity.Sort::word)
                .collect(Collectors.joining("、"));
    }

    /** In words, one line each. */
    private static String told(Line line) {
        var all = new java.util.ArrayList<String>();
        for (var each : line.gaps()) all.add("第 %d、%d 行之间空档：%s".formatted(each.before(), each.after(), months(each)));
        for (var each : line.overlaps()) all.add("第 %d、%d 行重叠：%s".formatted(each.before(), each.after(), months(each)));
        for (var each : line.unread()) all.add("第 %d 行未认读".formatted(each));
        if (line.silent()) all.add("没有录入简历");
        return String.join("\n", all);
    }

    private static String months(Breach breach) {
        return "前一段至 %s，后一段自 %s".formatted(printed(breach.ends()), printed(breach.begins()));
    }

    private static String printed(@Nullable PartialDate date) {
        return date == null ? "今" : date.printed();
    }
}
