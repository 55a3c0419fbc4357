package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.kernel.Chapter;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dated clause with citation and effect: one edition of it. 条款
 *
 * @param code of the register
 * @param from first day in force
 * @param to last day in force; null while it is
 * @param when the situation it speaks of; null for clauses that only open influence periods
 * @param unless what lifts it
 * @param opens what opens an influence period
 * @param message one line for people; empty where title and words do
 * @param virtue whether it belongs to 德的关口
 * @param source file and line it was read from
 * @param version how often its text was published anew, counted from 1
 * @param chapters read to examine it
 */
public record Provision(
        String code,
        String title,
        Citation cite,
        LocalDate from,
        @Nullable LocalDate to,
        Status status,
        Effect effect,
        Scope scope,
        @Nullable Criterion when,
        @Nullable Criterion unless,
        @Nullable Opening opens,
        String message,
        boolean virtue,
        List<Example> cases,
        String source,
        int version,
        Set<Chapter> chapters) {

    public Provision {
        cases = List.copyOf(cases);
        chapters = Collections.unmodifiableSet(chapters);
    }

    /** The chapters follow from the rest; looked up once, since sweeps ask for them a million times. */
    public Provision(
            String code,
            String title,
            Citation cite,
            LocalDate from,
            @Nullable LocalDate to,
            Status status,
            Effect effect,
            Scope scope,
            @Nullable Criterion when,
            @Nullable Criterion unless,
            @Nullable Opening opens,
            String message,
            boolean virtue,
            List<Example> cases,
            String source,
            int version) {
        this(
                code,
                title,
                cite,
                from,
                to,
                status,
                effect,
                scope,
                when,
                unless,
                opens,
                message,
                virtue,
                cases,
                source,
                version,
                chapters(when, unless, scope.applies(), opens));
    }

    private static Set<Chapter> chapters(
            @Nullable Criterion when,
            @Nullable Criterion unless,
            @Nullable Criterion applies,
            @Nullable Opening opens) {
        var all = EnumSet.noneOf(Chapter.class);
        if (when != null) all.addAll(when.chapters());
        if (unless != null) all.addAll(unless.chapters());
        if (applies != null) all.addAll(applies.chapters());
        if (opens != null) all.add(opens.source().chapter());
        return all;
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** One code and its first day are one edition. */
    public String edition() {
        return code + "@" + from;
    }

    /** The same, with how often its text was published anew. */
    public String editionAndVersion() {
        return version == 1 ? edition() : edition() + "#" + version;
    }

    Provision versioned(int number) {
        return new Provision(
                code, title, cite, from, to, status, effect, scope, when, unless, opens, message, virtue, cases, source,
                number, chapters);
    }

    /** Whether the clause speaks of this subject at all, whatever it finds. */
    Verdict speaksOf(Question q) {
        return scope.applies() == null ? Verdict.MET : scope.applies().verdict(q);
    }

    /** The situation's answer; empty where the clause says nothing of this subject on this occasion. */
    Optional<Answer> ask(Question q) {
        if (!scope.asked(q.speaks(), q.occasion())) return Optional.empty();
        var aim = scope.target();
        if (aim != null) {
            var target = q.target();
            if (target == null)
                return Optional.of(new Answer.Said(Verdict.UNKNOWN, "", "须先选定拟任职位、层次或职级（%s）".formatted(aim.words())));
            switch (aim.fits(target)) {
                case NOT_MET -> {
                    return Optional.empty();
                }
                case UNKNOWN -> {
                    return Optional.of(new Answer.Said(Verdict.UNKNOWN, "", "拟任职位的层次或性质未记录"));
                }
                case MET -> {}
            }
        }
        var applies = scope.applies() == null ? null : scope.applies().ask(q);
        if (applies != null && applies.verdict() == Verdict.NOT_MET) return Optional.empty();
        var situation = situation(q);
        if (applies == null || applies.verdict() == Verdict.MET) return Optional.of(situation);
        return Optional.of(
                effect == Effect.REQUIRES
                        ? Answer.any(new Answer[] {new Answer.Turned(applies), situation})
                        : Answer.all(new Answer[] {applies, situation}));
    }

    /** The verdict alone, as {@link #ask} gives it; null where the clause says nothing of this subject on this occasion. */
    @Nullable
    Verdict verdict(Question q) {
        if (opens != null || scope.target() != null)
            return ask(q).map(Answer::verdict).orElse(null);
        if (!scope.asked(q.speaks(), q.occasion())) return null;
        var applies = scope.applies() == null ? Verdict.MET : scope.applies().verdict(q);
        if (applies == Verdict.NOT_MET) return null;
        var verdict = java.util.Objects.requireNonNull(when).verdict(q);
        boolean requires = effect == Effect.REQUIRES;
        if (unless != null) {
            var lifted = unless.verdict(q);
            verdict = requires ? verdict.or(lifted) : verdict.and(lifted.negated());
        }
        if (applies == Verdict.MET) return verdict;
        return requires ? applies.negated().or(verdict) : applies.and(verdict);
    }

    /** What everybody answers at once, as {@link #verdict} answers of one; to be asked only on an occasion of its own. */
    Spoken everybody(Everybody all) {
        var fits = scope.target() == null ? Verdicts.met(all.places()) : all.aimed(scope.target());
        var applies = scope.applies() == null
                ? Verdicts.met(all.places())
                : scope.applies().everybody(all);
        var verdicts = opens != null
                ? all.running(this)
                : java.util.Objects.requireNonNull(when).everybody(all);
        boolean requires = effect == Effect.REQUIRES;
        if (opens == null && unless != null) {
            var lifted = unless.everybody(all);
            verdicts = requires ? verdicts.or(lifted) : verdicts.and(lifted.negated());
        }
        return Spoken.of(requires ? applies.negated().or(verdicts) : applies.and(verdicts), applies, fits);
    }

    private Answer situation(Question q) {
        if (opens != null) return running(q);
        var given = java.util.Objects.requireNonNull(when).ask(q);
        if (unless == null) return given;
        var lifted = unless.ask(q);
        if (effect == Effect.REQUIRES) return Answer.any(new Answer[] {given, lifted});
        return Answer.all(new Answer[] {given, new Answer.Turned(lifted)});
    }

    /** Whether a period runs that it opens. */
    Answer running(Question q) {
        var person = q.person();
        if (person == null) return new Answer.Said(Verdict.UNKNOWN, "", "此处没有档案可查");
        InfluencePeriod may = null;
        for (var each : person.influences()) {
            boolean own = each.clause() != null && each.clause().edition().equals(edition());
            if (own && each.runs(person.day())) return new Running(Verdict.MET, each);
            if ((own || each.unread()) && each.mayRun(person.day())) may = each;
        }
        if (may != null) return new Running(Verdict.UNKNOWN, may);
        if (!person.careerTold()) return new Answer.Said(Verdict.UNKNOWN, "", "档案无履历，不能断定有无处分、诫勉或组织处理");
        return new Answer.Said(Verdict.NOT_MET, "没有未满的影响期", "");
    }

    /** An influence period that runs, or may. */
    record Running(Verdict verdict, InfluencePeriod period) implements Answer {
        @Override
        public void tell(Account to) {
            to.facts(Evidence.of(period.source()));
            if (verdict == Verdict.MET)
                to.words("影响期自 %s 起，至 %s 止"
                        .formatted(period.start(), period.end().minusDays(1)));
            else to.missing("处分或组织措施的名称、时间未记全，不能断定影响期");
        }
    }
}
