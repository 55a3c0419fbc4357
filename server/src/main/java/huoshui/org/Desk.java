package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.OrgFact;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where every command of this room is carried out: one act, checked as a whole before it is let go. 办理 */
@Component
class Desk {

    private final Organization organization;
    private final OrgLedger ledger;
    private final Acts acts;
    private final Subjects subjects;
    private final ApplicationEventPublisher events;

    Desk(Organization organization, OrgLedger ledger, Acts acts, Subjects subjects, ApplicationEventPublisher events) {
        this.organization = organization;
        this.ledger = ledger;
        this.acts = acts;
        this.subjects = subjects;
        this.events = events;
    }

    /** Takes the act; gives the organization as it stands on that day, with nobody else writing. */
    Chart begin(PartialDate on, String basis) {
        if (basis.isBlank()) throw Refusal.input("no-basis", "未写入：没有写明依据。请填文号，没有文件的填事由。");
        acts.begin();
        return chart(on);
    }

    /** @throws Refusal {@code not-first} */
    void requireEmpty() {
        if (organization.begun()) throw Refusal.input("not-first", "未设立：已有单位在册，这一步只在启用时办一次。新单位请由主管单位设立。");
    }

    private Chart chart(PartialDate on) {
        return organization.at(new AsOf(on.firstDay(), acts.head()));
    }

    /** What counts of this subject in this kind, to be changed from a day on. */
    Timeline timeline(UUID subject, Class<? extends OrgFact> kind, PartialDate on, String basis) {
        return new Timeline(subject, current(subject, kind), on, basis);
    }

    /** The same, for one slot of the kind. */
    Timeline timeline(UUID subject, OrgFact body, PartialDate on, String basis) {
        var facts = current(subject, body.getClass()).stream()
                .filter(each -> each.slot().equals(body.slot()))
                .toList();
        return new Timeline(subject, facts, on, basis);
    }

    private List<Fact<OrgFact>> current(UUID subject, Class<? extends OrgFact> kind) {
        return organization.line(subject, acts.head()).stream()
                .filter(each -> kind.isInstance(each.content()))
                .toList();
    }

    /** The line with this id, which must still count. */
    Fact<OrgFact> fact(UUID id) {
        return ledger.facts().find(id).orElseThrow(() -> Refusal.absent("no-fact", "找不到这条记录。请刷新页面后重选。"));
    }

    UUID fresh(java.util.function.Function<UUID, Subject> kind) {
        var id = Ids.next();
        subjects.register(kind.apply(id));
        return id;
    }

    /**
     * Writes, then looks at the whole as it has become on that day and today; what is unsound is not kept.
     *
     * @throws Refusal saying what is unsound
     */
    void write(Actor actor, List<Change<OrgFact>> changes, PartialDate on) {
        if (changes.isEmpty()) throw Refusal.input("no-change", "未写入：所填与现有记录相同，没有可办的变动。");
        ledger.write(actor, changes);
        Soundness.check(chart(on));
        if (on.firstDay().isBefore(acts.today())) Soundness.check(chart(PartialDate.day(acts.today())));
    }

    void announce(UnitChanged happened) {
        events.publishEvent(happened);
    }
}
