package huoshui.rule;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.Surroundings.Sector;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Chart;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The posts somebody has held, one after the other: how high, how heavy, in how large a unit, in the city or in a county. 台阶
 *
 * <p>Each is read as the post and its unit stood when somebody came there. What is not recorded stays open and says what would
 * settle it. Posts held beside a main one are no steps.
 *
 * @param entry which of them the present level began with; below zero where that is not known
 * @param open why it is not known; null where it is
 */
public record Ladder(List<Rung> rungs, int entry, @Nullable String open) {

    private static final int TIERS = PostTier.values().length;
    private static final int HIGHEST = 12;
    private static final Set<UnitKind> COUNTIES = Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP);
    private static final Set<UnitKind> INSTITUTIONS =
            Set.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE);

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /**
     * One post held. 一级台阶
     *
     * @param unit null where the post is matched to none
     * @param headcount administrative and civil-managed places of the unit 编制数
     * @param missing what would settle what is not known here
     */
    public record Rung(
            Held held,
            @Nullable UUID unit,
            @Nullable String unitName,
            @Nullable LeadershipLevel level,
            @Nullable Sector sector,
            @Nullable PostTier tier,
            @Nullable Integer weight,
            @Nullable Integer headcount,
            List<String> missing) {}

    static Ladder of(OnePerson person, @Nullable Chart chart) {
        var ever = person.card().posts().ever();
        var rungs = new ArrayList<Rung>();
        for (int i = 0; i < ever.size(); i++)
            if (!Boolean.FALSE.equals(ever.get(i).post().main()))
                rungs.add(rung(ever.get(i), person.levelOf(i), chart));
        return entered(rungs, person.card());
    }

    private static Ladder entered(List<Rung> rungs, Card card) {
        var level = card.level();
        if (rungs.isEmpty()) return new Ladder(rungs, -1, "任职经历未记录");
        if (level == null) return new Ladder(rungs, -1, "职务层次未记录");
        int entry = -1;
        for (int i = rungs.size() - 1; i >= 0; i--) {
            var own = rungs.get(i).level();
            if (own == null) return new Ladder(rungs, -1, "有任职的职务层次未记录，不能断定由何职务任现层次");
            if (own != level.level()) break;
            entry = i;
        }
        if (entry < 0) return new Ladder(rungs, -1, "没有现职务层次的任职记录");
        var told = level.held() ? level.since() : null;
        if (told != null) {
            var began = rungs.get(entry).held().valid().firstDate();
            if (began == null) return new Ladder(rungs, -1, "任现层次之初的任职时间未记录");
            if (began.firstDay().isAfter(told.dayAfter())) return new Ladder(rungs, -1, "任现层次之初的职务未记录");
        }
        return new Ladder(rungs, entry, null);
    }

    private static Rung rung(Held held, @Nullable LeadershipLevel level, @Nullable Chart chart) {
        var missing = new ArrayList<String>();
        var from = held.valid().from();
        var to = held.valid().to();
        var seat = post(held, chart);
        var unit = held.post().unit() != null ? held.post().unit() : seat == null ? null : seat.unit();
        var unitIs = unit == null || chart == null
                ? null
                : chart.during(unit, UnitIs.class, from, to).orElse(null);
        if (level == null && seat != null && seat.level() != null)
            level = LeadershipLevel.read(seat.level().code()).orElse(null);
        if (level == null) missing.add("职务层次未记录");
        var tier = seat == null ? null : seat.tier();
        var weight = seat == null ? null : seat.weight();
        if (held.post().post() == null) missing.add("职务未挂接到职位，岗位分类和权重不能断定");
        else if (seat == null) missing.add("任职期间没有该职位的机构记录，岗位分类和权重不能断定");
        else {
            if (tier == null) missing.add("岗位分类未定");
            if (weight == null) missing.add("岗位权重未定");
        }
        if (unitIs == null) missing.add(unit == null ? "任职未挂接到单位" : "任职期间没有该单位的机构记录");
        var headcount = unitIs == null ? null : headcount(unit, chart, from, to);
        if (unitIs != null && headcount == null) missing.add("单位编制数未核定");
        return new Rung(
                held,
                unit,
                unitIs == null ? null : unitIs.called(),
                level,
                unitIs == null ? null : sector(unitIs, chart, from, to),
                tier,
                weight,
                headcount,
                List.copyOf(missing));
    }

    private static @Nullable PostIs post(Held held, @Nullable Chart chart) {
        var post = held.post().post();
        return post == null || chart == null
                ? null
                : chart.during(
                                post,
                                PostIs.class,
                                held.valid().from(),
                                held.valid().to())
                        .orElse(null);
    }

    private static @Nullable Integer headcount(
            @Nullable UUID unit, @Nullable Chart chart, LocalDate from, @Nullable LocalDate to) {
        var said = unit == null || chart == null
                ? null
                : chart.during(unit, Headcount.class, from, to).orElse(null);
        if (said == null || (said.administrative() == null && said.civilManaged() == null)) return null;
        return (said.administrative() == null ? 0 : said.administrative())
                + (said.civilManaged() == null ? 0 : said.civilManaged());
    }

    /** As the city is divided today, read off the units above it then. */
    private static Sector sector(UnitIs unit, @Nullable Chart chart, LocalDate from, @Nullable LocalDate to) {
        var each = unit;
        for (int i = 0; i < HIGHEST && each != null; i++) {
            if (COUNTIES.contains(each.kind())) return Sector.COUNTY;
            each = each.parent() == null || chart == null
                    ? null
                    : chart.during(each.parent(), UnitIs.class, from, to).orElse(null);
        }
        return INSTITUTIONS.contains(unit.kind()) ? Sector.INSTITUTION : Sector.CITY;
    }

    /** The post the present level began with; null where that is not known. */
    public @Nullable Rung entered() {
        return entry < 0 ? null : rungs.get(entry);
    }

    /** Those of the present level, from the one it began with; empty where that is not known. */
    public List<Rung> since() {
        return entry < 0 ? List.of() : rungs.subList(entry, rungs.size());
    }

    /** By how many tiers a single step of these has climbed at the least, or at the most; what is not known may be any. */
    static int climb(List<Rung> of, boolean most) {
        var reached = new int[TIERS];
        for (int i = 0; i < of.size(); i++) {
            var next = new int[TIERS];
            for (int tier = 0; tier < TIERS; tier++) {
                int best = -1;
                for (int before = 0; before < TIERS; before++) {
                    if (i > 0 && reached[before] < 0) continue;
                    int climb = i == 0 ? 0 : Math.max(reached[before], tier - before);
                    if (best < 0 || (most ? climb > best : climb < best)) best = climb;
                }
                var told = of.get(i).tier();
                next[tier] = told == null || told.ordinal() == tier ? best : -1;
            }
            reached = next;
        }
        int found = -1;
        for (int each : reached) if (each >= 0 && (found < 0 || (most ? each > found : each < found))) found = each;
        return Math.max(0, found);
    }
}
