package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One dossier that turns out to be of two people: named lines move to the other. 拆档 */
@Component
public class Splits {

    /** What is done to a record stays with it. */
    private static final Set<String> STAYING =
            Set.of("merged-into", "cancelled", "corrected", "form-draft", "unplaced");

    private final Ledger<FactBody> ledger;
    private final TalentGround grounds;
    private final Subjects subjects;
    private final Acts acts;

    Splits(Ledger<FactBody> ledger, TalentGround grounds, Subjects subjects, Acts acts) {
        this.ledger = ledger;
        this.grounds = grounds;
        this.subjects = subjects;
        this.acts = acts;
    }

    /** To whom lines move. 拆往 */
    public sealed interface Destination {

        /** 另一份已有的档案 */
        record Existing(Subject.Person person) implements Destination {}

        /**
         * 新开一份档案
         *
         * @param identity who it is; null when a line that says so is among those moved
         */
        record Fresh(@Nullable Identity identity) implements Destination {}
    }

    /**
     * Moves named lines.
     *
     * @return the dossier they are in now
     * @throws Refusal {@code not-all-there}, {@code same-dossier}, {@code nameless}, {@code left-nameless}, {@code overlap}
     *     when the other dossier says the same thing of the same days already
     */
    @Transactional
    public Subject.Person split(
            Actor actor, Subject.Person from, Collection<UUID> facts, Destination to, String reason) {
        acts.begin();
        var current = ledger.history(from.id()).stream()
                .filter(each -> each.superseded() == null && !each.erased())
                .toList();
        var moved = current.stream()
                .filter(each -> facts.contains(each.id()) && !STAYING.contains(each.kind()))
                .toList();
        check(from, facts, to, current, moved);
        var changes = new ArrayList<Change<FactBody>>();
        var person = opened(to, current, moved, reason, changes);
        for (var fact : moved) {
            changes.add(Change.supersede(fact));
            changes.add(Change.record(person.id(), fact.content(), fact.valid(), fact.basis() + "；拆档：" + reason));
        }
        grounds.check(changes);
        ledger.write(actor, changes);
        return person;
    }

    private static void check(
            Subject.Person from,
            Collection<UUID> facts,
            Destination to,
            List<Fact<FactBody>> current,
            List<Fact<FactBody>> moved) {
        if (moved.isEmpty() || moved.size() != new HashSet<>(facts).size())
            throw Refusal.input("not-all-there", "未拆档：所列事实中有已失效的，或来自并入的档案。请重新勾选；并入的档案请整份拆回。");
        if (to instanceof Destination.Existing(var person) && person.equals(from))
            throw Refusal.input("same-dossier", "未拆档：所选就是本档案。请另选一人，或新开一份档案。");
        if (to instanceof Destination.Fresh(var identity) && identity == null && !named(moved))
            throw Refusal.input("nameless", "未拆档：新档案没有姓名。请填写姓名，或把身份信息一并拆出。");
        if (named(current)
                && named(moved)
                && !named(current.stream().filter(each -> !moved.contains(each)).toList()))
            throw Refusal.input("left-nameless", "未拆档：身份信息拆走后，原档案就没有姓名了。请把身份信息留下，为新档案另填姓名。");
    }

    private static boolean named(List<Fact<FactBody>> facts) {
        return facts.stream().anyMatch(each -> each.body() instanceof Identity);
    }

    /** A fresh dossier is kept where the old one is kept, so that it does not drop out of everybody's sight. */
    private Subject.Person opened(
            Destination to,
            List<Fact<FactBody>> current,
            List<Fact<FactBody>> moved,
            String reason,
            List<Change<FactBody>> changes) {
        return switch (to) {
            case Destination.Existing(var person) -> person;
            case Destination.Fresh(var identity) -> {
                var fresh = new Subject.Person(Ids.next());
                subjects.register(fresh);
                var basis = "拆档：" + reason;
                if (identity != null) changes.add(Change.record(fresh.id(), identity, sinceBirth(identity), basis));
                current.stream()
                        .filter(each -> each.body() instanceof Custody && !moved.contains(each))
                        .forEach(each -> changes.add(
                                Change.record(fresh.id(), each.content(), each.valid(), each.basis() + "；" + basis)));
                yield fresh;
            }
        };
    }

    private Span sinceBirth(Identity identity) {
        return identity.birth() == null ? Span.evidenced(acts.today()) : Span.since(identity.birth());
    }
}
