package huoshui.interchange;

import huoshui.access.Purposes;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.interchange.Examiner.Choice;
import huoshui.interchange.Examiner.Examined;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a batch of examined files in one act; each person all or nothing. 写入 */
@Component
class Writing {

    private final Examiner examiner;
    private final Dossiers dossiers;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    Writing(Examiner examiner, Dossiers dossiers, Acts acts, PlatformTransactionManager transactions) {
        this.examiner = examiner;
        this.dossiers = dossiers;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** One item per arrival, in order; told only once committed. */
    List<Item> batch(Signed who, List<Arrival> batch, List<Optional<Choice>> choices, boolean dryRun, SameRun before) {
        var places = examiner.places(batch);
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!dryRun) acts.begin();
            var recognition = dryRun ? examiner.foresight(who, batch) : examiner.recognition(batch);
            var round = new Round(who, batch, choices, recognition, places);
            var items = dryRun ? items(round, Examined::item, before) : written(round, before);
            announce(who, items, dryRun ? Purposes.CHECKING_BATCH : Purposes.WRITING_BATCH);
            return items;
        }));
    }

    /** An item tells what was in the dossier: whoever is told a sealed part of it is journaled. */
    private void announce(Signed who, List<Item> items, Purpose unstated) {
        var actor = (who.purpose() == null ? who.because(unstated) : who).actor();
        for (var item : items) {
            var person = item.personId();
            if (person == null) continue;
            item.changes().stream()
                    .filter(each -> each.was() != null)
                    .map(each -> Item.chapter(each.field()))
                    .filter(each -> each.sealed() && who.sight().reads(each))
                    .distinct()
                    .forEach(each -> dossiers.announceReading(actor, new Subject.Person(person), each));
        }
    }

    private record Round(
            Signed who, List<Arrival> batch, List<Optional<Choice>> choices, Recognition recognition, Places places) {}

    private List<Item> items(Round round, UnaryWrite write, SameRun before) {
        var strangers = strangers(round);
        var items = new ArrayList<Item>();
        for (int i = 0; i < round.batch.size(); i++) {
            var arrival = round.batch.get(i);
            var twice = twice(arrival, round.choices.get(i).orElse(null), before);
            if (twice.isPresent()) {
                items.add(twice.get().item());
                continue;
            }
            var stranger = strangers.get(i);
            var item = write.write(stranger.isPresent() ? stranger.get() : examined(round, i));
            before.remember(arrival, item);
            items.add(item);
        }
        return items;
    }

    /** Whoever the house does not know is looked at by several threads: of them nothing is read that this act could have written. */
    private List<Optional<Examined>> strangers(Round round) {
        return IntStream.range(0, round.batch.size())
                .parallel()
                .mapToObj(i -> round.choices.get(i).isEmpty() && round.recognition.nobody(round.batch.get(i))
                        ? Optional.of(examined(round, i))
                        : Optional.<Examined>empty())
                .toList();
    }

    private Examined examined(Round round, int i) {
        return examiner.examine(
                round.who,
                round.batch.get(i),
                round.recognition,
                round.places,
                round.choices.get(i).orElse(null));
    }

    /** All at once, which is several times faster; if the ledger refuses anything, each person apart. */
    private List<Item> written(Round round, SameRun before) {
        var tried = before.copy();
        try {
            var items = Objects.requireNonNull(savepoint.execute(inner -> {
                var together = new Together(round.who);
                var all = items(round, together::add, tried);
                dossiers.open(round.who.actor(), together.fresh, together.changes);
                return all;
            }));
            before.adopt(tried);
            return items;
        } catch (Refusal | DataIntegrityViolationException somebody) {
            return items(round, examined -> done(round.who, examined), before);
        }
    }

    /** What becomes of an examined file: written, to be written, or only looked at. */
    private interface UnaryWrite {
        Item write(Examined examined);
    }

    /** What a whole batch will write. */
    private final class Together {

        private final Signed who;
        private final List<Subject.Person> fresh = new ArrayList<>();
        private final List<Change<FactBody>> changes = new ArrayList<>();

        Together(Signed who) {
            this.who = who;
        }

        Item add(Examined examined) {
            if (!Imports.writable(examined)) return examined.item();
            if (examined.item().status() == Status.CHANGED) {
                changes.addAll(examined.changes());
                return examined.item();
            }
            var person = dossiers.numbered(examined.number());
            fresh.add(person);
            changes.addAll(about(who, examined, person.id()));
            return examined.item().about(person.id());
        }
    }

    /**
     * What became of a file whose turn it was. 办理结果
     *
     * @param examined as it was found; where something of it was held back, as it reads after the rest was written
     */
    record Outcome(
            Examined examined,
            Item item,
            boolean written,
            boolean conflict,
            List<UUID> recorded,
            List<UUID> superseded,
            long act) {}

    /** A file to be written as a human has settled it, having seen it say this. */
    record Settled(Arrival arrival, Choice choice, Status seen, String seenChanges) {}

    /**
     * Writes what a human has looked at; what reads otherwise by now is told instead.
     *
     * @param said the changes of an item in the spelling in which they were seen
     * @param each told in the same transaction
     */
    void settled(Signed who, List<Settled> batch, Function<Item, String> said, BiConsumer<Settled, Outcome> each) {
        var places = examiner.places(batch.stream().map(Settled::arrival).toList());
        transaction.executeWithoutResult(status -> {
            long act = acts.begin().number();
            var recognition =
                    examiner.recognition(batch.stream().map(Settled::arrival).toList());
            for (var one : batch) each.accept(one, settled(who, one, recognition, places, said, act));
        });
    }

    private Outcome settled(
            Signed who, Settled one, Recognition recognition, Places places, Function<Item, String> said, long act) {
        var examined = examiner.examine(who, one.arrival(), recognition, places, one.choice());
        var item = examined.item();
        if (!Imports.writable(examined)
                || item.status() != one.seen()
                || !said.apply(item).equals(one.seenChanges())) {
            boolean conflict = item.status() != Status.SAME;
            return new Outcome(examined, item, false, conflict, List.of(), List.of(), act);
        }
        try {
            return Objects.requireNonNull(
                    savepoint.execute(inner -> written(who, one, examined, recognition, places, act)));
        } catch (Refusal refusal) {
            return new Outcome(examined, refused(item, refusal), false, false, List.of(), List.of(), act);
        }
    }

    private Outcome written(
            Signed who, Settled one, Examined examined, Recognition recognition, Places places, long act) {
        var recorded = new ArrayList<UUID>();
        var item = write(who, examined, recorded);
        var superseded = examined.changes().stream()
                .filter(each -> each instanceof Change.Supersede<FactBody>)
                .map(each -> ((Change.Supersede<FactBody>) each).fact())
                .toList();
        if (examined.held().isEmpty()) return new Outcome(examined, item, true, false, recorded, superseded, act);
        var whose = new Choice(
                true, item.personId(), one.choice().kept(), one.choice().taken());
        var rest = examiner.examine(who, one.arrival(), recognition, places, whose);
        return new Outcome(rest, item, true, false, recorded, superseded, act);
    }

    private static Optional<Examined> twice(Arrival arrival, @Nullable Choice choice, SameRun before) {
        if (choice != null && choice.decided()) return Optional.empty();
        return before.twice(arrival).map(item -> {
            var person = item.personId();
            return new Examined(item, List.of()).among(person == null ? List.of() : List.of(person));
        });
    }

    /** Looks at a batch without writing anything. */
    List<Examined> look(Signed who, List<Arrival> batch, List<Choice> choices, SameRun before) {
        var recognition = examiner.foresight(who, batch);
        var places = examiner.places(recognition);
        // Each by itself is looked at by several threads; what came before in this run is told in order.
        var alone = IntStream.range(0, batch.size())
                .parallel()
                .mapToObj(i -> examiner.examine(who, batch.get(i), recognition, places, choices.get(i)))
                .toList();
        var all = new ArrayList<Examined>();
        for (int i = 0; i < batch.size(); i++) {
            var choice = choices.get(i);
            var twice = twice(batch.get(i), choice, before);
            var examined = twice.orElse(alone.get(i));
            if (twice.isEmpty()) before.remember(batch.get(i), examined.item());
            all.add(examined);
        }
        return all;
    }

    private Item done(Signed who, Examined examined) {
        if (!Imports.writable(examined)) return examined.item();
        try {
            return Objects.requireNonNull(savepoint.execute(inner -> write(who, examined, new ArrayList<>())));
        } catch (Refusal refusal) {
            return refused(examined.item(), refusal);
        }
    }

    private Item write(Signed who, Examined examined, List<UUID> recorded) {
        var item = examined.item();
        if (item.status() == Status.CHANGED) {
            if (!examined.changes().isEmpty()) record(who, examined.changes(), recorded);
            return item;
        }
        var person = dossiers.open(examined.number());
        record(who, about(who, examined, person.id()), recorded);
        return item.about(person.id());
    }

    private List<Change<FactBody>> about(Signed who, Examined examined, UUID person) {
        var changes = new ArrayList<>(Examiner.about(person, examined.changes()));
        custody(who, changes, person);
        return changes;
    }

    private void record(Signed who, List<Change<FactBody>> changes, List<UUID> recorded) {
        dossiers.apply(who.actor(), changes).forEach(each -> recorded.add(each.id()));
    }

    /** Whoever brings a dossier in keeps it until it says otherwise. */
    private void custody(Signed who, List<Change<FactBody>> changes, UUID person) {
        boolean said = changes.stream()
                .anyMatch(each -> each instanceof Change.Record<FactBody> one && one.body() instanceof Custody);
        boolean talent = changes.stream()
                .anyMatch(each -> each instanceof Change.Record<FactBody> one && one.body() instanceof TalentListed);
        if (said || talent || who.sight().home() == null) return;
        changes.add(Change.record(person, new Custody(who.sight().home(), null), Span.evidenced(acts.today()), "导入单位"));
    }

    private static Item refused(Item item, Refusal refusal) {
        return item.with(Problem.of(refusal)).with(Status.REFUSED);
    }
}
