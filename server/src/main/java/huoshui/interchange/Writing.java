package huoshui.interchange;

import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.interchange.Examiner.Choice;
import huoshui.interchange.Examiner.Examined;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!dryRun) acts.begin();
            var recognition = examiner.recognition(batch);
            var items = new ArrayList<Item>();
            for (int i = 0; i < batch.size(); i++)
                items.add(one(who, batch.get(i), recognition, choices.get(i).orElse(null), dryRun, before));
            return items;
        }));
    }

    private Item one(
            Signed who,
            Arrival arrival,
            Recognition recognition,
            @Nullable Choice choice,
            boolean dryRun,
            SameRun before) {
        var twice = choice == null ? before.twice(arrival) : Optional.<Item>empty();
        if (twice.isPresent()) return twice.get();
        var item = done(who, examiner.examine(who, arrival, recognition, choice), dryRun);
        before.remember(item);
        return item;
    }

    private Item done(Signed who, Examined examined, boolean dryRun) {
        if (dryRun || !Imports.writable(examined)) return examined.item();
        try {
            return Objects.requireNonNull(savepoint.execute(inner -> write(who, examined)));
        } catch (Refusal refusal) {
            return refused(examined.item(), refusal);
        }
    }

    private Item write(Signed who, Examined examined) {
        var item = examined.item();
        if (item.status() == Status.CHANGED) {
            dossiers.apply(who.actor(), examined.changes());
            return item;
        }
        var person = dossiers.open(examined.number());
        var changes = new ArrayList<>(Examiner.about(person.id(), examined.changes()));
        custody(who, changes, person.id());
        dossiers.apply(who.actor(), changes);
        return new Item(
                item.file(),
                item.entry(),
                item.row(),
                item.status(),
                person.id(),
                item.person(),
                item.changes(),
                item.problems());
    }

    /** Whoever brings a dossier in keeps it until it says otherwise. */
    private void custody(Signed who, List<Change<FactBody>> changes, UUID person) {
        boolean said = changes.stream()
                .anyMatch(each -> each instanceof Change.Record<FactBody> one && one.body() instanceof Custody);
        if (said || who.sight().home() == null) return;
        changes.add(Change.record(person, new Custody(who.sight().home(), null), Span.evidenced(acts.today()), "导入单位"));
    }

    private static Item refused(Item item, Refusal refusal) {
        return new Item(
                item.file(),
                item.entry(),
                item.row(),
                Status.REFUSED,
                item.personId(),
                item.person(),
                item.changes(),
                Stream.concat(item.problems().stream(), Stream.of(Problem.of(refusal)))
                        .toList());
    }
}
