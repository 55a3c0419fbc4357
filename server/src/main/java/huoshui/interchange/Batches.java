package huoshui.interchange;

import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.interchange.Batch.State;
import huoshui.kernel.Acts;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Import batches: received, examined, settled, written, taken back. 导入批次 */
@Component
public class Batches {

    /** A file as it is sent. */
    public record Upload(String name, Content content) {

        /** Opens what is in it. */
        public interface Content {
            InputStream open() throws IOException;
        }
    }

    /**
     * What a person decides about one file.
     *
     * @param decided whether it is said whose dossier it is about: {@code person}'s, or with null nobody's yet
     * @param kept fields that stay as they are
     * @param adopted undecided fields that are taken from the file
     */
    public record Settlement(
            boolean skip, boolean decided, @Nullable UUID person, List<String> kept, List<String> adopted) {}

    private final BatchTable batches;
    private final BatchItemTable items;
    private final Uploads uploads;
    private final BatchMapping mapping;
    private final BatchUnitTable units;
    private final BatchWork work;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final Clock clock;

    Batches(
            BatchTable batches,
            BatchItemTable items,
            Uploads uploads,
            BatchMapping mapping,
            BatchUnitTable units,
            BatchWork work,
            Notices notices,
            PlatformTransactionManager transactions,
            Acts acts,
            Clock clock) {
        this.notices = notices;
        this.units = units;
        this.transaction = new TransactionTemplate(transactions);
        this.batches = batches;
        this.items = items;
        this.uploads = uploads;
        this.mapping = mapping;
        this.work = work;
        this.acts = acts;
        this.clock = clock;
    }

    /** Only the program with the pages runs batches; commands beside it leave them alone. */
    @EventListener
    void nothingRunsYet(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext) batches.interruptAll();
    }

    /**
     * Keeps these files and begins to examine them.
     *
     * @throws Refusal {@code no-files}
     */
    public Batch receive(Signed who, List<Upload> files) {
        who.require(Right.IMPORT);
        if (files.isEmpty())
            throw Refusal.input("no-files", "未收下：没有文件。请选择 .lrmx、.lrm、文件夹、zip、通用格式数据包或名册（.xlsx、.csv）后再上传。");
        var batch = new Batch(
                Ids.next(),
                acts.today().getYear(),
                0,
                who.account(),
                who.sight().home(),
                title(files),
                files.size(),
                0,
                clock.instant(),
                State.RECEIVING,
                0,
                null,
                0,
                null);
        enter(batch);
        try {
            uploads.open(batch.id());
            long bytes = 0;
            for (var each : files)
                bytes += uploads.keep(batch.id(), each.name(), each.content().open());
            batches.received(batch.id(), batch.title(), files.size(), bytes);
        } catch (IOException | RuntimeException broken) {
            uploads.discard(batch.id());
            batches.delete(batch.id());
            throw broken instanceof RuntimeException known ? known : new UncheckedIOException((IOException) broken);
        }
        batches.move(batch.id(), List.of(State.RECEIVING), State.EXAMINING, null);
        work.examine(who, batch.id());
        return find(who, batch.id());
    }

    @Transactional
    void enter(Batch batch) {
        batches.insert(batch);
    }

    private static String title(List<Upload> files) {
        var first = Uploads.plain(files.getFirst().name());
        return files.size() == 1 ? first : first + " 等 " + files.size() + " 个文件";
    }

    /** One's own and those of colleagues in the same unit, newest first. */
    public List<Batch> list(Signed who) {
        who.require(Right.IMPORT);
        return batches.of(who.account(), who.sight().home());
    }

    /** @throws Refusal {@code no-batch} */
    public Batch find(Signed who, UUID id) {
        who.require(Right.IMPORT);
        return batches.find(id)
                .filter(each -> each.account().equals(who.account())
                        || each.home() != null
                                && Objects.equals(each.home(), who.sight().home()))
                .orElseThrow(() -> Refusal.absent("no-batch", "未找到：没有这个导入批次，或不是您所在单位的。请回到导入导出列表。"));
    }

    /** How many of each: by status, and {@code ready}, {@code undecided}, {@code skipped}, {@code held}, {@code written} … */
    public Map<String, Integer> counts(Signed who, UUID id) {
        return items.counts(find(who, id).id());
    }

    /** What becomes of the units of its packages that are not here as they have them, in the order of the packages. */
    public List<UnitNews> units(Signed who, UUID id) {
        return units.of(find(who, id).id());
    }

    public List<BatchItem> items(Signed who, UUID id, @Nullable String status, int after, int size) {
        return items.page(find(who, id).id(), status, after, size).stream()
                .map(each -> each.toldTo(who.sight()))
                .toList();
    }

    /** @throws Refusal {@code no-item}; {@code sight.kin} for oneself and kin */
    public BatchItem item(Signed who, UUID id, int number) {
        return whole(who, id, number).toldTo(who.sight());
    }

    private BatchItem whole(Signed who, UUID id, int number) {
        var found = items.find(find(who, id).id(), number)
                .orElseThrow(() -> Refusal.absent("no-item", "未找到：本批没有第 " + number + " 份。请回到批次重新打开。"));
        if (found.refusedTo(who.sight())) throw Refusal.sight("sight.kin", "不能查看：这是您本人或亲属的来文，按回避规定须由他人办理。请转交同事。");
        return found;
    }

    /** The sheets of this batch's rosters, and what their columns are taken for. */
    public List<BatchMapping.Sheet> sheets(Signed who, UUID id) {
        return mapping.of(find(who, id).id());
    }

    /**
     * Says which sheets are read and what their columns mean; what was examined before is forgotten.
     *
     * @param name to keep it under, for the command line; null keeps it for files of the same headings only
     * @throws Refusal {@code busy}, {@code written-already}, {@code bad-mapping}
     */
    @Transactional
    public List<BatchMapping.Sheet> map(Signed who, UUID id, List<BatchMapping.Saying> said, @Nullable String name) {
        var batch = find(who, id);
        requireIdle(batch);
        requireUploads(id);
        if (items.counts(id).getOrDefault("written", 0) > 0)
            throw Refusal.input("written-already", "未更改：本批已有写入的人员，列对应不能再改。请重新导入一次。");
        mapping.say(who, id, said, name);
        items.clear(id);
        return mapping.of(id);
    }

    /** Looks at everything again that was not written. */
    public Batch examine(Signed who, UUID id) {
        begin(who, id, State.EXAMINING);
        work.examine(who, id);
        return find(who, id);
    }

    /**
     * Settles one file, and with {@code alike} the same fields of all others where they are undecided or were taken.
     *
     * @throws Refusal {@code busy}, {@code not-a-candidate}
     */
    public BatchItem settle(Signed who, UUID id, int number, Settlement said, boolean alike) {
        var batch = find(who, id);
        requireIdle(batch);
        requireUploads(id);
        var item = whole(who, id, number);
        if ("written".equals(item.outcome())) throw Refusal.input("written-already", "未更改：此人已写入。如有错误，请在档案中更正，或撤销本批。");
        if (said.decided() && said.person() != null && !item.candidates().contains(said.person()))
            throw Refusal.input("not-a-candidate", "未认定：所选不在这份来文的候选之中。请从候选人中选择，或作为新增。");
        var settled = settled(item, within(who, item, said));
        boolean other = said.decided() != item.decided() || !Objects.equals(said.person(), item.chosen());
        var again = new ArrayList<Integer>();
        transaction.executeWithoutResult(status -> {
            requireIdle(batches.held(id));
            var word = new Canonical().add("choice").add(id);
            keep(id, item, settled, word, again);
            if (other && !again.contains(number)) again.add(number);
            if (alike) alike(who, id, number, said, word, again);
            notices.said(who, word);
        });
        for (int each : again) work.again(who, id, items.find(id, each).orElseThrow());
        return item(who, id, number);
    }

    /** The journal's word is of what was kept, file by file; whatever else was asked for was not. */
    private void keep(UUID id, BatchItem was, BatchItem settled, Canonical word, List<Integer> again) {
        items.choose(id, settled);
        if (!settled.taken().equals(was.taken())) again.add(settled.number());
        word.add(settled.number())
                .add(settled.skip() ? "skip" : settled.decided() ? "decided" : "open")
                .add(settled.chosen())
                .add(String.join(",", sorted(Set.copyOf(settled.kept()))))
                .add(String.join(",", sorted(Set.copyOf(settled.adopted()))));
    }

    private static BatchItem settled(BatchItem item, Settlement said) {
        return item.settled(said.skip(), said.decided(), said.person(), said.kept(), said.adopted());
    }

    /** Whoever is not told of relatives on record neither takes the file for the whole family nor undoes that somebody did. */
    private static Settlement within(Signed who, BatchItem item, Settlement said) {
        if (who.sight().reads(Chapter.FAMILY)) return said;
        var adopted = new HashSet<>(said.adopted());
        adopted.remove(RosterClaim.WHOLE_FAMILY);
        if (item.adopted().contains(RosterClaim.WHOLE_FAMILY)) adopted.add(RosterClaim.WHOLE_FAMILY);
        return new Settlement(said.skip(), said.decided(), said.person(), said.kept(), sorted(adopted));
    }

    /** 同类照此: the same fields, kept or adopted alike, of everybody who is not written yet. */
    private void alike(Signed who, UUID id, int number, Settlement said, Canonical word, List<Integer> again) {
        items.each(id, "changed", other -> {
            if (other.number() == number || "written".equals(other.outcome())) return;
            var offers = other.offers();
            var kept = new HashSet<>(other.kept());
            var adopted = new HashSet<>(other.adopted());
            said.kept().forEach(each -> {
                kept.add(each);
                adopted.remove(each);
            });
            said.adopted().stream()
                    .filter(each -> !RosterClaim.OFFERS.contains(each) || offers.contains(each))
                    .forEach(each -> {
                        adopted.add(each);
                        kept.remove(each);
                    });
            var all = new Settlement(other.skip(), other.decided(), other.chosen(), sorted(kept), sorted(adopted));
            keep(id, other, settled(other, within(who, other, all)), word, again);
        });
    }

    private static List<String> sorted(Set<String> fields) {
        return fields.stream().sorted().toList();
    }

    /** @param only these files; null for all that are ready */
    public Batch write(Signed who, UUID id, @Nullable Set<Integer> only) {
        begin(who, id, State.WRITING);
        work.write(who.purpose() == null ? who.because(Purposes.WRITING_BATCH) : who, id, only);
        return find(who, id);
    }

    /** @throws Refusal {@code reason-required} */
    public Batch takeBack(Signed who, UUID id, String reason) {
        if (reason.isBlank()) throw Refusal.input("reason-required", "未撤销：撤销本批须写理由。请填写后再提交。");
        begin(who, id, State.TAKING_BACK);
        work.takeBack(who, id, reason.strip());
        return find(who, id);
    }

    /** Stops what runs; else discards the batch with its files, unless something of it was written. */
    public void leave(Signed who, UUID id) {
        var batch = find(who, id);
        if (batch.state().busy()) {
            work.stop(id);
            return;
        }
        if (!units.founded(id).isEmpty()) throw Refusal.input("written-already", "未删除：本批已新增机构，须留存备查。如要退回，请撤销本批。");
        if (items.counts(id).getOrDefault("written", 0) > 0)
            throw Refusal.input("written-already", "未删除：本批已有写入的人员，须留存备查。如要退回，请撤销本批。");
        uploads.discard(id);
        batches.delete(id);
    }

    /** Every file in order, for the report; some hundreds at a time are in memory. */
    public void each(Signed who, UUID id, Consumer<BatchItem> taking) {
        items.each(find(who, id).id(), null, each -> taking.accept(told(who, each)));
    }

    private static BatchItem told(Signed who, BatchItem item) {
        return item.refusedTo(who.sight()) ? item.refused() : item.toldTo(who.sight());
    }

    private Batch begin(Signed who, UUID id, State state) {
        var batch = find(who, id);
        requireIdle(batch);
        var from = List.of(State.READY, State.MAPPING, State.CANCELLED, State.INTERRUPTED, State.BROKEN);
        boolean begun =
                state == State.TAKING_BACK ? batches.move(id, from, state, null) : batches.begin(id, from, state);
        if (!begun) throw batches.wasEmptied(id) ? emptied() : busy();
        return batch;
    }

    private static void requireIdle(Batch batch) {
        if (batch.state().busy()) throw busy();
    }

    private void requireUploads(UUID id) {
        if (batches.wasEmptied(id)) throw emptied();
    }

    private static Refusal emptied() {
        return Refusal.input("emptied", "未办理：本批有内容依规抹除，上传的原件已随之清除。已写入的不受影响，其余请重新导入。");
    }

    private static Refusal busy() {
        return new Refusal(Refusal.Sort.CONFLICT, "busy", "未办理：本批正在办理中。请等办完或停止后再试。");
    }
}
