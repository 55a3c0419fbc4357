package huoshui.rule;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.AnnualGradeWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One person on coming days: the dossier as it stands, asked again on every day that may change an answer. 来日
 *
 * <p>Nothing is extrapolated: what a clause will say on a day is what it answers when it is asked on that day. The years from
 * the day asked about on have no conclusion yet; they are taken as competent where that is wanted, and who shows a result says so.
 */
public final class Ahead {

    private static final int YEARS = 12;

    private final Rulebook.Asking now;
    private final UUID person;
    private final List<Line> lines;
    private final List<Line> assumed;
    private final LocalDate farthest;
    private @Nullable City assuming;
    private @Nullable City bare;

    private Ahead(Rulebook.Asking now, UUID person, List<Line> lines, List<Line> assumed, LocalDate farthest) {
        this.now = now;
        this.person = person;
        this.lines = lines;
        this.assumed = assumed;
        this.farthest = farthest;
    }

    /** @param years how many ahead; at most twelve */
    public static Ahead of(Rulebook.Asking now, UUID person, int years) {
        var kept = now.city().kept(person);
        var lines = now.city().lines(person).stream()
                .map(each -> each.subject().equals(kept)
                        ? each
                        : new Line(
                                each.id(),
                                kept,
                                each.kind(),
                                each.body(),
                                each.valid(),
                                each.known(),
                                each.superseded()))
                .toList();
        int first = now.day().getYear();
        var told = told(lines);
        var assumed = new ArrayList<Line>();
        for (int year = first; year < first + YEARS; year++)
            if (!told.contains(year)) assumed.add(competent(kept, year));
        return new Ahead(now, kept, lines, assumed, now.day().plusYears(Math.min(years, YEARS)));
    }

    private static Set<Integer> told(List<Line> lines) {
        var years = new HashSet<Integer>();
        for (var each : lines) if (each.body() instanceof AnnualGrade is) years.add(is.year());
        return years;
    }

    private static Line competent(UUID person, int year) {
        var grade = new AnnualGrade(year, AnnualGradeWord.COMPETENT.title(), null);
        return new Line(
                new UUID(0, year),
                person,
                "annual-grade",
                grade,
                Span.since(LocalDate.of(year, 1, 1)),
                0,
                Long.MAX_VALUE);
    }

    /** The influence periods as they stand on the day asked about, run out or not. */
    public List<InfluencePeriod> periods() {
        var one = OnePerson.of(person, now.city(), now.book(), false);
        return one == null ? List.of() : one.influences();
    }

    private List<InfluencePeriod> periods(LocalDate day) {
        var one = OnePerson.of(person, on(day, true).city(), now.book(), false);
        return one == null ? List.of() : one.influences();
    }

    /** The last day looked at. */
    public LocalDate farthest() {
        return farthest;
    }

    /** Years without a conclusion that end before this day and are taken as competent. 按称职推算的年度 */
    public List<Integer> assumed(LocalDate day) {
        return assumed.stream()
                .map(each -> ((AnnualGrade) each.body()).year())
                .filter(each -> each < day.getYear())
                .toList();
    }

    /** The same rulebook and units, this person alone, on that day. */
    public Rulebook.Asking on(LocalDate day, boolean assuming) {
        var city = assuming ? assuming() : bare();
        return new Rulebook.Asking(now.book(), city.on(day), now.chart(), now.seen());
    }

    /** The lines are put in order once, however many days are asked about. */
    private City assuming() {
        var known = assuming;
        if (known == null) {
            var all = new ArrayList<>(lines);
            all.addAll(assumed);
            known = City.of(now.city().at(), all, now.city().around());
            assuming = known;
        }
        return known;
    }

    private City bare() {
        var known = bare;
        if (known == null) {
            known = City.of(now.city().at(), lines, now.city().around());
            bare = known;
        }
        return known;
    }

    /** A day on which it was asked, and what it said. */
    public record Said<T>(LocalDate day, T said) {}

    /**
     * Asks again and again, each time on the next day that may change one of the answers told to be in the way, until nothing
     * more is in the way, nothing can change, or the time is over; however many days that takes. The first is not asked: it is
     * what stands today.
     *
     * @param ask what to ask on a day
     * @param inTheWay the answers that must change; none ends it
     */
    public <T> List<Said<T>> until(T today, Function<Rulebook.Asking, T> ask, Function<T, List<Answer>> inTheWay) {
        var turns = new AnswerTurns(lines, now.book(), this::periods);
        var all = new ArrayList<Said<T>>();
        var at = new Said<>(now.day(), today);
        all.add(at);
        while (true) {
            var answers = inTheWay.apply(at.said());
            var next = answers.isEmpty() ? null : turns.after(answers, at.day());
            if (next == null || next.isAfter(farthest)) return all;
            at = new Said<>(next, ask.apply(on(next, true)));
            all.add(at);
        }
    }

    /** About this person on the day of that asking. */
    public Question question(Rulebook.Asking there, Occasion occasion, @Nullable Target target) {
        return there.about(new Subject.Person(person), occasion, target);
    }
}
