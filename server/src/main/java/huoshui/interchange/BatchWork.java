package huoshui.interchange;

import huoshui.access.Accounts;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Sights;
import huoshui.access.Signed;
import huoshui.dossier.UnitsNamed;
import huoshui.interchange.Batch.State;
import huoshui.interchange.Examiner.Choice;
import huoshui.interchange.Examiner.Examined;
import huoshui.interchange.Examiner.Resumes;
import huoshui.interchange.Writing.Outcome;
import huoshui.interchange.Writing.Settled;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Refusal;
import huoshui.org.OrgLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Examines and writes batches in the background, one run per batch at a time; leaving the page stops nothing. 批次办理 */
@Component
class BatchWork {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWork.class);
    private static final String MOVED = "conflict.meanwhile";
    private static final int FEW = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Thrown to leave a run that somebody stopped. */
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }

    /** Thrown to wait until somebody has said what the columns of a roster mean. */
    private static final class Waiting extends RuntimeException {
        Waiting() {
            super(null, null, false, false);
        }
    }

    private final BatchTable batches;
    private final BatchItemTable items;
    private final BatchReading reading;
    private final Uploads uploads;
    private final BatchMapping mapping;
    private final Writing writing;
    private final Examiner examiner;
    private final TakingBack takingBack;
    private final BatchUnitTable units;
    private final UnitsNamed unitsNamed;
    private final OrgLoader loader;
    private final Accounts accounts;
    private final Sights sights;
    private final Set<UUID> stopping = ConcurrentHashMap.newKeySet();

    BatchWork(
            BatchTable batches,
            BatchItemTable items,
            BatchReading reading,
            Uploads uploads,
            BatchMapping mapping,
            Writing writing,
            Examiner examiner,
            TakingBack takingBack,
            BatchUnitTable units,
            UnitsNamed unitsNamed,
            OrgLoader loader,
            Accounts accounts,
            Sights sights) {
        this.units = units;
        this.unitsNamed = unitsNamed;
        this.loader = loader;
        this.accounts = accounts;
        this.batches = batches;
        this.items = items;
        this.reading = reading;
        this.uploads = uploads;
        this.mapping = mapping;
        this.writing = writing;
        this.examiner = examiner;
        this.takingBack = takingBack;
        this.sights = sights;
    }

    void stop(UUID batch) {
        stopping.add(batch);
    }

    /** Looks at every file that was not written. */
    void examine(Signed who, UUID batch) {
        start(batch, State.CANCELLED, run -> {
            if (mapping.open(current(who), batch)) throw new Waiting();
            var settled = settled(batch);
            var before = new SameRun();
            run.total(uploads.packages(batch).isEmpty() ? uploads.count(batch) + mapping.rows(batch) : null);
            reading.each(who, batch, true, reader(batch, (first, arrivals) -> {
                var choices = new ArrayList<Choice>();
                for (int i = 0; i < arrivals.size(); i++) choices.add(choice(settled.get(first + i)));
                var looked = writing.look(current(who), arrivals, choices, before);
                items.put(
                        batch,
                        IntStream.range(0, looked.size())
                                .parallel()
                                .filter(i -> !written(settled.get(first + i)))
                                .mapToObj(i -> item(first + i, looked.get(i), arrivals.get(i)))
                                .toList());
                run.done(arrivals.size());
            }));
        });
    }

    private static boolean written(@Nullable BatchItem item) {
        return item != null && "written".equals(item.outcome());
    }

    /** Writes what is ready, fifty people an act. */
    void write(Signed who, UUID batch, @Nullable Set<Integer> only) {
        start(batch, State.READY, run -> {
            if (only != null && only.size() <= FEW) {
                var few = only.stream()
                        .sorted()
                        .flatMap(each -> items.find(batch, each).stream())
                        .filter(each -> each.ready() || rest(who, each))
                        .toList();
                run.total(few.size());
                for (var each : few)
                    reading.one(who, batch, each, true, (file, news) -> units.put(batch, file, news))
                            .ifPresent(found -> write(who, batch, run, List.of(each), List.of(found)));
                return;
            }
            run.total(only == null ? items.counts(batch).getOrDefault("ready", 0) : only.size());
            reading.each(who, batch, false, reader(batch, (first, arrivals) -> {
                var ready = new TreeMap<Integer, BatchItem>();
                for (var each : items.between(batch, first, first + arrivals.size() - 1)) {
                    boolean wanted = only == null || only.contains(each.number());
                    if (wanted && (each.ready() || rest(who, each))) ready.put(each.number(), each);
                }
                var chosen = new ArrayList<BatchItem>();
                var due = new ArrayList<Arrival>();
                for (int i = 0; i < arrivals.size(); i++) {
                    var each = ready.get(first + i);
                    if (each == null) continue;
                    chosen.add(each);
                    due.add(arrivals.get(i));
                }
                if (!due.isEmpty()) write(who, batch, run, chosen, due);
            }));
        });
    }

    private void write(Signed who, UUID batch, Run run, List<BatchItem> ready, List<Arrival> arrivals) {
        var due = new ArrayList<Settled>();
        for (int i = 0; i < arrivals.size(); i++) {
            var each = ready.get(i);
            due.add(new Settled(arrivals.get(i), whose(each), each.status(), each.changes()));
        }
        var told = new int[1];
        writing.settled(
                current(who),
                due,
                BatchWork::said,
                (one, outcome) -> put(batch, ready.get(told[0]++).number(), outcome));
        run.done(due.size());
    }

    /** What a colleague could not write and this one may. */
    private static boolean rest(Signed who, BatchItem each) {
        return "written".equals(each.outcome())
                && !each.held().isEmpty()
                && each.held().stream().allMatch(field -> who.sight().writes(Fields.chapter(field)));
    }

    void takeBack(Signed who, UUID batch, String reason) {
        start(batch, State.READY, run -> {
            var written = items.settled(batch).stream()
                    .filter(each ->
                            "written".equals(each.outcome()) && !each.recorded().isEmpty())
                    .toList();
            run.total(written.size());
            var because = who.because(Purposes.TAKING_BACK_BATCH);
            for (int i = 0; i < written.size(); i += Imports.batch()) {
                var some = written.subList(i, Math.min(written.size(), i + Imports.batch()));
                takingBack.each(because, some, (item, why) -> {
                    if (why == null) items.takenBack(batch, item.number());
                    else {
                        var problems = items.find(batch, item.number())
                                .map(BatchItem::problems)
                                .orElse("[]");
                        items.trouble(batch, item.number(), "written", with(problems, why));
                    }
                });
                run.done(some.size());
            }
            run.note = "已撤销，理由：" + reason + unitsTakenBack(because, batch);
        });
    }

    /** Units that came in with it go with it, where nobody uses them. */
    private String unitsTakenBack(Signed who, UUID batch) {
        var founded = units.founded(batch);
        if (founded.isEmpty()) return "";
        var mine = current(who).sight().may(Right.MANAGE_UNITS) ? founded : List.<UUID>of();
        var named = unitsNamed.among(mine);
        var gone = loader.unload(who.actor(), mine, each -> named.contains(each) || accounts.anyOf(each));
        units.takenBack(batch, gone);
        int left = founded.size() - gone.size();
        return "；新增机构撤销 " + gone.size() + " 个" + (left == 0 ? "" : "，另有 " + left + " 个已在使用或您的账号不管机构，保留");
    }

    private BatchReading.Reader reader(UUID batch, People people) {
        return new BatchReading.Reader() {
            @Override
            public void take(int first, List<Arrival> arrivals) {
                people.take(first, arrivals);
            }

            @Override
            public void units(String file, List<UnitNews> news) {
                units.put(batch, file, news);
            }
        };
    }

    private interface People {
        void take(int first, List<Arrival> arrivals);
    }

    /** One file again, after somebody said whose it is. */
    void again(Signed who, UUID batch, BatchItem item) {
        var arrival = reading.one(who, batch, item, false, (file, news) -> {}).orElse(null);
        if (arrival == null) return;
        var recognition = examiner.recognition(List.of(arrival));
        items.put(
                batch,
                List.of(item(
                        item.number(),
                        examiner.examine(who, arrival, recognition, examiner.places(List.of(arrival)), choice(item)),
                        arrival)));
    }

    private void put(UUID batch, int number, Outcome outcome) {
        var item = outcome.item();
        if (outcome.written()) {
            if (!outcome.examined().held().isEmpty()) items.put(batch, List.of(item(number, outcome.examined())));
            items.outcome(
                    batch, number, "written", item.personId(), outcome.act(), outcome.recorded(), outcome.superseded());
            return;
        }
        if (outcome.conflict()) {
            var why = Problem.error("file", MOVED, "未写入：核对之后库中此人的信息有了变动；请看新的差异后再定。");
            items.put(
                    batch,
                    List.of(item(
                            number,
                            new Examined(
                                    item.with(why),
                                    outcome.examined().changes(),
                                    null,
                                    outcome.examined().candidates(),
                                    outcome.examined().held(),
                                    outcome.examined().resume()))));
            return;
        }
        items.put(batch, List.of(item(number, outcome.examined())));
        if (item.status() == Item.Status.REFUSED)
            items.trouble(batch, number, "failed", JSON.writeValueAsString(item.problems()));
    }

    private static String with(String problems, Problem why) {
        var all = new ArrayList<Object>(List.of(JSON.readValue(problems, Object[].class)));
        all.add(why);
        return JSON.writeValueAsString(all);
    }

    /** Sight is that of today at every act, not that of whoever pressed the button an hour ago. */
    private Signed current(Signed who) {
        return new Signed(
                who.account(),
                who.name(),
                who.displayName(),
                who.session(),
                who.mustChange(),
                sights.of(who.account()),
                who.purpose());
    }

    private Map<Integer, BatchItem> settled(UUID batch) {
        var all = new TreeMap<Integer, BatchItem>();
        items.settled(batch).forEach(each -> all.put(each.number(), each));
        return all;
    }

    private static Choice choice(@Nullable BatchItem item) {
        if (item == null) return Choice.NONE;
        return new Choice(item.decided(), item.chosen(), new HashSet<>(item.kept()), new HashSet<>(item.taken()));
    }

    /** Of somebody written in part it is known whose dossier the rest belongs to. */
    private static Choice whose(BatchItem item) {
        if (!"written".equals(item.outcome())) return choice(item);
        return new Choice(true, item.person(), new HashSet<>(item.kept()), new HashSet<>(item.taken()));
    }

    static String said(Item item) {
        return JSON.writeValueAsString(item.changes());
    }

    private static BatchItem item(int number, Examined examined) {
        return item(number, examined, null);
    }

    /** What a sheet says, and beside it what no form would show. */
    private static @Nullable String said(@Nullable PersonSheet sheet, @Nullable Arrival arrival) {
        if (sheet == null) return null;
        var claim = arrival == null ? null : arrival.claim();
        var beyond = claim == null ? Map.<String, String>of() : claim.beyond();
        if (beyond.isEmpty()) return JSON.writeValueAsString(sheet);
        var node = (ObjectNode) JSON.valueToTree(sheet);
        node.set("beyond", JSON.valueToTree(beyond));
        return JSON.writeValueAsString(node);
    }

    private static BatchItem item(int number, Examined examined, @Nullable Arrival arrival) {
        var item = examined.item();
        var sheet = item.person();
        boolean moved = item.problems().stream().anyMatch(each -> each.code().equals(MOVED));
        var open = item.changes().stream()
                .map(Item.FieldChange::field)
                .filter(field -> moved || questioned(item, field))
                .toList();
        var resume = examined.resume().get();
        return new BatchItem(
                number,
                item.file(),
                item.entry(),
                item.row(),
                item.status(),
                item.personId(),
                sheet == null ? null : sheet.name(),
                sheet == null ? null : sheet.currentPost(),
                said(sheet, arrival),
                said(item),
                JSON.writeValueAsString(item.problems()),
                examined.candidates(),
                open,
                examined.held(),
                resume.map(Resumes::was).orElse(null),
                resume.map(Resumes::now).orElse(null),
                false,
                false,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of());
    }

    private static boolean questioned(Item item, String field) {
        return item.problems().stream()
                .filter(each -> each.severity() == Problem.Severity.ERROR)
                .anyMatch(each -> each.field().equals(field) || each.code().equals("id." + field));
    }

    private interface Job {
        void run(Run run);
    }

    /** One run and how far it is. */
    private final class Run {
        private final UUID batch;
        private final long began = System.nanoTime();
        private int done;
        private @Nullable Integer total;
        private @Nullable String note;

        Run(UUID batch) {
            this.batch = batch;
        }

        void total(@Nullable Integer people) {
            total = people;
            tell();
        }

        void done(int people) {
            done += people;
            tell();
            if (stopping.contains(batch)) throw new Stopped();
        }

        void tell() {
            batches.progress(batch, done, total, (System.nanoTime() - began) / 1e9);
        }
    }

    private void start(UUID batch, State stopped, Job job) {
        stopping.remove(batch);
        Thread.ofVirtual().name("batch-" + batch).start(() -> {
            var busy = List.of(State.EXAMINING, State.WRITING, State.TAKING_BACK);
            try {
                var run = new Run(batch);
                job.run(run);
                batches.move(batch, busy, State.READY, run.note);
            } catch (Waiting forSomebody) {
                batches.move(batch, busy, State.MAPPING, null);
            } catch (Stopped byHand) {
                batches.move(batch, busy, stopped, "已由人停止；停止前办完的不受影响");
            } catch (Refusal refusal) {
                batches.move(batch, busy, State.BROKEN, refusal.getMessage());
            } catch (RuntimeException broken) {
                LOG.error("导入批次未办完", broken);
                batches.move(batch, busy, State.BROKEN, "未办完：系统内部出错；已写入的不受影响，请重新核对其余各份，仍不行请告知系统管理员");
            }
        });
    }
}
