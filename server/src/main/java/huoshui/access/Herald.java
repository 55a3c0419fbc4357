package huoshui.access;

import huoshui.kernel.Actor;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces what this room does to the journal. 留痕 */
@Component
class Herald {

    /** Stands in the journal where no account acts. */
    static final Actor NOBODY = new Actor(new UUID(0, 0));

    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    Herald(ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Within the transaction that does it. */
    void announce(Actor actor, Verb verb, @Nullable UUID subject, @Nullable Long act, Canonical content) {
        events.publishEvent(Auditable.of(actor, new Auditable.Line(verb, subject, null, act, content.bytes())));
    }

    /** In a transaction of its own, for what is told although nothing was done. */
    void refused(Actor actor, @Nullable UUID subject, Canonical content) {
        apart.executeWithoutResult(status -> announce(actor, Verb.REFUSED, subject, null, content));
    }
}
