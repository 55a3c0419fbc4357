package huoshui.document.sheet;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file of sheets, read row by row in constant memory. 表格文件
 *
 * <p>Whatever the file tries, reading ends in rows or in one {@link Refusal} that says what to do.
 */
public interface SheetFile extends AutoCloseable {

    /** Takes rows one by one. */
    interface Taking {
        void take(SheetLine line);
    }

    /**
     * What only shows at the end of a sheet.
     *
     * @param hiddenColumns from 0
     * @param cutAfter row after which only empty rows came, so many that reading stopped; 0 when all was read
     */
    record Tail(List<Merge> merges, Set<Integer> hiddenColumns, int cutAfter) {}

    List<SheetHead> sheets();

    /** Hands out every row with something in it. */
    Tail read(int sheet, Taking each);

    @Override
    void close();

    /** Whether a file of this name is read here; {@code .xls} too, to say what to do with it. */
    static boolean recognizes(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        return Set.of(".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv").stream().anyMatch(plain::endsWith);
    }

    /** So many bytes tell what it is. */
    int HEAD = 64;

    /** What other programs save under a name of a spreadsheet: a page, or the XML of 2003. */
    Pattern MARKUP = Pattern.compile(
            "(?:\\u00EF\\u00BB\\u00BF)?\\s*<\\s*(?:!doctype|html|table|\\?xml|meta|head|body)",
            Pattern.CASE_INSENSITIVE);

    /**
     * Opens a file by what it is, not by what it is called.
     *
     * @param called its name as its sender knows it
     * @throws Refusal {@code sheet.too-large}, {@code sheet.old}, {@code sheet.broken}, {@code sheet.hostile}
     */
    static SheetFile open(Path file, String called) {
        return open(file, called, SheetLimits.STANDARD);
    }

    static SheetFile open(Path file, String called, SheetLimits limits) {
        try {
            long size = Files.size(file);
            if (size > limits.file())
                throw refused(
                        called,
                        "too-large",
                        "文件有 %d MB，超过一次 %d MB 的上限".formatted(size >> 20, limits.file() >> 20),
                        "请分成几个文件，或删去表中的图片后再导入");
            byte[] head;
            try (var in = Files.newInputStream(file)) {
                head = in.readNBytes(HEAD);
            }
            if (head.length == 0) throw refused(called, "empty", "文件是空的", "请确认选择的文件");
            if (starts(head, 0xD0, 0xCF, 0x11, 0xE0))
                throw refused(called, "old", "是旧版 .xls 或加了打开密码的文件", "请在表格软件中去掉密码、另存为 .xlsx 后再导入");
            if (MARKUP.matcher(new String(head, StandardCharsets.ISO_8859_1)).lookingAt())
                throw refused(called, "markup", "内容是网页（HTML 或 XML），只是名称像表格", "请在表格软件中打开，另存为 .xlsx 后再导入");
            if (starts(head, 'P', 'K')) return XlsxFile.open(file, called, limits);
            return new CsvFile(file, called, limits);
        } catch (IOException unreadable) {
            throw refused(called, "unreadable", "文件无法打开", "请检查访问权限或是否被占用后再导入");
        }
    }

    private static boolean starts(byte[] head, int... with) {
        if (head.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((head[i] & 0xFF) != with[i]) return false;
        return true;
    }

    static Refusal refused(String called, String code, String what, String remedy) {
        return Refusal.input("sheet." + code, "未读取“" + called + "”：" + what + "；" + remedy + "。");
    }
}
