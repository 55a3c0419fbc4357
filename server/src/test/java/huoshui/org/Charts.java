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

    private static List<Fact<OrgFact>> facts(String kind, Map<UUID, ? extends OrgFact> of) {
        var all = new ArrayList<Fact<OrgFact>>();
        of.forEach((id, body) -> all.add(new Fact<>(
                new UUID(9, all.size()),
                id,
                kind,
                "",
                Chapter.ORGANIZATION,
                body,
                Span.since(PartialDate.month(1990, 1)),
                "文件",
                1,
                null)));
        return all;
    }
}
