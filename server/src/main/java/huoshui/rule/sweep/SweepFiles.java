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
import huoshui.rule.Finding;
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
import java.util.UUID;
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

    /** One of the people that go out, column by column after the number. 一行 */
    public record Row(UUID person, List<String> texts) {}

    /**
     * What goes out: these people of a sweep, under this heading. 要导出的普查名单
     *
     * @param sort of sweep, as the journal and the agreement of a second person tell it
     * @param heads of the columns after the number
     * @param widths of those
     */
    public record Sheet(
            String sort,
            String title,
            AsOf at,
            List<String> heads,
            List<Integer> widths,
            List<Row> rows,
            List<Provision> clauses) {

        public int people() {
            return rows.size();
        }

        String digest() {
            var all = new Canonical()
                    .add(sort)
                    .add(title)
                    .add(at.valid().toEpochDay())
                    .add(at.known());
            rows.stream().map(Row::person).sorted().forEach(all::add);
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
        return sheet.people() <= Approvals.ALONE;
    }

    /** Asks for the second person whom so many need. */
    public Approval ask(Signed who, Sheet sheet) {
        var summary = "导出 %s（读到 %s），%d 人，情况截至 %s，信息录至 %s"
                .formatted(
                        sheet.title(),
                        sheet.chapters().stream().map(Chapter::word).sorted().collect(Collectors.joining("、")),
                        sheet.people(),
                        sheet.at().valid(),
                        MINUTE.format(known(sheet.at().known())));
        return approvals.ask(who, Approval.Kind.EXPORT, sheet.digest(), summary, sheet.people());
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
        for (var each : sheet.rows()) {
            var person = each.person();
            var content = new Canonical()
                    .add(sheet.sort())
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
            book.width(0, 6);
            for (int i = 0; i < sheet.widths().size(); i++)
                book.width(i + 1, sheet.widths().get(i));
            int last = sheet.heads().size();
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
            book.text(2, 0, "序号", Look.HEAD);
            for (int i = 1; i <= last; i++) book.text(2, i, sheet.heads().get(i - 1), Look.HEAD);
            book.head(2, 2, 2);
            book.foot(note);
            int row = 3;
            for (var each : sheet.rows()) {
                line(book, row, each, sheet);
                book.done(++row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private static void line(SheetWriter book, int row, Row told, Sheet sheet) {
        book.number(row, 0, row - 2, Look.CENTRED);
        for (int i = 0; i < told.texts().size(); i++)
            book.text(row, i + 1, told.texts().get(i), sheet.widths().get(i) <= 14 ? Look.CENTRED : Look.TEXT);
    }

    /** A clause, how far it is checked, and what would settle it. */
    static String said(Finding finding) {
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
