package huoshui.org.fact;

import static huoshui.kernel.Chapter.ORGANIZATION;
import static huoshui.kernel.ledger.Kind.many;
import static huoshui.kernel.ledger.Kind.one;

import huoshui.kernel.ledger.Kind;
import huoshui.kernel.ledger.Kinds;
import java.util.List;

/** The catalogue of kinds of facts about the organization. 机构事实种类 */
public final class OrgKinds {

    public static final Kinds<OrgFact> ALL = new Kinds<>(List.<Kind<OrgFact>>of(
            one("unit", UnitFact.UnitIs.class, ORGANIZATION),
            one("formed", UnitFact.Formed.class, ORGANIZATION),
            one("ended", UnitFact.Ended.class, ORGANIZATION),
            one("alias", UnitFact.Alias.class, ORGANIZATION),
            one("establishment", UnitFact.Establishment.class, ORGANIZATION),
            one("headcount", UnitFact.Headcount.class, ORGANIZATION),
            one("rank-establishment", UnitFact.RankEstablishment.class, ORGANIZATION),
            one("leader-numbers", UnitFact.LeaderNumbers.class, ORGANIZATION),
            one("management", UnitFact.Management.class, ORGANIZATION),
            one("post", PostFact.PostIs.class, ORGANIZATION),
            one("team", TeamFact.TeamIs.class, ORGANIZATION),
            one("term", TeamFact.Term.class, ORGANIZATION),
            one("targets", TeamFact.Targets.class, ORGANIZATION),
            many("team-assessed", TeamFact.Assessed.class, ORGANIZATION),
            one("authority", AuthorityFact.Manages.class, ORGANIZATION),
            many("cancelled", NoteFact.Cancelled.class, ORGANIZATION)));

    private OrgKinds() {}
}
