package huoshui.org;

import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.OrgFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Charts of invented units and posts, without a database. */
public final class Charts {

    private Charts() {}

    public static Chart of(AsOf at, Map<UUID, ? extends OrgFact> units, Map<UUID, ? extends OrgFact> posts) {
        return new Chart(at, facts("unit", units), facts("post", posts), null);
    }

    /** The same, with what else is laid down of units and teams. */
    public static Chart of(
            AsOf at,
            Map<UUID, ? extends OrgFact> units,
            Map<UUID, ? extends OrgFact> posts,
            Map<UUID, List<OrgFact>> more) {
        var plan = facts("unit", units);
        more.forEach((id, bodies) -> bodies.forEach(body -> plan.add(fact(plan.size(), "more", id, body))));
        return new Chart(at, plan, facts("post", posts), null);
    }

    private static List<Fact<OrgFact>> facts(String kind, Map<UUID, ? extends OrgFact> of) {
        var all = new ArrayList<Fact<OrgFact>>();
        of.forEach((id, body) -> all.add(fact(all.size(), kind, id, body)));
        return all;
    }

    private static Fact<OrgFact> fact(int number, String kind, UUID id, OrgFact body) {
        return new Fact<>(
                new UUID(9, number),
                id,
                kind,
                "",
                Chapter.ORGANIZATION,
                body,
                Span.since(PartialDate.month(1990, 1)),
                "文件",
                1,
                null);
    }
}
