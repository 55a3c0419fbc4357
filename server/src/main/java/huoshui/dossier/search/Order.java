package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import java.util.Comparator;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * In which order people are listed; whoever has no such value comes last either way. 排序
 *
 * @param by {@code order} (机构序、班子内序), {@code name}, {@code birth}, {@code age}, {@code postSince} …
 */
public record Order(String by, boolean descending) {

    private interface Key extends BiFunction<Card, Surroundings, @Nullable Long> {}

    private static final long UNPLACED = 1L << 40;

    private static final Map<String, Key> KEYS = Map.ofEntries(
            Map.entry("state", (card, around) -> (long) card.service().state().ordinal()),
            Map.entry("order", (card, around) -> place(card, around)),
            Map.entry("unit", (card, around) -> place(card, around)),
            Map.entry("birth", (card, around) -> day(card.who().birth())),
            Map.entry("age", (card, around) -> minus(day(card.who().birth()))),
            Map.entry(
                    "sex",
                    (card, around) -> card.who().sex() == null
                            ? null
                            : (long) card.who().sex().ordinal()),
            Map.entry(
                    "ethnicity",
                    (card, around) -> card.who().ethnicity() == null
                            ? null
                            : Long.valueOf(card.who().ethnicity().code())),
            Map.entry("partyJoined", (card, around) -> day(card.party().joined())),
            Map.entry("workStart", (card, around) -> day(card.service().workStart())),
            Map.entry("postSince", (card, around) -> day(card.posts().since())),
            Map.entry("tenure", (card, around) -> minus(day(card.posts().since()))),
            Map.entry("monthsInPost", (card, around) -> minus(day(card.posts().since()))),
            Map.entry(
                    "level",
                    (card, around) -> card.level() == null
                            ? null
                            : (long) card.level().level().ordinal()),
            Map.entry(
                    "levelSince",
                    (card, around) ->
                            card.level() == null ? null : day(card.level().since())),
            Map.entry(
                    "rank",
                    (card, around) -> card.rank() == null || card.rank().rank().rank() == null
                            ? null
                            : (long) card.rank().rank().rank().ordinal()),
            Map.entry(
                    "rankSince",
                    (card, around) ->
                            card.rank() == null ? null : day(card.rank().since())),
            Map.entry(
                    "education",
                    (card, around) -> card.schooling().level() == null
                            ? null
                            : (long) card.schooling().level().ordinal()),
            Map.entry(
                    "category",
                    (card, around) -> card.service().category() == null
                            ? null
                            : (long) card.service().category().ordinal()));

    /** 机构序、班子内序 */
    public static final Order BY_ORGANIZATION = new Order("order", false);

    /** @throws Refusal {@code unknown-order} */
    public Order {
        if (!by.equals("name") && !KEYS.containsKey(by))
            throw Refusal.input("unknown-order", "未排序：不能按“%s”排序。请点列表表头选择。".formatted(by));
    }

    /** Somebody at a place, with what decides the order. */
    record Keyed(Card card, int place, @Nullable Long key) {}

    Keyed keyed(Card card, int place, Surroundings around) {
        var key = KEYS.get(by);
        return new Keyed(card, place, key == null ? null : key.apply(card, around));
    }

    Comparator<Keyed> comparator() {
        return (by.equals("name") ? byName() : byKey())
                .thenComparing(each -> each.card.who().spelled().first())
                .thenComparing(each -> each.card.id());
    }

    private Comparator<Keyed> byKey() {
        Comparator<Long> values = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(Keyed::key, Comparator.nullsLast(values));
    }

    private Comparator<Keyed> byName() {
        var names = Comparator.comparing(
                        (Keyed each) -> each.card.who().spelled().first())
                .thenComparing(each -> each.card.who().name());
        return descending ? names.reversed() : names;
    }

    /** Unit in the tree, then seat in the team; who is in no unit comes last. */
    private static long place(Card card, Surroundings around) {
        var unit = around.unit(card.service().unit());
        long tree = unit.map(each -> (long) each.order()).orElse(UNPLACED >> 20);
        return tree << 20 | seat(card, around);
    }

    private static int seat(Card card, Surroundings around) {
        int seat = 0xFFFFF;
        for (var each : card.posts().current()) {
            var post = around.post(each.post().post());
            if (post.isPresent()) seat = Math.min(seat, post.get().order());
            else if (each.post().teamOrder() != null)
                seat = Math.min(seat, each.post().teamOrder());
        }
        return Math.min(0xFFFFF, Math.max(0, seat));
    }

    private static @Nullable Long day(@Nullable PartialDate date) {
        return date == null ? null : date.firstDay().toEpochDay();
    }

    private static @Nullable Long minus(@Nullable Long key) {
        return key == null ? null : -key;
    }
}
