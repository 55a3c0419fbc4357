package huoshui.document.paper;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A TrueType file read once, from which small files with a few of its glyphs are cut: what a document embeds is then as
 * small as what it says. 字库
 *
 * <p>Outlines are copied as they are; glyphs are numbered anew in the order of their characters.
 */
final class GlyphFile {

    private static final int MISSING = 0;
    private static final int COMPOSITE_HEAD = 10;
    private static final int WORDS = 1;
    private static final int SCALE = 8;
    private static final int MORE = 32;
    private static final int TWO_SCALES = 64;
    private static final int FOUR_SCALES = 128;
    private static final int LAST_SINGLE = 0xFFFF;
    /** Tables that are taken over as they are. */
    private static final List<String> KEPT = List.of("OS/2", "cvt ", "fpgm", "name", "post", "prep");

    private record Table(int at, int length) {}

    private final ByteBuffer file;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<Integer, Integer> glyphs = new java.util.HashMap<>();
    private final boolean shortPlaces;
    private final int widths;
    private final int unitsPerEm;

    GlyphFile(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            var tag = new String(bytes, at, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            tables.put(tag, new Table(file.getInt(at + 8), file.getInt(at + 12)));
        }
        unitsPerEm = unsigned(table("head").at() + 18);
        shortPlaces = unsigned(table("head").at() + 50) == 0;
        widths = unsigned(table("hhea").at() + 34);
        characters();
    }

    boolean has(int character) {
        return glyphs.containsKey(character);
    }

    /** In thousandths of the size, cut off as PDF counts. */
    int width(int character) {
        return advance(glyphs.getOrDefault(character, MISSING)) * 1000 / unitsPerEm;
    }

    /** A file of the same typeface with these characters and no others; those it lacks are left out. */
    byte[] cut(SortedSet<Integer> characters) {
        var order = new LinkedHashMap<Integer, Integer>();
        order.put(MISSING, MISSING);
        var numbers = new TreeMap<Integer, Integer>();
        for (int each : characters) {
            var glyph = glyphs.get(each);
            if (glyph != null) numbers.put(each, number(order, glyph));
        }
        var outlines = outlines(order);
        var cut = new TreeMap<String, byte[]>();
        for (var each : KEPT) if (tables.containsKey(each)) cut.put(each, bytes(each));
        cut.put("cmap", mapping(numbers));
        cut.put("glyf", joined(outlines));
        cut.put("loca", places(outlines));
        cut.put("hmtx", metrics(order.keySet()));
        cut.put("head", patched("head", 50, 1));
        cut.put("hhea", patched("hhea", 34, order.size()));
        cut.put("maxp", patched("maxp", 4, order.size()));
        return assembled(cut);
    }

    private static int number(Map<Integer, Integer> order, int glyph) {
        var known = order.putIfAbsent(glyph, order.size());
        return known == null ? order.size() - 1 : known;
    }

    /** The outlines in their new order; parts of composed glyphs join at the end. */
    private List<byte[]> outlines(Map<Integer, Integer> order) {
        var outlines = new ArrayList<byte[]>();
        var waiting = new ArrayList<>(order.keySet());
        for (int i = 0; i < waiting.size(); i++) {
            var outline = outline(waiting.get(i));
            int before = order.size();
            if (outline.length > COMPOSITE_HEAD && outline[0] < 0) renumber(ByteBuffer.wrap(outline), order);
            if (order.size() > before)
                waiting.addAll(List.copyOf(order.keySet()).subList(before, order.size()));
            outlines.add(outline);
        }
        return outlines;
    }

    private static void renumber(ByteBuffer composed, Map<Integer, Integer> order) {
        int at = COMPOSITE_HEAD;
        int flags;
        do {
            flags = composed.getShort(at) & 0xFFFF;
            composed.putShort(at + 2, (short) number(order, composed.getShort(at + 2) & 0xFFFF));
            at += 4 + ((flags & WORDS) == 0 ? 2 : 4);
            if ((flags & SCALE) != 0) at += 2;
            else if ((flags & TWO_SCALES) != 0) at += 4;
            else if ((flags & FOUR_SCALES) != 0) at += 8;
        } while ((flags & MORE) != 0);
    }

    private byte[] outline(int glyph) {
        int begins = place(glyph);
        return copied(table("glyf").at() + begins, place(glyph + 1) - begins);
    }

    private int place(int glyph) {
        int at = table("loca").at();
        return shortPlaces ? 2 * unsigned(at + 2 * glyph) : file.getInt(at + 4 * glyph);
    }

    private int advance(int glyph) {
        return unsigned(table("hmtx").at() + 4 * Math.min(glyph, widths - 1));
    }

    private int bearing(int glyph) {
        int at = table("hmtx").at();
        return unsigned(glyph < widths ? at + 4 * glyph + 2 : at + 4 * widths + 2 * (glyph - widths));
    }

    private byte[] metrics(Iterable<Integer> order) {
        var bytes = new java.io.ByteArrayOutputStream();
        for (int glyph : order) {
            bytes.writeBytes(ByteBuffer.allocate(4)
                    .putShort((short) advance(glyph))
                    .putShort((short) bearing(glyph))
                    .array());
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(List<byte[]> outlines) {
        var all = ByteBuffer.allocate(
                outlines.stream().mapToInt(each -> even(each.length)).sum());
        for (var each : outlines) all.put(Arrays.copyOf(each, even(each.length)));
        return all.array();
    }

    private static byte[] places(List<byte[]> outlines) {
        var all = ByteBuffer.allocate(4 * (outlines.size() + 1)).putInt(0);
        int at = 0;
        for (var each : outlines) all.putInt(at += even(each.length));
        return all.array();
    }

    /** Which character is which glyph, in groups of one (format 12). */
    private static byte[] mapping(Map<Integer, Integer> numbers) {
        int length = 16 + 12 * numbers.size();
        var map = ByteBuffer.allocate(12 + length);
        map.putShort((short) 0).putShort((short) 1);
        map.putShort((short) 3).putShort((short) 10).putInt(12);
        map.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(numbers.size());
        numbers.forEach(
                (character, glyph) -> map.putInt(character).putInt(character).putInt(glyph));
        return map.array();
    }

    private byte[] patched(String tag, int at, int value) {
        var bytes = bytes(tag);
        ByteBuffer.wrap(bytes).putShort(at, (short) value);
        return bytes;
    }

    private static byte[] assembled(Map<String, byte[]> tables) {
        int head = 12 + 16 * tables.size();
        var all = ByteBuffer.allocate(head
                + tables.values().stream().mapToInt(each -> even(each.length)).sum());
        int high = Integer.highestOneBit(tables.size());
        all.putInt(0x00010000).putShort((short) tables.size());
        all.putShort((short) (16 * high)).putShort((short) Integer.numberOfTrailingZeros(high));
        all.putShort((short) (16 * (tables.size() - high)));
        int at = head;
        for (var each : tables.entrySet()) {
            var bytes = each.getValue();
            all.put(each.getKey().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            all.putInt(sum(bytes)).putInt(at).putInt(bytes.length);
            System.arraycopy(bytes, 0, all.array(), at, bytes.length);
            at += even(bytes.length);
        }
        return all.array();
    }

    private static int sum(byte[] bytes) {
        var words = ByteBuffer.wrap(Arrays.copyOf(bytes, even(bytes.length)));
        int sum = 0;
        while (words.hasRemaining()) sum += words.getInt();
        return sum;
    }

    private static int even(int length) {
        return (length + 3) & ~3;
    }

    /** Reads which character is which glyph: the widest table of Unicode there is. */
    private void characters() {
        int map = table("cmap").at();
        int found = 0;
        int best = -1;
        for (int i = 0; i < unsigned(map + 2); i++) {
            int at = map + 4 + 8 * i;
            int rank = rank(unsigned(at), unsigned(at + 2));
            if (rank <= best) continue;
            best = rank;
            found = map + file.getInt(at + 4);
        }
        if (best < 0) throw new IllegalStateException("a font without Unicode");
        if (unsigned(found) == 12) groups(found);
        else segments(found);
    }

    private int rank(int platform, int encoding) {
        if (platform != 3) return -1;
        return encoding == 10 ? 1 : encoding == 1 ? 0 : -1;
    }

    private void groups(int at) {
        for (int i = 0; i < file.getInt(at + 12); i++) {
            int group = at + 16 + 12 * i;
            int first = file.getInt(group);
            for (int each = first; each <= file.getInt(group + 4); each++)
                glyphs.put(each, file.getInt(group + 8) + each - first);
        }
    }

    private void segments(int at) {
        int twice = unsigned(at + 6);
        for (int i = 0; i < twice; i += 2) {
            int last = unsigned(at + 14 + i);
            int starts = at + 16 + twice + i;
            int shift = unsigned(starts + twice);
            int ranges = starts + 2 * twice;
            for (int each = unsigned(starts); each <= last && each != LAST_SINGLE; each++) {
                int glyph = unsigned(ranges) == 0
                        ? each
                        : unsigned(ranges + unsigned(ranges) + 2 * (each - unsigned(starts)));
                if (glyph != 0 || unsigned(ranges) == 0) glyphs.put(each, (glyph + shift) & 0xFFFF);
            }
        }
    }

    private Table table(String tag) {
        var table = tables.get(tag);
        if (table == null) throw new IllegalStateException("a font without " + tag);
        return table;
    }

    private byte[] bytes(String tag) {
        return copied(table(tag).at(), table(tag).length());
    }

    private byte[] copied(int at, int length) {
        return Arrays.copyOfRange(file.array(), at, at + length);
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xFFFF;
    }
}
