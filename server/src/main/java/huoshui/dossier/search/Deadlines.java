package huoshui.dossier.search;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Derivation;
import huoshui.dossier.city.ServiceState;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes due for whom in the next months. 近期到期 */
public final class Deadlines {

    private Deadlines() {}

    /** 到期事项 */
    public enum Kind {
        RETIRED("已到龄尚在职"),
        RETIREMENT("到龄"),
        PROBATION("试用期满"),
        TERM("任期届满"),
        TENURE_5("同职满 5 年"),
        TENURE_8("同职满 8 年"),
        TENURE_10("同职满 10 年");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Something coming due. 到期
     *
     * @param due the month
     * @param latest the month it may be at the latest, where the record leaves it open; null where it is certain
     * @param post the post it is about; null where it is about the person
     */
    public record Due(
            Kind kind,
            Card person,
            YearMonth due,
            @Nullable YearMonth latest,
            @Nullable UUID post) {}

    /**
     * One kind: whom it concerns, soonest first, and how many it may concern whose record does not tell.
     */
    public record Group(Kind kind, List<Due> due, int unknown) {}

    /**
     * When something ends for somebody, in months counted from year 0: the one reckoning of it, for lists, conditions and clauses.
     *
     * @param has whether somebody is in such a time at all; {@code UNKNOWN} while the record does not tell
     * @param months null where the record does not tell, or there is nothing to end
     */
    public record Ending(Verdict has, @Nullable Bounds months) {}

    /** When this ends for somebody. */
    public static Ending ending(Kind kind, Card person, City city) {
        var end = end(kind, person, city);
        return new Ending(end.has(), end.months());
    }

    private static final int FARTHEST = 60;
    private static final Comparator<Placed> SOONEST = Comparator.comparingInt(Placed::month)
            .thenComparing(each ->
                    each.card() == null ? "" : each.card().who().spelled().first())
            .thenComparingInt(Placed::place);

    /**
     * What comes due from the month of this city's day up to so many months on. Retirements that are past stand in a group
     * of their own; a term that is past and not renewed stands with those to come.
     *
     * @param months at most sixty
     */
    public static List<Group> in(City city, View view, List<Kind> kinds, int months) {
        var seen = view.seen(city);
        int now = Coming.month(city.at().valid());
        var groups = new ArrayList<Group>();
        for (var kind : kinds) {
            var window = window(kind, now, Math.min(months, FARTHEST));
            var due = new ArrayList<Due>();
            int unknown = 0;
            for (var each : city.derived(new Ends(kind))) {
                if (!seen.get(each.place)) continue;
                switch (each.verdict(window)) {
                    case MET -> due.add(due(kind, each));
                    case UNKNOWN -> unknown++;
                    case NOT_MET -> {}
                }
            }
            groups.add(new Group(kind, due, unknown));
        }
        return groups;
    }

    /** @param card null where the record does not tell, so that nobody is kept in memory for it */
    private record Placed(
            int place, Coming.End end, @Nullable Card card) {

        int month() {
            return end.months() == null ? Integer.MAX_VALUE : end.months().least();
        }

        Verdict verdict(Bounds window) {
            return end.has() == Verdict.MET ? Comparisons.within(end.months(), window) : end.has();
        }
    }

    /** Everybody's end of one kind, as far ahead as may be asked, whoever sees them, soonest first. */
    private record Ends(Kind kind) implements Derivation<List<Placed>> {

        @Override
        public List<Placed> of(City city) {
            var all = new ArrayList<Placed>();
            enter(city, city.present(), all);
            return all;
        }

        @Override
        public List<Placed> renewed(List<Placed> before, BitSet changed, City city) {
            var all = new ArrayList<Placed>(before.size() + 1);
            for (var each : before) if (!changed.get(each.place)) all.add(each);
            var back = (BitSet) changed.clone();
            back.and(city.present());
            enter(city, back, all);
            return all;
        }

        private void enter(City city, BitSet places, List<Placed> into) {
            var window = window(kind, Coming.month(city.at().valid()), FARTHEST);
            var cards = city.cards(places).iterator();
            for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
                var card = cards.next();
                if (card.service().state() != ServiceState.SERVING) continue;
                var end = end(kind, card, city);
                var placed = new Placed(i, end, end.has() == Verdict.MET ? card : null);
                if (placed.verdict(window) != Verdict.NOT_MET) into.add(placed);
            }
            into.sort(SOONEST);
        }
    }

    private static Bounds window(Kind kind, int now, int months) {
        return switch (kind) {
            case RETIRED -> new Bounds(Integer.MIN_VALUE, now - 1);
            case TERM -> new Bounds(Integer.MIN_VALUE, now + months);
            default -> new Bounds(now, now + months);
        };
    }

    private static Due due(Kind kind, Placed placed) {
        var bounds = Objects.requireNonNull(placed.end.months());
        var latest = bounds.exact() ? null : month(bounds.most());
        return new Due(kind, Objects.requireNonNull(placed.card), month(bounds.least()), latest, placed.end.post());
    }

    private static YearMonth month(int fromYearZero) {
        return YearMonth.of(Math.floorDiv(fromYearZero, 12), Math.floorMod(fromYearZero, 12) + 1);
    }

    private static Coming.End end(Kind kind, Card card, City city) {
        var day = city.at().valid();
        return switch (kind) {
            case RETIRED, RETIREMENT -> Coming.retirement(card);
            case PROBATION -> Coming.probation(card, city.around(), day);
            case TERM -> Coming.term(card, city.around(), day);
            case TENURE_5 -> Coming.tenure(card, 5);
            case TENURE_8 -> Coming.tenure(card, 8);
            case TENURE_10 -> Coming.tenure(card, 10);
        };
    }
}
