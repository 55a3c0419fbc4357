package huoshui.rule.web;

import huoshui.access.Approval;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.Difference;
import huoshui.rule.Difference.Change;
import huoshui.rule.Difference.Side;
import huoshui.rule.DifferenceFiles;
import huoshui.rule.Drafting;
import huoshui.rule.Drafting.CaseRun;
import huoshui.rule.Drafting.Trial;
import huoshui.rule.MeasureWords;
import huoshui.rule.Practice.Problem;
import huoshui.rule.Provision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clause sandbox: a draft's cases, and of whom something else would be found. 条款沙盒 */
@RestController
@RequestMapping("/api/v1/clause-drafts")
class SandboxPages {

    private static final int SHOWN = 300;

    private final Drafting drafting;
    private final DifferenceFiles files;

    SandboxPages(Drafting drafting, DifferenceFiles files) {
        this.drafting = drafting;
        this.files = files;
    }

    record Draft(@Nullable String text) {}

    /**
     * @param situation in words; null where the draft cannot be read
     * @param ends the edition it would end, and on which day
     */
    record Tried(
            boolean sound,
            List<Problem> problems,
            @Nullable String code,
            @Nullable String title,
            @Nullable LocalDate from,
            @Nullable String citation,
            @Nullable String situation,
            boolean replaces,
            @Nullable String ends,
            @Nullable LocalDate last,
            List<CaseRun> cases) {

        static Tried of(Trial is) {
            var clause = is.clause();
            return new Tried(
                    is.sound(),
                    is.problems(),
                    clause == null ? null : clause.code(),
                    clause == null ? null : clause.title(),
                    clause == null ? null : clause.from(),
                    clause == null ? null : clause.cite().words(clause.status()),
                    clause == null ? null : situation(clause),
                    is.replaces(),
                    is.ends(),
                    is.last(),
                    is.cases());
        }

        private static String situation(Provision clause) {
            var opens = clause.opens();
            if (opens != null) return RulebookPages.opened(opens);
            return clause.when() == null ? "" : clause.when().asked();
        }
    }

    /**
     * Whose difference.
     *
     * @param text of a draft; else {@code editions} that were proposed
     * @param step show only these, as {@link Difference#counts} names them; likewise {@code unit} and {@code level}
     */
    record Asked(
            @Nullable String text,
            @Nullable List<UUID> editions,
            @Nullable String step,
            @Nullable String unit,
            @Nullable String level) {

        boolean shows(Change change, Difference of) {
            return (step == null || step.equals(change.code() + " " + change.step()))
                    && (unit == null || unit.equals(of.unit(change)))
                    && (level == null || level.equals(of.level(change)));
        }
    }

    record Count(String name, int count) {}

    /** @param person null for a unit or a team */
    record Row(
            @Nullable UUID person,
            String name,
            @Nullable String post,
            String unit,
            String level,
            String code,
            LocalDate day,
            @Nullable Side from,
            @Nullable Side to) {}

    /** A day on which texts were compared, and over how many. */
    record Compared(LocalDate day, int people, int bodies) {}

    /**
     * @param days each text's own, as the server has it
     * @param changed people whose finding changes, a person once
     * @param shown how many lines the filter leaves; at most some hundred of them are told
     */
    record Told(
            AsOf at,
            List<Compared> days,
            String digest,
            int people,
            int bodies,
            int changed,
            List<Count> steps,
            List<Count> units,
            List<Count> levels,
            int shown,
            List<Row> rows,
            List<String> withheld,
            List<String> unasked,
            double seconds) {}

    record Waiting(UUID approval, int people, String summary) {}

    @Needs(Right.DRAFT_CLAUSE)
    @PostMapping("/trials")
    Tried tried(@RequestBody Draft draft, Signed signed) {
        return Tried.of(drafting.tried(signed, EditionPages.text(draft.text())));
    }

    /** Whoever may see people may look at what a proposal changes for them; drafts are for those who draft. */
    @Needs(Right.READ_PEOPLE)
    @PostMapping("/differences")
    Told difference(@RequestBody Asked asked, AsOf at, Signed signed) {
        long began = System.nanoTime();
        var found = found(asked, at, signed);
        var shown = found.changes().stream()
                .filter(each -> asked.shows(each, found))
                .toList();
        return new Told(
                new AsOf(found.days().getFirst().day(), found.known()),
                found.days().stream()
                        .map(each -> new Compared(each.day(), each.people(), each.bodies()))
                        .toList(),
                found.digest(),
                found.people(),
                found.bodies(),
                (int) found.changes().stream()
                        .filter(each -> each.card() != null)
                        .map(Change::subject)
                        .distinct()
                        .count(),
                found.counts().entrySet().stream()
                        .map(each -> new Count(each.getKey(), each.getValue()))
                        .toList(),
                counts(found, found::unit),
                counts(found, found::level),
                shown.size(),
                shown.stream().limit(SHOWN).map(each -> row(each, found)).toList(),
                found.withheld(),
                found.unasked(),
                Math.round((System.nanoTime() - began) / 1e6) / 1e3);
    }

    /** The list as a file, or 202 while a second person has to agree. */
    @Needs(Right.EXPORT)
    @PostMapping("/differences/files")
    ResponseEntity<?> file(@RequestBody Asked asked, AsOf at, Signed signed) {
        var found = found(asked, at, signed);
        try {
            files.release(signed, found);
        } catch (Refusal refused) {
            if (!refused.code().equals("approval-required")) throw refused;
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(waiting(files.ask(signed, found)));
        }
        var out = new ByteArrayOutputStream();
        try {
            files.write(found, out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var name = "条款差异名单-%s.xlsx".formatted(found.days().getFirst().day());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    /** What clauses can measure, for whoever writes one. */
    @Needs(Right.DRAFT_CLAUSE)
    @GetMapping("/measures")
    List<MeasureWords> measures() {
        return MeasureWords.all();
    }

    private Difference found(Asked asked, AsOf at, Signed signed) {
        return asked.editions() == null
                ? drafting.difference(signed, EditionPages.text(asked.text()), at)
                : drafting.difference(signed, asked.editions(), at);
    }

    private static Waiting waiting(Approval is) {
        return new Waiting(is.id(), is.people(), is.summary());
    }

    private static List<Count> counts(Difference of, Function<Change, String> by) {
        Map<String, Integer> all = new LinkedHashMap<>();
        of.changes().forEach(each -> all.merge(by.apply(each), 1, Integer::sum));
        return all.entrySet().stream()
                .map(each -> new Count(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::name))
                .toList();
    }

    private static Row row(Change is, Difference of) {
        var card = is.card();
        return new Row(
                is.subject() instanceof Subject.Person(UUID id) ? id : null,
                card == null ? of.unit(is) : card.who().name(),
                card == null ? null : card.posts().text(),
                of.unit(is),
                of.level(is),
                is.code(),
                is.day(),
                is.from(),
                is.to());
    }
}
