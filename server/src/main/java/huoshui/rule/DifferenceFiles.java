package huoshui.rule;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.rule.Difference.Change;
import huoshui.rule.Difference.Side;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A difference as a spreadsheet, by the rules of every export: purpose, journal, many people only by two. 差异名单 */
@Component
public class DifferenceFiles {

    private static final String[] HEADS = {"序号", "姓名或单位", "单位", "层次", "条款", "自", "原为", "改为", "原依据", "新依据"};
    private static final int[] WIDTHS = {6, 14, 26, 12, 14, 12, 12, 12, 46, 46};

    private final Approvals approvals;
    private final ApplicationEventPublisher events;

    DifferenceFiles(Approvals approvals, ApplicationEventPublisher events) {
        this.approvals = approvals;
        this.events = events;
    }

    /**
     * Lets it out.
     *
     * @throws Refusal {@code right}, {@code purpose-required}, {@code nobody}, {@code approval-required}, {@code approval-pending}
     */
    @Transactional
    public void release(Signed who, Difference difference) {
        who.require(Right.EXPORT);
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：导出名单须选事由。请从事由表选取后再导出。");
        if (difference.changes().isEmpty()) throw Refusal.input("nobody", "未导出：没有人的核查结果有变化。");
        var people = people(difference);
        if (people.size() > Approvals.ALONE) approvals.use(who, Approval.Kind.EXPORT, digest(who, difference));
        announce(who, difference, people);
    }

    /** Asks for the second person whom so many need. */
    public Approval ask(Signed who, Difference difference) {
        int people = people(difference).size();
        var codes = difference.changes().stream()
                .map(Change::code)
                .distinct()
                .sorted()
                .collect(Collectors.joining("、"));
        var chapters = chapters(difference).stream().map(Chapter::word).collect(Collectors.joining("、"));
        var summary = "导出 条款差异名单（%s；读到 %s），%d 人，情况截至 %s".formatted(codes, chapters, people, difference.said());
        return approvals.ask(who, Approval.Kind.EXPORT, digest(who, difference), summary, people);
    }

    /** To exactly these people, these words, these chapters and this purpose somebody agrees, as known then. */
    private static String digest(Signed who, Difference difference) {
        var content = new Canonical()
                .add("difference")
                .add(difference.known())
                .add(difference.digest())
                .add(String.valueOf(who.purpose()));
        chapters(difference).forEach(each -> content.add(each.name()));
        return HexFormat.of().formatHex(Sm3.of(content.bytes()));
    }

    private static Set<Chapter> chapters(Difference difference) {
        var all = EnumSet.of(Chapter.BASIC);
        all.addAll(difference.chapters());
        all.remove(Chapter.ORGANIZATION);
        return all;
    }

    private static List<UUID> people(Difference difference) {
        return difference.changes().stream()
                .map(Change::subject)
                .filter(Subject.Person.class::isInstance)
                .map(Subject::id)
                .distinct()
                .toList();
    }

    private void announce(Signed who, Difference difference, List<UUID> people) {
        var all = chapters(difference);
        var lines = new ArrayList<Line>();
        for (var person : people) {
            var content = new Canonical()
                    .add("difference")
                    .add(person)
                    .add(difference.digest())
                    .bytes();
            for (var chapter : all) lines.add(new Line(Verb.EXPORT, person, chapter, null, content));
        }
        if (!lines.isEmpty()) events.publishEvent(new Auditable(who.actor(), lines));
    }

    /** Writes it: one line a change. */
    public void write(Difference difference, OutputStream out) throws IOException {
        try (var buffered = new BufferedOutputStream(out, 1 << 16);
                var sheet = new SheetWriter(buffered, SheetWriter.Style.STANDARD)) {
            sheet.sheet("差异名单");
            int last = HEADS.length - 1;
            sheet.text(0, 0, "条款差异名单", Look.TITLE);
            sheet.merge(0, 0, 0, last);
            sheet.text(1, 0, difference.told(), Look.NOTE);
            sheet.merge(1, 0, 1, last);
            for (int at = 0; at <= last; at++) {
                sheet.width(at, WIDTHS[at]);
                sheet.text(2, at, HEADS[at], Look.HEAD);
            }
            sheet.head(2, 2, 2);
            int row = 3;
            for (var each : difference.changes()) {
                line(sheet, row, row - 2, each, difference);
                sheet.done(row++);
            }
        }
    }

    private static void line(SheetWriter sheet, int row, int number, Change is, Difference of) {
        sheet.number(row, 0, number, Look.NUMBER);
        var cells = List.of(
                name(is, of),
                of.unit(is),
                of.level(is),
                is.code(),
                is.day().toString(),
                Side.word(is.from()),
                Side.word(is.to()),
                words(is.from()),
                words(is.to()));
        for (int at = 0; at < cells.size(); at++) sheet.text(row, at + 1, cells.get(at), Look.TEXT);
    }

    private static String name(Change is, Difference of) {
        return is.card() == null ? of.unit(is) : is.card().who().name();
    }

    private static String words(@Nullable Side side) {
        return side == null ? "" : side.words();
    }
}
