package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import huoshui.rule.PlainWorld.Chair;
import huoshui.rule.PlainWorld.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where somebody sits, read the slow way: units, seats, terms, probation, kin. Null where the dossier cannot say. */
final class PlainStanding {

    private static final int ENDLESS = 100_001;
    private static final Set<UnitKind> ORGANS = Set.of(
            UnitKind.PARTY_ORGAN,
            UnitKind.GOVERNMENT_ORGAN,
            UnitKind.CONGRESS,
            UnitKind.CONSULTATIVE,
            UnitKind.DISCIPLINE,
            UnitKind.JUDICIAL);

    private final PlainExaminer of;
    private final PlainWorld world;
    private final LocalDate day;

    PlainStanding(PlainExaminer of, PlainWorld world, LocalDate day) {
        this.of = of;
        this.world = world;
        this.day = day;
    }

    private static PostHeld post(Line line) {
        return (PostHeld) line.body();
    }

    @Nullable
    Chair chair(Line line) {
        return world.chair(post(line).post());
    }

    @Nullable
    UUID unit(Line line) {
        if (post(line).unit() != null) return post(line).unit();
        var chair = chair(line);
        return chair == null ? null : chair.unit();
    }

    /** The unit of the first of the present posts that has one. */
    @Nullable
    Place placed() {
        for (var each : of.current()) if (unit(each) != null) return world.place(unit(each));
        return null;
    }

    @Nullable
    String sector() {
        var place = placed();
        if (place == null) return null;
        if (world.within(place, Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP))) return "县区";
        return Set.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE)
                        .contains(place.kind())
                ? "企事业与高校"
                : "市直";
    }

    /** 市级党委 …; empty in none of them; null where nobody can tell. */
    @Nullable
    String localBody() {
        var place = placed();
        if (place == null) return null;
        var above = world.place(place.above());
        boolean city = above != null && above.kind() == UnitKind.CITY;
        boolean county = above != null && above.kind() == UnitKind.COUNTY;
        var body = switch (place.kind()) {
            case PARTY_ORGAN -> "党委";
            case CONGRESS -> "人大";
            case GOVERNMENT_ORGAN -> "政府";
            case CONSULTATIVE -> "政协";
            default -> "";
        };
        if (body.isEmpty() || !(city || county)) return "";
        if (place.level() == null) return null;
        var enough = Stream.of(UnitLevel.values())
                .limit((city ? UnitLevel.BUREAU : UnitLevel.COUNTY).ordinal() + 1L)
                .toList();
        return enough.contains(place.level()) ? (city ? "市级" : "县级") + body : "";
    }

    @Nullable
    Boolean principal() {
        if (of.current().isEmpty()) return null;
        boolean silent = false;
        for (var each : of.current()) {
            var chair = chair(each);
            if (chair != null && chair.principal()) return true;
            silent |= chair == null;
        }
        return silent ? null : false;
    }

    @Nullable
    Boolean termed() {
        if (of.current().isEmpty()) return null;
        boolean silent = false;
        for (var each : of.current()) {
            var chair = chair(each);
            if (chair != null && chair.termed()) return true;
            silent |= chair == null;
        }
        return silent ? null : false;
    }

    @Nullable
    Boolean holds(@Nullable Chair aimed) {
        if (aimed == null || of.current().isEmpty()) return null;
        boolean silent = false;
        for (var each : of.current()) {
            if (aimed.id().equals(post(each).post())) return true;
            silent |= post(each).post() == null;
        }
        return silent ? null : false;
    }

    /** Full terms of five years in the longest held of the present termed seats. */
    @Nullable
    Set<Integer> terms() {
        if (of.current().isEmpty()) return null;
        int least = 0;
        int most = 0;
        for (var each : of.current()) {
            var chair = chair(each);
            if (chair == null || !chair.termed()) continue;
            var first = each.valid().firstDate();
            if (first == null) return null;
            var months = new TreeSet<>(of.since(first));
            if (months.first() < least) continue;
            least = months.first();
            most = months.last();
        }
        return Set.copyOf(List.of(least / 60, most / 60).stream().distinct().toList());
    }

    @Nullable
    Boolean onProbation() {
        if (of.current().isEmpty()) return null;
        var main = of.current().getFirst();
        if (Boolean.FALSE.equals(post(main).leading())) return false;
        var first = main.valid().firstDate();
        var months = first == null ? null : new TreeSet<>(of.since(first));
        if (months != null && months.first() > 12) return false;
        var chair = chair(main);
        var leading = post(main).leading();
        if (chair != null) {
            if (leading == null) leading = chair.leading();
            var place = world.place(chair.unit());
            boolean heads = chair.category() == SeatCategory.HEAD && place != null && ORGANS.contains(place.kind());
            if (chair.termed() || heads || Boolean.FALSE.equals(leading)) return false;
        }
        var level = of.levelOf(main);
        if (level != null) {
            if (!level.leading()) return false;
            for (var each : of.begun("post")) {
                var before = of.levelOf(each);
                boolean earlier = each.valid().from().isBefore(main.valid().from());
                if (earlier && before != null && before.atLeast(level)) return false;
            }
        }
        if (chair == null || level == null || leading == null || months == null) return null;
        return months.last() < 12 ? Boolean.TRUE : months.first() >= 12 ? Boolean.FALSE : null;
    }

    /** Some months of work at a place, the last not among them. */
    private record Stay(int from, int to, boolean roots) {}

    /** Months in grass-roots units: those surely so, and all of service less those surely elsewhere. */
    @Nullable
    Set<Integer> grassroots(@Nullable Set<Integer> service) {
        int there = 0;
        int elsewhere = 0;
        int today = index(day);
        var stays = new ArrayList<Stay>();
        for (var each : of.begun("post")) {
            var place = world.place(unit(each));
            if (each.valid().firstDate() == null || place == null) continue;
            var to = each.valid().to();
            stays.add(new Stay(
                    index(each.valid().from()), to == null || to.isAfter(day) ? today : index(to), roots(place)));
        }
        int earliest = stays.stream().mapToInt(Stay::from).min().orElse(today);
        for (int month = Math.max(0, earliest); month < today; month++) {
            boolean here = false;
            boolean away = false;
            for (var each : stays) {
                if (month < each.from || month >= each.to) continue;
                if (each.roots) here = true;
                else away = true;
            }
            there += here ? 1 : 0;
            elsewhere += away && !here ? 1 : 0;
        }
        if (service == null) return there == 0 ? null : Set.of(there, ENDLESS);
        int all = new TreeSet<>(service).last();
        int least = Math.min(there, all);
        return new HashSet<>(List.of(least, Math.max(least, all - elsewhere)));
    }

    private static int index(LocalDate day) {
        return (day.getYear() - 1900) * 12 + day.getMonthValue() - 1;
    }

    private boolean roots(Place place) {
        return world.within(place, Set.of(UnitKind.COUNTY, UnitKind.TOWNSHIP))
                || Set.of(UnitKind.INSTITUTION, UnitKind.ENTERPRISE, UnitKind.COLLEGE)
                        .contains(place.kind());
    }

    @Nullable
    Set<Integer> unitsServed() {
        if (!of.careerTold()) return null;
        var units = new HashSet<UUID>();
        int open = 0;
        for (var each : of.begun("post")) {
            if (unit(each) == null) open++;
            else units.add(unit(each));
        }
        return new HashSet<>(List.of(units.size(), units.size() + open));
    }

    @Nullable
    Set<Integer> timeInUnit() {
        if (of.current().isEmpty()) return null;
        var first = of.current().getFirst();
        var unit = unit(first);
        if (unit == null) return null;
        for (var each : of.begun("post").reversed()) {
            boolean earlier = each.valid().from().isBefore(first.valid().from());
            var to = each.valid().to();
            boolean joins =
                    to == null || !to.plusDays(31).isBefore(first.valid().from());
            if (earlier && joins && unit.equals(unit(each))) first = each;
        }
        var since = first.valid().firstDate();
        return since == null ? null : of.since(since);
    }

    @Nullable
    Boolean atUpbringingPlace(@Nullable String grewUp) {
        if (grewUp == null) return null;
        var at = of.current().stream()
                .map(this::unit)
                .filter(java.util.Objects::nonNull)
                .findFirst();
        if (at.isEmpty()) return null;
        var place = world.place(at.get());
        if (place == null) return false;
        for (var each : world.upwards(place))
            if (each.kind() == UnitKind.COUNTY)
                return grewUp.contains(each.name())
                        || grewUp.contains(each.name().replaceAll(".$", ""));
        return false;
    }

    // Kin

    /** Two seats asked about; null where nobody can tell. */
    private interface Between {
        @Nullable
        Boolean of(Chair own, Chair other);
    }

    @Nullable
    Boolean kinInLine() {
        return kin(this::oneLine);
    }

    @Nullable
    Boolean kinLeadsUnit() {
        return kin((own, other) -> {
            if (!own.unit().equals(other.unit()) || !inTeam(other)) return false;
            if (own.functions().isEmpty()) return null;
            return own.functions().stream()
                    .anyMatch(each ->
                            Stream.of("组织", "人事", "纪检", "监察", "审计", "财务").anyMatch(each::contains));
        });
    }

    private @Nullable Boolean kin(Between between) {
        var rows = of.now("family");
        if (rows.isEmpty()) return null;
        var own = chairs(of.current());
        boolean silent = false;
        for (var row : rows) {
            var person = ((FamilyMember) row.body()).person();
            if (person == null) {
                silent = true;
                continue;
            }
            var lines = world.relatives.get(person);
            if (lines == null) {
                silent = true;
                continue;
            }
            var other = chairs(lines.stream()
                    .filter(each -> each.kind().equals("post") && each.valid().covers(day))
                    .toList());
            if (own == null || other == null) {
                silent = true;
                continue;
            }
            for (var mine : own)
                for (var theirs : other) {
                    var near = between.of(mine, theirs);
                    if (Boolean.TRUE.equals(near)) return true;
                    silent |= near == null;
                }
        }
        return silent ? null : false;
    }

    private @Nullable List<Chair> chairs(List<Line> posts) {
        var all = new ArrayList<Chair>();
        for (var each : posts) {
            var chair = chair(each);
            if (chair == null) return null;
            all.add(chair);
        }
        return all;
    }

    private @Nullable Boolean oneLine(Chair own, Chair other) {
        if (!own.unit().equals(other.unit())) return above(own, other) || above(other, own);
        if (own.section() != null && own.section().equals(other.section())) return true;
        if (inTeam(own) && inTeam(other)) return true;
        var both = new HashSet<>(List.of(own.category(), other.category()));
        return both.equals(Set.of(SeatCategory.HEAD, SeatCategory.SECTION_HEAD)) ? Boolean.TRUE : null;
    }

    private boolean above(Chair high, Chair low) {
        var place = world.place(low.unit());
        return inTeam(high)
                && low.category() == SeatCategory.HEAD
                && place != null
                && high.unit().equals(place.above());
    }

    private static boolean inTeam(Chair chair) {
        return List.of(
                        SeatCategory.HEAD,
                        SeatCategory.DEPUTY,
                        SeatCategory.CHIEF_SPECIALIST,
                        SeatCategory.STATIONED_INSPECTOR,
                        SeatCategory.OTHER_LEADER)
                .contains(chair.category());
    }

    // Age of retirement, by the table of the raise: one month later for so many months of birth

    @Nullable
    Set<Integer> untilRetirement(
            @Nullable String sex, @Nullable PartialDate birth, @Nullable LeadershipLevel level, List<String> titles) {
        if (birth == null) return null;
        var all = new TreeSet<Integer>();
        var ages = new TreeSet<Integer>();
        boolean high = (level != null && level.atLeast(LeadershipLevel.DIVISION_DEPUTY))
                || titles.stream().anyMatch(each -> each.startsWith("高级") && !each.endsWith("工"));
        if (sex == null) ages.addAll(List.of(50, 60));
        else if (sex.equals("男") || high) ages.add(60);
        else if (level == null) ages.addAll(List.of(55, 60));
        else ages.add(55);
        var months = birth.month() == 0 && birth.season() == null
                ? java.util.stream.IntStream.rangeClosed(1, 12).boxed().toList()
                : List.of(
                        birth.season() == null ? birth.month() : birth.season().month());
        for (int month : months)
            for (int age : ages) {
                int at = birth.year() * 12 + month - 1;
                int start = (age == 60 ? 1965 : age == 55 ? 1970 : 1975) * 12;
                int step = age == 50 ? 2 : 4;
                int later = at < start ? 0 : Math.min(age == 50 ? 60 : 36, (at - start) / step + 1);
                all.add(at + age * 12 + later - (day.getYear() * 12 + day.getMonthValue() - 1));
            }
        return all;
    }
}
