package huoshui.interchange;

import huoshui.dossier.LinesErased;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * With an erasure goes what imports keep of the person: what their files said, and the uploads of the batches they came in. Which
 * facts a batch wrote stays known. 导入底稿的抹除
 *
 * <p>An upload holds many people and cannot be emptied of one: it goes as a whole, so that whoever of it was not written yet has
 * to be brought in again.
 */
@Component
class ErasedItems {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String WHY =
            JSON.writeValueAsString(List.of(Problem.error("file", "erased", "此人的来文内容已依规抹除，不再留存。如须办理，请重新导入。")));

    private final BatchItemTable items;
    private final BatchTable batches;
    private final Uploads uploads;
    private final ApplicationEventPublisher events;

    ErasedItems(BatchItemTable items, BatchTable batches, Uploads uploads, ApplicationEventPublisher events) {
        this.items = items;
        this.batches = batches;
        this.uploads = uploads;
        this.events = events;
    }

    /** @throws Refusal {@code import-running}, since what is just being read cannot be told yet */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void empty(LinesErased gone) {
        if (batches.anyBusy()) throw Refusal.input("import-running", "未抹除：有导入批次正在办理，还不能确定其中有没有此人。请等办完后再办理。");
        var emptied = new LinkedHashMap<UUID, Integer>();
        items.about(gone.people(), gone.facts()).forEach(each -> empty(each, emptied));
        items.unmatched(gone.names()).stream()
                .filter(each -> same(each.item(), gone))
                .forEach(each -> empty(each, emptied));
        if (emptied.isEmpty()) return;
        batches.emptied(emptied.keySet(), gone.names());
        journal(gone, emptied);
        discardAfterCommit(List.copyOf(emptied.keySet()));
    }

    private void empty(BatchItemTable.Placed found, Map<UUID, Integer> emptied) {
        items.empty(found.batch(), found.item().number(), WHY);
        emptied.merge(found.batch(), 1, Integer::sum);
    }

    /** Of a namesake nobody has matched only an id number that differs tells that it is somebody else. */
    private static boolean same(BatchItem item, LinesErased gone) {
        if (item.said() == null) return true;
        var number = JSON.readValue(item.said(), PersonSheet.class).idNumber();
        return number == null || gone.idNumbers().isEmpty() || gone.idNumbers().contains(number);
    }

    private void journal(LinesErased gone, Map<UUID, Integer> emptied) {
        var content = new Canonical().add("import-items");
        emptied.forEach((batch, count) -> content.add(batch).add(count));
        events.publishEvent(Auditable.of(
                gone.actor(), new Line(Verb.ERASE, gone.people().iterator().next(), null, null, content.bytes())));
    }

    private void discardAfterCommit(List<UUID> emptied) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                emptied.forEach(uploads::discard);
            }
        });
    }
}
