package huoshui.interchange;

import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Announces to the journal what this room keeps besides facts: layouts, meanings of columns, words on a batch's files. 留痕 */
@Component
class Notices {

    private final Acts acts;
    private final ApplicationEventPublisher events;

    Notices(Acts acts, ApplicationEventPublisher events) {
        this.acts = acts;
        this.events = events;
    }

    /** Something kept for later use; within the transaction that keeps it. */
    void kept(Signed who, Canonical what) {
        announce(who, acts.begin().number(), what);
    }

    /** A word on a file that is not written yet: no act of its own. */
    void said(Signed who, Canonical what) {
        announce(who, null, what);
    }

    private void announce(Signed who, @Nullable Long act, Canonical what) {
        events.publishEvent(
                Auditable.of(who.actor(), new Auditable.Line(Verb.ADMINISTER, null, null, act, what.bytes())));
    }
}
