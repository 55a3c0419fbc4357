package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about whom: on which occasion, aiming at what, seen from when, with the city at hand. 问题
 *
 * <p>Made by {@link Rulebook#ask}. One question is asked many clauses, so what was read once is remembered here.
 */
public final class Question {

    private static final Reading NO_TARGET = Reading.unknown("须先选定拟任职位、层次或职级");
    private static final Reading NOT_GIVEN = Reading.unknown("此处没有这项数据");

    private final Speaks speaks;
    private final @Nullable Subject subject;
    private final Occasion occasion;
    private final @Nullable TargetAt target;
    private final City city;
    private final @Nullable Chart chart;
    private final Book book;
    private final @Nullable OnePerson person;
    private final Map<String, Reading> given;
    private final Map<String, String> concluded;
    private final Predicate<Card> seen;

    private Question(
            Speaks speaks,
            @Nullable Subject subject,
            Occasion occasion,
            @Nullable TargetAt target,
            City city,
            @Nullable Chart chart,
            Book book,
            @Nullable OnePerson person,
            Map<String, Reading> given,
            Map<String, String> concluded,
            Predicate<Card> seen) {
        this.speaks = speaks;
        this.subject = subject;
        this.occasion = occasion;
        this.target = target;
        this.city = city;
        this.chart = chart;
        this.book = book;
        this.person = person;
        this.given = given;
        this.concluded = concluded;
        this.seen = seen;
    }

    /** About somebody, a unit, a team or a post. */
    static Question of(
            Subject subject,
            Occasion occasion,
            @Nullable Target target,
            City city,
            @Nullable Chart chart,
            Book book,
            Map<String, Reading> given,
            Map<String, String> concluded,
            boolean careerTold) {
        var person = subject instanceof Subject.Person(UUID id) ? OnePerson.of(id, city, book, careerTold) : null;
        var aim = target == null ? null : TargetAt.read(target, chart);
        return new Question(
                Speaks.of(subject), subject, occasion, aim, city, chart, book, person, given, concluded, all -> true);
    }

    /** About what another room is in the middle of, with the numbers it gives. */
    static Question round(
            Occasion occasion,
            @Nullable Target target,
            City city,
            @Nullable Chart chart,
            Book book,
            Map<String, Reading> given,
            Map<String, String> concluded) {
        var aim = target == null ? null : TargetAt.read(target, chart);
        return new Question(Speaks.ROUND, null, occasion, aim, city, chart, book, null, given, concluded, all -> true);
    }

    /** The same about the same, on another occasion or aiming at something else. */
    Question on(Occasion other, @Nullable Target aim) {
        return new Question(
                speaks,
                subject,
                other,
                aim == null ? null : TargetAt.read(aim, chart),
                city,
                chart,
                book,
                person,
                given,
                concluded,
                seen);
    }

    /** The same by other clauses; for holding a draft against what stands. */
    Question by(Book other) {
        var again = person == null ? null : person.by(other);
        return new Question(speaks, subject, occasion, target, city, chart, other, again, given, concluded, seen);
    }

    /** The same for somebody who sees only these people. */
    Question seenBy(Predicate<Card> view) {
        return new Question(speaks, subject, occasion, target, city, chart, book, person, given, concluded, view);
    }

    /** The same about one person of the team or unit asked about, for the same asker. */
    Question of(Card one) {
        return of(new Subject.Person(one.id()), Occasion.STANDING, null, city, chart, book, Map.of(), Map.of(), false)
                .seenBy(seen);
    }

    /** Whether what this other person's dossier says may be told to whoever asks. */
    boolean sees(Card other) {
        return seen.test(other);
    }

    public Speaks speaks() {
        return speaks;
    }

    /** Null where a round is asked about. */
    public @Nullable Subject subject() {
        return subject;
    }

    public Occasion occasion() {
        return occasion;
    }

    public @Nullable Target aim() {
        return target == null ? null : target.of();
    }

    @Nullable
    TargetAt target() {
        return target;
    }

    public AsOf at() {
        return city.at();
    }

    City city() {
        return city;
    }

    @Nullable
    Chart chart() {
        return chart;
    }

    Book book() {
        return book;
    }

    @Nullable
    OnePerson person() {
        return person;
    }

    Reading read(Measure measure, Arguments with) {
        if (person != null && with == Arguments.NONE && given.isEmpty() && !measure.needsTarget()) {
            var known = person.known(measure);
            if (known != null) return known;
        }
        if (!given.isEmpty()) {
            var own = given.get(measure.name() + "[" + with.words() + "]");
            var said = own == null ? given.get(measure.name()) : own;
            if (said != null) return said;
        }
        if (measure.needsTarget() && target == null) return NO_TARGET;
        if (measure.of().contains(Speaks.PERSON)) {
            if (person == null) return NOT_GIVEN;
            if (with == Arguments.NONE && !measure.needsTarget()) return person.remembered(measure, this);
        }
        return measure.reader().read(this, with);
    }

    @Nullable
    Concluded concluded(ConclusionKind kind) {
        var said = concluded.get(kind.code());
        if (said != null) return new Concluded(said, Evidence.NONE);
        if (person == null) return null;
        for (var each : person.visible("conclusion"))
            if (each.body() instanceof Conclusion is && is.code().equals(kind.code()))
                return new Concluded(is.value(), Evidence.of(each.id()));
        return null;
    }
}
