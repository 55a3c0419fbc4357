package huoshui.interchange;

import huoshui.access.Right;
import huoshui.access.Sight;
import huoshui.interchange.UnitNews.Status;
import huoshui.interchange.form.Problem;
import huoshui.interchange.general.GeneralUnit;
import huoshui.org.Chart;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which units of a package that we do not have are founded: below a unit this account leads, or at the top by an account that
 * sees everything, as by hand. All others are left, each with why; nothing of it stops their people. 机构收录
 */
final class UnitIntake {

    private static final int LONGEST_NAME = 200;

    /** How the upper unit of a unit that has none is written. */
    private static final Set<String> NO_UNIT = Set.of("-1", "0");

    private static final String CYCLE = "unit.cycle";

    private static final String PEOPLE_COME = "其人员照常导入，任职暂不挂接";

    private final String file;
    private final Sight sight;
    private final Chart chart;
    private final PackageUnits known;
    private final LocalDate day;
    private final Map<String, GeneralUnit> rows = new LinkedHashMap<>();
    private final UnitDifferences differences;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> siblings = new HashSet<>();
    private final List<UnitNews> news = new ArrayList<>();
    private final List<UnitRow> founded = new ArrayList<>();

    private sealed interface Verdict {

        /**
         * @param code of the unit above, ours or the package's; null at the top
         * @param called the same by name
         */
        record Under(
                @Nullable String code,
                @Nullable String called,
                @Nullable Problem warning) implements Verdict {}

        record Left(Problem why) implements Verdict {}
    }

    UnitIntake(String file, Sight sight, Chart chart, PackageUnits known, List<GeneralUnit> units, LocalDate day) {
        this.file = file;
        this.sight = sight;
        this.chart = chart;
        this.known = known;
        this.day = day;
        this.differences = new UnitDifferences(chart, known);
        for (var unit : units) if (!unit.key().isEmpty()) rows.putIfAbsent(unit.key(), unit);
        units.forEach(this::look);
    }

    /** What is to be said of each. */
    List<UnitNews> news() {
        return List.copyOf(news);
    }

    /** Those to be founded, as org takes them in. */
    List<UnitRow> founded() {
        return List.copyOf(founded);
    }

    private void look(GeneralUnit unit) {
        var here = known.unit(unit.key()).orElse(null);
        if (here != null && rows.get(unit.key()) == unit) {
            if (sight.seesUnit(here)) differences.of(unit, here).ifPresent(each -> news.add(differs(unit, here, each)));
            return;
        }
        switch (verdict(unit)) {
            case Verdict.Under under -> {
                founded.add(known.row(unit, under.code(), founded.size() + 1, day));
                var problems = new ArrayList<Problem>();
                if (under.warning() != null) problems.add(under.warning());
                unit.unreadNumbers().forEach((column, value) -> problems.add(unread(unit, column, value)));
                news.add(told(unit, Status.NEW, under.called(), problems));
            }
            case Verdict.Left left -> news.add(told(unit, Status.LEFT, null, List.of(left.why())));
        }
    }

    private UnitNews differs(GeneralUnit unit, UUID here, Problem why) {
        return told(
                        unit,
                        Status.DIFFERS,
                        chart.unit(here)
                                .map(each -> each.is().parent())
                                .flatMap(chart::unit)
                                .map(Unit::called)
                                .orElse(null),
                        List.of(why))
                .as(here);
    }

    private static Problem unread(GeneralUnit unit, String column, String value) {
        var text = value.length() > 20 ? value.substring(0, 20) + "…" : value;
        return Problem.warning(
                "B01." + column,
                "unit.no-number",
                "新增机构“%s”：%s“%s”不是数字，未收录；请核对后在机构页补填。".formatted(unit.name(), UnitColumns.called(column), text));
    }

    private UnitNews told(GeneralUnit unit, Status status, @Nullable String under, List<Problem> problems) {
        return new UnitNews(
                file, unit.key(), unit.name(), status, under, UnitColumns.figures(unit), null, List.copyOf(problems));
    }

    private Verdict verdict(GeneralUnit unit) {
        if (unit.key().isEmpty() || unit.name().isEmpty())
            return left("unit.incomplete", unit, "没有" + (unit.key().isEmpty() ? "机构内部编码" : "名称"), "请补填后重新导出");
        if (rows.get(unit.key()) != unit) return left("unit.twice", unit, "内部编码与前面的机构重复", "请改正编码后重新导出");
        var before = verdicts.get(unit.key());
        if (before != null) return before;
        if (!asked.add(unit.key())) return left(CYCLE, unit, "上级关系成环", "请更正上级机构后重新导出");
        var verdict = unasked(unit);
        verdicts.put(unit.key(), verdict);
        return verdict;
    }

    private Verdict unasked(GeneralUnit unit) {
        if (!sight.may(Right.MANAGE_UNITS)) return left("unit.right", unit, "您的账号没有机构管理权限", "请转管理机构的科室先建此机构");
        if (unit.name().length() > LONGEST_NAME)
            return left("unit.long-name", unit, "名称超过 " + LONGEST_NAME + " 字", "请核对名称后重新导出");
        var verdict = place(unit, unit.parent());
        return verdict instanceof Verdict.Under under && !free(unit, under)
                ? left("unit.same-name", unit, "同一上级之下已有同名机构", "请核对两边的机构编码，或先改名")
                : verdict;
    }

    /** Under one superior no two bear the same name. */
    private boolean free(GeneralUnit unit, Verdict.Under under) {
        var above = under.code() == null ? null : known.unit(under.code()).orElse(null);
        boolean ours = under.code() != null && above == null;
        boolean taken = !ours
                && chart.named(unit.name()).stream()
                        .anyMatch(each -> Objects.equals(each.is().parent(), above));
        return !taken && siblings.add(under.code() + "\n" + plain(unit.name()));
    }

    private static String plain(String name) {
        return name.replace('(', '（').replace(')', '）').replaceAll("\\s+", "");
    }

    private Verdict place(GeneralUnit unit, @Nullable String parent) {
        if (parent == null || NO_UNIT.contains(parent) && !rows.containsKey(parent)) return top(unit);
        var here = known.unit(parent).orElse(null);
        if (here != null) return under(unit, parent, here);
        var row = rows.get(parent);
        if (row != null)
            return switch (verdict(row)) {
                case Verdict.Under above -> new Verdict.Under(row.key(), row.name(), null);
                case Verdict.Left left ->
                    left.why().code().equals(CYCLE)
                            ? left(CYCLE, unit, "上级关系成环", "请更正上级机构后重新导出")
                            : left("unit.superior-left", unit, "上级“" + row.name() + "”未收录", "请先解决上级机构");
            };
        int dot = parent.lastIndexOf('.');
        return dot > 0 ? loose(unit, place(unit, parent.substring(0, dot))) : somewhere(unit);
    }

    private Verdict under(GeneralUnit unit, String parent, UUID above) {
        var heirs = chart.heirs(above);
        if (heirs.size() != 1) return somewhere(unit);
        var heir = chart.requireUnit(heirs.iterator().next());
        if (!sight.changesUnit(heir.id()))
            return left("unit.not-led", unit, "上级“" + heir.called() + "”不由您单位主管", "请转主管单位新增此机构");
        var code = known.key(heir.id()).orElse(parent);
        return heir.id().equals(above)
                ? new Verdict.Under(code, heir.called(), null)
                : loose(unit, new Verdict.Under(code, heir.called(), null));
    }

    private Verdict top(GeneralUnit unit) {
        if (sight.everything() || chart.units().isEmpty()) return new Verdict.Under(null, null, null);
        return left("unit.no-superior", unit, "没有上级机构，只有管理全市的账号才能设顶层机构", "请转管理全市的科室新增，或填明上级机构");
    }

    /** Its superior is nowhere to be found: it goes under the only unit that could be meant, where there is one. */
    private Verdict somewhere(GeneralUnit unit) {
        var mine = chart.units().stream().filter(this::uppermost).toList();
        if (mine.size() == 1) {
            var only = mine.getFirst();
            return loose(
                    unit,
                    new Verdict.Under(known.key(only.id()).orElse(only.id().toString()), only.called(), null));
        }
        if (sight.everything() || chart.units().isEmpty()) return loose(unit, new Verdict.Under(null, null, null));
        return left("unit.superior-unknown", unit, "上级机构不在包内，也不在库中", "请连同上级机构一并导出，或先建上级机构");
    }

    /** Of those this account leads, one that stands below none of them. */
    private boolean uppermost(Unit unit) {
        var parent = unit.is().parent();
        return sight.changesUnit(unit.id()) && (parent == null || !sight.changesUnit(parent));
    }

    private static Verdict loose(GeneralUnit unit, Verdict verdict) {
        if (!(verdict instanceof Verdict.Under under)) return verdict;
        var warning = Problem.warning(
                "B01.B0121",
                "unit.superior-unknown",
                "新增机构“%s”：上级编码 %s 不在包内，也不是现有机构，拟%s；请核对，不对的在机构页移动。"
                        .formatted(
                                unit.name(),
                                unit.parent(),
                                under.called() == null ? "列为顶层机构" : "挂在“" + under.called() + "”之下"));
        return new Verdict.Under(under.code(), under.called(), warning);
    }

    private static Verdict.Left left(String code, GeneralUnit unit, String why, String what) {
        var name = unit.name().isEmpty() ? unit.key() : unit.name();
        return new Verdict.Left(
                Problem.error("B01", code, "未新增机构“%s”：%s。%s；%s。".formatted(name, why, PEOPLE_COME, what)));
    }

    /** All that was to be founded, left after all. */
    static List<UnitNews> refused(List<UnitNews> news, Problem why) {
        return news.stream()
                .flatMap(each -> Stream.of(each.status() == Status.NEW ? each.left(why) : each))
                .toList();
    }
}
