package huoshui.interchange.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One appointment form as it stands in a file: every element in its place, known or not. 任免审批表
 *
 * <p>Changing a box changes only that box, and only when the new text says something else than the old: {@code 1966.03}
 * stays when {@code 196603} is to be written, and so do blanks around it.
 *
 * @param attributes of the root, normally none
 * @param notes what was unusual about the file itself
 */
public record Form(Map<String, String> attributes, List<Element> elements, List<Problem> notes) {

    /** The editor version written into forms of our own. */
    public static final String OUR_VERSION = "3.2.1.16";

    /** Before or since the raise of the retirement age in 2025, which added two boxes. 表样 */
    public enum Generation {
        BEFORE_2025("2025 年以前"),
        SINCE_2025("2025 年起");

        private final String title;

        Generation(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Form {
        elements = List.copyOf(elements);
        notes = List.copyOf(notes);
    }

    /** A form with every box there and empty. */
    public static Form empty(Generation generation) {
        var elements = Arrays.stream(Box.values())
                .filter(box -> generation == Generation.SINCE_2025 || !box.newIn2025())
                .map(box -> Element.text(box.element(), box == Box.VERSION ? OUR_VERSION : ""))
                .toList();
        return new Form(Map.of(), elements, List.of());
    }

    /** A form again from what a draft kept of it. */
    public static Form of(List<Element> elements) {
        return new Form(Map.of(), elements, List.of());
    }

    public Generation generation() {
        return elements.stream()
                        .anyMatch(each ->
                                Box.of(each.name()).filter(Box::newIn2025).isPresent())
                ? Generation.SINCE_2025
                : Generation.BEFORE_2025;
    }

    /** Whether the file has this box at all, be it empty. */
    public boolean has(Box box) {
        return indexOf(box) >= 0;
    }

    /** The text of a box without surrounding blanks; empty when the box is blank or absent. */
    public String text(Box box) {
        for (var each : elements) {
            if (each.name().equals(box.element()) && !Blanks.isBlank(each.text())) return each.value();
        }
        return "";
    }

    /** The text of a box that may hold several lines, as the official editor shows it; of any other box its text. */
    public String shown(Box box) {
        return box.lines() ? TextLines.of(text(box)) : text(box);
    }

    /** The family rows in order, blank ones left out. */
    public List<FamilyRow> family() {
        return familyItems().stream()
                .map(FamilyRow::of)
                .filter(row -> !row.isBlank())
                .toList();
    }

    List<Element> familyItems() {
        return elements.stream()
                .filter(each -> each.name().equals(Box.FAMILY.element()))
                .flatMap(FamilyItems::items)
                .toList();
    }

    /** The photo's bytes, whatever picture format they are; empty when there is none or it is no Base64. */
    public Optional<byte[]> photo() {
        return Photo.decode(text(Box.PHOTO));
    }

    /** Elements of names we do not know, in file order. */
    public List<Element> unknown() {
        return elements.stream()
                .filter(each -> Box.of(each.name()).isEmpty() && !each.name().startsWith("#"))
                .toList();
    }

    /** The same form saying this in a box; an absent box is added only when there is something to say. */
    public Form with(Box box, String text) {
        var now = Blanks.lineFeeds(text);
        if (Meaning.same(box, text(box), now)) return this;
        int at = indexOf(box);
        return replaced(
                box,
                at < 0 ? Element.text(box.element(), now) : elements.get(at).holding(now));
    }

    /** The same form with these family rows; unknown cells stay with the relative they belong to. */
    public Form withFamily(List<FamilyRow> rows) {
        if (sameRows(family(), rows)) return this;
        int at = indexOf(Box.FAMILY);
        var container = at < 0 ? Element.text(Box.FAMILY.element(), "") : elements.get(at);
        return replaced(Box.FAMILY, FamilyItems.put(container, rows));
    }

    private static boolean sameRows(List<FamilyRow> was, List<FamilyRow> now) {
        if (was.size() != now.size()) return false;
        for (int i = 0; i < was.size(); i++) {
            var a = was.get(i);
            var b = now.get(i);
            for (var cell : FamilyItems.CELLS) if (!FamilyItems.same(cell, a.cell(cell), b.cell(cell))) return false;
        }
        return true;
    }

    public Form withPhoto(byte[] picture) {
        if (photo().filter(was -> Arrays.equals(was, picture)).isPresent()) return this;
        int at = indexOf(Box.PHOTO);
        var was = at < 0 ? "" : elements.get(at).text();
        var element = at < 0 ? Element.text(Box.PHOTO.element(), "") : elements.get(at);
        return replaced(
                Box.PHOTO,
                element.holding(PhotoWrap.fill(was, Base64.getEncoder().encodeToString(picture))));
    }

    /**
     * The same form without its photo, for keeping where photos are kept elsewhere. The box stays and remembers how its
     * text was wrapped, so that {@link #withPhoto} with the same picture gives the same text again.
     */
    public Form withoutPhoto() {
        int at = indexOf(Box.PHOTO);
        if (at < 0 || text(Box.PHOTO).isEmpty()) return this;
        var element = elements.get(at);
        return replaced(Box.PHOTO, element.holding(PhotoWrap.hole(element.text())));
    }

    /** The form with the two boxes of 2025, empty; an explicit act, never done on a plain round trip. 升级版本 */
    public Form upgraded() {
        var form = this;
        for (var box : Box.values()) {
            if (box.newIn2025() && !form.has(box)) form = form.replaced(box, Element.text(box.element(), ""));
        }
        return form;
    }

    private Form replaced(Box box, Element element) {
        var changed = new ArrayList<>(elements);
        int at = indexOf(box);
        if (at >= 0) changed.set(at, element);
        else changed.add(place(box), element);
        return new Form(attributes, changed, notes);
    }

    /** Of several elements of one name, the one whose text counts. */
    private int indexOf(Box box) {
        int first = -1;
        for (int i = 0; i < elements.size(); i++) {
            var each = elements.get(i);
            if (!each.name().equals(box.element())) continue;
            if (!Blanks.isBlank(each.text()) || !each.children().isEmpty()) return i;
            if (first < 0) first = i;
        }
        return first;
    }

    private int place(Box box) {
        for (int i = 0; i < elements.size(); i++) {
            if (Box.of(elements.get(i).name())
                    .filter(known -> known.compareTo(box) > 0)
                    .isPresent()) return i;
        }
        return elements.size();
    }
}
