package huoshui.interchange.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Something of a form that is longer than the official editor allows: told on reading, refused on submission. 超长
 *
 * @param place in words: a box, a cell of a family row, or the family rows themselves
 * @param field as in {@link Problem}
 * @param length in {@code unit}
 */
public record Overlong(String place, String field, int length, int most, String unit) {

    /** Family rows that a form prints. */
    static final int ROWS = 10;

    static final int POST = 124;
    static final int CELL = 18;

    /** Everything of this form that is too long, in the order of the form. */
    public static List<Overlong> of(Form form) {
        var all = new ArrayList<Overlong>();
        for (var box : Box.values()) {
            int length = length(form.text(box));
            if (box.most() > 0 && length > box.most())
                all.add(new Overlong(box.label(), box.field(), length, box.most(), "字"));
        }
        var rows = form.family().stream().filter(each -> !each.isBlank()).toList();
        if (rows.size() > ROWS) all.add(new Overlong("家庭成员", Box.FAMILY.field(), rows.size(), ROWS, "行"));
        for (int i = 0; i < rows.size(); i++) all.addAll(of(rows.get(i), i + 1));
        return List.copyOf(all);
    }

    private static List<Overlong> of(FamilyRow row, int number) {
        var all = new ArrayList<Overlong>();
        cell(all, number, "称谓", row.relation(), CELL);
        cell(all, number, "姓名", row.name(), CELL);
        cell(all, number, "政治面貌", row.party(), CELL);
        cell(all, number, "工作单位及职务", row.post(), POST);
        return all;
    }

    private static void cell(List<Overlong> into, int number, String cell, String text, int most) {
        int length = length(text);
        if (length > most)
            into.add(new Overlong("家庭成员第 " + number + " 行" + cell, Box.FAMILY.field(), length, most, "字"));
    }

    /** In characters as people count them. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** {@code “简历”2,612 字，限 2,500 字}. */
    public String said() {
        return "“%s”%,d %s，限 %,d %s".formatted(place, length, unit, most, unit);
    }
}
