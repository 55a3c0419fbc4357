package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.Effect;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.Occasion;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What clauses find of one person. 一人的核查意见 */
@RestController
@RequestMapping("/api/v1/people/{id}/findings")
class FindingPages {

    private final Examinations examinations;

    FindingPages(Examinations examinations) {
        this.examinations = examinations;
    }

    /**
     * One finding, as a panel shows it.
     *
     * @param virtue 德的关口
     * @param evidence ids of the facts it read
     */
    record Line(
            String code,
            String edition,
            String title,
            String citation,
            String note,
            Effect effect,
            String status,
            boolean virtue,
            Verdict verdict,
            Outcome outcome,
            String message,
            String words,
            List<UUID> evidence,
            List<String> missing) {

        static Line of(Finding finding) {
            var clause = finding.provision();
            var account = finding.account();
            return new Line(
                    clause.code(),
                    clause.editionAndVersion(),
                    clause.title(),
                    clause.cite().words(clause.status()),
                    clause.status().note(),
                    clause.effect(),
                    clause.status().code(),
                    clause.virtue(),
                    finding.verdict(),
                    finding.outcome(),
                    clause.message(),
                    account.words(),
                    account.evidence(),
                    account.missing());
        }
    }

    /**
     * A clause that was not asked.
     *
     * @param purpose whether stating a purpose would open it; otherwise the role does not read what it reads
     */
    record Withheld(String code, String title, boolean purpose) {}

    /** @param target what was aimed at; null where nothing was */
    record Findings(
            AsOf at, Occasion occasion, @Nullable String target, List<Line> findings, List<Withheld> withheld) {}

    /** Clauses that read sealed chapters are asked for a stated purpose only, and the reading is journaled. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping
    Findings of(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "standing") String occasion,
            @RequestParam(required = false) @Nullable String target,
            AsOf at,
            Signed signed) {
        var on = Occasion.of(occasion)
                .orElseThrow(() -> Refusal.input("bad-occasion", "未核查：没有“%s”这种情形。请从列表中选取。".formatted(occasion)));
        var aim = target == null || target.isBlank() ? null : examinations.target(signed, target, at);
        var all = examinations.ready(signed, new Examinations.Request(List.of(id), null, List.of(), on, aim, at));
        boolean stated = signed.purpose() != null;
        var asked = stated ? all : all.only(each -> !sealed(each));
        if (stated) examinations.announce(signed, asked);
        var person = new Subject.Person(all.people().getFirst().id());
        var withheld = new java.util.ArrayList<Withheld>();
        for (var each : all.clauses())
            if (!stated && sealed(each) && examinations.concerns(each, on))
                withheld.add(new Withheld(each.code(), each.title(), true));
        for (var each : all.withheld())
            if (examinations.concerns(each, on)) withheld.add(new Withheld(each.code(), each.title(), false));
        return new Findings(
                at,
                on,
                target,
                examinations.findings(asked, person).stream().map(Line::of).toList(),
                withheld);
    }

    private static boolean sealed(Provision clause) {
        return clause.chapters().stream().anyMatch(Chapter::sealed);
    }
}
