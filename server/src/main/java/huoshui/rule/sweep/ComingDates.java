package huoshui.rule.sweep;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.Deadlines;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.Ahead;
import huoshui.rule.Answer;
import huoshui.rule.Effect;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.InfluencePeriod;
import huoshui.rule.Occasion;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What clauses say will come of whom in which month. 来日各月
 *
 * <p>到龄, 试用期满 and 任期届满 are reckoned where the measures of the same name are ({@link Deadlines}); the others are found by asking
 * the clause on coming days. 影响期满 reads a sealed chapter and is told for a stated purpose only.
 */
@Component
public class ComingDates {

    private static final int LONGEST = 60;

    private final Examinations examinations;
    private final PeopleSearch search;
    private final Recent<Dates> recent;

    ComingDates(Examinations examinations, PeopleSearch search, Recents recents) {
        this.examinations = examinations;
        this.search = search;
        this.recent = recents.kind();
    }

    /** 来日的种类 */
    public enum Kind {
        RETIREMENT("到龄", "XR-MZ-1.1"),
        PROBATION("试用期满", "XR-43-1"),
        TERM("任期届满", "RQ-03-1"),
        TENURE_9("同职满 9 年", "JL-05-1.2"),
        TENURE_10("同职满 10 年", "JL-05-1.1"),
        LEVEL_15("同层次满 15 年", "RQ-07-1.2"),
        INFLUENCE("影响期满", null);

        private final String word;
        private final @Nullable String clause;

        Kind(String word, @Nullable String clause) {
            this.word = word;
            this.clause = clause;
        }

        public String word() {
            return word;
        }

        /** Code of the clause or row that speaks of it, not of everybody it comes to; null where several do. */
        public @Nullable String clause() {
            return clause;
        }

        private boolean asked() {
            return this == TENURE_9 || this == TENURE_10 || this == LEVEL_15;
        }
    }

    /**
     * Something that comes of somebody. 来日之一
     *
     * @param month null where it has come already, or cannot be told
     * @param latest the month it may be at the latest; null where it is certain
     * @param missing what would settle it; empty where it is settled
     * @param clause code of the clause or row that says so of this person; null where none is carried that does
     */
    public record Coming(
            Kind kind,
            Card person,
            @Nullable YearMonth month,
            @Nullable YearMonth latest,
            boolean past,
            List<String> missing,
            String words,
            @Nullable String clause) {}

    /**
     * Everything that comes. 来日一览
     *
     * @param kinds those that were looked for; one whose chapter was not read is not among them
     * @param untold how many in sight it may concern whose record does not tell, of kinds that list nobody for it; not told of a unit
     */
    public record Dates(List<Coming> all, List<Kind> kinds, java.util.Map<Kind, Integer> untold, boolean sealed) {}

    /** @throws Refusal {@code bad-months}, {@code no-unit}, {@code career-unread} */
    public Dates of(Signed who, @Nullable UUID unit, int months, AsOf at) {
        if (months < 1 || months > LONGEST) throw Refusal.input("bad-months", "未列出：月数须在 1 到 60 之间。请改填。");
        if (!who.sight().reads(Chapter.BASIC) || !who.sight().reads(Chapter.CAREER))
            throw Refusal.sight("career-unread", "未列出：来日各项须读“基本情况”和“任职与职级”两章，您的账号不能读。如工作需要，请联系安全管理员授权。");
        var view = search.view(who.sight());
        boolean sealed = who.purpose() != null && who.sight().reads(Chapter.SUPERVISION);
        var all = examinations.ready(who, new Examinations.Request(List.of(), unit, List.of(), null, null, at));
        var ready = all.only(each -> wanted(each, sealed));
        var asked = Asked.by(who, at, ready.clauses(), unit, months, sealed);
        var known = recent.find(asked);
        if (known.isPresent()) {
            if (sealed) examinations.announceAgain(who, ready);
            return new Dates(
                    known.get().all().stream()
                            .filter(each -> view.sees(each.person()))
                            .toList(),
                    known.get().kinds(),
                    known.get().untold(),
                    sealed);
        }
        if (sealed) examinations.announce(who, ready);
        return recent.keep(asked, dates(ready, view, months, sealed));
    }

    private static boolean wanted(Provision clause, boolean sealed) {
        if (clause.effect() == Effect.OPENS) return sealed;
        return Stream.of(Kind.values())
                .anyMatch(kind -> kind.asked() && clause.code().equals(kind.clause()));
    }

    private static Dates dates(Examinations.Ready ready, huoshui.dossier.search.View view, int months, boolean sealed) {
        var all = new ArrayList<Coming>();
        var kinds = new ArrayList<Kind>();
        var untold = new java.util.EnumMap<Kind, Integer>(Kind.class);
        deadlines(ready, view, months, all, kinds, untold);
        for (var kind : Kind.values()) {
            if (!kind.asked()) continue;
            var clause = ready.clauses().stream()
                    .filter(each -> each.code().equals(kind.clause()))
                    .findFirst();
            if (clause.isEmpty()) continue;
            kinds.add(kind);
            all.addAll(ready.people().parallelStream()
                    .flatMap(each -> coming(ready, kind, clause.get(), each, months).stream())
                    .toList());
        }
        if (sealed) {
            kinds.add(Kind.INFLUENCE);
            all.addAll(ready.people().parallelStream()
                    .flatMap(each -> periods(ready, each, months).stream())
                    .toList());
        }
        all.sort(Comparator.comparing(Coming::kind)
                .thenComparing(each -> each.month() == null ? YearMonth.of(9999, 1) : each.month())
                .thenComparing(each -> each.person().who().spelled().first()));
        return new Dates(List.copyOf(all), kinds, untold, sealed);
    }

    private static void deadlines(
            Examinations.Ready ready,
            huoshui.dossier.search.View view,
            int months,
            List<Coming> into,
            List<Kind> kinds,
            java.util.Map<Kind, Integer> untold) {
        var people = new HashSet<UUID>();
        ready.people().forEach(each -> people.add(each.id()));
        var now = YearMonth.from(ready.asking().day());
        var wanted = List.of(
                Deadlines.Kind.RETIRED, Deadlines.Kind.RETIREMENT, Deadlines.Kind.PROBATION, Deadlines.Kind.TERM);
        for (var group : Deadlines.in(ready.asking().city(), view, wanted, months)) {
            var kind = switch (group.kind()) {
                case PROBATION -> Kind.PROBATION;
                case TERM -> Kind.TERM;
                default -> Kind.RETIREMENT;
            };
            if (!kinds.contains(kind)) kinds.add(kind);
            if (group.kind() != Deadlines.Kind.RETIRED && ready.request().unit() == null)
                untold.put(kind, group.unknown());
            for (var each : group.due()) {
                if (!people.contains(each.person().id())) continue;
                boolean past = each.due().isBefore(now);
                into.add(new Coming(
                        kind,
                        each.person(),
                        past ? null : each.due(),
                        each.latest(),
                        past,
                        List.of(),
                        past ? each.due().toString() : "",
                        says(ready.asking(), kind, each) ? kind.clause() : null));
            }
        }
    }

    /** Not every person whom time overtakes is one the clause speaks of: 免职 of leaders, five years of posts held for a term. */
    private static boolean says(Rulebook.Asking asking, Kind kind, Deadlines.Due due) {
        return switch (kind) {
            case RETIREMENT ->
                asking.speaks(String.valueOf(kind.clause()), due.person().id());
            case TERM ->
                asking.city()
                        .around()
                        .post(due.post())
                        .filter(each -> !each.elected())
                        .isPresent();
            default -> true;
        };
    }

    private static Optional<Finding> asked(Rulebook.Asking there, Provision clause, UUID person) {
        // A later edition that reads sealed chapters this one does not was not opened for.
        var edition = there.book()
                .on(clause.code(), there.day())
                .filter(each -> each.chapters().stream().filter(Chapter::sealed).allMatch(clause.chapters()::contains));
        var q = there.about(new Subject.Person(person), Occasion.STANDING, null);
        return edition.flatMap(each -> there.finding(q, each));
    }

    static Optional<Coming> coming(Examinations.Ready ready, Kind kind, Provision clause, Card person, int months) {
        var today = asked(ready.asking(), clause, person.id());
        if (today.isEmpty()) return Optional.empty();
        if (today.get().verdict() == Verdict.MET)
            return Optional.of(new Coming(
                    kind, person, null, null, true, List.of(), today.get().words(), kind.clause()));
        if (today.get().verdict() == Verdict.UNKNOWN)
            return Optional.of(
                    new Coming(kind, person, null, null, false, today.get().missing(), "", kind.clause()));
        var last = ready.asking().day().plusMonths(months);
        var days = Ahead.of(ready.asking(), person.id(), 1 + months / 12)
                .until(today, there -> asked(there, clause, person.id()), ComingDates::notYet);
        return turned(kind, person, days, last);
    }

    private static List<Answer> notYet(Optional<Finding> finding) {
        return finding.filter(each -> each.verdict() != Verdict.MET).map(Finding::answer).stream()
                .toList();
    }

    /** The first day on which it may be so, and the first on which it surely is. */
    private static Optional<Coming> turned(
            Kind kind, Card person, List<Ahead.Said<Optional<Finding>>> days, LocalDate last) {
        YearMonth first = null;
        List<String> missing = List.of();
        for (var each : days) {
            var said = each.said().orElse(null);
            if (said == null || each.day().isAfter(last)) break;
            var month = YearMonth.from(each.day());
            if (said.verdict() == Verdict.MET)
                return Optional.of(new Coming(
                        kind,
                        person,
                        first == null ? month : first,
                        first == null ? null : month,
                        false,
                        List.of(),
                        said.words(),
                        kind.clause()));
            if (said.verdict() == Verdict.UNKNOWN && first == null) {
                first = month;
                missing = said.missing();
            }
        }
        return first == null
                ? Optional.empty()
                : Optional.of(new Coming(kind, person, first, null, false, missing, "", kind.clause()));
    }

    private static List<Coming> periods(Examinations.Ready ready, Card person, int months) {
        var day = ready.asking().day();
        var last = day.plusMonths(months);
        var all = new ArrayList<Coming>();
        for (var each : Ahead.of(ready.asking(), person.id(), 1).periods()) {
            if (each.runs(day) && each.checked()) {
                var end = each.end().minusDays(1);
                if (!end.isAfter(last)) all.add(ended(person, each, end));
            } else if (each.mayRun(day))
                all.add(new Coming(
                        Kind.INFLUENCE,
                        person,
                        null,
                        null,
                        false,
                        List.of("处分或组织措施的名称、时间未记全，或者所依条款未核，不能断定影响期"),
                        "",
                        code(each)));
        }
        return all;
    }

    private static Coming ended(Card person, InfluencePeriod period, LocalDate end) {
        boolean open = !period.latest().equals(period.end());
        var latest = open && !period.latest().equals(LocalDate.MAX)
                ? YearMonth.from(period.latest().minusDays(1))
                : null;
        var clause = period.clause();
        return new Coming(
                Kind.INFLUENCE,
                person,
                YearMonth.from(end),
                latest,
                false,
                List.of(),
                "%s，%s 届满".formatted(clause == null ? "处分决定" : clause.title(), end),
                code(period));
    }

    private static @Nullable String code(InfluencePeriod period) {
        return period.clause() == null ? null : period.clause().code();
    }
}
