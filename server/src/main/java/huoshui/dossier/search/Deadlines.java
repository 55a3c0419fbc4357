package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Derivation;
import huoshui.dossier.city.ServiceState;
import huoshui.dossier.city.Surroundings;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes due for whom in the next months. 近期到期 */
public final class Deadlines {

    private static final int TERM_YEARS = 5;
    private static final int PROBATION_MONTHS = 12;

    private Deadlines() {}

    /** 到期事项 */
    public enum Kind {
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
     * @param latest the month it may be at the latest, where the dossier leaves it open; null where it is certain
     * @param post the post it is about; null where it is about the person
     */
    public record Due(
            Kind kind,
            Card person,
            YearMonth due,
            @Nullable YearMonth latest,
            @Nullable UUID post) {}

    private static final int FARTHEST = 60;
    private static final Comparator<Due> SOONEST = Comparator.comparing(Due::due)
            .thenComparing(Due::kind)
            .thenComparing(each -> each.person().who().spelled().first())
            .thenComparing(each -> each.person().id());

    /**
     * What comes due from the month of this city's day up to so many months on, soonest first; and retirements overdue.
     *
     * @param months at most sixty
     */
    public static List<Due> in(City city, View view, List<Kind> kinds, int months) {
        var to = YearMonth.from(city.at().valid()).plusMonths(Math.min(months, FARTHEST));
        var seen = view.seen(city);
        var all = new ArrayList<Due>();
        for (var kind : kinds) {
            for (var each : city.derived(new Coming(kind))) {
                if (each.due.due().isAfter(to)) break;
                if (seen.get(each.place)) all.add(each.due);
            }
        }
        all.sort(SOONEST);
        return all;
    }

    private record Placed(int place, Due due) {}

    /** All of one kind that come due as far ahead as may be asked, whoever sees them, soonest first. */
    private record Coming(Kind kind) implements Derivation<List<Placed>> {

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
            var from = YearMonth.from(city.at().valid());
            var to = from.plusMonths(FARTHEST);
            var cards = city.cards(places).iterator();
            for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
                var card = cards.next();
                if (card.service().state() != ServiceState.SERVING) continue;
                var due = due(kind, card, city);
                if (due.isEmpty() || due.get().due().isAfter(to)) continue;
                if (due.get().due().isBefore(from) && kind != Kind.RETIREMENT) continue;
                into.add(new Placed(i, due.get()));
            }
            into.sort(Comparator.comparing(Placed::due, SOONEST));
        }
    }

    private static Optional<Due> due(Kind kind, Card card, City city) {
        return switch (kind) {
            case RETIREMENT -> retirement(card);
            case PROBATION -> probation(card, city.around());
            case TERM -> term(card, city);
            case TENURE_5 -> tenure(kind, card, 5);
            case TENURE_8 -> tenure(kind, card, 8);
            case TENURE_10 -> tenure(kind, card, 10);
        };
    }

    private static Optional<Due> retirement(Card card) {
        var reached = Measures.retirement(card);
        return Optional.ofNullable(reached)
                .map(each ->
                        new Due(Kind.RETIREMENT, card, each.earliest(), each.certain() ? null : each.latest(), null));
    }

    /**
     * One year from taking up a leading post to which somebody rose: the first at its level. Elected posts have none
     * (党政领导干部选拔任用工作条例 on probation; the clause is to be checked against the print).
     */
    private static Optional<Due> probation(Card card, Surroundings around) {
        var main = main(card);
        if (main == null || !Boolean.TRUE.equals(main.post().leading())) return Optional.empty();
        var post = around.post(main.post().post());
        if (post.isPresent() && post.get().termed()) return Optional.empty();
        var level = level(main, around);
        if (level == null || !level.leading()) return Optional.empty();
        for (var each : card.posts().ever()) {
            if (!each.valid().from().isBefore(main.valid().from())) continue;
            var before = level(each, around);
            if (before != null && before.atLeast(level)) return Optional.empty();
        }
        return since(main)
                .map(start -> new Due(
                        Kind.PROBATION,
                        card,
                        start.plusMonths(PROBATION_MONTHS),
                        null,
                        main.post().post()));
    }

    /** Five years from taking up a post that is held for a term, and every five years on. */
    private static Optional<Due> term(Card card, City city) {
        for (var each : card.posts().current()) {
            var post = city.around().post(each.post().post());
            if (post.isEmpty() || !post.get().termed()) continue;
            var start = since(each);
            if (start.isEmpty()) continue;
            return Optional.of(new Due(
                    Kind.TERM,
                    card,
                    next(start.get(), city.at().valid()),
                    null,
                    post.get().id()));
        }
        return Optional.empty();
    }

    private static YearMonth next(YearMonth start, LocalDate day) {
        var end = start.plusYears(TERM_YEARS);
        while (end.isBefore(YearMonth.from(day))) end = end.plusYears(TERM_YEARS);
        return end;
    }

    private static Optional<Due> tenure(Kind kind, Card card, int years) {
        var main = main(card);
        if (main == null) return Optional.empty();
        return since(main)
                .map(start -> new Due(
                        kind, card, start.plusYears(years), null, main.post().post()));
    }

    private static @Nullable Held main(Card card) {
        return card.posts().current().isEmpty() ? null : card.posts().current().getFirst();
    }

    private static @Nullable LeadershipLevel level(Held held, Surroundings around) {
        return LeadershipLevel.read(held.post().level())
                .or(() -> around.post(held.post().post()).flatMap(each -> Optional.ofNullable(each.level())))
                .orElse(null);
    }

    /** Known to the month at least; a year alone is no deadline. */
    private static Optional<YearMonth> since(Held held) {
        return Optional.ofNullable(held.valid().firstDate())
                .filter(each -> each.month() != 0)
                .map(PartialDate::firstDay)
                .map(YearMonth::from);
    }
}
