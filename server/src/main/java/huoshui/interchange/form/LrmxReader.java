package huoshui.interchange.form;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a `.lrmx` file, from whichever editor, hand or enemy it comes. 任免表读取
 *
 * <p>Stateless; safe for use by many threads. Everything in the file is kept in {@link Form}; what is unusual about the file
 * itself is noted there.
 */
public final class LrmxReader {

    private final Limits limits;

    public LrmxReader() {
        this(Limits.STANDARD);
    }

    public LrmxReader(Limits limits) {
        this.limits = limits;
    }

    /** @throws Refusal when the file is too large, not a form, damaged, or tries to reach outside itself */
    public Form read(InputStream file) throws IOException {
        return read(file.readNBytes(limits.file() + 1));
    }

    /** @throws Refusal when the file is too large, not a form, damaged, or tries to reach outside itself */
    public Form read(byte[] file) {
        if (file.length > limits.file()) throw tooLarge(limits.file());
        var decoded = Decoded.of(file);
        if (Blanks.isBlank(decoded.text())) throw Refusal.input("form.empty", "读取任免表文件：文件是空的；请重新导出或重新复制该文件后再导入。");
        if (!Blanks.trim(
                        decoded.text().substring(0, Math.min(400, decoded.text().length())))
                .startsWith("<")) throw Refusal.input("form.not-a-form", "读取任免表文件：内容不是任免表（不以“<”开头）；请确认选择的是 .lrmx 文件。");
        var root = new XmlScanner(decoded.text(), limits).document();
        if (!root.name().equals("Person"))
            throw Refusal.input(
                    "form.not-a-form", "读取任免表文件：根标记是“" + root.name() + "”而不是“Person”，不是任免表；请确认选择的是 .lrmx 文件。");
        return checked(new Form(root.attributes(), root.children(), notes(decoded, root)));
    }

    static Refusal tooLarge(int most) {
        return Refusal.input("form.too-large", "读取任免表文件：文件超过 " + (most >> 20) + " MB 的上限，没有读取；请压缩其中的照片后重新保存再导入。");
    }

    private Form checked(Form form) {
        int rows = form.familyItems().size();
        if (rows > limits.rows())
            throw Refusal.input(
                    "form.too-many-rows", "读取任免表文件：家庭成员有 " + rows + " 行，超出可读取的 " + limits.rows() + " 行；请核对文件后再导入。");
        return form;
    }

    private static List<Problem> notes(Decoded decoded, Element root) {
        var notes = new ArrayList<Problem>();
        var note = decoded.note();
        if (note != null) notes.add(note);
        for (var box : Box.values()) {
            long times = root.children().stream()
                    .filter(each -> each.name().equals(box.element()))
                    .count();
            if (times > 1)
                notes.add(Problem.warning(
                        box.field(),
                        "form.repeated",
                        "读取“" + box.label() + "”：文件中出现了 " + times + " 次，取第一个有内容的；请核对该栏。"));
        }
        return notes;
    }
}
