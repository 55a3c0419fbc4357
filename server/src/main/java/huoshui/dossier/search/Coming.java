package huoshui.dossier.search;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.city.Surroundings.PostAt;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When somebody's probation, term of office and service come to their end, as far as dossiers and the organization tell.
 * 试用期满、任期届满与到龄
 *
 * <p>Probation: one year in a leading post somebody rose to that is not elected and not 正职 of a department of Party or
 * state (XR-43-1). Term: an elected post ends with its team's term; any other post held for a term, five years after it was
 * taken up, and every five years on (RQ-03-1). Both clauses are to be checked against the print.
 */
final class Coming {

    private static final int PROBATION_MONTHS = 12;
    private static final int TERM_MONTHS = 60;
    private static final Set<String> ORGANS =
            Set.of("PARTY_ORGAN", "GOVERNMENT_ORGAN", "CONGRESS", "CONSULTATIVE", "DISCIPLINE", "JUDICIAL");

    private Coming() {}

    /**
     * The end of something, in months counted from year 0.
     *
     * @param has whether somebody is in such a time at all; {@code UNKNOWN} while the record does not tell
     * @param months null where the record does not tell
     * @param post the post it is about
     */
    record End(
            Verdict has, @Nullable Bounds months, @Nullable UUID post) {

        private static final End NONE = new End(Verdict.NOT_MET, null, null);

        private static End unknown(@Nullable UUID post) {
            return new End(Verdict.UNKNOWN, null, post);
        }

        private static End at(@Nullable Bounds months, @Nullable UUID post) {
            return months == null ? unknown(post) : new End(Verdict.MET, months, post);
        }
    }

    static End retirement(Card card) {
        var due = Measures.retirement(card);
        if (due == null) return End.unknown(null);
        return End.at(
                new Bounds(month(due.earliest().atDay(1)), month(due.latest().atDay(1))), null);
    }

    /** So many years in the main post. */
    static End tenure(Card card, int years) {
        var main = main(card);
        return main == null
                ? End.NONE
                : End.at(after(main, years * 12), main.post().post());
    }

    /** Months of probation that are over are no probation. */
    static End probation(Card card, Surroundings around, LocalDate day) {
        var main = main(card);
        if (main == null || Boolean.FALSE.equals(main.post().leading())) return End.NONE;
        var end = after(main, PROBATION_MONTHS);
        if (end != null && end.most() < month(day)) return End.NONE;
        var post = around.post(main.post().post());
        if (post.isPresent() && (exempt(post.get(), around) || Boolean.FALSE.equals(leading(main, post.get()))))
            return End.NONE;
        var level = level(main, around);
        if (level != null && !level.leading()) return End.NONE;
        if (level != null && heldBefore(card, main, level, around)) return End.NONE;
        boolean told = post.isPresent() && level != null && leading(main, post.get()) != null;
        return told ? End.at(end, post.get().id()) : End.unknown(main.post().post());
    }

    private static boolean exempt(PostAt post, Surroundings around) {
        if (post.elected()) return true;
        return post.head()
                && around.unit(post.unit())
                        .filter(each -> ORGANS.contains(each.kind()))
                        .isPresent();
    }

    private static @Nullable Boolean leading(Held held, PostAt post) {
        return held.post().leading() == null ? post.leading() : held.post().leading();
    }

    /** Whether somebody stood at that level already before this post. */
    private static boolean heldBefore(Card card, Held main, LeadershipLevel level, Surroundings around) {
        for (var each : card.posts().ever()) {
            if (!each.valid().from().isBefore(main.valid().from())) continue;
            var before = level(each, around);
            if (before != null && before.atLeast(level)) return true;
        }
        return false;
    }

    /** Of several such posts the one that ends soonest. */
    static End term(Card card, Surroundings around, LocalDate day) {
        var soonest = End.NONE;
        for (var each : card.posts().current()) {
            var end = term(each, around, day);
            if (sooner(end, soonest)) soonest = end;
        }
        return soonest;
    }

    private static boolean sooner(End one, End other) {
        if (one.months() == null || other.months() == null)
            return one.months() != null || other.has() == Verdict.NOT_MET && one.has() == Verdict.UNKNOWN;
        return one.months().least() < other.months().least();
    }

    private static End term(Held held, Surroundings around, LocalDate day) {
        var post = around.post(held.post().post());
        if (post.isEmpty()) return Boolean.TRUE.equals(held.post().leading()) ? End.unknown(null) : End.NONE;
        if (post.get().elected())
            return End.at(months(post.get().termDue()), post.get().id());
        if (!post.get().termed()) return End.NONE;
        var first = after(held, TERM_MONTHS);
        if (first == null) return End.unknown(post.get().id());
        int past = Math.max(0, month(day) - first.most() + TERM_MONTHS - 1) / TERM_MONTHS;
        return End.at(first.plus(past * TERM_MONTHS), post.get().id());
    }

    private static @Nullable Held main(Card card) {
        return card.posts().current().isEmpty() ? null : card.posts().current().getFirst();
    }

    private static @Nullable LeadershipLevel level(Held held, Surroundings around) {
        return LeadershipLevel.read(held.post().level())
                .or(() -> around.post(held.post().post()).flatMap(each -> Optional.ofNullable(each.level())))
                .orElse(null);
    }

    private static @Nullable Bounds after(Held held, int months) {
        var since = months(held.valid().firstDate());
        return since == null ? null : since.plus(months);
    }

    private static @Nullable Bounds months(@Nullable PartialDate date) {
        return date == null ? null : Bounds.months(date);
    }

    static int month(LocalDate day) {
        return day.getYear() * 12 + day.getMonthValue() - 1;
    }

    /** How that end is asked in a condition: months from the occasion's day; who is in no such time does not meet it. */
    static Field.Reading reading(Sort sort) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) {
                boolean wanted = Comparisons.yes(test);
                return card -> Verdict.of((sort.of(card, occasion).months() != null) == wanted);
            }
            var within = Comparisons.range(field, test);
            int now = month(occasion.at().valid());
            return card -> {
                var end = sort.of(card, occasion);
                if (end.has() != Verdict.MET) return end.has();
                return Comparisons.within(
                        end.months() == null ? null : end.months().plus(-now), within);
            };
        };
    }

    /** 试用期或任期 */
    enum Sort {
        PROBATION,
        TERM;

        private End of(Card card, Occasion occasion) {
            var day = occasion.at().valid();
            return this == TERM ? term(card, occasion.around(), day) : probation(card, occasion.around(), day);
        }
    }
}
