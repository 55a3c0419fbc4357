package huoshui.interchange.general;

import huoshui.kernel.Refusal;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One table on its way into a package: rows are appended to a temporary file. 待写信息集 */
final class TableFile implements Closeable {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xml><data>\n";
    private static final String FOOT = "</data></xml>\n";

    private final String set;
    private final Path path;
    private final BufferedWriter out;

    TableFile(String set, Path folder) throws IOException {
        this.set = set;
        this.path = folder.resolve(set + ".xml");
        this.out = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        out.write(HEAD);
    }

    /** Writes these columns of the row, in this order, leaving out what is absent. */
    void row(Map<String, String> values, List<String> columns) throws IOException {
        out.write("<row");
        for (var column : columns) {
            var value = values.get(column);
            if (value == null) continue;
            out.write(' ');
            out.write(column);
            out.write("=\"");
            out.write(escaped(set, column, value));
            out.write('"');
        }
        out.write("/>\n");
    }

    void copyTo(OutputStream zip) throws IOException {
        out.write(FOOT);
        out.close();
        Files.copy(path, zip);
    }

    static String escaped(String set, String column, String value) {
        var text = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\t', '\n', '\r' -> text.append("&#").append(c).append(';');
                default -> {
                    if (!allowed(c)) throw unwritable(set, column);
                    text.appendCodePoint(c);
                }
            }
        }
        return text.toString();
    }

    /** Char of XML 1.0, section 2.2. */
    private static boolean allowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    private static Refusal unwritable(String set, String column) {
        return Refusal.input(
                "general.unwritable",
                "未导出通用格式包：%s的%s含有不能写入 XML 的控制字符。请先改正这一栏。"
                        .formatted(GeneralColumns.called(set), GeneralColumns.called(set, column)));
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
