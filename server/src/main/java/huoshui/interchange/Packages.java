package huoshui.interchange;

import huoshui.access.Signed;
import huoshui.document.Blobs;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.interchange.form.IdNumbers;
import huoshui.interchange.form.Problem;
import huoshui.interchange.general.GeneralPackage;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralPhoto;
import huoshui.interchange.general.GeneralProblem;
import huoshui.interchange.general.GeneralReading;
import huoshui.interchange.general.GeneralSheet;
import huoshui.interchange.general.GeneralUnit;
import huoshui.interchange.general.PersonShelf;
import huoshui.interchange.general.PersonShelf.Shelved;
import huoshui.interchange.general.UnitKeys;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.CitizenNumber;
import huoshui.org.OrgDescription;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads 通用格式 packages, some dozens of people at a time. 通用格式识读 */
@Component
class Packages {

    private final Blobs blobs;
    private final Organization organization;
    private final OrgLoader loader;
    private final Acts acts;

    Packages(Blobs blobs, Organization organization, OrgLoader loader, Acts acts) {
        this.blobs = blobs;
        this.organization = organization;
        this.loader = loader;
        this.acts = acts;
    }

    /** Packages anywhere in a folder. */
    static Set<Path> within(Path folder) {
        try (var found = Files.walk(folder)) {
            return found.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .filter(each -> each.toString().toLowerCase(Locale.ROOT).endsWith(".zip"))
                    .filter(GeneralPackage::recognizes)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes what a package holds. */
    interface Taking {

        /** First, what becomes of the units it has otherwise than we do. */
        void units(List<UnitNews> news);

        /** Then its people, some dozens at a time. */
        void people(List<Arrival> arrivals);
    }

    /**
     * Hands out batches of people; the units of the package come first, where they are new and this account may found them. A
     * package that cannot be read is one arrival that says why: what lies beside it comes in. What is wrong with a unit never
     * keeps its people from coming in.
     *
     * @param called the file's name as its people's items shall show it
     * @param founded units of this run so far, which whoever founded them leads; grows
     * @param shelf where to lay them down for {@link #one}; null for no such place
     */
    void each(
            Signed who,
            Path file,
            String called,
            boolean dryRun,
            Set<UUID> founded,
            @Nullable Path shelf,
            Taking taking) {
        Consumer<List<Arrival>> batches = taking::people;
        GeneralPackage open;
        try {
            open = GeneralPackage.open(file);
        } catch (Refusal refusal) {
            batches.accept(List.of(Arrival.refused(called, null, Problem.of(refusal))));
            return;
        } catch (UncheckedIOException damaged) {
            batches.accept(List.of(Arrival.refused(
                    called,
                    null,
                    Problem.error("file", "file.broken", "未读取通用格式包：“" + called + "”内容已损坏，没有写入任何内容；请重新拷贝或重新导出后再导入。"))));
            return;
        }
        try (open) {
            var day = open.manifest()
                    .node("time")
                    .flatMap(Packages::day)
                    .filter(each -> !each.isAfter(acts.today()))
                    .orElse(acts.today());
            var rows = open.units().stream().map(GeneralUnit::of).toList();
            var units = units(who, rows, called, day, dryRun, founded, taking::units);
            try (var laid = shelf == null
                    ? null
                    : PersonShelf.begin(shelf, new PersonShelf.Head(day, open.units(), open.photos()))) {
                var batch = new ArrayList<GeneralPerson>();
                var number = new int[1];
                open.eachPerson(person -> {
                    if (laid != null) laid.put(new Shelved(person, open.problemsOf(person)));
                    batch.add(person);
                    if (batch.size() < Imports.batch()) return;
                    batches.accept(read(open, batch, number, called, day, units, founded, !dryRun));
                    batch.clear();
                });
                if (!batch.isEmpty()) batches.accept(read(open, batch, number, called, day, units, founded, !dryRun));
                if (laid != null) laid.finish();
            }
        }
    }

    /** One of them again, as laid down when the package was read; its photo is kept where {@code keep} says so. */
    Optional<Arrival> one(
            Signed who, Path file, String called, Path shelf, int number, boolean keep, Consumer<List<UnitNews>> news) {
        var head = PersonShelf.head(shelf);
        var rows = head.units().stream().map(GeneralUnit::of).toList();
        var founded = new HashSet<UUID>();
        var units = units(who, rows, called, head.day(), !keep, founded, news);
        return PersonShelf.person(shelf, number).map(each -> {
            var photo = GeneralPackage.photo(file, head.photos(), each.person()).orElse(null);
            if (photo != null && keep) blobs.keep(photo.bytes());
            return arrival(called, number, each.person(), photo, each.problems(), head.day(), units, founded);
        });
    }

    private static Optional<LocalDate> day(String time) {
        return PartialDate.read(time.length() > 8 ? time.replaceAll("\\D", "").substring(0, 8) : time)
                .map(PartialDate::firstDay);
    }

    private UnitKeys units(
            Signed who,
            List<GeneralUnit> rows,
            String called,
            LocalDate day,
            boolean dryRun,
            Set<UUID> founded,
            Consumer<List<UnitNews>> told) {
        var chart = organization.now();
        var units = new PackageUnits(rows, chart, organization);
        var intake = new UnitIntake(called, who.sight(), chart, units, rows, day);
        if (intake.founded().isEmpty() || dryRun) {
            told.accept(intake.news());
            return units;
        }
        try {
            var loaded = loader.load(who.actor(), OrgDescription.ofUnits(intake.founded()), "通用格式数据包");
            told.accept(intake.news().stream()
                    .map(each -> founded(each, loaded.units(), founded))
                    .toList());
            return new PackageUnits(rows, organization.now(), organization);
        } catch (Refusal refusal) {
            told.accept(UnitIntake.refused(intake.news(), Problem.of(refusal)));
            return units;
        }
    }

    private static UnitNews founded(UnitNews news, Map<String, UUID> units, Set<UUID> founded) {
        var unit = news.status() == UnitNews.Status.NEW ? units.get(news.key()) : null;
        if (unit == null) return news;
        founded.add(unit);
        return news.as(unit);
    }

    private List<Arrival> read(
            GeneralPackage open,
            List<GeneralPerson> people,
            int[] number,
            String called,
            LocalDate day,
            UnitKeys units,
            Set<UUID> founded,
            boolean keep) {
        var arrivals = new ArrayList<Arrival>();
        for (var person : people) {
            var photo = open.photo(person).orElse(null);
            if (photo != null && keep) blobs.keep(photo.bytes());
            arrivals.add(arrival(called, ++number[0], person, photo, open.problemsOf(person), day, units, founded));
        }
        return arrivals;
    }

    private static Arrival arrival(
            String called,
            int number,
            GeneralPerson person,
            @Nullable GeneralPhoto photo,
            List<GeneralProblem> found,
            LocalDate day,
            UnitKeys units,
            Set<UUID> founded) {
        var reading = GeneralSheet.read(person, photo, day, units);
        var problems = new ArrayList<Problem>();
        found.forEach(each -> problems.add(problem(each)));
        reading.problems().forEach(each -> problems.add(problem(each)));
        number(reading, problems);
        var claim = new GeneralClaim(person.a0000(), reading, problems, day, units, founded);
        return new Arrival(called, null, number, claim, List.of());
    }

    /** A number is looked at as that of a form is: against itself, the birth and the sex. */
    private static void number(GeneralReading reading, List<Problem> problems) {
        PartialDate birth = null;
        String sex = null;
        String number = null;
        for (var each : reading.facts())
            switch (each.body()) {
                case Identity is -> {
                    birth = is.birth();
                    sex = is.sex();
                }
                case IdNumber is -> number = is.number();
                default -> {}
            }
        if (number != null) IdNumbers.examine(CitizenNumber.plain(number), birth, sex, problems);
    }

    private static Problem problem(GeneralProblem each) {
        var field = each.table() == null
                ? "file"
                : PersonKeys.ofColumn(each.table(), each.column() == null ? "" : each.column());
        return each.error()
                ? Problem.error(field, each.code(), each.message())
                : Problem.warning(field, each.code(), each.message());
    }
}
