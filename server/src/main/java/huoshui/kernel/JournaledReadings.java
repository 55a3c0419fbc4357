package huoshui.kernel;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the journal what is about to be read of many people, some at a time, so that whoever writes meanwhile waits for some and not
 * for a whole city. 读前留痕
 *
 * <p>Nothing is read before all of it is journaled. Where that fails halfway the journal tells of more than was read, never of less.
 */
@Component
public class JournaledReadings {

    /** So many entries hold the ledger's lock for a tenth of a second. */
    private static final int TOGETHER = 2000;

    private final ApplicationEventPublisher events;
    private final TransactionTemplate some;

    JournaledReadings(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.some = new TransactionTemplate(transactions);
    }

    /** To be called before the first is read, and outside a transaction: within one its end is waited for. */
    public void announce(Actor actor, List<Auditable.Line> lines) {
        for (int from = 0; from < lines.size(); from += TOGETHER) {
            var these = List.copyOf(lines.subList(from, Math.min(lines.size(), from + TOGETHER)));
            some.executeWithoutResult(status -> events.publishEvent(new Auditable(actor, these)));
        }
    }
}
