package huoshui.interchange;

import huoshui.dossier.KeptCopies;
import huoshui.dossier.LinesErased;
import huoshui.interchange.BatchItemTable.Placed;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Line;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * <p>What only may be the person's, a namesake's file without a number or one that cannot be read and is called by the name, goes
 * where two people said so and stays otherwise. An upload holds many people and cannot be emptied of one: it goes as a whole, so
 * that whoever of it was not written yet has to be brought in again.
 */
@Component
class ErasedItems implements KeptCopies {

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

    /** What is the person's, and what may be, each with why. */
    private record Found(Set<Placed> surely, Map<Placed, String> perhaps) {}

    private Found found(Whose whose, Collection<UUID> facts) {
        var found = new Found(new LinkedHashSet<>(), new LinkedHashMap<>());
        items.about(whose.people(), facts).forEach(each -> sort(each, whose, facts, found));
        items.unmatched(whose.names(), whose.idNumbers()).forEach(each -> sort(each, whose, facts, found));
        if (!whose.idNumbers().isEmpty())
            items.nameless().stream()
                    .filter(each -> in(whose.idNumbers(), number(each.item())))
                    .forEach(found.surely::add);
        return found;
    }

    /** A number tells, and so does what somebody or an import said; a name alone does not, least of all one within another. */
    private static void sort(Placed each, Whose whose, Collection<UUID> facts, Found found) {
        var item = each.item();
        boolean matched = in(whose.people(), item.person())
                || in(whose.people(), item.chosen())
                || item.recorded().stream().anyMatch(facts::contains);
        var number = number(item);
        var file = item.file() + Objects.requireNonNullElse(item.entry(), "");
        boolean called = item.name() == null && whose.idNumbers().stream().anyMatch(file::contains);
        if (matched || called || in(whose.idNumbers(), number)) found.surely.add(each);
        else if (open(item) && (number == null || whose.idNumbers().isEmpty())) found.perhaps.put(each, why(item));
    }

    private static <T> boolean in(Set<T> all, @Nullable T one) {
        return one != null && all.contains(one);
    }

    /** Nobody has said whose it is. */
    private static boolean open(BatchItem item) {
        return item.person() == null && !item.decided();
    }

    private static @Nullable String number(BatchItem item) {
        return item.said() == null
                ? null
                : JSON.readValue(item.said(), PersonSheet.class).idNumber();
    }

    private static String why(BatchItem item) {
        if (item.name() == null) return "来文读不出，文件名中有此人的姓名";
        return "来文姓名相同，没有可比对的身份证号，还没有认定是谁";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Copy> perhaps(Whose whose) {
        var copies = new ArrayList<Copy>();
        found(whose, List.of())
                .perhaps
                .forEach((each, why) -> copies.add(new Copy(key(each), kept(each), called(each.item()), why)));
        return copies;
    }

    private static String key(Placed each) {
        return each.batch() + "/" + each.item().number();
    }

    private String kept(Placed each) {
        var batch = batches.find(each.batch()).map(Batch::called).orElse("");
        return "导入批次 %s 第 %d 份".formatted(batch, each.item().number());
    }

    private static String called(BatchItem item) {
        var within = item.entry() == null ? item.file() : item.file() + " / " + item.entry();
        return item.line() == null ? within : within + " 第 " + item.line() + " 行";
    }

    /** @throws Refusal {@code import-running}, since what is just being read cannot be told yet */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void empty(LinesErased gone) {
        if (batches.anyBusy()) throw Refusal.input("import-running", "未抹除：有导入批次正在办理，还不能确定其中有没有此人。请等办完后再办理。");
        var found = found(gone.whose(), gone.facts());
        var reached = Stream.concat(found.surely.stream(), found.perhaps.keySet().stream())
                .map(ErasedItems::key)
                .toList();
        if (!reached.containsAll(gone.copies()))
            throw new Refusal(
                    Refusal.Sort.CONFLICT, "no-such-copy", "未抹除：商定一并抹除的来文底稿，有的已被认定为他人或不在了。请撤回这次抹除，重新选定底稿后再办理。");
        var emptied = new LinkedHashMap<UUID, Integer>();
        found.surely.forEach(each -> empty(each, emptied));
        found.perhaps.keySet().stream()
                .filter(each -> gone.copies().contains(key(each)))
                .forEach(each -> empty(each, emptied));
        if (emptied.isEmpty()) return;
        batches.emptied(emptied.keySet(), gone.whose().names());
        journal(gone, emptied);
        discardAfterCommit(List.copyOf(emptied.keySet()));
    }

    private void empty(Placed found, Map<UUID, Integer> emptied) {
        items.empty(found.batch(), found.item().number(), WHY);
        emptied.merge(found.batch(), 1, Integer::sum);
    }

    private void journal(LinesErased gone, Map<UUID, Integer> emptied) {
        var content = new Canonical().add("import-items");
        emptied.forEach((batch, count) -> content.add(batch).add(count));
        var person = gone.whose().people().iterator().next();
        events.publishEvent(Auditable.of(gone.actor(), new Line(Verb.ERASE, person, null, null, content.bytes())));
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
