package huoshui.dossier.city;

import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.Card.LevelStep;
import huoshui.dossier.city.Card.Posts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The level that follows from the posts held, where none is recorded of its own. 由职务推得的层次 */
final class LevelOfPosts {

    private LevelOfPosts() {}

    static @Nullable LevelStep read(Posts posts, LocalDate day, Surroundings around) {
        LeadershipLevel best = null;
        for (var each : posts.current()) {
            var level = of(each, around);
            if (level != null && level.leading() && (best == null || level.above(best))) best = level;
        }
        if (best == null) return null;
        var since = since(posts, best, around);
        return new LevelStep(best, since, Bounds.monthsUntil(day, since), false);
    }

    static @Nullable LeadershipLevel of(Held held, Surroundings around) {
        var own = Words.level(held.post().level());
        return own.or(() ->
                        around.post(held.post().post()).flatMap(post -> java.util.Optional.ofNullable(post.level())))
                .orElse(null);
    }

    /**
     * Goes back from the current post through posts that join without a gap, while their level is at least this one. Where a
     * post of unknown level joins, nobody can say since when.
     */
    private static @Nullable PartialDate since(Posts posts, LeadershipLevel level, Surroundings around) {
        LocalDate reached = null;
        PartialDate since = null;
        for (var each : posts.ever().reversed()) {
            var to = each.valid().to();
            boolean joins = reached == null || to == null || !to.isBefore(reached.minusDays(31));
            if (!joins) continue;
            var own = of(each, around);
            if (own == null) {
                if (reached != null && each.valid().from().isBefore(reached)) return null;
                continue;
            }
            if (!own.atLeast(level)) continue;
            if (reached == null || each.valid().from().isBefore(reached)) {
                reached = each.valid().from();
                since = each.valid().firstDate();
                if (since == null) return null;
            }
        }
        return since;
    }
}
