package huoshui.rule;

import huoshui.rule.Edition.Item;
import huoshui.rule.Edition.Place;
import huoshui.rule.Sheet.Part;
import huoshui.rule.Sheet.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A file of the rulebook taken apart: its items, and how it stands around them. 规则文件的拆分
 *
 * <p>Put together again ({@link PracticeFiles}) it is the same, byte for byte.
 *
 * @param layout the file with each item's place instead of its text
 */
record PracticeFile(String name, String layout, List<Item> items) {

    /**
     * A file that was read before and is sound.
     *
     * @throws Wrong where an item does not stand on lines of its own
     */
    static PracticeFile of(String name, String text) {
        var lines = List.of(text.split("\n", -1));
        var items = new ArrayList<Item>();
        var layout = new StringBuilder();
        int next = 0;
        for (var part : parts(name, text)) {
            int first = part.part.line() - 1;
            int last = last(part.part.node());
            int column = part.part.node().getStartMark().getColumn();
            if (first < next || !lines.get(first).substring(0, column).matches("\\s*-\\s+"))
                throw part.part.wrong("每一条须以“- ”另起一行");
            for (; next < first; next++) layout.append(lines.get(next)).append('\n');
            var place = place(part.kind, part.part);
            layout.append(lines.get(first), 0, column).append(mark(place)).append('\n');
            items.add(new Item(place, cut(name, lines, first, last, column), name));
            next = last + 1;
        }
        if (next == lines.size() && !items.isEmpty()) layout.setLength(layout.length() - 1);
        for (; next < lines.size(); next++) layout.append(lines.get(next)).append(next == lines.size() - 1 ? "" : "\n");
        return new PracticeFile(name, layout.toString(), List.copyOf(items));
    }

    private record Found(EditionKind kind, Part part) {}

    private static List<Found> parts(String name, String text) {
        var all = new ArrayList<Found>();
        Sheet.read(name, text)
                .map()
                .forEach((key, part) -> EditionKind.ofSection(key)
                        .filter(any -> !part.isEmpty())
                        .ifPresent(kind -> part.list().forEach(each -> all.add(new Found(kind, each)))));
        all.sort(java.util.Comparator.comparingInt(each -> each.part.line()));
        return all;
    }

    /** Its lines without the indentation of the list it stands in. */
    private static String cut(String name, List<String> lines, int first, int last, int column) {
        var text = new StringBuilder(lines.get(first).substring(column));
        for (int at = first + 1; at <= last; at++) {
            var line = lines.get(at);
            if (!line.isBlank()
                    && !line.substring(0, Math.min(column, line.length())).isBlank())
                throw new Wrong(name, at + 1, "这一行缩进少于该条的起始处，请对齐");
            text.append('\n').append(line.isBlank() ? line : line.substring(column));
        }
        return text.toString();
    }

    /** Where a node ends: blank lines and remarks behind it are not its own. */
    private static int last(Node node) {
        return switch (node) {
            case MappingNode map
            when map.getFlowStyle() != FlowStyle.FLOW && !map.getValue().isEmpty() ->
                last(map.getValue().getLast().getValueNode());
            case SequenceNode list
            when list.getFlowStyle() != FlowStyle.FLOW && !list.getValue().isEmpty() ->
                last(list.getValue().getLast());
            case ScalarNode text
            when text.getScalarStyle() == ScalarStyle.LITERAL || text.getScalarStyle() == ScalarStyle.FOLDED ->
                Math.max(node.getStartMark().getLine(), node.getEndMark().getLine() - 1);
            default -> node.getEndMark().getLine();
        };
    }

    static Place place(EditionKind kind, Part part) {
        var map = part.map();
        return switch (kind) {
            case PROVISION -> {
                var force = Sheet.need(part, map, "in-force");
                yield new Place(
                        kind,
                        Sheet.need(part, map, "code").text(),
                        Sheet.need(force, force.map(), "from").since());
            }
            case REGULATION ->
                new Place(
                        kind,
                        Sheet.need(part, map, "title").text() + " "
                                + Sheet.need(part, map, "edition").text(),
                        null);
            case COHORT -> new Place(kind, Sheet.need(part, map, "name").text(), null);
            case CONCLUSION, NOT_CARRIED, GATE ->
                new Place(kind, Sheet.need(part, map, "code").text(), null);
        };
    }

    /** What stands in a layout where this item does. */
    static String mark(Place place) {
        return "<<%s|%s|%s>>".formatted(place.kind(), place.code(), place.from() == null ? "" : place.from());
    }

    /** The text of one clause as somebody typed it, bare or as a list of one. @throws Wrong */
    static String bare(String file, String typed) {
        var text = typed.replace("\r\n", "\n").stripTrailing();
        var part = Sheet.read(file, text);
        if (!part.isList()) return text;
        if (part.list().size() != 1) throw part.wrong("一次只草拟一条");
        var one = part.list().getFirst();
        return cut(
                file,
                List.of(text.split("\n", -1)),
                one.line() - 1,
                last(one.node()),
                one.node().getStartMark().getColumn());
    }

    /** A clause's text with another last day. */
    static String ended(String text, java.time.LocalDate last) {
        var part = Sheet.read("条款", text);
        var force = Objects.requireNonNull(part.map().get("in-force"));
        var from = Objects.requireNonNull(force.map().get("from")).text();
        int begin = text.offsetByCodePoints(0, force.node().getStartMark().getIndex());
        int end = text.offsetByCodePoints(0, force.node().getEndMark().getIndex());
        boolean flow = force.node() instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW;
        var span = "{ from: %s, to: %s }".formatted(from, last);
        return text.substring(0, begin) + span + (flow ? "" : "\n") + text.substring(end);
    }

    /** How a text calls itself; empty where it has no title. */
    static String title(String text) {
        try {
            var title = Sheet.read("", text).map().get("title");
            return title == null ? "" : title.text();
        } catch (Wrong unreadable) {
            return "";
        }
    }

    /** Whether the folder may hold a file of this name. */
    static boolean readable(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }
}
