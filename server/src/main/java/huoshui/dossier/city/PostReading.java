package huoshui.dossier.city;

import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.Card.Posts;
import huoshui.dossier.fact.CareerFact.PostHeld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which posts somebody holds and has held. 任职认读 */
final class PostReading {

    private static final Comparator<Held> MAIN_FIRST = Comparator.comparing(
                    (Held each) -> !Boolean.TRUE.equals(each.post().main()))
            .thenComparing(each -> Boolean.FALSE.equals(each.post().main()))
            .thenComparing(each -> each.post().order() == null
                    ? Integer.MAX_VALUE
                    : each.post().order())
            .thenComparing(each -> each.valid().from())
            .thenComparing(Held::fact);
    private static final Comparator<Held> BY_DAYS =
            Comparator.comparing((Held each) -> each.valid().from()).thenComparing(Held::fact);

    private final LinesAt lines;
    private final LocalDate day;
    private final Surroundings around;

    PostReading(LinesAt lines, LocalDate day, Surroundings around) {
        this.lines = lines;
        this.day = day;
        this.around = around;
    }

    Posts read() {
        var ever = new ArrayList<Held>();
        for (var each : lines.begunLines("post")) ever.add(new Held(each.id(), (PostHeld) each.body(), each.valid()));
        ever.sort(BY_DAYS);
        var current = ever.stream()
                .filter(each -> each.valid().covers(day))
                .sorted(MAIN_FIRST)
                .toList();
        var since = current.isEmpty() ? null : current.getFirst().valid().firstDate();
        return new Posts(
                current,
                List.copyOf(ever),
                text(current),
                since,
                Bounds.monthsUntil(day, since),
                leading(current),
                principal(current),
                (int) current.stream().filter(each -> !each.post().matched()).count());
    }

    /** As a form prints it: a unit is named once for the posts that follow one another in it. */
    private static @Nullable String text(List<Held> current) {
        if (current.isEmpty()) return null;
        if (current.size() == 1) return current.getFirst().post().text();
        var texts = new LinkedHashSet<String>();
        current.forEach(each -> texts.add(each.post().text()));
        var all = new StringBuilder();
        String unit = null;
        for (var each : current) {
            var text = each.post().text();
            if (!texts.remove(text)) continue;
            var own = each.post().unitText();
            boolean same = own != null && own.equals(unit) && text.startsWith(own) && text.length() > own.length();
            if (!all.isEmpty()) all.append(same ? "、" : "，");
            all.append(same && own != null ? text.substring(own.length()) : text);
            unit = own;
        }
        return all.toString();
    }

    /** True as soon as one of the posts is a leading one; unknown while one of them is. */
    private @Nullable Boolean leading(List<Held> current) {
        if (current.isEmpty()) return null;
        boolean silent = false;
        for (var each : current) {
            var said = each.post().leading();
            if (said == null)
                said = around.post(each.post().post())
                        .map(Surroundings.PostAt::leading)
                        .orElse(null);
            if (Boolean.TRUE.equals(said)) return true;
            silent |= said == null;
        }
        return silent ? null : false;
    }

    /** 一把手 is told by the matched post only. */
    private @Nullable Boolean principal(List<Held> current) {
        if (current.isEmpty()) return null;
        boolean silent = false;
        for (var each : current) {
            var post = around.post(each.post().post());
            if (post.isPresent() && post.get().principal()) return true;
            silent |= post.isEmpty();
        }
        return silent ? null : false;
    }
}
