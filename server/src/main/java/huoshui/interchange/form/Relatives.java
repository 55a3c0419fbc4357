package huoshui.interchange.form;

import huoshui.interchange.form.PersonSheet.Relative;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Family rows: read, checked, and in the order official writers use. 家庭成员 */
public final class Relatives {

    private static final Pattern DEAD = Pattern.compile("去世|死亡|逝世|已逝|已故");
    private static final List<Pattern> ORDER = List.of(
            Pattern.compile("丈夫|妻子|配偶|爱人|夫|妻"),
            Pattern.compile("独?生?[儿女]子?|(?:[长次幼小大二三四五六]|独生)[子女]|儿子|女儿|养[子女]|[养继]子|[养继]女|子|女"),
            Pattern.compile("父亲?"),
            Pattern.compile("母亲?"),
            Pattern.compile("[继养][父母]亲?"),
            Pattern.compile("岳[父母]亲?|公公|婆婆|公爹"));

    private Relatives() {}

    static List<Relative> read(Form form, List<Problem> problems) {
        var relatives = new ArrayList<Relative>();
        var rows = form.family();
        for (int i = 0; i < rows.size(); i++) relatives.add(relative(rows.get(i), i + 1, problems));
        if (rows.size() > Overlong.ROWS)
            problems.add(Problem.warning(
                    "family",
                    "family.many",
                    "读取家庭成员：共有 " + rows.size() + " 行，超过任免表的 " + Overlong.ROWS + " 行，已全部保留；请确认打印时保留哪些行。"));
        return relatives;
    }

    private static Relative relative(FamilyRow row, int number, List<Problem> problems) {
        var at = "家庭成员第 " + number + " 行";
        var birth = FormDate.read(row.birth(), at + "出生日期", "family", false, problems)
                .orElse(null);
        var name = PersonName.plain(row.name());
        if (name.isEmpty()) warn(problems, "family.nameless", at + "没有姓名；请补填姓名。");
        else PersonName.check(name, at + "姓名", "family", problems);
        if (row.relation().isEmpty()) warn(problems, "family.relation", at + "没有称谓；请补填称谓。");
        else if (Vocabulary.code(row.relation()))
            warn(problems, "family.relation", at + "的称谓填写为“" + FormDate.shortened(row.relation()) + "”，像是代码；请改为称谓名称。");
        if (!row.party().isEmpty() && !Vocabulary.STATUSES.contains(Blanks.none(row.party())))
            warn(
                    problems,
                    "family.party",
                    at + "的政治面貌填写为“" + FormDate.shortened(row.party()) + "”，不是规范名称，已原样保留；请核对后改正。");
        tooLong(row, at, problems);
        return new Relative(absent(row.relation()), absent(name), birth, absent(row.party()), absent(row.post()));
    }

    private static void tooLong(FamilyRow row, String at, List<Problem> problems) {
        int post = Overlong.length(row.post());
        if (post > Overlong.POST)
            warn(problems, "text.too-long", at + "的工作单位及职务有 " + post + " 字，超过 " + Overlong.POST + " 字，已全部保留；请精简后再呈报。");
        for (var cell : List.of(row.relation(), row.name(), row.party())) {
            int length = Overlong.length(cell);
            if (length > Overlong.CELL)
                warn(
                        problems,
                        "text.too-long",
                        at + "的“" + FormDate.shortened(cell) + "”有 " + length + " 字，超过 " + Overlong.CELL
                                + " 字，已全部保留；请精简后再呈报。");
        }
    }

    private static void warn(List<Problem> problems, String code, String what) {
        problems.add(Problem.warning("family", code, "读取家庭成员：" + what));
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Whether the post text says that this relative has died, so that no age is printed. */
    public static boolean dead(@Nullable String post) {
        return post != null && DEAD.matcher(post).find();
    }

    /** Spouse, children by age, father, mother, step-parents, parents-in-law, others; otherwise as they stood. */
    public static List<Relative> ordered(List<Relative> family) {
        var sorted = new ArrayList<>(family);
        sorted.sort(Comparator.<Relative>comparingInt(each -> place(each.relation()))
                .thenComparing((a, b) -> place(a.relation()) == 1 ? older(a.birth(), b.birth()) : 0));
        return sorted;
    }

    private static int older(@Nullable PartialDate a, @Nullable PartialDate b) {
        if (a == null || b == null) return a == b ? 0 : a == null ? 1 : -1;
        return a.compareTo(b);
    }

    private static int place(@Nullable String relation) {
        var word = relation == null ? "" : Blanks.none(relation);
        for (int i = 0; i < ORDER.size(); i++) if (ORDER.get(i).matcher(word).matches()) return i;
        return ORDER.size();
    }
}
