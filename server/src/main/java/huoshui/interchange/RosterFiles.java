package huoshui.interchange;

import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import huoshui.interchange.Exports.Exported;
import huoshui.kernel.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes rosters as spreadsheets. 名册文件 */
@Component
class RosterFiles {

    private static final int HEAD = 2;
    private static final double LINE = 15;

    private final Rosters rosters;

    RosterFiles(Rosters rosters) {
        this.rosters = rosters;
    }

    Exported write(Rosters.Plan plan, Path out) {
        var layout = plan.layout();
        try (var file = new BufferedOutputStream(Files.newOutputStream(out), 1 << 16);
                var sheet = new SheetWriter(file, layout.style())) {
            sheet.sheet(layout.name());
            int last = plan.columns().size() - 1;
            head(sheet, plan, last);
            rosters.draw(plan, new Drawn(sheet, plan, last));
        } catch (IOException | UncheckedIOException broken) {
            throw Refusal.input("export-unwritable", "未导出：“" + out + "”写不进去。请检查路径、权限和磁盘空间。");
        }
        return new Exported(List.of(out.toString()), plan.listed().size(), plan.narrowed());
    }

    private static void head(SheetWriter sheet, Rosters.Plan plan, int last) {
        for (int i = 0; i <= last; i++) {
            var column = plan.columns().get(i);
            sheet.width(i, column == null ? 6 : column.width());
        }
        sheet.text(0, 0, plan.layout().title(), Look.TITLE);
        sheet.merge(0, 0, 0, last);
        sheet.height(0, 34);
        sheet.text(1, 0, plan.note(), Look.NOTE);
        sheet.merge(1, 0, 1, last);
        for (int i = 0; i <= last; i++) sheet.text(HEAD, i, plan.titles().get(i), Look.HEAD);
        sheet.height(HEAD, 2 * LINE + 4);
        int frozen = 0;
        for (int i = 0; i <= last && i < 3; i++) {
            var column = plan.columns().get(i);
            if (column != null && column.code().equals("name")) frozen = i + 1;
        }
        sheet.head(HEAD, HEAD, frozen);
        sheet.foot(plan.note());
    }

    private static final class Drawn implements Rosters.Drawing {

        private final SheetWriter sheet;
        private final Rosters.Plan plan;
        private final int last;
        private int row = HEAD + 1;

        Drawn(SheetWriter sheet, Rosters.Plan plan, int last) {
            this.sheet = sheet;
            this.plan = plan;
            this.last = last;
        }

        @Override
        public void group(String name, int people) {
            sheet.text(row, 0, name + "（" + people + "人）", Look.GROUP);
            for (int i = 1; i <= last; i++) sheet.text(row, i, "", Look.GROUP);
            row++;
        }

        @Override
        public void line(List<@Nullable Object> values) {
            for (int i = 0; i < values.size(); i++) cell(i, values.get(i));
            row++;
            try {
                sheet.done(row);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private void cell(int i, @Nullable Object value) {
            var column = plan.columns().get(i);
            if (value instanceof Integer number)
                sheet.number(row, i, number, column == null ? Look.CENTRED : Look.NUMBER);
            else sheet.text(row, i, value == null ? "" : value.toString(), look(column));
        }

        private static Look look(@Nullable RosterColumn column) {
            if (column == null || column.width() <= 12) return Look.CENTRED;
            return Look.TEXT;
        }
    }
}
