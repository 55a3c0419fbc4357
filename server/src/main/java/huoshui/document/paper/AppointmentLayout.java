package huoshui.document.paper;

import huoshui.document.paper.AppointmentForm.Relative;
import huoshui.document.paper.Passage.Across;
import huoshui.document.paper.Passage.Down;
import huoshui.document.paper.Sheet.Box;
import huoshui.document.paper.Sheet.Page;
import huoshui.document.paper.Typefaces.Face;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The official layout of 干部任免审批表: two A4 pages of boxes with their places, and a continuation for what they cannot
 * hold. 任免审批表版式
 *
 * <p>Columns and rows are those of the official template; the rows of posts hold three lines of 26 characters, as its
 * filling rules say. The form since 2025 has 到龄年月 after 参加工作时间, as its file has; 健康状况 then opens the next row.
 */
@Component
public class AppointmentLayout {

    /** Rows the form has; more relatives than this stand on the continuation. */
    public static final int MOST_RELATIVES = 10;

    private static final double LEFT = 53.5;
    private static final double TOP = 96;
    private static final double ROW = 31.45;
    private static final double POST_ROW = 46.2;
    private static final double RESUME = 338.95;
    private static final double LABEL = 59.1;
    private static final double WIDTH = 488.3;
    private static final double[] COLUMNS = {59.1, 68.25, 56.7, 70.85, 70.9, 70.35, 92.15};
    private static final double[] KIN = {54.05, 63.8, 56.7, 50.95, 203.7};
    private static final double[] POST = {127.35, 360.95};
    private static final double SECOND_TOP = 62;
    private static final double REWARDS = 77.5;
    private static final double ASSESSMENTS = 63.7;
    private static final double REASON = 69.55;
    private static final double KIN_HEAD = 30;
    private static final int KIN_ROWS = 7;
    private static final double SUBMITTED = 75.05;
    private static final double APPROVAL = 108;

    private final Typefaces typefaces;
    private final Fitting fitting;

    public AppointmentLayout(Typefaces typefaces) {
        this.typefaces = typefaces;
        this.fitting = new Fitting(typefaces);
    }

    /** Lays one form out. */
    public Sheet lay(AppointmentForm form) {
        var first = first(form);
        var second = second(form);
        var rest = rest(form, first, second);
        var notes = new ArrayList<String>();
        if (!form.photoNote().isEmpty()) notes.add(form.photoNote());
        rest.keySet().forEach(each -> notes.add("“" + each + "”排不下，全文见附页"));
        if (form.family().size() > MOST_RELATIVES)
            notes.add("家庭成员共 " + form.family().size() + " 人，表内列前 " + MOST_RELATIVES + " 人，其余见附页");
        absent(first, second)
                .forEach(each -> notes.add(
                        "字库没有“" + each + "”（U+%04X）".formatted(each.codePointAt(0)) + "，以" + Typefaces.ABSENT + "代"));
        var pages = new ArrayList<>(List.of(page(first, heading()), page(second, foot(form))));
        pages.addAll(new Continuation(fitting, form).pages(rest));
        return new Sheet("干部任免审批表 " + form.name(), pages, notes);
    }

    /** Characters in any box that no typeface has. */
    private List<String> absent(List<Box> first, List<Box> second) {
        return Stream.concat(first.stream(), second.stream())
                .flatMap(each -> each.passages().stream())
                .flatMap(each -> typefaces.absent(each.face(), each.text()).stream())
                .distinct()
                .toList();
    }

    private static Page page(List<Box> boxes, List<Box> lines) {
        return new Page(Sheet.A4_WIDTH, Sheet.A4_HEIGHT, boxes, lines);
    }

    private static List<Box> heading() {
        return List.of(Box.of(
                "title",
                LEFT,
                TOP - 42,
                WIDTH,
                36,
                Passage.label("干 部 任 免 审 批 表").in(Face.SONG_BOLD).sized(22, 22)));
    }

    private static List<Box> foot(AppointmentForm form) {
        double y = SECOND_TOP + height();
        return List.of(Box.of(
                "filledBy",
                LEFT,
                y + 3,
                WIDTH,
                20,
                Passage.value("填表人：" + form.filledBy()).at(Across.LEFT, Down.MIDDLE)));
    }

    private static double height() {
        return REWARDS + ASSESSMENTS + REASON + KIN_HEAD + KIN_ROWS * ROW + SUBMITTED + APPROVAL;
    }

    private static List<Box> first(AppointmentForm form) {
        var grid = new Rows(LEFT, TOP);
        grid.row(ROW, pair("姓　名", "name", names(form.name())), pair("性　别", "sex", form.sex()), birth(form));
        grid.row(
                ROW,
                pair("民　族", "ethnicity", form.ethnicity()),
                pair("籍　贯", "nativePlace", form.nativePlace()),
                pair("出 生 地", "birthPlace", form.birthPlace()));
        var last = form.retirement() == null
                ? pair("健康状况", "health", form.health())
                : pair("到　龄\n年　月", "retirementMonth", form.retirement());
        grid.row(
                ROW,
                pair("入　党\n时　间", "partyJoined", form.party().replaceFirst("(?<=.)（", "\n（")),
                pair("参加工\n作时间", "workStarted", form.workStarted()),
                last);
        titles(grid, form);
        grid.photo(form);
        schooling(grid, form);
        post(grid, "现　任　职　务", "currentPost", form.currentPost());
        post(grid, "拟　任　职　务", "proposedPost", form.proposedPost());
        post(grid, "拟　免　职　务", "proposedRemoval", form.proposedRemoval());
        grid.wide(
                "简\n\n\n\n\n\n历",
                "career",
                RESUME,
                Passage.value(form.resume()).hung().padded(4));
        return grid.boxes;
    }

    private static Pair birth(AppointmentForm form) {
        return pair("出生年月\n（岁）", "birth", form.birth());
    }

    private static void titles(Rows grid, AppointmentForm form) {
        if (form.retirement() != null) {
            grid.row(
                    ROW,
                    pair("健　康\n状　况", "health", form.health()),
                    pair("专业技\n术职务", "title", form.title()),
                    pair("熟悉专业\n有何专长", "expertise", form.expertise()));
            return;
        }
        grid.cells(
                ROW,
                new double[] {59.1, 124.95, 70.85, 141.25},
                pair("专业技\n术职务", "title", form.title()),
                pair("熟悉专业\n有何专长", "expertise", form.expertise()));
    }

    private static void schooling(Rows grid, AppointmentForm form) {
        double y = grid.y;
        grid.boxes.add(Box.of("education.label", LEFT, y, LABEL, 2 * ROW, Passage.label("学　历\n学　位")));
        grid.study("全日制\n教　育", "education.fulltime", form.fulltime(), form.fulltimeSchool());
        grid.study("在　职\n教　育", "education.inservice", form.inservice(), form.inserviceSchool());
    }

    private static void post(Rows grid, String label, String name, String text) {
        grid.boxes.add(Box.of(name + ".label", LEFT, grid.y, POST[0], POST_ROW, Passage.label(label)));
        grid.boxes.add(Box.of(name, LEFT + POST[0], grid.y, POST[1], POST_ROW, Passage.value(text)));
        grid.y += POST_ROW;
    }

    private static List<Box> second(AppointmentForm form) {
        var grid = new Rows(LEFT, SECOND_TOP);
        grid.wide("奖\n惩\n情\n况", "rewards", REWARDS, left(form.rewards()));
        grid.wide("年核\n度结\n考果", "assessments", ASSESSMENTS, left(form.assessments()));
        grid.wide("任\n免\n理\n由", "reason", REASON, left(form.reason()));
        family(grid, form.family());
        grid.wide(
                "呈\n报\n单\n位",
                "submittedBy",
                SUBMITTED,
                Passage.value(form.submittedBy()).padded(4),
                stamp(form.submittedOn().isEmpty() ? "年　　月　　日　" : form.submittedOn() + "　"));
        double y = grid.y;
        var seal = stamp("（盖章）　　　　\n年　　月　　日　");
        double[] columns = {59.1, 174.55, 63.8, 190.85};
        double x = LEFT;
        var labels = List.of("审　意\n批　　\n机　　\n关　见", "", "行　任\n政　免\n机　意\n关　见", "");
        var names = List.of("approval.label", "approval", "administrative.label", "administrative");
        for (int i = 0; i < columns.length; i++) {
            var words = labels.get(i).isEmpty() ? seal : Passage.label(labels.get(i));
            grid.boxes.add(Box.of(names.get(i), x, y, columns[i], APPROVAL, words));
            x += columns[i];
        }
        return grid.boxes;
    }

    private static Passage stamp(String text) {
        return Passage.value(text).at(Across.RIGHT, Down.BOTTOM).padded(6);
    }

    private static Passage left(String text) {
        return Passage.value(text).at(Across.LEFT, Down.MIDDLE).padded(5);
    }

    private static void family(Rows grid, List<Relative> relatives) {
        int rows = Math.clamp(relatives.size(), KIN_ROWS, MOST_RELATIVES);
        double each = KIN_ROWS * ROW / rows;
        double y = grid.y;
        grid.boxes.add(Box.of(
                "family.label",
                LEFT,
                y,
                LABEL,
                KIN_HEAD + KIN_ROWS * ROW,
                Passage.label("家\n庭\n主\n要\n成\n员\n及\n重\n要\n社\n会\n关\n系")));
        var heads = List.of("称　谓", "姓　名", "年　龄", "政　治\n面　貌", "工 作 单 位 及 职 务");
        kin(grid, "family.head", y, KIN_HEAD, heads.stream().map(Passage::label).toList());
        for (int i = 0; i < rows; i++) {
            var row = i < relatives.size() ? relatives.get(i) : new Relative("", "", "", "", "");
            kin(
                    grid,
                    "family." + (i + 1),
                    y + KIN_HEAD + i * each,
                    each,
                    List.of(
                            Passage.value(row.relation()),
                            Passage.value(row.name()),
                            Passage.value(row.age()),
                            Passage.value(rows == KIN_ROWS ? halved(row.party()) : row.party())
                                    .at(Across.CENTER, Down.MIDDLE),
                            Passage.value(row.post())
                                    .at(Across.LEFT, Down.MIDDLE)
                                    .padded(2)));
        }
        grid.y = y + KIN_HEAD + KIN_ROWS * ROW;
    }

    /** Four characters stand better two above two than three above one. */
    private static String halved(String text) {
        return text.codePointCount(0, text.length()) == 4 ? text.substring(0, 2) + "\n" + text.substring(2) : text;
    }

    private static void kin(Rows grid, String name, double y, double height, List<Passage> words) {
        double x = LEFT + LABEL;
        for (int i = 0; i < KIN.length; i++) {
            grid.boxes.add(Box.of(name + "." + (i + 1), x, y, KIN[i], height, words.get(i)));
            x += KIN[i];
        }
    }

    /** Up to four characters in a line; five to eight on two lines of four, and so on by the editor's rule. */
    static String names(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= 4) return length == 2 ? spaced(name) : name;
        int line = length <= 8 ? 4 : length <= 10 ? 5 : length <= 15 ? 5 : 6;
        var broken = new StringBuilder();
        int at = 0;
        for (int character : name.codePoints().toArray()) {
            if (at > 0 && at % line == 0) broken.append('\n');
            broken.appendCodePoint(character);
            at++;
        }
        return broken.toString();
    }

    /** Names of two characters take the room of three. */
    private static String spaced(String name) {
        int middle = name.offsetByCodePoints(0, 1);
        return name.substring(0, middle) + "　" + name.substring(middle);
    }

    /** What the boxes of the two pages could not hold, by what the form calls them. */
    private Map<String, String> rest(AppointmentForm form, List<Box> first, List<Box> second) {
        var rest = new LinkedHashMap<String, String>();
        var all = new ArrayList<>(first);
        all.addAll(second);
        for (var box : all) {
            for (var passage : box.passages()) {
                if (fitting.fit(passage, box.width(), box.height()).whole()) continue;
                rest.putIfAbsent(title(box.name(), form), passage.text());
            }
        }
        return rest;
    }

    private static String title(String name, AppointmentForm form) {
        if (name.startsWith("family.")) {
            int row = Integer.parseInt(name.substring("family.".length(), name.lastIndexOf('.')));
            var relative = form.family().get(row - 1);
            return "家庭成员第 " + row + " 行（" + relative.relation() + relative.name() + "）";
        }
        return switch (name) {
            case "name" -> "姓名";
            case "sex" -> "性别";
            case "birth" -> "出生年月";
            case "ethnicity" -> "民族";
            case "nativePlace" -> "籍贯";
            case "birthPlace" -> "出生地";
            case "partyJoined" -> "入党时间";
            case "workStarted" -> "参加工作时间";
            case "retirementMonth" -> "到龄年月";
            case "health" -> "健康状况";
            case "title" -> "专业技术职务";
            case "expertise" -> "熟悉专业有何专长";
            case "education.fulltime" -> "全日制教育";
            case "education.fulltime.school" -> "全日制教育毕业院校系及专业";
            case "education.inservice" -> "在职教育";
            case "education.inservice.school" -> "在职教育毕业院校系及专业";
            case "currentPost" -> "现任职务";
            case "proposedPost" -> "拟任职务";
            case "proposedRemoval" -> "拟免职务";
            case "career" -> "简历";
            case "rewards" -> "奖惩情况";
            case "assessments" -> "年度考核结果";
            case "reason" -> "任免理由";
            case "submittedBy" -> "呈报单位";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private record Pair(String label, String name, String text) {}

    private static Pair pair(String label, String name, String text) {
        return new Pair(label, name, text);
    }

    /** Lines that were meant as lines are centred; what only wraps begins at the left. */
    private static Passage filled(String text) {
        var words = Passage.value(text).padded(2);
        return text.contains("\n") ? words.at(Across.CENTER, Down.MIDDLE) : words;
    }

    /** Rows being laid from the top. */
    private static final class Rows {

        private final List<Box> boxes = new ArrayList<>();
        private final double x;
        private final double top;
        private double y;

        Rows(double x, double y) {
            this.x = x;
            this.top = y;
            this.y = y;
        }

        void row(double height, Pair... pairs) {
            cells(height, COLUMNS, pairs);
        }

        void cells(double height, double[] widths, Pair... pairs) {
            double at = x;
            for (int i = 0; i < pairs.length; i++) {
                var pair = pairs[i];
                boxes.add(Box.of(pair.name() + ".label", at, y, widths[2 * i], height, Passage.label(pair.label())));
                at += widths[2 * i];
                boxes.add(Box.of(pair.name(), at, y, widths[2 * i + 1], height, filled(pair.text())));
                at += widths[2 * i + 1];
            }
            y += height;
        }

        void photo(AppointmentForm form) {
            double left = x + WIDTH - COLUMNS[6];
            var words = form.photo() == null ? form.photoNote().isEmpty() ? "照\n\n片" : form.photoNote() : "";
            boxes.add(new Box(
                    "photo",
                    left,
                    top,
                    COLUMNS[6],
                    y - top,
                    List.of(Passage.label(words).padded(6)),
                    form.photo()));
        }

        void study(String label, String name, String text, String school) {
            double[] widths = {68.25, 127.55, 70.9, 162.5};
            double at = x + LABEL;
            var words = List.of(Passage.label(label), filled(text), Passage.label("毕业院校\n系及专业"), filled(school));
            var names = List.of(name + ".label", name, name + ".school.label", name + ".school");
            for (int i = 0; i < widths.length; i++) {
                boxes.add(Box.of(names.get(i), at, y, widths[i], ROW, words.get(i)));
                at += widths[i];
            }
            y += ROW;
        }

        void wide(String label, String name, double height, Passage... passages) {
            boxes.add(Box.of(name + ".label", x, y, LABEL, height, Passage.label(label)));
            boxes.add(Box.of(name, x + LABEL, y, WIDTH - LABEL, height, passages));
            y += height;
        }
    }
}
