package huoshui.org;

import huoshui.kernel.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must be so of the organization on any day, whatever was done to it. 机构约束 */
final class Soundness {

    private Soundness() {}

    /** @throws Refusal with the first thing that is not so */
    static void check(Chart chart) {
        units(chart);
        posts(chart);
        principals(chart);
    }

    private static void units(Chart chart) {
        var codes = new HashMap<String, Unit>();
        var names = new HashMap<String, Unit>();
        for (var unit : chart.units()) {
            var parent = unit.is().parent();
            if (parent != null && chart.unit(parent).isEmpty())
                throw Refusal.input(
                        "orphan-unit",
                        "未写入：“%s”的上级单位在 %s 已不存在。请先调整“%s”的隶属关系，或一并撤销。"
                                .formatted(unit.called(), chart.at().valid(), unit.called()));
            cycle(chart, unit);
            var code = unit.is().code();
            var same = code == null || code.isEmpty() ? null : codes.put(code, unit);
            if (same != null)
                throw Refusal.input(
                        "same-code",
                        "未写入：机构编码 %s 已由“%s”使用，“%s”不能再用。请换一个编码。".formatted(code, same.called(), unit.called()));
            var twin = names.put(parent + "/" + Names.plain(unit.is().name()), unit);
            if (twin != null)
                throw Refusal.input(
                        "same-name",
                        "未写入：同一上级之下已有“%s”。请换一个名称，或改为登记别名。".formatted(unit.is().name()));
        }
    }

    private static void cycle(Chart chart, Unit unit) {
        Set<UUID> seen = new HashSet<>();
        @Nullable UUID each = unit.id();
        while (each != null) {
            if (!seen.add(each))
                throw Refusal.input("cycle", "未写入：“%s”不能隶属于它自己的下级单位。请另选上级单位。".formatted(unit.called()));
            each = chart.unit(each).map(found -> found.is().parent()).orElse(null);
        }
    }

    private static void posts(Chart chart) {
        for (var post : chart.posts()) {
            if (chart.unit(post.is().unit()).isEmpty())
                throw Refusal.input(
                        "homeless-post",
                        "未写入：职位“%s”所在单位在 %s 已不存在。请先撤销该职位，或随机构划转。"
                                .formatted(post.is().fullTitle(), chart.at().valid()));
            var team = post.is().team();
            if (team != null && chart.team(team).isEmpty())
                throw Refusal.input(
                        "no-team-of-post",
                        "未写入：职位“%s”所属班子在 %s 不存在。请改选班子，或改为不进班子。"
                                .formatted(post.is().fullTitle(), chart.at().valid()));
        }
    }

    /** One a team; a principal outside any team is the only one of the unit. */
    private static void principals(Chart chart) {
        Map<UUID, Post> ofUnit = new HashMap<>();
        Map<UUID, Post> ofTeam = new HashMap<>();
        for (var post : chart.posts()) {
            if (!post.is().principal()) continue;
            var team = post.is().team();
            var inTeam = team == null ? null : ofTeam.put(team, post);
            var inUnit = ofUnit.put(post.is().unit(), post);
            boolean apart = inUnit != null && team != null && inUnit.is().team() != null;
            if (inTeam != null) throw twoPrincipals(chart, inTeam, post);
            if (inUnit != null && !apart) throw twoPrincipals(chart, inUnit, post);
        }
    }

    private static Refusal twoPrincipals(Chart chart, Post one, Post other) {
        return Refusal.input(
                "two-principals",
                "未写入：“%s”在 %s 会有两个一把手职位（%s、%s）。请只定其中一个为一把手。"
                        .formatted(
                                chart.unit(one.is().unit()).map(Unit::called).orElse(""),
                                chart.at().valid(),
                                one.is().fullTitle(),
                                other.is().fullTitle()));
    }
}
