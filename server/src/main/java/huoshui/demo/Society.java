package huoshui.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What ties people to one another: names, kin, the yearly grades with their quota. 人际与考核 */
final class Society {

    private static final double EXCELLENT = 0.18;

    /** Seats whose holders the guide and the pictures speak of. */
    private static final Map<String, String[]> KNOWN = Map.of(
            "澜江市委组织部常务副部长", new String[] {"岑望舒"},
            "澜江市委组织部干部一科科长", new String[] {"林知远"},
            "澜江市发展和改革委员会主任", new String[] {"岳承钧"},
            "澜江市发展和改革委员会副主任", new String[] {"韩若川", "普运鸿"},
            "澜江市发展和改革委员会总经济师", new String[] {"倪书禾"},
            "澜江市水务局局长", new String[] {"温伯衡"},
            "澜江市财政局副局长", new String[] {"闻静姝"},
            "澜江市住房和城乡建设局副局长", new String[] {"樊立轩"},
            "隆川县审计局局长", new String[] {"阮清平"});

    private static final java.util.Set<String> WOMEN = java.util.Set.of("倪书禾", "闻静姝");
    private static final java.util.Set<String> EITHER = java.util.Set.of("岑望舒", "林知远", "阮清平");

    private final Dice dice;
    private final int end;
    private final Names names = new Names();

    Society(Dice dice, int end) {
        this.dice = dice;
        this.end = end;
    }

    void settle(List<Life> lives, Map<String, CityUnit> units) {
        for (var life : lives) names.name(life);
        known(lives, units);
        marry(lives);
        descend(lives);
        namesakes(lives);
        sanction(lives);
        grade(lives);
    }

    /** A few are under a sanction whose influence has not passed. */
    private void sanction(List<Life> lives) {
        int wanted = Math.max(4, lives.size() / 200);
        for (int tries = 0; wanted > 0 && tries < 4_000; tries++) {
            var life = dice.pick(lives);
            if (!life.serving() || life.known || life.sanctioned > 0 || life.entered > end - 60) continue;
            life.sanctioned = 1 + dice.below(5);
            wanted--;
        }
    }

    /** About one in a hundred is married to another one. */
    private void marry(List<Life> lives) {
        int wanted = Math.max(4, lives.size() / 110);
        for (int tries = 0; wanted > 0 && tries < 40_000; tries++) {
            var he = dice.pick(lives);
            var she = dice.pick(lives);
            if (!he.male || she.male || he.spouse != null || she.spouse != null) continue;
            int older = she.birth - he.birth;
            if (he.age(end) < 30 || older < -18 || older > 60 || tries < 20_000 && he.region != she.region) continue;
            he.spouse = she;
            she.spouse = he;
            wanted--;
        }
    }

    private void descend(List<Life> lives) {
        int wanted = Math.max(3, lives.size() / 200);
        for (int tries = 0; wanted > 0 && tries < 40_000; tries++) {
            var old = dice.pick(lives);
            var young = dice.pick(lives);
            int years = (young.birth - old.birth) / 12;
            if (!old.male || young.parent != null || old.child != null || years < 24 || years > 33) continue;
            if (young.known || !young.ethnicity.equals("汉族") && names.distinct(young.ethnicity)) continue;
            if (names.distinct(old.ethnicity)) continue;
            young.parent = old;
            old.child = young;
            young.ethnicity = old.ethnicity;
            young.name = Names.familyName(old.name)
                    + names.given(young.dice.fork("heir"), young.male, Months.year(young.birth));
            wanted--;
        }
    }

    private void namesakes(List<Life> lives) {
        for (int i = 0; i < Math.max(2, lives.size() / 300); i++) {
            var one = dice.pick(lives);
            var other = dice.pick(lives);
            if (one == other
                    || one.male != other.male
                    || one.known
                    || other.known
                    || other.parent != null
                    || other.child != null) continue;
            other.name = one.name;
            other.ethnicity = one.ethnicity;
        }
    }

    private void grade(List<Life> lives) {
        int last = Months.year(end) - 1;
        for (var life : lives) life.grades = new byte[last - 1984];
        for (int year = 1995; year <= last; year++) {
            var units = new HashMap<String, List<Life>>();
            int december = Months.of(year, 12);
            for (var life : lives) {
                if (life.entered > december - 6 || life.left <= december) continue;
                if (life.entered > december - 12) life.grades[year - 1985] = 5;
                else {
                    life.grades[year - 1985] = 2;
                    units.computeIfAbsent(where(life, december), ignored -> new ArrayList<>())
                            .add(life);
                }
            }
            for (var members : units.values()) excellent(members, year);
        }
    }

    private void excellent(List<Life> members, int year) {
        int quota = (int) (members.size() * EXCELLENT + (members.size() < 6 ? 0.5 : 0.3));
        var scores = new HashMap<Life, Double>();
        for (var each : members) scores.put(each, each.merit * 0.4 + new Dice(each.number * 100L + year).unit());
        members.sort(Comparator.comparingDouble((Life each) -> -scores.getOrDefault(each, 0.0)));
        for (int i = 0; i < quota; i++) members.get(i).grades[year - 1985] = 1;
        if (quota > 0 && members.size() > 8 && new Dice(year * 31L + members.size()).chance(0.03))
            members.getLast().grades[year - 1985] = 3;
    }

    private static String where(Life life, int month) {
        for (var each : life.stints) if (each.from <= month && month < each.to) return each.outside ? "外" : each.where;
        return "外";
    }

    /** Gives the holders of the seats the guide speaks of the names it uses. */
    private void known(List<Life> lives, Map<String, CityUnit> units) {
        var used = new HashMap<String, Integer>();
        for (var life : lives) {
            var seat = life.seat;
            if (seat == null || !life.serving()) continue;
            var post = seat.at(end).posts().getFirst();
            var unit = units.get(post.unit());
            if (unit == null) continue;
            var key = unit.name().printed() + post.section() + post.title();
            var wanted = KNOWN.get(key);
            int index = used.merge(key, 1, Integer::sum) - 1;
            if (wanted == null || index >= wanted.length) continue;
            if (life.male == WOMEN.contains(wanted[index]) && !EITHER.contains(wanted[index])) continue;
            life.known = true;
            life.name = wanted[index];
            life.ethnicity = wanted[index].equals("普运鸿") ? "彝族" : "汉族";
        }
    }
}
