package huoshui.document.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Office Open XML, read part by part straight from its archive. xlsx 工作簿
 *
 * <p>Own reading rather than a library's: hidden rows, merged cells and the styles of dates are asked for, and every part is
 * counted while it is unpacked. Document types, and with them entities, are refused.
 */
final class XlsxFile implements SheetFile {

    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XML.setXMLReporter((message, error, about, where) -> {});
    }

    /** As many as spreadsheets themselves allow, or more than any has; what is beyond was not made by one. */
    private static final int RELATIONSHIPS = 4_096;

    private static final int STYLES = 65_490;
    private static final int FORMATS = 4_096;
    private static final int FORMAT_LENGTH = 1_024;

    private record Part(String name, boolean hidden, String path) {}

    private final ZipFile zip;
    private final String called;
    private final SheetLimits limits;
    private final List<Part> parts = new ArrayList<>();
    private final NumberFormats formats = new NumberFormats();
    private final SharedTexts texts;
    private final Unpacking.Sum sum = new Unpacking.Sum();
    private boolean from1904;

    private XlsxFile(ZipFile zip, String called, SheetLimits limits) {
        this.zip = zip;
        this.called = called;
        this.limits = limits;
        this.texts = new SharedTexts(called, limits);
    }

    static XlsxFile open(Path file, String called, SheetLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | IllegalArgumentException cut) {
            throw SheetFile.refused(called, "broken", "文件不完整，读不出来", "请重新复制，或在表格软件中打开另存后再导入");
        }
        var open = new XlsxFile(zip, called, limits);
        try {
            open.workbook();
            return open;
        } catch (RuntimeException | IOException failed) {
            zip.close();
            throw failed;
        }
    }

    private void workbook() throws IOException {
        var book = zip.getEntry("xl/workbook.xml");
        if (book == null) throw SheetFile.refused(called, "no-workbook", "是压缩包而不是 .xlsx 工作簿", "请直接选择 .xlsx 名册，不要装进压缩包");
        var targets = new HashMap<String, String>();
        each("xl/_rels/workbook.xml.rels", xml -> {
            if (xml.getLocalName().equals("Relationship")) {
                var id = attribute(xml, "Id");
                var target = attribute(xml, "Target");
                if (id != null && target != null) targets.put(id, target);
                within(targets.size(), RELATIONSHIPS, "部件关系");
            }
        });
        each("xl/workbook.xml", xml -> {
            switch (xml.getLocalName()) {
                case "workbookPr" -> from1904 = truth(attribute(xml, "date1904"));
                case "sheet" -> sheet(xml, targets);
                default -> {}
            }
        });
        if (parts.isEmpty()) throw SheetFile.refused(called, "broken", "工作簿中没有工作表", "请在表格软件中打开另存后再导入");
        styles();
        shared();
    }

    private void sheet(XMLStreamReader xml, Map<String, String> targets) {
        String id = null;
        for (int i = 0; i < xml.getAttributeCount(); i++)
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null)
                id = xml.getAttributeValue(i);
        var target = id == null ? null : targets.get(id);
        if (target == null) return;
        var path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        var state = attribute(xml, "state");
        var name = attribute(xml, "name");
        if (zip.getEntry(path) != null && parts.size() < 256)
            parts.add(new Part(name == null ? "" : name, state != null && !state.equals("visible"), path));
    }

    private void styles() throws IOException {
        var cells = new boolean[1];
        each("xl/styles.xml", xml -> {
            switch (xml.getLocalName()) {
                case "numFmt" -> format(number(attribute(xml, "numFmtId"), -1), orEmpty(attribute(xml, "formatCode")));
                case "cellXfs" -> cells[0] = true;
                case "cellStyles", "dxfs" -> cells[0] = false;
                case "xf" -> {
                    if (cells[0]) within(formats.style(number(attribute(xml, "numFmtId"), 0)), STYLES, "单元格样式");
                }
                default -> {}
            }
        });
    }

    private void format(int id, String code) {
        if (code.length() > FORMAT_LENGTH)
            throw SheetFile.refused(called, "too-large", "有一种数字格式超过 " + FORMAT_LENGTH + " 字", "请把数据复制到新建的工作簿中，另存后再导入");
        within(formats.format(id, code), FORMATS, "自定义数字格式");
    }

    private void within(int count, int most, String what) {
        if (count > most)
            throw SheetFile.refused(called, "too-large", what + "超过 " + most + " 个", "请把数据复制到新建的工作簿中，另存后再导入");
    }

    private void shared() throws IOException {
        var entry = zip.getEntry("xl/sharedStrings.xml");
        if (entry == null) return;
        read(entry, xml -> {
            var text = new StringBuilder();
            boolean taking = false;
            int aside = 0;
            while (xml.hasNext()) {
                switch (next(xml)) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        var name = xml.getLocalName();
                        if (name.equals("rPh")) aside++;
                        taking = name.equals("t") && aside == 0;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (taking) append(text, xml, 0);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        taking = false;
                        if (xml.getLocalName().equals("rPh")) aside--;
                        if (!xml.getLocalName().equals("si")) continue;
                        texts.add(text.toString());
                        text.setLength(0);
                    }
                    default -> {}
                }
            }
        });
    }

    @Override
    public List<SheetHead> sheets() {
        return parts.stream().map(each -> new SheetHead(each.name, each.hidden)).toList();
    }

    @Override
    public Tail read(int sheet, Taking each) {
        var reading = new Reading(each);
        try {
            read(zip.getEntry(parts.get(sheet).path), reading::all);
        } catch (IOException cut) {
            throw broken();
        }
        return new Tail(reading.merges, reading.hidden, reading.cutAfter);
    }

    /** One pass over a sheet. */
    private final class Reading {

        private final Taking each;
        private final List<Merge> merges = new ArrayList<>();
        private final Set<Integer> hidden = new HashSet<>();
        private final StringBuilder text = new StringBuilder();
        private List<Cell> cells = new ArrayList<>();
        private int row;
        private int last;
        private int blanks;
        private int cutAfter;
        private boolean rowHidden;
        private int column;
        private String type = "";
        private int style;
        private boolean taking;
        private boolean formula;

        /** Some programs leave the old inline text behind the value they put in its place. */
        private boolean valued;

        Reading(Taking each) {
            this.each = each;
        }

        void all(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                switch (next(xml)) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (taking) append(text, xml, row);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        end(xml.getLocalName());
                        if (cutAfter > 0) return;
                    }
                    default -> {}
                }
            }
        }

        private void start(XMLStreamReader xml) {
            switch (xml.getLocalName()) {
                case "row" -> {
                    row = Math.max(row + 1, number(attribute(xml, "r"), row + 1));
                    rowHidden = truth(attribute(xml, "hidden"));
                    column = -1;
                }
                case "c" -> {
                    column = column(attribute(xml, "r"), column + 1);
                    type = orEmpty(attribute(xml, "t"));
                    style = number(attribute(xml, "s"), -1);
                    text.setLength(0);
                    valued = false;
                }
                case "f" -> formula = true;
                case "is" -> valued = !text.isEmpty();
                case "v", "t" -> taking = !formula && !valued;
                case "col" -> {
                    if (!truth(attribute(xml, "hidden"))) return;
                    int first = number(attribute(xml, "min"), 1);
                    int to = Math.min(number(attribute(xml, "max"), first), limits.columns());
                    for (int i = first; i <= to; i++) hidden.add(i - 1);
                }
                case "mergeCell" -> merge(attribute(xml, "ref"));
                default -> {}
            }
        }

        private void end(String name) {
            switch (name) {
                case "f" -> formula = false;
                case "v", "t" -> taking = false;
                case "c" -> cell();
                case "row" -> row();
                default -> {}
            }
        }

        private void cell() {
            if (text.isEmpty()) return;
            var cell = value(text.toString());
            text.setLength(0);
            if (cell.blank()) return;
            if (column < 0) throw broken();
            if (column >= limits.columns()) throw CsvFile.tooWide(called, row, limits);
            while (cells.size() <= column) cells.add(Cell.BLANK);
            cells.set(column, cell);
        }

        private void row() {
            if (cells.isEmpty()) {
                blanks++;
                if (blanks > limits.blanks() || row - last > limits.blanks()) cutAfter = Math.max(1, last);
                return;
            }
            if (last > 0 && row - last > limits.blanks()) {
                cutAfter = last;
                return;
            }
            blanks = 0;
            last = row;
            each.take(new SheetLine(row, rowHidden, cells));
            cells = new ArrayList<>(cells.size());
        }

        private Cell value(String raw) {
            return switch (type) {
                case "s" -> new Cell.Text(texts.get(number(raw.strip(), -1)));
                case "str", "inlineStr" -> new Cell.Text(raw);
                case "b" -> new Cell.Text(raw.strip().equals("1") ? "是" : "否");
                case "e" -> new Cell.Fault(raw);
                case "d" -> new Cell.Text(raw.length() > 10 ? raw.substring(0, 10) : raw);
                default -> numeric(raw.strip());
            };
        }

        private Cell numeric(String raw) {
            double value;
            try {
                value = Double.parseDouble(raw);
            } catch (NumberFormatException text) {
                return new Cell.Text(raw);
            }
            if (Double.isNaN(value) || Double.isInfinite(value)) return new Cell.Fault(raw);
            var format = formats.of(style);
            if (!NumberFormats.date(format)) return new Cell.Number(value, format, from1904);
            try {
                return new Cell.Day(Serials.day(value, from1904), NumberFormats.wholeDay(format));
            } catch (DateTimeException none) {
                return new Cell.Number(value, format, from1904);
            }
        }

        private void merge(@Nullable String ref) {
            if (ref == null) return;
            var ends = ref.split(":", 2);
            if (merges.size() >= limits.merges())
                throw SheetFile.refused(called, "too-large", "合并单元格超过 " + limits.merges() + " 处", "请取消多余的合并后再导入");
            int one = column(ends[0], 0);
            int other = ends.length > 1 ? column(ends[1], one) : one;
            merges.add(new Merge(rowOf(ends[0]), rowOf(ends.length > 1 ? ends[1] : ends[0]), one, other));
        }
    }

    private static int rowOf(String address) {
        return number(address.replaceAll("[^0-9]", ""), 0);
    }

    /** AB12 → 27. */
    private static int column(@Nullable String address, int otherwise) {
        if (address == null) return otherwise;
        int column = 0;
        for (int i = 0; i < address.length() && i < 4; i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + c - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private void append(StringBuilder text, XMLStreamReader xml, int row) {
        if (text.length() + xml.getTextLength() > limits.text())
            throw SheetFile.refused(
                    called,
                    "too-long",
                    (row == 0 ? "有一格" : "第 " + row + " 行有一格") + "超过 " + limits.text() + " 字",
                    "请缩短后再导入");
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private interface Walk {
        void through(XMLStreamReader xml) throws XMLStreamException;
    }

    private void each(String path, Consumer<XMLStreamReader> element) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) return;
        read(entry, xml -> {
            while (xml.hasNext()) if (next(xml) == XMLStreamConstants.START_ELEMENT) element.accept(xml);
        });
    }

    private void read(ZipEntry entry, Walk walk) throws IOException {
        try (InputStream in = new BufferedInputStream(
                new Unpacking(zip.getInputStream(entry), called, limits, entry.getCompressedSize(), sum), 1 << 16)) {
            var xml = XML.createXMLStreamReader(in);
            walk.through(xml);
            xml.close();
        } catch (XMLStreamException | ZipException | java.io.EOFException | IllegalArgumentException cut) {
            throw broken();
        }
    }

    private int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE)
            throw SheetFile.refused(called, "hostile", "其中含有文档类型声明或实体，正常的表格没有这些", "请确认文件来源，在表格软件中打开另存后再导入");
        return event;
    }

    private huoshui.kernel.Refusal broken() {
        return SheetFile.refused(called, "broken", "文件内容不完整或不合规范", "请在表格软件中打开另存后再导入");
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        return xml.getAttributeValue(null, name);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean truth(@Nullable String text) {
        return "1".equals(text) || "true".equals(text);
    }

    private static int number(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty() || text.length() > 9) return otherwise;
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) < '0' || text.charAt(i) > '9') return otherwise;
        return Integer.parseInt(text);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException already) {
            throw new java.io.UncheckedIOException(already);
        }
    }
}
