package huoshui.interchange;

import huoshui.document.sheet.SheetWriter;
import huoshui.document.sheet.SheetWriter.Look;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** An empty roster to be filled in: headings whose columns stay text, and how to fill them. 名册模板 */
public final class RosterTemplate {

    private static final List<String> ADVICE = List.of(
            "各列已设为“文本”格式：身份证号、1966.10 这样的年月照原样填写，不会丢失数字。",
            "年月写成 1966.03；知道到日的写成 1966.03.12；只知道年的写 1966。",
            "身份证号填 18 位；已在库的人员按身份证号认定，没有身份证号的按姓名和出生年月比对后由人认定。",
            "空格表示不改动：没有填的项目不会删去库中已有的内容。",
            "可以增减、调换列，改变表头写法；导入时会先看列对应，再看差异，确认后才写入。");

    private RosterTemplate() {}

    public static byte[] of(RosterLayout layout) {
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, layout.style())) {
            sheet.sheet("名册");
            for (int i = 0; i < layout.columns().size(); i++) {
                var code = layout.columns().get(i);
                sheet.textColumn(i);
                sheet.width(
                        i,
                        code.equals(RosterColumns.NUMBERING)
                                ? 6
                                : RosterColumns.of(code).width());
                sheet.text(0, i, layout.title(i), Look.HEAD);
            }
            sheet.height(0, 34);
            sheet.head(0, 0, 0);
            sheet.sheet("填写说明");
            sheet.width(0, 100);
            for (int i = 0; i < ADVICE.size(); i++) sheet.text(i, 0, ADVICE.get(i), Look.NOTE);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
