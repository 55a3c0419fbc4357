package huoshui.dossier.city;

import huoshui.dossier.city.City.Holding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who holds and has held which post, the whole city turned round. 职位与任职者 */
final class Holdings {

    private static final Comparator<Holding> BY_DAYS = Comparator.comparing(
                    (Holding each) -> each.held().valid().from())
            .thenComparing(each -> each.held().fact());
    private static final Comparator<Holding> MAIN_FIRST = Comparator.comparing(
                    (Holding each) -> Boolean.FALSE.equals(each.held().post().main()))
            .thenComparing(each -> teamOrder(each))
            .thenComparing(BY_DAYS);

    private final LocalDate day;
    private final Map<UUID, List<Holding>> byPost = new HashMap<>();
    private final Map<UUID, List<Holding>> byUnit = new HashMap<>();

    Holdings(List<Card> cards, LocalDate day) {
        this.day = day;
        for (var card : cards) {
            for (var held : card.posts().ever()) {
                var post = held.post().post();
                if (post != null) add(byPost, post, new Holding(card, held));
            }
            for (var held : card.posts().current()) {
                var unit = held.post().unit();
                if (unit != null) add(byUnit, unit, new Holding(card, held));
            }
        }
        byPost.values().forEach(each -> each.sort(BY_DAYS));
        byUnit.values().forEach(each -> each.sort(MAIN_FIRST));
    }

    private static void add(Map<UUID, List<Holding>> to, UUID key, Holding holding) {
        to.computeIfAbsent(key, any -> new ArrayList<>(2)).add(holding);
    }

    private static int teamOrder(Holding each) {
        var order = each.held().post().teamOrder();
        return order == null ? Integer.MAX_VALUE : order;
    }

    List<Holding> current(UUID post) {
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
