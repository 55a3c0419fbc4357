package huoshui.interchange;

import huoshui.interchange.general.GeneralColumns;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralUnit;
import huoshui.org.Chart;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.LeaderNumbers;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which columns of B01 say what of a unit's numbers and papers, to and fro. 机构栏目对照 */
final class UnitColumns {

    private static final Map<SeatCategory, String> CATEGORIES = Map.of(
            SeatCategory.HEAD, "B0183",
            SeatCategory.DEPUTY, "B0185",
            SeatCategory.CHIEF_SPECIALIST, "B0246",
            SeatCategory.SECTION_HEAD, "B0190",
            SeatCategory.SECTION_DEPUTY, "B0191A");

    /** 审批时间与文号 in one, as the page has them. */
    private static final Pattern CIVIL_MANAGED = Pattern.compile("(\\d{4,8})(?:\\s+(.+))?");

    private UnitColumns() {}

    /** What a row says in numbers. */
    static List<UnitNews.Figure> figures(GeneralUnit unit) {
        return unit.numbers().entrySet().stream()
                .map(each -> new UnitNews.Figure(each.getKey(), called(each.getKey()), each.getValue()))
                .toList();
    }

    static String called(String column) {
        return GeneralColumns.called(GeneralColumns.UNITS, column);
    }

    static List<Establishment> establishment(GeneralUnit unit) {
        var numbers = new ArrayList<Establishment>();
        for (var category : SeatCategory.values()) {
            var column = CATEGORIES.get(category);
            var number = column == null ? null : unit.numbers().get(column);
            if (number != null) numbers.add(new Establishment(category, null, number, null));
        }
        return numbers;
    }

    static Optional<Headcount> headcount(GeneralUnit unit) {
        var numbers = unit.numbers();
        var heads = new Headcount(
                numbers.get("B0227"),
                numbers.get("B0232"),
                numbers.get("B0233"),
                numbers.get("B0236"),
                numbers.get("B0235"),
                numbers.get("B0234"),
                null);
        return heads.equals(new Headcount(null, null, null, null, null, null, null))
                ? Optional.empty()
                : Optional.of(heads);
    }

    static Optional<LeaderNumbers> leaders(GeneralUnit unit) {
        var numbers = unit.numbers();
        boolean split = numbers.containsKey("B0190") || numbers.containsKey("B0191A");
        var leaders = new LeaderNumbers(
                numbers.get("B0247"),
                numbers.get("B0248"),
                numbers.get("B0249"),
                split ? null : numbers.get("B0150"),
                null);
        return Stream.of(leaders.bureauChief(), leaders.bureauDeputy(), leaders.subBureau(), leaders.inner())
                        .allMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(leaders);
    }

    static Optional<String> civilManaged(GeneralUnit unit) {
        var said = Stream.of("B0238", "B0239")
                .map(each -> text(unit, each))
                .flatMap(Optional::stream)
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }

    static Optional<String> creditCode(GeneralUnit unit) {
        return text(unit, "UNIFY_CODE");
    }

    static Optional<Integer> order(GeneralUnit unit) {
        return text(unit, "SORTID").filter(each -> each.matches("\\d{1,7}")).map(Integer::valueOf);
    }

    private static Optional<String> text(GeneralUnit unit, String column) {
        return GeneralPerson.value(unit.rest(), column);
    }

    /** What we know of a unit in numbers, by column. */
    static SortedMap<String, Integer> numbers(Chart chart, UUID unit) {
        var numbers = new TreeMap<String, Integer>();
        for (var each : chart.establishment(unit)) {
            var column = CATEGORIES.get(each.category());
            if (column != null) numbers.merge(column, each.number(), Integer::sum);
        }
        if (numbers.containsKey("B0190") || numbers.containsKey("B0191A"))
            numbers.put("B0150", numbers.getOrDefault("B0190", 0) + numbers.getOrDefault("B0191A", 0));
        chart.headcount(unit).ifPresent(heads -> {
            put(numbers, "B0227", heads.administrative());
            put(numbers, "B0232", heads.civilManaged());
            put(numbers, "B0233", heads.institution());
            put(numbers, "B0236", heads.workers());
            put(numbers, "B0235", heads.politicalLegal());
            put(numbers, "B0234", heads.other());
        });
        chart.leaderNumbers(unit).ifPresent(leaders -> {
            put(numbers, "B0247", leaders.bureauChief());
            put(numbers, "B0248", leaders.bureauDeputy());
            put(numbers, "B0249", leaders.subBureau());
            put(numbers, "B0150", leaders.inner());
        });
        return numbers;
    }

    private static void put(Map<String, Integer> numbers, String column, @Nullable Integer number) {
        if (number != null) numbers.put(column, number);
    }

    /** Papers, codes and place among others. */
    static Map<String, String> rest(UnitIs is) {
        var rest = new LinkedHashMap<String, String>();
        var civil = is.civilManaged();
        if (civil != null && !civil.isBlank()) {
            var found = CIVIL_MANAGED.matcher(civil.strip());
            boolean dated = found.matches();
            if (dated) rest.put("B0238", found.group(1));
            var paper = dated ? found.group(2) : civil.strip();
            if (paper != null) rest.put("B0239", paper);
        }
        if (is.creditCode() != null && !is.creditCode().isBlank()) rest.put("UNIFY_CODE", is.creditCode());
        if (is.order() != 0) rest.put("SORTID", String.valueOf(is.order()));
        return rest;
    }
}
