package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Derivation;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Subject;
import huoshui.org.Chart;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing read of everybody, person by person; kept with the city, and read again only of those who have changed. 逐人读得
 *
 * <p>Known by what is read. Units and posts are those of the city: where they change, nothing is handed on.
 */
abstract sealed class Part<T> implements Derivation<T> {

    private final Object what;
    private final @Nullable Book book;
    private final Toward toward;
    private final By by;
    private final boolean kept;

    /**
     * @param what is read
     * @param book null where it makes no difference
     * @param kept whether it is worth keeping with the city
     */
    private Part(Object what, @Nullable Book book, Toward toward, By by, boolean kept) {
        this.what = what;
        this.book = book;
        this.toward = toward;
        this.by = by;
        this.kept = kept;
    }

    /** Who reads: holds on to no city, since it is kept from city to city. */
    record By(Book book, Chart chart, Predicate<Card> seen) {

        static By of(Rulebook.Asking asking) {
            return new By(asking.book(), asking.chart(), asking.seen());
        }

        /** For what is the same whoever asks. */
        static By anybody(Rulebook.Asking asking) {
            return new By(asking.book(), asking.chart(), any -> true);
        }

        Question about(City city, int place) {
            return new Rulebook.Asking(book, city, chart, seen)
                    .about(new Subject.Person(city.at(place).id()), Occasion.STANDING, null);
        }
    }

    Toward toward() {
        return toward;
    }

    boolean kept() {
        return kept;
    }

    abstract T blank(int places);

    abstract T copied(T of, int places);

    /** @param q null where there is nobody */
    abstract void put(T into, int place, @Nullable Question q);

    @Override
    public T of(City city) {
        var all = blank(city.places());
        Everybody.eachOf(city, by, List.of(new Filling<>(this, all)));
        return all;
    }

    @Override
    public T renewed(T before, BitSet changed, City city) {
        var now = copied(before, city.places());
        var present = city.present();
        changed.stream().forEach(i -> put(now, i, present.get(i) ? toward.of(by.about(city, i)) : null));
        return now;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Part<?> same
                && same.what.equals(what)
                && same.book == book
                && same.toward.equals(toward)
                && same.getClass() == getClass();
    }

    @Override
    public int hashCode() {
        return Objects.hash(what, toward);
    }

    /** A part, and what of it is being filled in. */
    record Filling<T>(Part<T> part, T value) {

        static <T> Filling<T> begun(Part<T> part, int places) {
            return new Filling<>(part, part.blank(places));
        }

        void put(int place, Question q) {
            part.put(value, place, q);
        }

        void keep(City city) {
            city.keep(part, value);
        }
    }

    /** A measure without parameters. */
    static final class Measured extends Part<Column> {

        private final Measure measure;

        Measured(Measure measure, Toward toward, By by, boolean kept) {
            super(measure, measure.byBook() ? by.book : null, toward, by, kept);
            this.measure = measure;
        }

        @Override
        Column blank(int places) {
            return Column.blank(measure.number(), places);
        }

        @Override
        Column copied(Column of, int places) {
            return of.copied(places);
        }

        @Override
        void put(Column into, int place, @Nullable Question q) {
            into.put(place, q == null ? null : measure.read(q, Arguments.NONE));
        }
    }

    /** Anything else that answers a verdict. */
    static final class Told extends Part<Verdicts> {

        private final Function<Question, Verdict> answer;

        Told(Object what, @Nullable Book book, Toward toward, By by, boolean kept, Function<Question, Verdict> answer) {
            super(what, book, toward, by, kept);
            this.answer = answer;
        }

        @Override
        Verdicts blank(int places) {
            return Verdicts.open(places);
        }

        @Override
        Verdicts copied(Verdicts of, int places) {
            return of.copied(places);
        }

        @Override
        void put(Verdicts into, int place, @Nullable Question q) {
            into.put(place, q == null ? null : answer.apply(q));
        }
    }
}
