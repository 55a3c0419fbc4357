package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.rule.Ladder;
import huoshui.rule.Ladder.Rung;
import huoshui.rule.Ladders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps somebody has taken from post to post. 台阶 */
@RestController
@RequestMapping("/api/v1/people/{id}/ladder")
class LadderPages {

    private final Ladders ladders;

    LadderPages(Ladders ladders) {
        this.ladders = ladders;
    }

    /**
     * What changed from the post before; null where either is not known.
     *
     * @param levels how many levels up
     * @param tiers how many tiers up
     * @param headcount how many places more the unit has
     */
    record Change(
            @Nullable Integer levels,
            @Nullable Integer tiers,
            @Nullable Integer weight,
            @Nullable Integer headcount) {

        static Change of(Rung before, Rung now) {
            return new Change(
                    levels(before.level(), now.level()),
                    before.tier() == null || now.tier() == null
                            ? null
                            : Integer.valueOf(
                                    now.tier().ordinal() - before.tier().ordinal()),
                    less(before.weight(), now.weight()),
                    less(before.headcount(), now.headcount()));
        }

        private static @Nullable Integer levels(@Nullable LeadershipLevel before, @Nullable LeadershipLevel now) {
            return before == null || now == null || !before.ordered() || !now.ordered()
                    ? null
                    : Integer.valueOf(before.ordinal() - now.ordinal());
        }

        private static @Nullable Integer less(@Nullable Integer before, @Nullable Integer now) {
            return before == null || now == null ? null : Integer.valueOf(now - before);
        }
    }

    /**
     * One post held.
     *
     * @param unit null where it is not matched, or out of this account's sight
     * @param missing what would settle what is not known
     * @param change null for the first one
     */
    record Step(
            UUID fact,
            String text,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            boolean current,
            @Nullable String level,
            @Nullable String sector,
            @Nullable UUID unit,
            @Nullable String unitName,
            @Nullable String tier,
            @Nullable Integer weight,
            @Nullable Integer headcount,
            List<String> missing,
            @Nullable Change change) {}

    /**
     * @param entry fact of the post the present level began with; null where that is not known, then {@code open} says why
     * @param findings of clauses about steps; empty for everybody they do not speak of
     */
    record Steps(
            AsOf at,
            List<Step> steps,
            @Nullable UUID entry,
            @Nullable String open,
            List<FindingPages.Line> findings) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping
    Steps of(@PathVariable UUID id, AsOf at, Signed signed) {
        var climbed = ladders.of(signed, id, at);
        var ladder = climbed.ladder();
        var entered = ladder.entered();
        return new Steps(
                at,
                steps(ladder, at, signed),
                entered == null ? null : entered.held().fact(),
                ladder.open(),
                climbed.findings().stream().map(FindingPages.Line::of).toList());
    }

    private static List<Step> steps(Ladder ladder, AsOf at, Signed signed) {
        var all = new ArrayList<Step>();
        Rung before = null;
        for (var each : ladder.rungs()) {
            all.add(step(each, before, at, signed));
            before = each;
        }
        return all;
    }

    private static Step step(Rung rung, @Nullable Rung before, AsOf at, Signed signed) {
        var valid = rung.held().valid();
        var unit = rung.unit();
        return new Step(
                rung.held().fact(),
                rung.held().post().text(),
                valid.firstDate(),
                valid.lastDate(),
                valid.covers(at.valid()),
                rung.level() == null ? null : rung.level().title(),
                rung.sector() == null ? null : rung.sector().word(),
                unit != null && signed.sight().seesUnit(unit) ? unit : null,
                rung.unitName(),
                rung.tier() == null ? null : rung.tier().word(),
                rung.weight(),
                rung.headcount(),
                rung.missing(),
                before == null ? null : Change.of(before, rung));
    }
}
