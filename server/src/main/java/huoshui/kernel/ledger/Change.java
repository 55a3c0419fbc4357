package huoshui.kernel.ledger;

import huoshui.kernel.Ids;
import huoshui.kernel.Span;
import java.util.UUID;

/** One movement on a ledger. 变动 */
public sealed interface Change<B extends Body> {

    /** A new line. 记录 */
    record Record<B extends Body>(UUID id, UUID subject, B body, Span valid, String basis) implements Change<B> {}

    /** An earlier line that no longer counts. 失效 */
    record Supersede<B extends Body>(UUID fact, UUID subject) implements Change<B> {}

    static <B extends Body> Change<B> record(UUID subject, B body, Span valid, String basis) {
        return new Record<>(Ids.next(), subject, body, valid, basis);
    }

    static <B extends Body> Change<B> supersede(Fact<B> fact) {
        return new Supersede<>(fact.id(), fact.subject());
    }
}
