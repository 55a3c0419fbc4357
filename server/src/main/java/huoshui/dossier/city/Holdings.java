package huoshui.dossier.city;

import huoshui.dossier.city.City.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who holds and has held which post, the whole city turned round. 职位与任职者 */
final class Holdings {

    private static final Comparator<Holding> BY_DAYS = Comparator.comparing(
                    (Holding each) -> each.held().valid().from())
            .thenComparing(each -> each.held().fact());
    private static final Comparator<Holding> MAIN_FIRST = Comparator.comparing(
                    (Holding each) -> Boolean.FALSE.equals(each.held().post().main()))
            .thenComparing(each -> teamOrder(each))
            .thenComparing(BY_DAYS);

    private final @Nullable Card[] people;
    private final Map<UUID, List<Holding>> byPost;
    private final Map<UUID, List<Holding>> byUnit;

    private Holdings(@Nullable Card[] people, Map<UUID, List<Holding>> byPost, Map<UUID, List<Holding>> byUnit) {
        this.people = people;
        this.byPost = byPost;
        this.byUnit = byUnit;
    }

    /** A city turned round; only the posts and units of those who changed are turned again. */
    record Turned() implements Derivation<Holdings> {

        @Override
        public Holdings of(City city) {
            var all = new Holdings(new @Nullable Card[city.places()], new HashMap<>(), new HashMap<>());
            city.drawn();
            city.present().stream().forEach(i -> all.enter(i, city.at(i)));
            all.byPost.values().forEach(each -> each.sort(BY_DAYS));
            all.byUnit.values().forEach(each -> each.sort(MAIN_FIRST));
            return all;
        }

        @Override
        public Holdings renewed(Holdings before, BitSet changed, City city) {
            var next = new Holdings(
                    java.util.Arrays.copyOf(before.people, city.places()),
                    new HashMap<>(before.byPost),
                    new HashMap<>(before.byUnit));
            var gone = new HashSet<Card>();
            var posts = new HashSet<UUID>();
            var units = new HashSet<UUID>();
            changed.stream().forEach(i -> {
                var was = next.people[i];
                next.people[i] = null;
                if (was != null && gone.add(was)) next.touch(was, posts, units);
                if (city.present().get(i)) next.touch(city.at(i), posts, units);
            });
            posts.forEach(each -> next.byPost.put(each, without(before.byPost.get(each), gone)));
            units.forEach(each -> next.byUnit.put(each, without(before.byUnit.get(each), gone)));
            changed.stream().filter(city.present()::get).forEach(i -> next.enter(i, city.at(i)));
            posts.forEach(each -> next.byPost.getOrDefault(each, List.of()).sort(BY_DAYS));
            units.forEach(each -> next.byUnit.getOrDefault(each, List.of()).sort(MAIN_FIRST));
            return next;
        }
    }

    private static List<Holding> without(@Nullable List<Holding> all, Set<Card> gone) {
        var rest = new ArrayList<Holding>();
        if (all != null) for (var each : all) if (!gone.contains(each.person())) rest.add(each);
        return rest;
    }

    private void touch(Card card, Set<UUID> posts, Set<UUID> units) {
        for (var held : card.posts().ever())
            if (held.post().post() != null) posts.add(held.post().post());
        for (var held : card.posts().current())
            if (held.post().unit() != null) units.add(held.post().unit());
    }

    private void enter(int place, Card card) {
        people[place] = card;
        for (var held : card.posts().ever()) {
            var post = held.post().post();
            if (post != null) add(byPost, post, new Holding(card, held));
        }
        for (var held : card.posts().current()) {
            var unit = held.post().unit();
            if (unit != null) add(byUnit, unit, new Holding(card, held));
        }
    }

    private static void add(Map<UUID, List<Holding>> to, UUID key, Holding holding) {
        to.computeIfAbsent(key, any -> new ArrayList<>(2)).add(holding);
    }

    private static int teamOrder(Holding each) {
        var order = each.held().post().teamOrder();
        return order == null ? Integer.MAX_VALUE : order;
    }

    List<Holding> current(UUID post, LocalDate day) {
        return ever(post).stream()
                .filter(each -> each.held().valid().covers(day))
                .toList();
    }

    List<Holding> ever(UUID post) {
        return List.copyOf(byPost.getOrDefault(post, List.of()));
    }

    List<Holding> in(UUID unit) {
        return List.copyOf(byUnit.getOrDefault(unit, List.of()));
    }
}
