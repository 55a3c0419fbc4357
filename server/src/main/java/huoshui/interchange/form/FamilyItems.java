package huoshui.interchange.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts family rows into their container without disturbing what did not change. 家庭成员栏写入 */
final class FamilyItems {

    static final List<String> CELLS =
            List.of(FamilyRow.RELATION, FamilyRow.NAME, FamilyRow.BIRTH, FamilyRow.PARTY, FamilyRow.POST);

    private FamilyItems() {}

    static Element put(Element container, List<FamilyRow> rows) {
        var old = new ArrayList<>(items(container).toList());
        var children = new ArrayList<Element>();
        for (var row : rows) {
            var kept = takeAlike(old, row);
            children.add(kept.map(item -> changed(item, row)).orElseGet(() -> fresh(row)));
        }
        container.children().stream()
                .filter(each -> !each.name().equals(FamilyRow.ITEM))
                .forEach(children::add);
        return container.holding(children);
    }

    static Stream<Element> items(Element container) {
        return container.children().stream().filter(each -> each.name().equals(FamilyRow.ITEM));
    }

    /** The old row about the same relative, so that what we do not know in it stays with them. */
    private static Optional<Element> takeAlike(List<Element> old, FamilyRow row) {
        for (var item : old) {
            var was = FamilyRow.of(item);
            if (Meaning.name(was.name()).equals(Meaning.name(row.name()))
                    && was.relation().equals(row.relation())) {
                old.remove(item);
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static Element changed(Element item, FamilyRow row) {
        var children = new ArrayList<>(item.children());
        for (var cell : CELLS) {
            int at = indexOf(children, cell);
            if (at < 0) {
                if (!row.cell(cell).isEmpty()) children.add(Element.text(cell, row.cell(cell)));
            } else if (!same(cell, children.get(at).value(), row.cell(cell))) {
                children.set(at, children.get(at).holding(row.cell(cell)));
            }
        }
        return item.holding(children);
    }

    static boolean same(String cell, String was, String now) {
        return switch (cell) {
            case FamilyRow.NAME -> Meaning.name(was).equals(Meaning.name(now));
            case FamilyRow.BIRTH -> Meaning.date(was).equals(Meaning.date(now));
            default -> was.equals(now);
        };
    }

    private static int indexOf(List<Element> children, String name) {
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i).name().equals(name)) return i;
        }
        return -1;
    }

    private static Element fresh(FamilyRow row) {
        return Element.text(FamilyRow.ITEM, "")
                .holding(CELLS.stream()
                        .map(cell -> Element.text(cell, row.cell(cell)))
                        .toList());
    }
}
