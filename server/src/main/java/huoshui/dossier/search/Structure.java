package huoshui.dossier.search;

import static huoshui.dossier.search.Condition.test;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import huoshui.dossier.city.Surroundings;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.Ethnicity;
import huoshui.kernel.code.Sex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;

/** What a list of people is made up of; each bar carries the condition that filters to it. 结构条 */
public final class Structure {

    /** One way to look at a list. */
    public record Make(String name, List<Bar> bars) {}

    /** One part of it. */
    public record Bar(String key, String label, int count, Condition condition) {}

    private static final int[] AGES = {0, 36, 41, 46, 51, 56, 200};

    private Structure() {}

    private static final List<Making> MAKINGS = List.of(
            ages(),
            new Making(
                    "sex",
                    List.of(
                            sex(Sex.MALE),
                            sex(Sex.FEMALE),
                            silent("sex", (card, around) -> card.who().sex() == null))),
            new Making(
                    "party",
                    List.of(
                            party("communist", "中共党员", true),
                            party("nonParty", "党外", false),
                            silent(
                                    "party",
                                    (card, around) -> card.footing().cadre()
                                            && !card.party().recorded()))),
            new Making(
                    "fulltime",
                    List.of(
                            fulltime(EducationLevel.POSTGRADUATE, EducationLevel.POSTGRADUATE, "研究生"),
                            fulltime(EducationLevel.UNDERGRADUATE, EducationLevel.ORDINARY_CLASS, "大学"),
                            fulltime(EducationLevel.JUNIOR_COLLEGE, EducationLevel.PRIMARY, "大专及以下"),
                            new Part(
                                    "none",
                                    "无",
                                    test("fulltime", Op.KNOWN, false),
                                    (card, around) -> card.schooling().fulltime() == null
                                            || card.schooling().fulltime().level() == null))),
            new Making(
                    "ethnicity",
                    List.of(
                            han(),
                            minority(),
                            silent("ethnicity", (card, around) -> card.who().ethnicity() == null))),
            sources());

    /** What these people are made up of. */
    static List<Make> of(BitSet people, City city) {
        return MAKINGS.stream().map(each -> each.of(people, city)).toList();
    }

    private interface Holding {
        boolean of(Card card, Surroundings around);
    }

    private record Part(String key, String label, Condition condition, Holding holds) {}

    /** Everybody counts in the first part that holds of them; the parts leave each other alone. */
    private record Making(String name, List<Part> all) implements Partition {

        @Override
        public int parts() {
            return all.size();
        }

        @Override
        public ToIntFunction<Card> in(City city) {
            var around = city.around();
            return card -> {
                for (int i = 0; i < all.size(); i++) if (all.get(i).holds.of(card, around)) return i;
                return -1;
            };
        }

        Make of(BitSet people, City city) {
            var parts = city.derived(this);
            var bars = new ArrayList<Bar>();
            for (int i = 0; i < parts.length; i++) {
                var part = all.get(i);
                var these = (BitSet) people.clone();
                these.and(parts[i]);
                int count = these.cardinality();
                if (count > 0 || !part.key.equals("unknown"))
                    bars.add(new Bar(part.key, part.label, count, part.condition));
            }
            return new Make(name, bars);
        }
    }

    private static Making ages() {
        var parts = new ArrayList<Part>();
        for (int i = 0; i + 1 < AGES.length; i++) parts.add(age(AGES[i], AGES[i + 1] - 1));
        parts.add(silent("birth", (card, around) -> card.who().age() == null));
        return new Making("age", List.copyOf(parts));
    }

    /** Where an age is not certain the younger one counts, so that nobody is counted twice. */
    private static Part age(int from, int to) {
        Holding within = (card, around) -> card.who().age() != null
                && card.who().age().least() >= from
                && card.who().age().least() <= to;
        if (from == 0) return new Part("-" + to, to + " 以下", test("age", Op.AT_MOST, to), within);
        if (to > 100) return new Part(from + "-", from + " 以上", test("age", Op.AT_LEAST, from), within);
        return new Part(from + "-" + to, from + "–" + to, test("age", Op.BETWEEN, from, to), within);
    }

    private static Part sex(Sex sex) {
        return new Part(
                sex.code(),
                sex.title(),
                test("sex", Op.IS, sex.code()),
                (card, around) -> card.who().sex() == sex);
    }

    private static Part party(String field, String label, boolean communist) {
        return new Part(
                field,
                label,
                test(field, Op.IS, true),
                (card, around) -> card.party().recorded() && card.party().communist() == communist);
    }

    private static Part fulltime(EducationLevel high, EducationLevel low, String label) {
        return new Part(high.name(), label, test("fulltime", Op.BETWEEN, high.name(), low.name()), (card, around) -> {
            var attained = card.schooling().fulltime();
            var level = attained == null ? null : attained.level();
            return level != null && level.atLeast(low) && high.atLeast(level);
        });
    }

    private static Part han() {
        return new Part(
                "han",
                "汉族",
                test("ethnicity", Op.IS, Ethnicity.HAN.code()),
                (card, around) -> card.who().ethnicity() != null
                        && card.who().ethnicity().code().equals(Ethnicity.HAN.code()));
    }

    private static Part minority() {
        return new Part(
                "minority",
                "少数民族",
                test("minority", Op.IS, true),
                (card, around) ->
                        card.who().ethnicity() != null && card.who().ethnicity().minority());
    }

    private static Making sources() {
        var parts = new ArrayList<Part>();
        for (var sector : Surroundings.Sector.values())
            parts.add(new Part(
                    sector.name(),
                    sector.word(),
                    test("source", Op.IS, sector.name()),
                    (card, around) -> around.unit(card.service().unit())
                            .filter(each -> each.sector() == sector)
                            .isPresent()));
        parts.add(silent(
                "source", (card, around) -> around.unit(card.service().unit()).isEmpty()));
        return new Making("source", List.copyOf(parts));
    }

    private static Part silent(String field, Holding holds) {
        return new Part("unknown", "待核", test(field, Op.KNOWN, false), holds);
    }
}
