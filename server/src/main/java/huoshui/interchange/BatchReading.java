package huoshui.interchange;

import huoshui.access.Signed;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Reads what was uploaded, always in the same order: forms, then the people of packages, then the rows of rosters. 批次识读 */
@Component
class BatchReading {

    /** Takes arrivals, numbered from {@code first} on. */
    interface Reader {
        void take(int first, List<Arrival> arrivals);

        /** What becomes of the units of a package, before its people. */
        void units(String file, List<UnitNews> news);
    }

    private static final int LOOKING = 500;
    private static final Reader NOBODY = new Reader() {
        @Override
        public void take(int first, List<Arrival> arrivals) {}

        @Override
        public void units(String file, List<UnitNews> news) {}
    };

    private final Uploads uploads;
    private final Arrivals arrivals;
    private final Packages packages;
    private final RosterSheets rosters;
    private final BatchMapping mapping;

    BatchReading(Uploads uploads, Arrivals arrivals, Packages packages, RosterSheets rosters, BatchMapping mapping) {
        this.rosters = rosters;
        this.mapping = mapping;
        this.uploads = uploads;
        this.arrivals = arrivals;
        this.packages = packages;
    }

    void each(Signed who, UUID batch, boolean dryRun, Reader reader) {
        var number = new int[] {1};
        try (var forms = uploads.forms(batch)) {
            var sheaves = arrivals.of(forms, !dryRun);
            while (sheaves.hasNext()) {
                var sheaf = sheaves.next();
                reader.take(number[0], sheaf);
                number[0] += sheaf.size();
            }
        }
        var founded = new HashSet<UUID>();
        for (var file : uploads.packages(batch)) {
            var called = String.valueOf(file.getFileName());
            var shelf = dryRun ? uploads.shelf(batch, file) : null;
            packages.each(who, file, called, dryRun, founded, shelf, taking(called, number, reader));
        }
        for (var file : uploads.sheets(batch))
            rosters.each(file, mapping.chosen(batch, file), dryRun ? LOOKING : Imports.batch(), rows -> {
                reader.take(number[0], rows);
                number[0] += rows.size();
            });
    }

    private static Packages.Taking taking(String called, int[] number, Reader reader) {
        return new Packages.Taking() {
            @Override
            public void units(List<UnitNews> news) {
                reader.units(called, news);
            }

            @Override
            public void people(List<Arrival> arrivals) {
                reader.take(number[0], arrivals);
                number[0] += arrivals.size();
            }
        };
    }

    /** One of them again: a person of a package as laid down when it was read, without reading it from its start. */
    Optional<Arrival> one(
            Signed who, UUID batch, BatchItem item, boolean keep, BiConsumer<String, List<UnitNews>> units) {
        var line = item.line();
        for (var file : uploads.sheets(batch))
            if (String.valueOf(file.getFileName()).equals(item.file()))
                return rosters.one(file, mapping.chosen(batch, file), item.entry(), line);
        if (line == null) return form(batch, item, keep);
        for (var file : uploads.packages(batch)) {
            if (!String.valueOf(file.getFileName()).equals(item.file())) continue;
            var shelf = uploads.shelf(batch, file);
            if (!Files.exists(shelf))
                packages.each(
                        who, file, item.file(), true, new HashSet<>(), shelf, taking(item.file(), new int[1], NOBODY));
            return packages.one(who, file, item.file(), shelf, line, keep, news -> units.accept(item.file(), news));
        }
        return Optional.empty();
    }

    private Optional<Arrival> form(UUID batch, BatchItem item, boolean keep) {
        try (var forms = uploads.forms(batch)) {
            var only = forms.filter(each ->
                            each.file().equals(item.file()) && java.util.Objects.equals(each.entry(), item.entry()))
                    .limit(1);
            var sheaves = arrivals.of(only, keep);
            return sheaves.hasNext() ? sheaves.next().stream().findFirst() : Optional.empty();
        }
    }
}
