package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back what a batch wrote: its lines no longer count, those it had put aside count again, unless something newer stands
 * on them. 撤销本批
 */
@Component
class TakingBack {

    private final Dossiers dossiers;
    private final Placement placement;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    TakingBack(Dossiers dossiers, Placement placement, Acts acts, PlatformTransactionManager transactions) {
        this.dossiers = dossiers;
        this.placement = placement;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @param told of each, in the same transaction: null when it was taken back, else why not */
    void each(Signed who, List<BatchItem> items, BiConsumer<BatchItem, @Nullable Problem> told) {
        var places = Places.of(
                placement,
                items.stream().map(BatchItem::person).filter(Objects::nonNull).toList());
        transaction.executeWithoutResult(status -> {
            acts.begin();
            for (var item : items) told.accept(item, one(who, item, places));
        });
    }

    private @Nullable Problem one(Signed who, BatchItem item, Places places) {
        try {
            savepoint.executeWithoutResult(inner -> dossiers.apply(who.actor(), changes(who, item, places)));
            return null;
        } catch (Refusal refusal) {
            return Problem.of(refusal);
        }
    }

    private List<Change<FactBody>> changes(Signed who, BatchItem item, Places places) {
        var person = item.person();
        if (person == null) return List.of();
        var place = places.of(person);
        if (place.isEmpty() || !who.sight().changes(person, place.get()))
            throw Refusal.sight("sight", "未撤销：此人的档案现不在您的管理范围内；请转管理部门办理。");
        var facts = new HashMap<UUID, Fact<FactBody>>();
        dossiers.history(new Subject.Person(person)).forEach(each -> facts.put(each.id(), each));
        requireUntouched(item, facts);
        var changes = new ArrayList<Change<FactBody>>();
        var ours = new HashSet<>(item.recorded());
        for (var id : item.recorded()) {
            var fact = facts.get(id);
            if (fact != null && fact.superseded() == null) changes.add(Change.supersede(fact));
        }
        for (var id : item.superseded()) {
            var fact = facts.get(id);
            if (fact == null || ours.contains(id)) continue;
            if (fact.erased()) throw Refusal.input("erased", "未撤销：所替换的原记录已依规抹除，不能恢复；请逐项更正。");
            changes.add(Change.record(fact.subject(), fact.content(), fact.valid(), fact.basis()));
        }
        return changes;
    }

    private static void requireUntouched(BatchItem item, HashMap<UUID, Fact<FactBody>> facts) {
        var gone = new HashSet<>(item.superseded());
        long changed = item.recorded().stream()
                .map(facts::get)
                .filter(each -> each == null || each.erased() || each.superseded() != null && !gone.contains(each.id()))
                .count();
        if (changed > 0) throw Refusal.input("newer", "未撤销：本批写入的 " + changed + " 项其后又被更正或撤销；请在档案中逐项更正。");
        boolean opened = item.status() == Item.Status.NEW;
        long later = facts.values().stream()
                .filter(each -> each.superseded() == null && !item.recorded().contains(each.id()))
                .count();
        if (opened && later > 0) throw Refusal.input("newer", "未撤销：此人由本批新增，其后另有 " + later + " 项录入；请在档案中逐项更正。");
    }
}
