package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.RecordFact.Cancelled;
import huoshui.dossier.fact.RecordFact.Corrected;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dossiers of all people: recorded in, corrected, cancelled, read at both clocks. 档案
 *
 * <p>Callers have asked {@code access} whether this may be done; what is written here is journaled with their names.
 */
@Component
public class Dossiers {

    private final Ledger<FactBody> ledger;
    private final Merges merges;
    private final TalentGround grounds;
    private final Subjects subjects;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    Dossiers(
            Ledger<FactBody> ledger,
            Merges merges,
            TalentGround grounds,
            Subjects subjects,
            Acts acts,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.merges = merges;
        this.grounds = grounds;
        this.subjects = subjects;
        this.acts = acts;
        this.events = events;
    }

    /** Opens a dossier; what it says is recorded by the caller in the same transaction. */
    @Transactional
    public Subject.Person open() {
        acts.begin();
        var person = new Subject.Person(Ids.next());
        subjects.register(person);
        return person;
    }

    /** Opens a dossier under the number it had in another house of ours, if there is one and nobody has it here. */
    @Transactional
    public Subject.Person open(@Nullable UUID number) {
        acts.begin();
        var person = numbered(number);
        subjects.register(person);
        return person;
    }

    /** Whom a dossier yet to be opened will be about: the number of another house of ours, unless somebody has it here. */
    public Subject.Person numbered(@Nullable UUID number) {
        if (number == null || subjects.knows(new Subject.Person(number))) return new Subject.Person(Ids.next());
        return new Subject.Person(number);
    }

    /** Opens these dossiers and carries out prepared changes about them and others, all or nothing. */
    @Transactional
    public List<Fact<FactBody>> open(Actor actor, List<Subject.Person> fresh, List<Change<FactBody>> changes) {
        acts.begin();
        subjects.register(fresh);
        return write(actor, changes);
    }

    /** Whether there is such a dossier. */
    public boolean knows(Subject.Person person) {
        return subjects.knows(person);
    }

    /** What holds of this person at both clocks, dossiers merged into this one included. */
    @Transactional(readOnly = true)
    public List<Fact<FactBody>> of(Subject.Person person, AsOf at) {
        return merges.history(person, at.known()).stream()
                .filter(each -> each.visible(at))
                .toList();
    }

    /** What counts as true of this person after an act, for whatever days. */
    @Transactional(readOnly = true)
    public List<Fact<FactBody>> known(Subject.Person person, long act) {
        return merges.history(person, act).stream()
                .filter(each -> each.known(act))
                .toList();
    }

    /**
     * What counts as true after an act in these very dossiers, of these kinds; whoever asks names merged dossiers too.
     *
     * @param kinds none for all
     */
    @Transactional(readOnly = true)
    public List<Fact<FactBody>> known(Collection<UUID> dossiers, Collection<String> kinds, long act) {
        return ledger.known(dossiers, kinds.isEmpty() ? kinds() : kinds, act);
    }

    /** Every line ever written about this person, superseded ones too. */
    @Transactional(readOnly = true)
    public List<Fact<FactBody>> history(Subject.Person person) {
        return merges.history(person, Long.MAX_VALUE - 1);
    }

    /**
     * What holds in a sealed chapter; the reading is journaled with its purpose, or does not happen. 密章查阅
     *
     * @throws Refusal {@code purpose-required} without a purpose
     */
    @Transactional
    public List<Fact<FactBody>> read(Actor actor, Subject.Person person, Chapter chapter, AsOf at) {
        if (chapter.sealed()) announceReading(actor, person, chapter);
        return of(person, at).stream().filter(each -> each.chapter() == chapter).toList();
    }

    /** Journals that a sealed chapter is about to be read. */
    @Transactional
    public void announceReading(Actor actor, Subject.Person person, Chapter chapter) {
        if (actor.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "密：查看须选事由，查看记录本人可见。请从事由表选取后再看。");
        var content = new Canonical().add(person.id()).add(chapter.name()).bytes();
        events.publishEvent(Auditable.of(actor, new Auditable.Line(Verb.READ, person.id(), chapter, null, content)));
    }

    /** One line, whoever it is about. */
    public Fact<FactBody> fact(UUID id) {
        return ledger.find(id).orElseThrow(() -> Refusal.absent("no-fact", "未找到这条事实。请回到档案重新打开。"));
    }

    /**
     * Records one fact. Of a kind that may hold once at a time, an earlier line still open is ended on the day before.
     *
     * @throws Refusal {@code overlap} when the new one would run into a later one
     */
    @Transactional
    public Fact<FactBody> record(Actor actor, Subject.Person person, FactBody body, Span valid, String basis) {
        acts.begin();
        var changes = new ArrayList<Change<FactBody>>();
        if (ledger.kinds().of(body).exclusive()) changes.addAll(makeRoom(person, body, valid));
        changes.add(Change.record(person.id(), body, valid, basis));
        return write(actor, changes).getLast();
    }

    /** Ends the line that holds when the new one begins: it is written again with its end. */
    private List<Change<FactBody>> makeRoom(Subject.Person person, FactBody body, Span valid) {
        var kind = ledger.kinds().of(body).code();
        var changes = new ArrayList<Change<FactBody>>();
        for (var held : ledger.history(person.id())) {
            if (held.superseded() != null
                    || !held.kind().equals(kind)
                    || !held.slot().equals(body.slot())) continue;
            if (!held.valid().open() || !held.valid().from().isBefore(valid.from()) || held.erased()) continue;
            changes.add(Change.supersede(held));
            changes.add(Change.record(person.id(), held.content(), endedBefore(held.valid(), valid), held.basis()));
        }
        return changes;
    }

    private static Span endedBefore(Span held, Span next) {
        return new Span(held.from(), next.from(), held.start(), next.start());
    }

    /**
     * Puts a right line in the place of a wrong one: the wrong one stays readable, and no longer counts. 更正
     *
     * @throws Refusal {@code superseded} with both sides when somebody was faster
     */
    @Transactional
    public Fact<FactBody> correct(Actor actor, UUID factId, FactBody body, Span valid, String basis) {
        return correct(actor, factId, body, valid, basis, null);
    }

    /** The same, with the reason kept beside it. */
    @Transactional
    public Fact<FactBody> correct(
            Actor actor, UUID factId, FactBody body, Span valid, String basis, @Nullable String reason) {
        acts.begin();
        var wrong = current(factId);
        if (!ledger.kinds().of(body).code().equals(wrong.kind()))
            throw Refusal.input("other-kind", "未更正：更正只能改同一种事实的内容。请撤销原条后另记一条。");
        var changes = new ArrayList<Change<FactBody>>(
                List.of(Change.supersede(wrong), Change.record(wrong.subject(), body, valid, basis)));
        if (reason != null) {
            var why = new Corrected(factId, wrong.chapter(), reason);
            changes.add(Change.record(wrong.subject(), why, Span.since(acts.today()), reason));
        }
        return write(actor, changes).getFirst();
    }

    /** Ends what still holds: it is true up to, and no longer on, this day. 终止 */
    @Transactional
    public Fact<FactBody> end(Actor actor, UUID factId, LocalDate day, String basis) {
        acts.begin();
        var held = current(factId);
        if (!held.valid().from().isBefore(day))
            throw Refusal.input(
                    "ends-before-start",
                    "未终止：终止日 %s 不晚于起始日 %s。请核对日期，或撤销这条事实。"
                            .formatted(day, held.valid().from()));
        return correct(actor, factId, held.content().endedOn(day), held.valid().until(day), basis);
    }

    /** A mistake no longer counts; it stays readable with the reason. 撤销 */
    @Transactional
    public void cancel(Actor actor, UUID factId, String reason) {
        if (reason.isBlank()) throw Refusal.input("reason-required", "未撤销：撤销须写理由。请填写后再提交。");
        acts.begin();
        var wrong = current(factId);
        write(
                actor,
                List.of(
                        Change.supersede(wrong),
                        Change.record(
                                wrong.subject(),
                                new Cancelled(factId, wrong.chapter(), reason),
                                Span.since(acts.today()),
                                reason)));
    }

    /** Carries out prepared changes about one person, all or nothing with the caller's transaction or savepoint. */
    @Transactional
    public List<Fact<FactBody>> apply(Actor actor, List<Change<FactBody>> changes) {
        return write(actor, changes);
    }

    private List<Fact<FactBody>> write(Actor actor, List<Change<FactBody>> changes) {
        grounds.check(changes);
        return ledger.write(actor, changes);
    }

    private Fact<FactBody> current(UUID factId) {
        var fact = fact(factId);
        if (fact.erased()) throw Refusal.absent("erased", "未办理：这条事实已依规抹除，不能再更正。");
        return fact;
    }

    /** The kinds of facts a dossier holds. */
    public static List<String> kinds() {
        return FactKinds.ALL.all().stream().map(each -> each.code()).toList();
    }
}
