package huoshui.document.sheet;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Comma or tab separated words: UTF-8, UTF-16 or GBK, found out by looking at all of it. CSV 文件 */
final class CsvFile implements SheetFile {

    private static final int LOOK = 1 << 16;

    private final Path file;
    private final String called;
    private final SheetLimits limits;
    private final Charset charset;
    private final char separator;

    CsvFile(Path file, String called, SheetLimits limits) throws IOException {
        this.file = file;
        this.called = called;
        this.limits = limits;
        this.charset = charset(file);
        this.separator = separator();
    }

    @Override
    public List<SheetHead> sheets() {
        return List.of(new SheetHead("", false));
    }

    private static Charset charset(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), LOOK)) {
            var head = in.readNBytes(2);
            if (head.length == 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) return StandardCharsets.UTF_16LE;
            if (head.length == 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) return StandardCharsets.UTF_16BE;
        }
        return utf8(file) ? StandardCharsets.UTF_8 : Charset.forName("GB18030");
    }

    private static boolean utf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(LOOK);
        var chars = CharBuffer.allocate(LOOK);
        try (var channel = Files.newByteChannel(file)) {
            while (channel.read(bytes) >= 0 || bytes.position() > 0) {
                bytes.flip();
                boolean last = channel.position() >= channel.size();
                if (decoder.decode(bytes, chars.clear(), last).isError()) return false;
                bytes.compact();
                if (last && bytes.position() == 0) return true;
                if (last) return false;
            }
        }
        return true;
    }

    /** Whichever of tab, comma and semicolon the first lines have most of. */
    private char separator() throws IOException {
        try (var in = reader()) {
            var head = new char[LOOK];
            int read = Math.max(0, in.read(head));
            int tabs = 0;
            int commas = 0;
            int semicolons = 0;
            for (int i = 0; i < read; i++) {
                if (head[i] == '\t') tabs++;
                else if (head[i] == ',') commas++;
                else if (head[i] == ';') semicolons++;
                else if (head[i] == 0) throw SheetFile.refused(called, "broken", "不是文字文件", "请确认选择的文件，或另存为 .xlsx 后再导入");
            }
            if (tabs > 0 && tabs >= commas) return '\t';
            return semicolons > commas ? ';' : ',';
        }
    }

    private BufferedReader reader() throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), decoder), LOOK);
        reader.mark(1);
        if (reader.read() != '\uFEFF') reader.reset();
        return reader;
    }

    @Override
    public Tail read(int sheet, Taking each) {
        try (var in = reader()) {
            var line = new Line();
            for (int c = in.read(); c >= 0; c = in.read()) {
                if (line.quoted) {
                    if (c != '"') line.add((char) c);
                    else {
                        in.mark(1);
                        if (in.read() == '"') line.add('"');
                        else {
                            in.reset();
                            line.quoted = false;
                        }
                    }
                } else if (c == '"' && line.text.isEmpty()) line.quoted = true;
                else if (c == separator) line.cell();
                else if (c == '\n' || c == '\r') {
                    if (c == '\r') {
                        in.mark(1);
                        if (in.read() != '\n') in.reset();
                    }
                    line.end(each);
                    if (line.blanks > limits.blanks()) return new Tail(List.of(), Set.of(), line.number - line.blanks);
                } else line.add((char) c);
            }
            if (line.quoted)
                throw SheetFile.refused(
                        called, "broken", "引号没有成对，第 " + (line.number + 1) + " 行起读不下去", "请在表格软件中重新另存后再导入");
            if (!line.text.isEmpty() || !line.cells.isEmpty()) line.end(each);
            return new Tail(List.of(), Set.of(), 0);
        } catch (IOException unreadable) {
            throw SheetFile.refused(called, "unreadable", "文件读到一半读不下去", "请重新复制后再导入");
        }
    }

    private final class Line {
        private final StringBuilder text = new StringBuilder();
        private final List<Cell> cells = new ArrayList<>();
        private boolean quoted;
        private int number;
        private int blanks;

        void add(char c) {
            if (text.length() >= limits.text())
                throw SheetFile.refused(
                        called, "too-long", "第 " + (number + 1) + " 行有一格超过 " + limits.text() + " 字", "请核对引号和换行后再导入");
            text.append(c);
        }

        void cell() {
            var plain = text.toString();
            text.setLength(0);
            if (cells.size() >= limits.columns()) {
                if (!plain.isBlank()) throw tooWide(called, number + 1, limits);
                return;
            }
            cells.add(plain.isBlank() ? Cell.BLANK : untyped(plain));
        }

        void end(Taking each) {
            cell();
            number++;
            while (!cells.isEmpty() && cells.getLast().blank()) cells.removeLast();
            if (cells.isEmpty()) blanks++;
            else {
                blanks = 0;
                each.take(new SheetLine(number, false, List.copyOf(cells)));
            }
            cells.clear();
        }
    }

    /** {@code ="0123"} is how spreadsheets are told to leave digits alone. */
    private static Cell untyped(String plain) {
        if (plain.length() > 3 && plain.startsWith("=\"") && plain.endsWith("\""))
            return new Cell.Text(plain.substring(2, plain.length() - 1));
        return new Cell.Untyped(plain);
    }

    static huoshui.kernel.Refusal tooWide(String called, int row, SheetLimits limits) {
        return SheetFile.refused(
                called, "too-wide", "第 " + row + " 行在第 " + limits.columns() + " 列以后还有内容", "请删去多余的列后再导入");
    }

    @Override
    public void close() {}
}
