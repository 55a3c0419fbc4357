package huoshui.dossier;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.PurposeLine;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.document.Blobs;
import huoshui.dossier.KeptCopies.Copy;
import huoshui.dossier.KeptCopies.Whose;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.RecordFact.Attached;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Canonical;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Ledger;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erasure: two people empty named lines on a legal ground; rows, kinds and digests stay, and the journal notes it. 抹除
 *
 * <p>Ordinary work never deletes: a mistake is cancelled. This is for what the law says may no longer be kept.
 */
@Component
public class Erasures {

    private static final int MOST = 500;

    private final Ledger<FactBody> ledger;
    private final Merges merges;
    private final TalentGround grounds;
    private final ErasureTable table;
    private final Approvals approvals;
    private final Purposes purposes;
    private final Blobs blobs;
    private final PhotosNamed photos;
    private final Acts acts;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final List<KeptCopies> kept;

    Erasures(
            Ledger<FactBody> ledger,
            Merges merges,
            TalentGround grounds,
            ErasureTable table,
            Approvals approvals,
            Purposes purposes,
            Blobs blobs,
            PhotosNamed photos,
            Acts acts,
            Clock clock,
            ApplicationEventPublisher events,
            List<KeptCopies> kept) {
        this.ledger = ledger;
        this.merges = merges;
        this.grounds = grounds;
        this.table = table;
        this.approvals = approvals;
        this.purposes = purposes;
        this.blobs = blobs;
        this.photos = photos;
        this.acts = acts;
        this.clock = clock;
        this.events = events;
        this.kept = kept;
    }

    /**
     * Asks a second person.
     *
     * @param copies keys among {@linkplain #copies what may be theirs}, to be emptied with the lines
     * @param ground code of the legal ground
     * @throws Refusal {@code unknown-ground}, {@code not-of-this-dossier}, {@code too-many}, {@code no-such-copy},
     *     {@code ground-last}
     */
    @Transactional
    public Erasure ask(
            Signed who,
            Subject.Person person,
            Collection<UUID> facts,
            Collection<String> copies,
            @Nullable String ground) {
        who.require(Right.ERASE);
        var law = purposes.ground(ground);
        var lines = facts.stream().distinct().sorted().toList();
        var also = copies.stream().distinct().sorted().toList();
        requireOwn(person, lines);
        requireTheirs(person, also);
        grounds.requireLast(merges.history(person, Long.MAX_VALUE - 1), lines);
        var asked = approvals.ask(
                who, Approval.Kind.ERASURE, digest(person.id(), lines, also, law.code()), summary(lines, also, law), 1);
        var erasure =
                new Erasure(asked.id(), person.id(), lines, also, law.code(), who.account(), asked.askedAt(), null);
        table.insert(erasure);
        return erasure;
    }

    private static String summary(List<UUID> lines, List<String> copies, PurposeLine law) {
        var also = copies.isEmpty() ? "" : "、%d 份来文底稿".formatted(copies.size());
        return "抹除 %d 条事实%s，依据：%s".formatted(lines.size(), also, law.name());
    }

    /** What may be this person's among the copies that rooms keep: only people can say. */
    public List<Copy> copies(Subject.Person person) {
        var whose = whose(person.id());
        return kept.stream().flatMap(each -> each.perhaps(whose).stream()).toList();
    }

    private void requireTheirs(Subject.Person person, List<String> copies) {
        if (copies.isEmpty()) return;
        var known = copies(person).stream().map(Copy::key).toList();
        if (!known.containsAll(copies)) throw Refusal.input("no-such-copy", "未抹除：所列来文中有的已认定、已清空或已删除，不再待认。请刷新后重新勾选。");
    }

    /**
     * Does what a second person agreed to.
     *
     * @throws Refusal {@code no-erasure}, {@code erased-already}, {@code approval-required}, {@code approval-pending}
     */
    @Transactional
    public void erase(Signed who, UUID id) {
        acts.begin();
        who.require(Right.ERASE);
        var asked = find(id).filter(each -> each.askedBy().equals(who.account()))
                .orElseThrow(() -> Refusal.absent("no-erasure", "未抹除：没有由您提请的这项抹除。请从档案的“并档、拆档与抹除”中打开。"));
        if (asked.done() != null) throw Refusal.input("erased-already", "未抹除：这项抹除已经办结。请刷新后查看。");
        requireOwn(new Subject.Person(asked.person()), asked.facts());
        grounds.requireLast(merges.history(new Subject.Person(asked.person()), Long.MAX_VALUE - 1), asked.facts());
        approvals.use(
                who, Approval.Kind.ERASURE, digest(asked.person(), asked.facts(), asked.copies(), asked.ground()));
        var files = new TreeSet<>(table.photos(asked.facts()));
        files.addAll(papers(asked));
        announce(who.because(new Purpose(asked.ground())).actor(), asked);
        ledger.erase(who.because(new Purpose(asked.ground())).actor(), asked.facts());
        table.done(id, clock.instant());
        files.removeAll(photos.among(files));
        files.forEach(this::discardAfterCommit);
    }

    /** Files of papers that these lines name. */
    private List<String> papers(Erasure asked) {
        return merges.history(new Subject.Person(asked.person()), Long.MAX_VALUE - 1).stream()
                .filter(each -> asked.facts().contains(each.id()) && each.body() instanceof Attached)
                .map(each -> ((Attached) each.content()).digest())
                .toList();
    }

    /** Before the lines are emptied: afterwards nobody could tell any more whose copies they were. */
    private void announce(Actor actor, Erasure asked) {
        events.publishEvent(new LinesErased(actor, whose(asked.person()), asked.facts(), Set.copyOf(asked.copies())));
    }

    private Whose whose(UUID person) {
        var people = new TreeSet<UUID>(List.of(person));
        var names = new TreeSet<String>();
        var numbers = new TreeSet<String>();
        for (var each : merges.history(new Subject.Person(person), Long.MAX_VALUE - 1)) {
            people.add(each.subject());
            switch (each.body()) {
                case Identity is -> names.add(is.name().replaceAll("[\\s\\p{Z}]+", ""));
                case IdNumber is -> numbers.add(is.number());
                case null, default -> {}
            }
        }
        names.remove("");
        return new Whose(people, names, numbers);
    }

    public java.util.Optional<Erasure> find(UUID id) {
        return table.find(id);
    }

    /** What was asked about a person, by any of their ids; newest first. */
    public List<Erasure> of(Collection<UUID> ids) {
        return table.of(ids);
    }

    private void requireOwn(Subject.Person person, List<UUID> facts) {
        if (facts.size() > MOST) throw Refusal.input("too-many", "未抹除：一次超过 500 条。请分次提请。");
        var own = merges.history(person, Long.MAX_VALUE - 1).stream()
                .filter(each -> !each.erased() && !each.kind().equals("merged-into"))
                .map(each -> each.id())
                .toList();
        if (facts.isEmpty() || !own.containsAll(facts))
            throw Refusal.input("not-of-this-dossier", "未抹除：所列事实中有不属于本档案或已抹除的。请重新勾选。");
    }

    /** A file that no line names any more goes with the line. */
    private void discardAfterCommit(String file) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                blobs.discard(file);
            }
        });
    }

    private static String digest(UUID person, Collection<UUID> facts, Collection<String> copies, String ground) {
        var canonical = new Canonical().add(person).add(ground);
        facts.stream().sorted().forEach(canonical::add);
        copies.stream().sorted().forEach(canonical::add);
        return HexFormat.of().formatHex(Sm3.of(canonical.bytes()));
    }
}
