package huoshui.interchange;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.City;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an appointment of a period was, told by the post and those held just before. 调配类别 */
enum Moved {
    FIRST("初任", "First post"),
    UP("提任", "To a higher level"),
    ACROSS("平级交流（跨单位）", "Same level, other unit"),
    WITHIN("平级调整（本单位）", "Same level, same unit"),
    DOWN("降低层次任职", "To a lower level"),
    BESIDE("兼任", "Concurrent"),
    OPEN("待核", "Not recorded"),
    ENDED("免（离）职", "Left the post");

    final String title;
    final String english;

    Moved(String title, String english) {
        this.title = title;
        this.english = english;
    }

    /**
     * Posts of one person in one unit, begun or ended on one day.
     *
     * @param unit null where they are matched with none
     * @param before posts held the day before, or the last ones where there is a gap
     */
    record Move(Moved what, @Nullable UUID unit, LocalDate day, List<Held> posts, List<Held> before) {}

    private record Place(@Nullable UUID unit, LocalDate day) {}

    /** All of one person after the first of these days up to the last. */
    static List<Move> of(Card card, LocalDate after, LocalDate until, City city) {
        var begun = new LinkedHashMap<Place, List<Held>>();
        var ended = new LinkedHashMap<Place, List<Held>>();
        for (var each : card.posts().ever()) {
            var from = each.valid().from();
            var to = each.valid().to();
            if (from.isAfter(after) && !from.isAfter(until))
                begun.computeIfAbsent(new Place(each.post().unit(), from), any -> new ArrayList<>())
                        .add(each);
            if (to != null && to.isAfter(after) && !to.isAfter(until))
                ended.computeIfAbsent(new Place(each.post().unit(), to), any -> new ArrayList<>())
                        .add(each);
        }
        var moves = new ArrayList<Move>();
        begun.forEach((place, posts) -> {
            var before = before(card, place.day);
            moves.add(new Move(what(posts, before, place.unit, city), place.unit, place.day, posts, before));
        });
        ended.forEach((place, posts) -> moves.add(new Move(ENDED, place.unit, place.day, posts, List.of())));
        return moves;
    }

    private static List<Held> before(Card card, LocalDate day) {
        var held = card.posts().ever().stream()
                .filter(each -> each.valid().from().isBefore(day))
                .toList();
        var the = held.stream()
                .filter(each -> each.valid().covers(day.minusDays(1)))
                .toList();
        if (!the.isEmpty()) return the;
        var last = held.stream()
                .map(each -> each.valid().to())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        return held.stream()
                .filter(each -> Objects.equals(each.valid().to(), last.orElse(null)))
                .toList();
    }

    private static Moved what(List<Held> posts, List<Held> before, @Nullable UUID unit, City city) {
        if (posts.stream().anyMatch(each -> each.valid().firstDate() == null)) return OPEN;
        if (posts.stream().allMatch(each -> Boolean.FALSE.equals(each.post().main()))) return BESIDE;
        if (before.isEmpty()) return FIRST;
        var is = highest(posts, city);
        var was = highest(before, city);
        if (is == null || was == null) return OPEN;
        if (is.above(was)) return UP;
        if (was.above(is)) return DOWN;
        if (unit == null || before.stream().allMatch(each -> each.post().unit() == null)) return OPEN;
        return before.stream().anyMatch(each -> unit.equals(each.post().unit())) ? WITHIN : ACROSS;
    }

    /** Null as soon as one of them is of no known level, for it might be the highest. */
    private static @Nullable LeadershipLevel highest(List<Held> posts, City city) {
        LeadershipLevel best = null;
        for (var each : posts) {
            var level = city.level(each).filter(LeadershipLevel::ordered).orElse(null);
            if (level == null) return null;
            if (best == null || level.above(best)) best = level;
        }
        return best;
    }
}
