package huoshui.interchange;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetWriter;
import huoshui.dossier.search.UnitSet;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tables of staffing as one workbook, by the rules of every export: purpose, journal, many people only by two.
 * 职数与班子配备表
 */
@Component
public class StaffingFiles {

    private final StaffingTables tables;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;

    StaffingFiles(StaffingTables tables, Approvals approvals, ApplicationEventPublisher events) {
        this.tables = tables;
        this.approvals = approvals;
        this.events = events;
    }

    /**
     * What shall go out.
     *
     * @param people how many its numbers count, each once, in sight or not
     */
    public record Sheet(AsOf at, List<NumberTable> tables, int people) {

        /** Of exactly these numbers. */
        byte[] content() {
            var content = new Canonical().add("staffing").add(at.valid().toEpochDay());
            for (var table : tables)
                for (var row : table.rows()) {
                    content.add(row.label());
                    for (var cell : row.cells()) content.add(String.valueOf(cell.value()));
                }
            return content.bytes();
        }
    }

    /** @throws Refusal {@code right} */
    public Sheet sheet(Signed who, UnitSet set, AsOf at) {
        who.require(Right.EXPORT);
        var all = StaffingTables.CODES.stream()
                .map(each -> tables.draw(who, each, set, at))
                .toList();
        return new Sheet(at, all, tables.counted(who, set, at).size());
    }

    /** To exactly these numbers and this purpose somebody agrees. */
    private static String digest(Signed who, Sheet sheet) {
        var content = new Canonical()
                .add(HexFormat.of().formatHex(Sm3.of(sheet.content())))
                .add(String.valueOf(who.purpose()));
        return HexFormat.of().formatHex(Sm3.of(content.bytes()));
    }

    /** Asks for the second person whom so many need. */
    public Approval ask(Signed who, Sheet sheet) {
        var summary = "导出 职数与班子配备表（单位的数字，不列姓名），涉及 %d 人，情况截至 %s"
                .formatted(sheet.people(), sheet.at().valid());
        return approvals.ask(who, Approval.Kind.EXPORT, digest(who, sheet), summary, sheet.people());
    }

    /**
     * Writes it out; a number opens its list in the page.
     *
     * @param address of a page by path and query
     * @throws Refusal {@code right}, {@code purpose-required}, {@code approval-required}, {@code approval-pending}
     */
    @Transactional
    public byte[] write(Signed who, Sheet sheet, String note, Function<String, String> address) {
        who.require(Right.EXPORT);
        if (who.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "未导出：职数与班子配备表涉及在职人员，导出须选事由。请从事由表选取后再导出。");
        if (sheet.people() > Approvals.ALONE) approvals.use(who, Approval.Kind.EXPORT, digest(who, sheet));
        events.publishEvent(
                Auditable.of(who.actor(), new Line(Verb.EXPORT, null, Chapter.ORGANIZATION, null, sheet.content())));
        var out = new ByteArrayOutputStream();
        try (var book = new SheetWriter(out, new SheetWriter.Style("宋体", 10, "F3F0E8", true, "A3"))) {
            for (var table : sheet.tables()) NumberSheet.write(book.sheet(table.name()), table, note, address);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
