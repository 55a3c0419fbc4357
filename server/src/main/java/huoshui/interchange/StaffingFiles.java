package huoshui.interchange;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.interchange.StaffingTable.Cell;
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
 * Both tables of staffing as one workbook, by the rules of every export: purpose, journal, many people only by two.
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
    public record Sheet(AsOf at, List<StaffingTable> tables, int people) {

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
    public Sheet sheet(Signed who, AsOf at) {
        who.require(Right.EXPORT);
        var both =
                List.of(tables.draw(who, StaffingTables.ESTABLISHMENT, at), tables.draw(who, StaffingTables.TEAMS, at));
        return new Sheet(at, both, tables.counted(who, at).size());
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
            for (var table : sheet.tables()) write(book.sheet(table.name()), table, note, address);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(SheetWriter sheet, StaffingTable table, String note, Function<String, String> address)
            throws IOException {
        int last = table.groups().stream().mapToInt(each -> each.parts().size()).sum();
        sheet.text(0, 0, table.name(), Look.TITLE);
        sheet.merge(0, 0, 0, last);
        sheet.height(0, 34);
        sheet.text(1, 0, note, Look.NOTE);
        sheet.merge(1, 0, 1, last);
        sheet.width(0, 30);
        sheet.text(2, 0, table.rowTitle(), Look.HEAD);
        sheet.text(3, 0, "", Look.HEAD);
        sheet.merge(2, 0, 3, 0);
        int column = 1;
        for (var group : table.groups()) {
            int first = column;
            for (var part : group.parts()) {
                sheet.text(2, column, column == first ? group.title() : "", Look.HEAD);
                sheet.text(3, column, part.title(), Look.HEAD);
                sheet.width(column++, 8);
            }
            sheet.merge(2, first, 2, column - 1);
        }
        sheet.height(3, 32);
        for (int i = 0; i < table.rows().size(); i++) {
            var row = table.rows().get(i);
            sheet.text(4 + i, 0, row.label(), Look.TEXT);
            for (int k = 0; k < row.cells().size(); k++)
                cell(sheet, 4 + i, 1 + k, row.cells().get(k), i == 0, address);
        }
        sheet.head(2, 3, 1);
        sheet.foot(note);
    }

    private static void cell(
            SheetWriter sheet, int row, int column, Cell cell, boolean total, Function<String, String> address) {
        var value = cell.value();
        var look = total ? Look.TOTAL : Look.NUMBER;
        if (value == null) sheet.text(row, column, "—", look);
        else if (cell.opens() == null) sheet.number(row, column, value, look);
        else sheet.link(row, column, value, address.apply(cell.opens()), look);
    }
}
