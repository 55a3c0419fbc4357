package huoshui.document.paper;

import huoshui.document.paper.AppointmentForm.Relative;
import huoshui.document.paper.Passage.Across;
import huoshui.document.paper.Passage.Down;
import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Sheet.Page;
import huoshui.document.paper.Typefaces.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Further pages with the whole text of boxes that could not hold theirs, and the relatives beyond the form's rows. 附页 */
final class Continuation {

    private static final double LEFT = 62;
    private static final double WIDTH = 471;
    private static final double TOP = 60;
    private static final double BOTTOM = 780;
    private static final double SIZE = 12;
    private static final double PITCH = 18;

    private final Fitting fitting;
    private final AppointmentForm form;
    private final List<Page> pages = new ArrayList<>();
    private List<Box> lines = new ArrayList<>();
    private double y;

    Continuation(Fitting fitting, AppointmentForm form) {
        this.fitting = fitting;
        this.form = form;
    }

    List<Page> pages(Map<String, String> rest) {
        var relatives =
                form.family().stream().skip(AppointmentLayout.MOST_RELATIVES).toList();
        if (rest.isEmpty() && relatives.isEmpty()) return List.of();
        begin();
        rest.forEach((title, text) -> section(title, text, title.equals("简历")));
        if (!relatives.isEmpty())
            section(
                    "家庭主要成员及重要社会关系（续）",
                    relatives.stream().map(Continuation::row).collect(Collectors.joining("\n")),
                    false);
        end();
        return pages;
    }

    private static String row(Relative each) {
        return String.join(
                "　",
                each.relation(),
                each.name(),
                each.age().isEmpty() ? "" : each.age() + "岁",
                each.party(),
                each.post());
    }

    private void section(String title, String text, boolean hanging) {
        if (y + 3 * PITCH > BOTTOM) next();
        line(Passage.value(title).in(Face.SONG_BOLD).sized(SIZE, SIZE).at(Across.LEFT, Down.MIDDLE));
        for (var paragraph : text.split("\n", -1)) {
            var words = Passage.value(paragraph).sized(SIZE, SIZE).at(Across.LEFT, Down.TOP);
            body(hanging ? words.hung() : words);
        }
        y += PITCH / 2;
    }

    /** A paragraph, line by line, over as many pages as it needs. */
    private void body(Passage words) {
        for (var each : fitting.set(words, WIDTH, PITCH).lines()) {
            if (y + PITCH > BOTTOM) next();
            if (!each.head().isEmpty()) place(each.head(), LEFT, WIDTH);
            place(each.text(), LEFT + each.indent(), WIDTH - each.indent());
            y += PITCH;
        }
    }

    private void place(String text, double x, double width) {
        lines.add(Box.of(
                "continued",
                x,
                y,
                width,
                PITCH,
                Passage.value(text).sized(SIZE, SIZE - 1).at(Across.LEFT, Down.MIDDLE)));
    }

    private void line(Passage words) {
        lines.add(Box.of("continued.title", LEFT, y, WIDTH, PITCH, words));
        y += PITCH;
    }

    private void begin() {
        lines = new ArrayList<>();
        y = TOP;
        lines.add(Box.of(
                "continued.head",
                LEFT,
                y,
                WIDTH,
                24,
                Passage.value("干部任免审批表附页　" + form.name()).in(Face.SONG_BOLD).sized(16, 9)));
        y += 34;
    }

    private void next() {
        end();
        begin();
    }

    private void end() {
        pages.add(new Page(Sheet.A4_WIDTH, Sheet.A4_HEIGHT, List.of(), lines));
    }
}
