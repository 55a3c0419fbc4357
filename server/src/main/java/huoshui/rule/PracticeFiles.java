package huoshui.rule;

import huoshui.rule.Edition.Item;
import huoshui.rule.Edition.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Items put together again into files, each where it came from. 规则文件的合成 */
final class PracticeFiles {

    private static final Pattern MARK = Pattern.compile("(?m)^(\\s*-\\s+)<<(\\w+)\\|(.*)\\|([0-9-]*)>>$");
    private static final String USUAL = "  - ";

    private final Map<Place, Item> left = new LinkedHashMap<>();
    private final Map<String, String> files = new TreeMap<>();

    private PracticeFiles(Collection<Item> items) {
        items.forEach(each -> left.put(each.place(), each));
    }

    /**
     * The files these items make.
     *
     * @param layouts by file
     */
    static Map<String, String> of(Map<String, String> layouts, Collection<Item> items) {
        var all = new PracticeFiles(items);
        layouts.forEach(all::fill);
        all.rest();
        return all.files;
    }

    /** The places a layout has. */
    static Set<String> marks(String layout) {
        var all = new HashSet<String>();
        var found = MARK.matcher(layout);
        while (found.find()) all.add(found.group().strip());
        return all;
    }

    /**
     * What stands with these beside it: whatever has the same place gives way, and earlier editions of a clause end on the day
     * before.
     */
    static List<Item> with(Collection<Item> standing, Collection<Item> more) {
        var taken = more.stream().map(Item::place).collect(Collectors.toSet());
        var all = new ArrayList<Item>();
        for (var each : standing) if (!taken.contains(each.place())) all.add(ended(each, more));
        all.addAll(more);
        return all;
    }

    private static Item ended(Item is, Collection<Item> more) {
        var from = is.place().from();
        if (from == null) return is;
        return more.stream()
                .filter(each -> each.place().kind() == EditionKind.PROVISION
                        && each.place().code().equals(is.place().code()))
                .map(each -> Objects.requireNonNull(each.place().from()))
                .filter(from::isBefore)
                .min(Comparator.naturalOrder())
                .filter(next -> runs(is, next))
                .map(next -> new Item(is.place(), PracticeFile.ended(is.text(), next.minusDays(1)), is.file()))
                .orElse(is);
    }

    private static boolean runs(Item clause, LocalDate day) {
        var force = Objects.requireNonNull(Sheet.read("", clause.text()).map().get("in-force"))
                .map();
        var to = force.get("to");
        return to == null || !to.day().isBefore(day);
    }

    private void fill(String name, String layout) {
        var text = new StringBuilder();
        var lines = layout.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            var mark = MARK.matcher(lines[at]);
            if (!mark.matches()) {
                text.append(lines[at]).append(at == lines.length - 1 ? "" : "\n");
                continue;
            }
            var place = place(mark.group(2), mark.group(3), mark.group(4));
            take(place, name).ifPresent(each -> write(text, mark.group(1), each));
            for (var each : followers(place, name, layout)) {
                text.append('\n');
                write(text, mark.group(1), each);
            }
            if (at == lines.length - 1 && text.toString().endsWith("\n")) text.setLength(text.length() - 1);
        }
        files.put(name, text.toString());
    }

    private Optional<Item> take(Place place, String name) {
        var item = left.get(place);
        if (item == null || !item.file().equals(name)) return Optional.empty();
        left.remove(place);
        return Optional.of(item);
    }

    /** Later editions of the same clause that the layout does not know stand right behind it. */
    private List<Item> followers(Place place, String name, String layout) {
        if (place.from() == null) return List.of();
        var all = left.values().stream()
                .filter(each -> each.place().kind() == place.kind()
                        && each.place().code().equals(place.code())
                        && each.file().equals(name)
                        && !layout.contains(PracticeFile.mark(each.place())))
                .sorted(Comparator.comparing(
                        each -> Objects.requireNonNull(each.place().from())))
                .toList();
        all.forEach(each -> left.remove(each.place()));
        return all;
    }

    private static Place place(String kind, String code, String from) {
        return new Place(EditionKind.valueOf(kind), code, from.isEmpty() ? null : LocalDate.parse(from));
    }

    private static void write(StringBuilder text, String before, Item item) {
        var lines = item.text().split("\n", -1);
        text.append(before).append(lines[0]).append('\n');
        for (int at = 1; at < lines.length; at++) {
            if (!lines[at].isBlank()) text.append(" ".repeat(before.length()));
            text.append(lines[at]).append('\n');
        }
    }

    /** What no layout has a place for: at the end of its file, under its heading. */
    private void rest() {
        var byFile =
                left.values().stream().collect(Collectors.groupingBy(Item::file, TreeMap::new, Collectors.toList()));
        byFile.forEach((name, items) -> {
            var known = files.get(name);
            var free = known == null ? name : name.replaceFirst("(\\.ya?ml)?$", "-2.yaml");
            var text = new StringBuilder("schema: 1\n");
            for (var kind : EditionKind.values()) section(text, kind, items);
            files.put(free, text.toString());
        });
    }

    private static void section(StringBuilder text, EditionKind kind, List<Item> items) {
        var those = items.stream()
                .filter(each -> each.place().kind() == kind)
                .sorted(Comparator.comparing((Item each) -> each.place().code())
                        .thenComparing(each -> from(each.place())))
                .toList();
        if (those.isEmpty()) return;
        text.append(kind.section()).append(":\n");
        for (var each : those) write(text, USUAL, each);
    }

    private static LocalDate from(Place place) {
        var from = place.from();
        return from == null ? LocalDate.MIN : from;
    }
}
