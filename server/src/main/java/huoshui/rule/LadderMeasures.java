package huoshui.rule;

import static huoshui.rule.Reading.code;
import static huoshui.rule.Reading.number;
import static huoshui.rule.Reading.unknown;

import huoshui.dossier.city.Bounds;
import huoshui.rule.Ladder.Rung;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is read off the steps somebody has taken: of the post the present level began with, and since. 台阶量度 */
final class LadderMeasures {

    private LadderMeasures() {}

    static Reading entryTier(OnePerson p, Question q) {
        return entry(
                p,
                q,
                Rung::tier,
                (tier, evidence) -> code(Lists.TIERS_DOWN.indexOf(tier), evidence),
                "任现层次之初职位的岗位分类未定");
    }

    static Reading entryWeight(OnePerson p, Question q) {
        return entry(p, q, Rung::weight, (weight, evidence) -> number(weight, evidence), "任现层次之初职位的岗位权重未定");
    }

    static Reading entryHeadcount(OnePerson p, Question q) {
        return entry(p, q, Rung::headcount, (count, evidence) -> number(count, evidence), "任现层次之初所在单位的编制数未核定");
    }

    static Reading entrySector(OnePerson p, Question q) {
        return entry(p, q, Rung::sector, (sector, evidence) -> code(sector.ordinal(), evidence), "任现层次之初的任职未挂接到单位");
    }

    /** How what was found is read. */
    private interface Read<T> {
        Reading of(T found, Evidence evidence);
    }

    private static <T> Reading entry(
            OnePerson p, Question q, Function<Rung, @Nullable T> what, Read<T> read, String silent) {
        var ladder = p.ladder(q.chart());
        var entered = ladder.entered();
        if (entered == null) return unknown(Objects.requireNonNull(ladder.open()), Evidence.kinds(p.lines(), "level"));
        var evidence = Evidence.of(entered.held().fact());
        var found = what.apply(entered);
        if (found != null) return read.of(found, evidence);
        return unknown(silent, evidence);
    }

    /** The most tiers that one step at the present level has climbed. */
    static Reading tierClimb(OnePerson p, Question q) {
        var ladder = p.ladder(q.chart());
        var since = ladder.since();
        if (since.isEmpty()) return unknown(Objects.requireNonNull(ladder.open()), Evidence.kinds(p.lines(), "level"));
        Evidence evidence = () -> since.stream().map(each -> each.held().fact()).toList();
        return number(new Bounds(Ladder.climb(since, false), Ladder.climb(since, true)), evidence, "任现层次以来有职位的岗位分类未定");
    }
}
