package huoshui.org;

import huoshui.kernel.Span;
import huoshui.org.fact.PostFact.PostIs;
import java.util.UUID;

/**
 * A post as it is at both clocks. 职位
 *
 * @param fact the line of the ledger that says so
 * @param span for which days it is exactly so
 */
public record Post(UUID id, PostIs is, UUID fact, Span span) {}
