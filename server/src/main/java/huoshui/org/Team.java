package huoshui.org;

import huoshui.kernel.Span;
import huoshui.org.fact.TeamFact.TeamIs;
import java.util.UUID;

/**
 * A leading team as it is at both clocks. 班子
 *
 * @param fact the line of the ledger that says so
 * @param span for which days it is exactly so
 */
public record Team(UUID id, TeamIs is, UUID fact, Span span) {}
