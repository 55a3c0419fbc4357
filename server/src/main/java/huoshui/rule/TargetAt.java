package huoshui.rule;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.fact.PostTier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is aimed at, read at the clocks of the question. 拟任（某时） */
record TargetAt(
        Target of,
        @Nullable LeadershipLevel level,
        @Nullable Rank rank,
        @Nullable Boolean leading,
        @Nullable PostTier tier) {

    static TargetAt read(Target target, @Nullable Chart chart) {
        return switch (target) {
            case Target.Level(var level) -> new TargetAt(target, level, null, level.leading(), null);
            case Target.Rank(var rank) -> new TargetAt(target, null, rank, false, null);
            case Target.Post(var id) -> post(target, chart == null ? Optional.empty() : chart.post(id));
        };
    }

    private static TargetAt post(Target target, Optional<huoshui.org.Post> found) {
        if (found.isEmpty()) return new TargetAt(target, null, null, null, null);
        var is = found.get().is();
        var level = is.level() == null
                ? null
                : LeadershipLevel.read(is.level().code()).orElse(null);
        return new TargetAt(target, level, null, is.leading(), is.tier());
    }
}
