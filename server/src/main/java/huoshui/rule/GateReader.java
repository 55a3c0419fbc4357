package huoshui.rule;

import huoshui.kernel.Chapter;
import huoshui.rule.Sheet.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one gate, or says why not: every clause it names stands in the book and can decide. 关口认读 */
final class GateReader {

    private static final Set<String> KEYS = Set.of("code", "title", "note", "for", "provisions", "beside");
    private static final Set<Effect> DECIDING = Set.of(Effect.BARS, Effect.REQUIRES);

    private final List<Provision> clauses;
    private final Map<String, Criterion> cohorts;
    private final Set<String> seen = new HashSet<>();

    GateReader(List<Provision> clauses, Map<String, Criterion> cohorts) {
        this.clauses = clauses;
        this.cohorts = cohorts;
    }

    Gate read(Part part) {
        var map = part.map(KEYS);
        var code = Sheet.need(part, map, "code").text();
        if (!seen.add(code)) throw part.wrong("关口 %s 写了两次", code);
        var cohort = map.get("for");
        var who = cohort == null ? null : cohorts.get(cohort.text());
        if (cohort != null && who == null) throw cohort.wrong("没有名为“%s”的人群", cohort.text());
        if (cohort != null && who != null && who.chapters().stream().anyMatch(Chapter::sealed))
            throw cohort.wrong("人群“%s”要读密存内容，不能作关口所对的人", cohort.text());
        var named = new LinkedHashSet<String>();
        var deciding = codes(Sheet.need(part, map, "provisions"), true, named);
        if (deciding.isEmpty()) throw part.wrong("关口 %s 没有列条款", code);
        var beside = map.get("beside");
        return new Gate(
                code,
                Sheet.need(part, map, "title").text(),
                map.get("note") == null ? "" : map.get("note").text(),
                cohort == null ? null : cohort.text(),
                who,
                deciding,
                beside == null ? List.of() : codes(beside, false, named));
    }

    private List<String> codes(Part list, boolean deciding, Set<String> named) {
        var all = new ArrayList<String>();
        for (var each : list.list()) {
            var code = each.text();
            if (!named.add(code)) throw each.wrong("关口里 %s 列了两次", code);
            var editions = clauses.stream().filter(is -> is.code().equals(code)).toList();
            if (editions.isEmpty()) throw each.wrong("没有条款 %s", code);
            for (var is : editions) sound(each, is, deciding);
            all.add(code);
        }
        return all;
    }

    private static void sound(Part part, Provision is, boolean deciding) {
        if (is.scope().subject() != Speaks.PERSON) throw part.wrong("%s 说的不是人，不能作关口", is.code());
        if (deciding && !DECIDING.contains(is.effect()))
            throw part.wrong(
                    "%s 的效力是“%s”，作不了关口；只有“不得”“应具备”的条款可以，其余列在 beside",
                    is.code(), is.effect().word());
        if (!deciding && DECIDING.contains(is.effect()))
            throw part.wrong(
                    "%s 的效力是“%s”，应列在 provisions", is.code(), is.effect().word());
        if (is.scope().target() != null) throw part.wrong("%s 要有拟任职位才能判定，不能作关口", is.code());
    }
}
