package huoshui.demo;

import huoshui.demo.Cadre.Hole;
import huoshui.kernel.PartialDate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a simulated life as a whole dossier; the same life always the same way. 档案生成 */
final class Biography {

    private static final String[] SPECIALTIES = {
        "熟悉农村工作",
        "熟悉党务工作",
        "熟悉水利工程建设管理",
        "熟悉财政金融工作",
        "熟悉教育教学管理",
        "文字综合",
        "熟悉政法工作",
        "熟悉城乡规划建设",
        "熟悉基层治理",
        "熟悉经济工作",
        "数字政务",
        ""
    };

    private final long seed;
    private final Map<String, CityUnit> units;
    private final int end;

    Biography(long seed, Map<String, CityUnit> units, int end) {
        this.seed = seed;
        this.units = units;
        this.end = end;
    }

    static String id(long seed, int number) {
        return UUID.nameUUIDFromBytes(("澜江" + seed + ":" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Cadre of(Life life, int number) {
        var dice = life.dice.fork("dossier");
        var holes = holes(life, dice.fork("holes"));
        var ranks = Ranks.of(life, end);
        var segments = Career.of(life, units, ranks);
        var schools = Schools.of(life, Math.min(life.left, end));
        var posts = Posts.of(life, segments, units, holes.contains(Hole.UNMATCHED_POST));
        var secondments = Secondments.of(life, segments, end);
        int day = 1 + dice.below(28);
        boolean dayKnown = !holes.contains(Hole.BIRTH_DAY);
        var birth = dayKnown
                ? new PartialDate(Months.year(life.birth), Months.inYear(life.birth), day, null)
                : Months.date(life.birth);
        var home = Homes.of(life, dice.fork("home"));
        boolean communist = life.party(Math.min(life.left, end));
        var last = segments.getLast();
        int limit = Retirement.limit(life.male, life.level);
        return new Cadre(
                id(seed, life.number),
                number,
                life.name,
                life.male,
                birth,
                holes.contains(Hole.ID_NUMBER) ? null : IdNumbers.of(home.code(), life, day, dice.fork("id")),
                life.ethnicity,
                home.text(),
                home.birthPlace(),
                home.text(),
                communist,
                communist && !holes.contains(Hole.PARTY_DATE) ? Months.date(life.joined) : null,
                life.democratic.isEmpty() ? List.of() : List.of(life.democratic),
                Months.date(life.workStart),
                dice.chance(0.97) ? "健康" : "一般",
                SPECIALTIES[dice.below(SPECIALTIES.length)],
                "1990%07d".formatted(life.number),
                last.unit(),
                management(life, last),
                staffCode(life),
                schools,
                posts,
                levels(life),
                rankRows(ranks),
                Titles.of(life, end),
                secondments,
                Deeds.grades(life),
                Deeds.honours(life, end),
                Deeds.sanctions(life, end),
                Courses.of(life, end),
                Stays.of(life, end),
                Families.of(life, seed, this, end),
                entry(life, segments),
                exit(life),
                Lines.of(life, segments, schools, secondments, holes.contains(Hole.UNREAD_LINE)),
                congress(life, dice.fork("congress")),
                currentPost(life, segments),
                Months.date(Retirement.month(life.birth, limit)),
                limit,
                holes);
    }

    private static Set<Hole> holes(Life life, Dice dice) {
        var holes = EnumSet.noneOf(Hole.class);
        if (dice.chance(0.12)) holes.add(Hole.BIRTH_DAY);
        if (dice.chance(0.02) && life.joined >= 0) holes.add(Hole.PARTY_DATE);
        if (dice.chance(0.04)) holes.add(Hole.UNREAD_LINE);
        if (dice.chance(0.035)) holes.add(Hole.UNMATCHED_POST);
        if (dice.chance(0.025)) holes.add(Hole.ID_NUMBER);
        return holes;
    }

    /** What this person's last post is in words, for the family tables of others. */
    String lastPost(Life life) {
        var segments = Career.of(life, units, Ranks.of(life, end));
        return segments.getLast().text()
                + (life.serving()
                        ? ""
                        : life.exit == Life.Exit.RETIRED ? "（已退休）" : life.exit == Life.Exit.DIED ? "（已去世）" : "");
    }

    private String currentPost(Life life, List<Career.Segment> segments) {
        var last = segments.getLast();
        if (life.serving()) {
            var rank = Ranks.wordAt(Ranks.of(life, end), end);
            boolean show = life.dice.fork("show").chance(0.3)
                    && !rank.isEmpty()
                    && !last.text().endsWith(rank);
            return last.text() + (show ? "、" + rank : "");
        }
        return switch (life.exit) {
            case RETIRED -> "退休干部（原" + last.text() + "）";
            case TRANSFERRED -> Deeds.destination(life);
            default -> "原" + last.text();
        };
    }

    private String management(Life life, Career.Segment last) {
        if (life.level >= Level.BUREAU_DEPUTY) return "省管";
        if (life.level >= Level.COUNTY_DEPUTY) return "市管";
        if (life.region > 0) return "县管";
        return last.posts().isEmpty() ? "单位管理" : last.posts().getFirst().management();
    }

    private static String staffCode(Life life) {
        return switch (life.trade) {
            case COURT, OFFICE -> "1";
            case POLICE -> "B3";
            case SCHOOL, HOSPITAL -> life.level > 0 ? "7" : "8";
            case INSTITUTE -> "7";
            case COMPANY -> "A4";
        };
    }

    private List<Cadre.LevelHeld> levels(Life life) {
        var held = new ArrayList<Cadre.LevelHeld>();
        for (int i = 0; i < life.levels.size(); i++) {
            var each = life.levels.get(i);
            int to = i + 1 < life.levels.size() ? life.levels.get(i + 1)[0] : life.left;
            if (each[0] == to) continue;
            held.add(new Cadre.LevelHeld(Level.code(each[1]), Level.word(each[1]), Months.date(each[0]), date(to)));
        }
        return held;
    }

    static @Nullable PartialDate date(int month) {
        return month == Seat.NEVER ? null : Months.date(month);
    }

    private static List<Cadre.RankHeld> rankRows(List<Ranks.Held> ranks) {
        return ranks.stream()
                .map(each -> new Cadre.RankHeld(each.code(), each.word(), Months.date(each.from()), date(each.to())))
                .toList();
    }

    private static Cadre.Entry entry(Life life, List<Career.Segment> segments) {
        var before = "";
        var first = "";
        for (var each : segments) {
            if (each.stint().outside) before = each.text();
            else if (first.isEmpty()) first = each.text();
        }
        var code = switch (life.entry) {
            case ASSIGNED, EXAM, SELECTED ->
                life.degree >= 5
                        ? "211"
                        : life.degree == 4 ? "212" : life.degree == 3 ? "213" : life.degree == 2 ? "214" : "215";
            case SOLDIER -> "36";
            case INSTITUTION -> "14";
            case COMPANY -> "15";
            case VILLAGE -> "261";
            case TRANSFER -> "11";
        };
        var word = switch (life.entry) {
            case ASSIGNED -> "毕业分配";
            case EXAM -> "考试录用";
            case SELECTED -> "选调生";
            case SOLDIER -> "军队转业";
            case INSTITUTION -> "从事业单位调任";
            case COMPANY -> "从国有企业调任";
            case VILLAGE -> "从服务基层项目人员中录用";
            case TRANSFER -> "调入";
        };
        return new Cadre.Entry(Months.date(life.entered), code, word, before, life.entry == Life.Entry.SELECTED, first);
    }

    private static Cadre.@Nullable Exit exit(Life life) {
        if (life.serving()) return null;
        var on = Months.date(life.left);
        return switch (life.exit) {
            case RETIRED -> new Cadre.Exit(on, "31", "退休", "");
            case TRANSFERRED -> new Cadre.Exit(on, "11", "调出", Deeds.destination(life));
            case RESIGNED -> new Cadre.Exit(on, "32", "辞去公职", "");
            case DIED -> new Cadre.Exit(on, "35", "死亡", "");
            default -> new Cadre.Exit(on, "34", "开除", "");
        };
    }

    private static String congress(Life life, Dice dice) {
        if (life.level < Level.SECTION || !dice.chance(life.level >= Level.COUNTY ? 0.5 : 0.06)) return "";
        if (!life.party(Seat.NEVER - 1)) return "澜江市政协第五届委员会委员";
        return dice.pick("中共澜江市第五次代表大会代表", "澜江市第五届人民代表大会代表", "中共澜江市第五届委员会委员，澜江市第五届人民代表大会代表");
    }
}
