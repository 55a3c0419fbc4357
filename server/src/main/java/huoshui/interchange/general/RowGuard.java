package huoshui.interchange.general;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.Reader;

/**
 * Stands before the XML parser: lets no document type declaration and no endless row pass, and keeps line breaks that
 * stand raw within a value, which a parser would turn into blanks (a résumé would lose its lines). 行卫
 */
final class RowGuard extends Reader {

    private static final int WIDEST = 5;

    private final Reader source;
    private final String file;
    private final int longest;
    private final char[] in = new char[8192];
    private final char[] out = new char[in.length * WIDEST];
    private int at;
    private int end;
    private boolean tag;
    private boolean first;
    private boolean declaration;
    private boolean skipLineFeed;
    private char quote;
    private int length;

    RowGuard(Reader source, String file, int longest) {
        this.source = source;
        this.file = file;
        this.longest = longest;
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        while (at == end) {
            int got = source.read(in, 0, in.length);
            if (got < 0) return -1;
            at = 0;
            end = 0;
            for (int i = 0; i < got; i++) pass(in[i]);
        }
        int given = Math.min(count, end - at);
        System.arraycopy(out, at, buffer, offset, given);
        at += given;
        return given;
    }

    private void pass(char c) {
        if (tag) inTag(c);
        else if (c == '<') open();
        if (skipLineFeed && c == '\n') {
            skipLineFeed = false;
            return;
        }
        skipLineFeed = false;
        if (quote != 0 && (c == '\n' || c == '\r')) {
            put("&#10;");
            skipLineFeed = c == '\r';
        } else if (quote != 0 && c == '\t') {
            put("&#9;");
        } else {
            out[end++] = c;
        }
    }

    private void open() {
        tag = true;
        first = true;
        declaration = false;
        length = 0;
    }

    private void inTag(char c) {
        if (++length > longest)
            throw Refusal.input(
                    "general.row-too-long", "未读取通用格式包：%s 中有一行超过 %d 个字符。请核对该文件是否损坏或被塞入异常内容。".formatted(file, longest));
        if (first) {
            first = false;
            declaration = c == '!';
        } else if (declaration && length == 2 && (c == 'D' || c == 'd')) {
            throw doctype();
        }
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (!declaration && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '>') {
            tag = false;
        }
    }

    private Refusal doctype() {
        return Refusal.input("general.doctype", "未读取通用格式包：%s 带有文档类型声明（DOCTYPE），可能夹带外部内容。请用原系统重新导出。".formatted(file));
    }

    private void put(String text) {
        for (int i = 0; i < text.length(); i++) out[end++] = text.charAt(i);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
