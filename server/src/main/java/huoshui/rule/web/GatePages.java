package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.rule.Effect;
import huoshui.rule.Finding;
import huoshui.rule.Gate;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import huoshui.rule.sweep.GateHeap;
import huoshui.rule.sweep.GateLine;
import huoshui.rule.sweep.GateSheet;
import huoshui.rule.sweep.GateSweep;
import huoshui.rule.sweep.GateSweeps;
import huoshui.rule.sweep.GateSweeps.Whom;
import huoshui.rule.sweep.SweepFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Gates: what is asked of whoever is to enter, and who is through. 关口 */
@RestController
@RequestMapping("/api/v1/gates")
@Needs(Right.READ_PEOPLE)
class GatePages {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final GateSweeps sweeps;
    private final SweepFiles files;
    private final Organization organization;

    GatePages(GateSweeps sweeps, SweepFiles files, Organization organization) {
        this.sweeps = sweeps;
        this.files = files;
        this.organization = organization;
    }

    /** @param decides false for those shown beside */
    record Clause(
            String code,
            String title,
            String citation,
            String note,
            Effect effect,
            boolean virtue,
            boolean decides,
            boolean sealed) {

        static Clause of(Provision is, Gate gate) {
            return new Clause(
                    is.code(),
                    is.title(),
                    is.cite().words(is.status()),
                    is.status().note(),
                    is.effect(),
                    is.virtue(),
                    gate.provisions().contains(is.code()),
                    is.chapters().stream().anyMatch(huoshui.kernel.Chapter::sealed));
        }
    }

    /** @param cohort whom it is for; null for everybody */
    record Door(
            String code,
            String title,
            String note,
            @Nullable String cohort,
            List<Clause> clauses) {}

    /**
     * Of whom, and which of them are listed.
     *
     * @param condition those of whom it holds
     * @param people these alone
     */
    record Asked(
            @Nullable JsonNode condition,
            @Nullable UUID unit,
            @Nullable List<UUID> people,
            @Nullable GateHeap heap,
            @Nullable Integer from,
            @Nullable Integer size) {}

    record Kept(String code, String title) {}

    /** Facts of the dossier itself; what another's dossier says is not opened from here. */
    private static List<GateSweep.Proof> told(List<UUID> evidence, Map<UUID, GateSweep.Proof> proofs) {
        var all = new ArrayList<GateSweep.Proof>();
        for (var each : evidence) {
            var proof = proofs.get(each);
            if (proof != null) all.add(proof);
        }
        return all;
    }

    /** One clause and where it leaves somebody. */
    record Line(
            String code,
            String title,
            String citation,
            String note,
            boolean virtue,
            GateHeap heap,
            Verdict verdict,
            String words,
            List<GateSweep.Proof> evidence,
            List<String> missing) {

        static Line of(GateLine line, Map<UUID, GateSweep.Proof> proofs) {
            var finding = line.finding();
            var clause = finding.provision();
            var account = finding.account();
            return new Line(
                    clause.code(),
                    clause.title(),
                    clause.cite().words(clause.status()),
                    clause.status().note(),
                    clause.virtue(),
                    line.heap(),
                    finding.verdict(),
                    account.words(),
                    told(account.evidence(), proofs),
                    account.missing());
        }
    }

    /** What stands beside and decides nothing. */
    record Beside(
            String code,
            String title,
            String citation,
            String note,
            Outcome outcome,
            String words,
            List<GateSweep.Proof> evidence,
            List<String> missing) {

        static Beside of(Finding finding, Map<UUID, GateSweep.Proof> proofs) {
            var clause = finding.provision();
            var account = finding.account();
            return new Beside(
                    clause.code(),
                    clause.title(),
                    clause.cite().words(clause.status()),
                    clause.status().note(),
                    finding.outcome(),
                    account.words(),
                    told(account.evidence(), proofs),
                    account.missing());
        }
    }

    /** @param belongs why the gate is not, or may not be, for this one; null where it is */
    record Person(
            UUID id,
            String name,
            boolean photo,
            @Nullable String unit,
            @Nullable String post,
            GateHeap heap,
            boolean gate,
            @Nullable String belongs,
            List<String> missing,
            List<Line> lines,
            List<Beside> beside) {}

    record Passed(
            AsOf at,
            String gate,
            int total,
            Map<GateHeap, Integer> heaps,
            List<Kept> withheld,
            int count,
            int from,
            List<Person> people) {}

    @GetMapping
    List<Door> all(AsOf at) {
        return sweeps.all(at).stream()
                .map(each -> new Door(
                        each.code(),
                        each.title(),
                        each.note(),
                        each.cohort(),
                        sweeps.clauses(each, at).stream()
                                .map(clause -> Clause.of(clause, each))
                                .toList()))
                .toList();
    }

    /** Who is stopped, who is open and who is through; one page of one of these, what bars first. */
    @PostMapping("/{code}/sweeps")
    Passed sweep(@PathVariable String code, @RequestBody Asked asked, AsOf at, Signed signed) {
        var sweep = sweeps.of(signed, code, whom(asked), at);
        var some = some(sweep, asked);
        int from = Math.clamp(Objects.requireNonNullElse(asked.from(), 0), 0, some.size());
        int size = Math.clamp(Objects.requireNonNullElse(asked.size(), PAGE), 1, LARGEST_PAGE);
        var page = some.subList(from, Math.min(some.size(), from + size));
        var chart = organization.at(at);
        return new Passed(
                at,
                code,
                sweep.people().size(),
                sweep.counts(),
                sweep.withheld().stream()
                        .map(each -> new Kept(each.code(), each.title()))
                        .toList(),
                some.size(),
                from,
                sweeps.details(signed, sweep, page).stream()
                        .map(each -> person(each, chart))
                        .toList());
    }

    private static Whom whom(Asked asked) {
        return new Whom(
                Objects.requireNonNullElse(asked.people(), List.of()),
                asked.unit(),
                ConditionReader.read(asked.condition()));
    }

    private static List<GateSweep.Passing> some(GateSweep sweep, Asked asked) {
        return sweep.people().stream()
                .filter(each -> asked.heap() == null || each.heap() == asked.heap())
                .toList();
    }

    /** The list as a workbook, or 202 while a second person has to agree to exactly this. */
    @Needs({Right.READ_PEOPLE, Right.EXPORT})
    @PostMapping("/{code}/files")
    ResponseEntity<?> file(@PathVariable String code, @RequestBody Asked asked, AsOf at, Signed signed) {
        var sweep = sweeps.of(signed, code, whom(asked), at);
        var people = sweeps.details(signed, sweep, some(sweep, asked));
        var clauses = sweeps.clauses(sweep.gate(), at);
        return Workbooks.answer(files, signed, GateSheet.of(sweep, people, clauses, at, organization.at(at)));
    }

    private static Person person(GateSweep.Detail detail, Chart chart) {
        var card = detail.passing().person();
        return new Person(
                card.id(),
                card.who().name(),
                card.who().photo(),
                chart.unit(card.service().unit()).map(huoshui.org.Unit::called).orElse(null),
                card.posts().text(),
                detail.passing().heap(),
                detail.passing().gate(),
                detail.belongs(),
                detail.missing(),
                detail.lines().stream()
                        .map(each -> Line.of(each, detail.proofs()))
                        .toList(),
                detail.beside().stream()
                        .map(each -> Beside.of(each, detail.proofs()))
                        .toList());
    }
}
