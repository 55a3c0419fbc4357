package huoshui.rule.sweep;

import huoshui.dossier.LinesErased;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What each kind of sweep has found of late; once something is erased, nothing of it. 近时所得各类 */
@Component
class Recents {

    private final Clock clock;
    private final List<Recent<?>> all = new CopyOnWriteArrayList<>();

    Recents(Clock clock) {
        this.clock = clock;
    }

    <V> Recent<V> kind() {
        var one = new Recent<V>(clock);
        all.add(one);
        return one;
    }

    @TransactionalEventListener
    void forget(LinesErased gone) {
        all.forEach(Recent::forget);
    }
}
