package huoshui.interchange;

import huoshui.access.Signed;
import huoshui.document.sheet.SheetFile;
import huoshui.dossier.city.Cities;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.Source;
import huoshui.interchange.form.Sources;
import huoshui.interchange.roster.RosterReader;
import huoshui.interchange.roster.RosterRow;
import huoshui.interchange.roster.SheetMapping;
import huoshui.interchange.roster.SheetSurvey;
import huoshui.interchange.roster.Surveyor;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads rosters, some rows at a time; a file is looked over to its end before its first row is handed out. 名册识读 */
@Component
class RosterSheets {

    private static final Logger LOG = LoggerFactory.getLogger(RosterSheets.class);

    /** A sheet looked over. */
    record Surveyed(int number, String name, boolean hidden, SheetSurvey survey) {

        /** Whether it plainly is a roster. */
        boolean roster() {
            return survey.headed()
                    && survey.headings().stream()
                            .anyMatch(each -> "name".equals(each.guess()) || "idNumber".equals(each.guess()));
        }
    }

    /** A sheet to be read. */
    record Chosen(Surveyed sheet, SheetMapping mapping) {}

    /** What of a file is read, and what is said about the rest. */
    record Plan(List<Chosen> chosen, List<Problem> notices) {}

    private static final class Found extends RuntimeException {
        private final transient Arrival arrival;

        Found(Arrival arrival) {
            super(null, null, false, false);
            this.arrival = arrival;
        }
    }

    private final Cities cities;
    private final Mappings mappings;

    RosterSheets(Cities cities, Mappings mappings) {
        this.cities = cities;
        this.mappings = mappings;
    }

    static boolean recognizes(Path file) {
        var name = String.valueOf(file.getFileName());
        return SheetFile.recognizes(name) && !name.startsWith("~$") && Files.isRegularFile(file);
    }

    /** Takes a roster where it lies, under the name its sender knows. */
    interface Finding {
        void found(Path file, String called);
    }

    /** Rosters in a folder, and in a zip or in the zips of a folder: those laid down for as long as they are read. */
    static void within(Path place, Set<Path> but, Finding finding) {
        try (var found = Files.walk(place)) {
            for (var each : found.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList()) {
                if (recognizes(each)) finding.found(each, each.toString());
                else if (!but.contains(each)) zipped(each, finding);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void zipped(Path zip, Finding finding) throws IOException {
        try (var sheets = new Sources().sheets(zip, zip.toString())) {
            for (var each : (Iterable<Source>) sheets::iterator) {
                var laid = Files.createTempFile("roster", ".sheet");
                try {
                    Files.write(laid, each.bytes());
                    finding.found(laid, zip + "/" + each.entry());
                } finally {
                    Files.deleteIfExists(laid);
                }
            }
        }
    }

    /** @throws Refusal {@code sheet.*} for a file that cannot be read to its end */
    static List<Surveyed> survey(Path file, String called) {
        try (var open = SheetFile.open(file, called)) {
            var all = new ArrayList<Surveyed>();
            var heads = open.sheets();
            for (int i = 0; i < heads.size(); i++)
                all.add(new Surveyed(i, heads.get(i).name(), heads.get(i).hidden(), Surveyor.look(open, i)));
            return all;
        }
    }

    /** As the headings say, or as was said of this source before; keeps what it took them for under the name, if it is new. */
    void each(
            Signed who,
            Path file,
            String called,
            @Nullable String name,
            boolean keep,
            int size,
            Consumer<List<Arrival>> taking) {
        List<Surveyed> sheets;
        try {
            sheets = survey(file, called);
        } catch (Refusal refusal) {
            taking.accept(List.of(Arrival.refused(called, null, Problem.of(refusal))));
            return;
        }
        var chosen = new ArrayList<Chosen>();
        for (var sheet : sheets) {
            if (sheet.hidden || !sheet.roster()) continue;
            chosen.add(new Chosen(sheet, mappings.of(who, name, sheet.survey)));
        }
        each(file, called, plan(sheets, chosen), size, taking);
        if (name != null && keep && !chosen.isEmpty() && !mappings.knows(who, name))
            mappings.keep(who, name, chosen.getFirst().sheet.survey, chosen.getFirst().mapping);
    }

    /** What is left out is said. */
    static Plan plan(List<Surveyed> sheets, List<Chosen> chosen) {
        var notices = new ArrayList<Problem>();
        for (var sheet : sheets) {
            boolean read = chosen.stream().anyMatch(each -> each.sheet.number == sheet.number);
            if (read || sheet.survey.rows() == 0) continue;
            if (sheet.hidden)
                notices.add(Problem.warning(
                        "file",
                        "roster.hidden-sheet",
                        "读取工作表“" + sheet.name + "”：它是隐藏的，有 " + sheet.survey.rows() + " 行，没有读取；如要读取，请在列对应中选上。"));
            else if (!sheet.survey.headed())
                notices.add(Problem.warning(
                        "file",
                        "roster.no-heading",
                        "读取" + (sheet.name.isEmpty() ? "表格" : "工作表“" + sheet.name + "”")
                                + "：没有找到表头，没有读取；请确认表头中有“姓名”“身份证号”等列。"));
        }
        return new Plan(chosen, notices);
    }

    void each(Path file, Plan plan, int size, Consumer<List<Arrival>> taking) {
        each(file, String.valueOf(file.getFileName()), plan, size, taking);
    }

    private void each(Path file, String called, Plan plan, int size, Consumer<List<Arrival>> taking) {
        if (plan.chosen.isEmpty()) {
            // Why this very file cannot be read comes before that nothing was found in it.
            try (var open = SheetFile.open(file, called)) {
                open.sheets();
            } catch (Refusal refusal) {
                taking.accept(List.of(Arrival.refused(called, null, Problem.of(refusal))));
                return;
            }
            var why = Problem.error(
                    "file", "roster.no-heading", "读取“" + called + "”：没有找到名册的表头，没有读取；请确认有一行表头，其中有“姓名”“身份证号”等列。");
            var all = new ArrayList<>(List.of(why));
            all.addAll(plan.notices);
            taking.accept(List.of(new Arrival(called, null, null, null, all)));
            return;
        }
        try (var open = SheetFile.open(file, called)) {
            var sheaf = new Sheaf(called, size, taking);
            for (var each : plan.chosen) {
                var notices = new ArrayList<>(sheaf.read == 0 ? plan.notices : List.of());
                notices.addAll(unread(each));
                sheaf.begin(open.sheets().get(each.sheet.number).name(), notices);
                reader(each).read(open, each.sheet.number, sheaf::take);
            }
            sheaf.end();
        } catch (Refusal refusal) {
            taking.accept(List.of(Arrival.refused(called, null, Problem.of(refusal))));
        }
    }

    private static RosterReader reader(Chosen each) {
        return new RosterReader(
                each.sheet.survey,
                each.mapping,
                code -> RosterColumns.find(code).map(RosterColumn::title).orElse(code));
    }

    private static List<Problem> unread(Chosen chosen) {
        var notices = new ArrayList<Problem>();
        var survey = chosen.sheet.survey;
        for (var each : survey.headings()) {
            if (each.filled() == 0
                    || each.text().isEmpty()
                    || chosen.mapping.columns().containsKey(each.column())) continue;
            notices.add(Problem.warning(
                    "file", "roster.unread-column", "读取表头：“" + each.text() + "”一列没有对应的项目，没有读取；如要读取，请在列对应中选定。"));
        }
        if (survey.cutAfter() > 0)
            notices.add(Problem.warning(
                    "file", "roster.cut", "读取到第 " + survey.cutAfter() + " 行：其后连续两万行是空的，没有再往下读；如下面还有人员，请删去空行后再导入。"));
        return notices;
    }

    /** One row again. */
    Optional<Arrival> one(Path file, Plan plan, @Nullable String entry, @Nullable Integer line) {
        if (line == null) return Optional.empty();
        try {
            each(
                    file,
                    plan,
                    1,
                    rows -> rows.stream()
                            .filter(each -> Objects.equals(each.row(), line) && Objects.equals(each.entry(), entry))
                            .forEach(each -> {
                                throw new Found(each);
                            }));
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.arrival);
        }
    }

    /** Gathers rows until there are enough of them. */
    private final class Sheaf {

        private final String called;
        private final int size;
        private final Consumer<List<Arrival>> taking;
        private final List<RosterRow> rows = new ArrayList<>();
        private @Nullable String entry;
        private List<Problem> notices = List.of();
        private int read;

        Sheaf(String called, int size, Consumer<List<Arrival>> taking) {
            this.called = called;
            this.size = size;
            this.taking = taking;
        }

        void begin(String sheet, List<Problem> about) {
            end();
            entry = sheet.isEmpty() ? null : sheet;
            notices = about;
        }

        void take(RosterRow row) {
            rows.add(row);
            read++;
            if (rows.size() == size) end();
        }

        void end() {
            if (rows.isEmpty()) return;
            var city = cities.now();
            var arrivals = rows.parallelStream()
                    .map(row -> arrival(called, entry, row, city))
                    .toList();
            if (!notices.isEmpty() && arrivals.getFirst().claim() instanceof RosterClaim first) first.note(notices);
            notices = List.of();
            rows.clear();
            taking.accept(arrivals);
        }
    }

    private static Arrival arrival(
            String called, @Nullable String entry, RosterRow row, huoshui.dossier.city.City city) {
        try {
            return new Arrival(called, entry, row.number(), new RosterClaim(row, city), List.of());
        } catch (RuntimeException broken) {
            LOG.warn("名册行读不出", broken);
            var why = Problem.error("file", "roster.broken-row", "读取第 " + row.number() + " 行：内容无法识读，没有读取；请核对这一行后再导入。");
            return new Arrival(called, entry, row.number(), null, List.of(why));
        }
    }
}
