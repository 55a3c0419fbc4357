package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.rule.Finding;
import huoshui.rule.Outcome;
import huoshui.rule.sweep.Outlook;
import huoshui.rule.sweep.Precedence;
import huoshui.rule.sweep.RankHeap;
import huoshui.rule.sweep.RankSheet;
import huoshui.rule.sweep.RankSweep;
import huoshui.rule.sweep.RankSweeps;
import huoshui.rule.sweep.SweepFiles;
import huoshui.rule.sweep.Swept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who may rise to which rank and from when, over a unit, a county or the city. 职级晋升 */
@RestController
@RequestMapping("/api/v1/rank-sweep")
@Needs(Right.READ_PEOPLE)
class RankSweepPages {

    private static final int LARGEST_PAGE = 200;

    private final RankSweeps sweeps;
    private final SweepFiles files;
    private final Organization organization;

    RankSweepPages(RankSweeps sweeps, SweepFiles files, Organization organization) {
        this.sweeps = sweeps;
        this.files = files;
        this.organization = organization;
    }

    /** @param rank null for those whose next rank is not known or who have none */
    record RankRow(@Nullable String rank, String title, Map<RankHeap, Integer> counts, int gate, int lowering) {}

    record Kept(String code, String title) {}

    /**
     * @param gate of how many the gate of virtue is closed
     * @param lowering how many meet a situation in which a rank is lowered
     */
    record Summary(
            AsOf at,
            @Nullable String unit,
            int people,
            Map<RankHeap, Integer> heaps,
            int gate,
            int lowering,
            List<RankRow> ranks,
            List<Kept> withheld) {}

    /**
     * Why somebody stands where they do, one line a clause.
     *
     * @param lacks what would settle it
     */
    record Reason(
            String code,
            String title,
            String citation,
            String note,
            Outcome outcome,
            boolean virtue,
            boolean decides,
            String words,
            List<String> lacks) {

        static Reason of(Finding finding) {
            var clause = finding.provision();
            return new Reason(
                    clause.code(),
                    clause.title(),
                    clause.cite().words(clause.status()),
                    clause.status().note(),
                    finding.outcome(),
                    clause.virtue(),
                    RankSweeps.decides(finding),
                    finding.words(),
                    finding.missing());
        }
    }

    /** @param reasons closed gates of virtue first, then what bars, what lacks, what is open, preferences, warnings */
    record Row(
            UUID id,
            String name,
            boolean photo,
            @Nullable String unit,
            @Nullable String post,
            @Nullable String rank,
            @Nullable PartialDate rankSince,
            @Nullable String target,
            RankHeap heap,
            boolean gate,
            boolean lowering,
            Outlook outlook,
            @Nullable String note,
            List<Reason> reasons,
            List<Reason> lowers) {}

    record People(AsOf at, int count, int from, List<Row> people) {}

    /** Numbers by rank and heap. */
    @GetMapping
    Summary summary(@RequestParam(required = false) @Nullable UUID unit, AsOf at, Signed signed) {
        var sweep = sweeps.of(signed, unit, at);
        var heaps = new LinkedHashMap<RankHeap, Integer>();
        for (var each : RankHeap.values()) heaps.put(each, sweep.count(one -> one.heap() == each));
        return new Summary(
                at,
                unit == null ? null : organization.at(at).requireUnit(unit).called(),
                sweep.people().size(),
                heaps,
                sweep.count(Swept::gate),
                sweep.count(Swept::lowering),
                ranks(sweep),
                sweep.withheld().stream()
                        .map(each -> new Kept(each.code(), each.title()))
                        .toList());
    }

    private static List<RankRow> ranks(RankSweep sweep) {
        var rows = new ArrayList<RankRow>();
        sweep.counts()
                .forEach((rank, counts) -> rows.add(new RankRow(
                        rank == null ? null : rank.name(),
                        rank == null ? "" : rank.title(),
                        counts,
                        sweep.count(each -> each.target() == rank && each.gate()),
                        sweep.count(each -> each.target() == rank && each.lowering()))));
        return rows;
    }

    /**
     * Which of those swept, and in which order. 普查名单要求
     *
     * @param rank the next one; {@code none} for those whose next rank is not known or who have none
     * @param only {@code gate} or {@code lowering}
     * @param order {@code day} by the day from which they may rise, else by organization
     */
    record Wish(
            @Nullable UUID unit,
            @Nullable String rank,
            @Nullable RankHeap heap,
            @Nullable String only,
            @Nullable String order) {

        List<Swept> of(RankSweep sweep, Chart chart) {
            var wanted = rank == null || rank.isEmpty() || rank.equals("none") ? null : rank(rank);
            return sweep.people().stream()
                    .filter(each -> rank == null || rank.isEmpty() || each.target() == wanted)
                    .filter(each -> heap == null || each.heap() == heap)
                    .filter(each -> !"gate".equals(only) || each.gate())
                    .filter(each -> !"lowering".equals(only) || each.lowering())
                    .sorted(Precedence.within(order(chart)))
                    .toList();
        }

        private static Rank rank(String name) {
            for (var each : Rank.values())
                if (each.name().equals(name) || each.title().equals(name)) return each;
            throw Refusal.input("bad-rank", "未列出：“%s”不是综合管理类职级。请从列表中选取。".formatted(name));
        }

        private Comparator<Swept> order(Chart chart) {
            var places = new LinkedHashMap<UUID, Integer>();
            Comparator<Swept> organization = Comparator.<Swept>comparingInt(each -> place(each.person(), chart, places))
                    .thenComparing(each -> each.person().who().spelled().first())
                    .thenComparing(each -> each.person().id());
            return "day".equals(order)
                    ? Comparator.<Swept, LocalDate>comparing(each ->
                                    Objects.requireNonNullElse(each.outlook().earliest(), LocalDate.MAX))
                            .thenComparing(organization)
                    : organization;
        }

        private static int place(Card person, Chart chart, Map<UUID, Integer> places) {
            if (places.isEmpty())
                chart.roots()
                        .forEach(
                                root -> chart.subtree(root.id()).forEach(each -> places.put(each.id(), places.size())));
            var unit = person.service().unit();
            return unit == null ? Integer.MAX_VALUE : places.getOrDefault(unit, Integer.MAX_VALUE);
        }
    }

    /** The list behind a number. */
    @GetMapping("/people")
    People people(
            Wish wish,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int size,
            AsOf at,
            Signed signed) {
        var chart = organization.at(at);
        var some = wish.of(sweeps.of(signed, wish.unit(), at), chart);
        var page = some.stream()
                .skip(Math.max(0, from))
                .limit(Math.clamp(size, 1, LARGEST_PAGE))
                .toList();
        return new People(
                at,
                some.size(),
                Math.max(0, from),
                sweeps.details(signed, wish.unit(), at, page).stream()
                        .map(each -> row(each, chart))
                        .toList());
    }

    /** The list as a workbook, or 202 while a second person has to agree to exactly this. */
    @Needs({Right.READ_PEOPLE, Right.EXPORT})
    @PostMapping("/files")
    ResponseEntity<?> file(Wish wish, AsOf at, Signed signed) {
        var chart = organization.at(at);
        var sweep = sweeps.of(signed, wish.unit(), at);
        var people = sweeps.details(signed, wish.unit(), at, wish.of(sweep, chart));
        return Workbooks.answer(files, signed, RankSheet.of("职级晋升普查表", at, people, sweep.clauses(), chart));
    }

    static Row row(RankSweeps.Detail detail, Chart chart) {
        var swept = detail.swept();
        var person = swept.person();
        return new Row(
                person.id(),
                person.who().name(),
                person.who().photo(),
                chart.unit(person.service().unit()).map(each -> each.called()).orElse(null),
                person.posts().text(),
                person.rank() == null ? null : person.rank().rank().name(),
                person.rank() == null ? null : person.rank().since(),
                swept.target() == null ? null : swept.target().title(),
                swept.heap(),
                swept.gate(),
                swept.lowering(),
                swept.outlook(),
                swept.note(),
                reasons(detail.rising()),
                reasons(detail.lowering()));
    }

    private static List<Reason> reasons(List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.outcome() != Outcome.FINE)
                .sorted(Comparator.comparing(
                                (Finding each) -> !(each.provision().virtue() && closed(each)))
                        .thenComparing(Finding::outcome)
                        .thenComparing(each -> !RankSweeps.decides(each)))
                .map(Reason::of)
                .toList();
    }

    private static boolean closed(Finding finding) {
        return finding.outcome() == Outcome.BARRED || finding.outcome() == Outcome.LACKING;
    }
}
