package huoshui.org.fact;

import huoshui.kernel.ledger.Body;

/** What a fact about a unit, a post or a team says. 机构事实内容 */
public sealed interface OrgFact extends Body permits UnitFact, PostFact, TeamFact, AuthorityFact, NoteFact {}
