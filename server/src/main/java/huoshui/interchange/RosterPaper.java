package huoshui.interchange;

import huoshui.document.paper.Imprint;
import huoshui.document.paper.Passage.Across;
import huoshui.document.paper.PdfPaper;
import huoshui.document.paper.TableLayout;
import huoshui.document.paper.TableLayout.Column;
import huoshui.document.paper.TableLayout.Paper;
import huoshui.document.paper.Typefaces;
import huoshui.interchange.Exports.Exported;
import huoshui.kernel.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rosters on paper: the same columns, order and groups as the spreadsheet's, headings on every page. 名册印制 */
@Component
class RosterPaper {

    private static final double USUAL = 9;
    private static final double MOST = 12;
    private static final int NARROW = 12;
    private static final int NUMBERING = 5;

    private final Rosters rosters;
    private final Typefaces typefaces;
    private final PdfPaper pdf;

    RosterPaper(Rosters rosters, Typefaces typefaces, PdfPaper pdf) {
        this.rosters = rosters;
        this.typefaces = typefaces;
        this.pdf = pdf;
    }

    Exported write(Rosters.Plan plan, Imprint imprint, Path out) {
        var layout = plan.layout();
        var size = layout.size() == null ? USUAL : Math.min(MOST, layout.size());
        var table = new TableLayout(
                typefaces,
                layout.title(),
                plan.note(),
                columns(plan),
                Paper.of(!"A4".equals(layout.paper()), Boolean.TRUE.equals(layout.portrait())),
                size);
        rosters.draw(plan, new Rosters.Drawing() {
            @Override
            public void group(String name, int people) {
                table.group(name + "（" + people + "人）");
            }

            @Override
            public void line(List<@Nullable Object> values) {
                table.row(values.stream()
                        .map(each -> each == null ? "" : each.toString())
                        .toList());
            }
        });
        var sheet = table.sheet();
        try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
            pdf.write(sheet, imprint, file);
        } catch (IOException broken) {
            throw Refusal.input("export-unwritable", "未导出：“" + out + "”写不进去。请检查路径、权限和磁盘空间。");
        }
        var notes =
                Stream.concat(plan.narrowed().stream(), sheet.notes().stream()).toList();
        return new Exported(List.of(out.toString()), plan.listed().size(), notes);
    }

    private static List<Column> columns(Rosters.Plan plan) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < plan.columns().size(); i++) {
            var column = plan.columns().get(i);
            int width = column == null ? NUMBERING : column.width();
            columns.add(new Column(plan.titles().get(i), width, width <= NARROW ? Across.CENTER : Across.LEFT));
        }
        return columns;
    }
}
