package huoshui.interchange;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.interchange.Examiner.Choice;
import huoshui.interchange.Examiner.Examined;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Source;
import huoshui.interchange.form.Sources;
import huoshui.interchange.general.GeneralPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Forms and packages in. 导入
 *
 * <p>Read in parallel, a few dozen at a time; examined and written in one act per batch, each person all or nothing. A person
 * counts as written once told, which is after the commit.
 */
@Component
public class Imports {

    /** People per act: an act is one commit. */
    private static final int BATCH = 50;

    /** Rows looked at together where nothing is written. */
    private static final int LOOKING = 500;

    private final Arrivals arrivals;
    private final Packages packages;
    private final RosterSheets rosters;
    private final Writing writing;

    Imports(Arrivals arrivals, Packages packages, RosterSheets rosters, Writing writing) {
        this.rosters = rosters;
        this.arrivals = arrivals;
        this.packages = packages;
        this.writing = writing;
    }

    /**
     * Examines these files and, unless {@code dryRun}, writes what is new and changed.
     *
     * @param each told of every item, in order, after it was committed
     * @throws huoshui.kernel.Refusal {@code right} when this account may not import
     */
    public Totals run(Signed who, Stream<Source> sources, boolean dryRun, Consumer<Item> each) {
        who.require(Right.IMPORT);
        try (sources) {
            return run(who, arrivals.of(sources, !dryRun), dryRun, Map.of(), (arrival, item) -> each.accept(item));
        }
    }

    /**
     * Examines whatever these paths hold: forms, folders and zips of forms, 通用格式 packages.
     *
     * @throws huoshui.kernel.Refusal {@code right}; {@code source.absent} for a path that is not there
     */
    public Totals run(Signed who, List<Path> paths, boolean dryRun, Consumer<Item> each) {
        return run(who, paths, null, dryRun, each);
    }

    /** @param mapping name under which the meaning of rosters' columns is kept; null to go by their headings */
    public Totals run(Signed who, List<Path> paths, @Nullable String mapping, boolean dryRun, Consumer<Item> each) {
        return run(who, paths, mapping, dryRun, each, news -> {});
    }

    /** @param units told what becomes of the units of packages that are not here as the package has them */
    public Totals run(
            Signed who,
            List<Path> paths,
            @Nullable String mapping,
            boolean dryRun,
            Consumer<Item> each,
            Consumer<UnitNews> units) {
        who.require(Right.IMPORT);
        var before = new SameRun();
        var founded = new HashSet<UUID>();
        var totals = Totals.NONE;
        for (var path : paths) {
            if (Files.isRegularFile(path) && GeneralPackage.recognizes(path)) {
                totals = totals.plus(pack(who, path, dryRun, before, founded, each, units));
            } else if (RosterSheets.recognizes(path)) {
                totals = totals.plus(roster(who, path, path.toString(), mapping, dryRun, before, each));
            } else {
                var packed = Files.isDirectory(path) ? Packages.within(path) : Set.<Path>of();
                for (var one : packed) totals = totals.plus(pack(who, one, dryRun, before, founded, each, units));
                var sum = new Totals[] {totals.plus(run(who, new Sources().open(path, packed), dryRun, each))};
                RosterSheets.within(
                        path,
                        packed,
                        (file, called) ->
                                sum[0] = sum[0].plus(roster(who, file, called, mapping, dryRun, before, each)));
                totals = sum[0];
            }
        }
        return totals;
    }

    private Totals pack(
            Signed who,
            Path path,
            boolean dryRun,
            SameRun before,
            Set<UUID> founded,
            Consumer<Item> each,
            Consumer<UnitNews> units) {
        var sum = new Totals[] {Totals.NONE};
        packages.each(who, path, path.toString(), dryRun, founded, null, new Packages.Taking() {
            @Override
            public void units(List<UnitNews> news) {
                news.forEach(units);
            }

            @Override
            public void people(List<Arrival> arrivals) {
                for (var item : writing.batch(who, arrivals, noChoices(arrivals), dryRun, before)) {
                    sum[0] = sum[0].plus(item.status());
                    each.accept(item);
                }
            }
        });
        return sum[0];
    }

    private Totals roster(
            Signed who,
            Path file,
            String called,
            @Nullable String mapping,
            boolean dryRun,
            SameRun before,
            Consumer<Item> each) {
        var sum = new Totals[] {Totals.NONE};
        rosters.each(who, file, called, mapping, !dryRun, dryRun ? LOOKING : BATCH, rows -> {
            for (var item : writing.batch(who, rows, noChoices(rows), dryRun, before)) {
                sum[0] = sum[0].plus(item.status());
                each.accept(item);
            }
        });
        return sum[0];
    }

    private static List<Optional<Choice>> noChoices(List<Arrival> batch) {
        return batch.stream().map(each -> Optional.<Choice>empty()).toList();
    }

    Totals run(
            Signed who,
            Iterator<List<Arrival>> batches,
            boolean dryRun,
            Map<Integer, Choice> choices,
            BiConsumer<Arrival, Item> each) {
        var totals = Totals.NONE;
        var before = new SameRun();
        int number = 0;
        var next = CompletableFuture.supplyAsync(() -> take(batches));
        while (true) {
            var batch = join(next);
            if (batch.isEmpty()) return totals;
            next = CompletableFuture.supplyAsync(() -> take(batches));
            var chosen = new ArrayList<Optional<Choice>>();
            for (int i = 0; i < batch.size(); i++) chosen.add(Optional.ofNullable(choices.get(number + i)));
            number += batch.size();
            var done = writing.batch(who, batch, chosen, dryRun, before);
            for (int i = 0; i < batch.size(); i++) {
                totals = totals.plus(done.get(i).status());
                each.accept(batch.get(i), done.get(i));
            }
        }
    }

    private static List<Arrival> take(Iterator<List<Arrival>> batches) {
        return batches.hasNext() ? batches.next() : List.of();
    }

    private static List<Arrival> join(CompletableFuture<List<Arrival>> next) {
        try {
            return next.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    static int batch() {
        return BATCH;
    }

    static boolean writable(Examined examined) {
        var status = examined.item().status();
        return status == Status.NEW || status == Status.CHANGED;
    }
}
