package huoshui.assessment;

import huoshui.assessment.Instrument.Dimension;
import huoshui.assessment.Instrument.Voice;
import huoshui.assessment.Item.Grade;
import huoshui.assessment.Item.Rating;
import huoshui.assessment.Scorecard.Bar;
import huoshui.assessment.Scorecard.DimensionLine;
import huoshui.assessment.Scorecard.Figure;
import huoshui.assessment.Scorecard.Group;
import huoshui.assessment.Scorecard.ItemLine;
import huoshui.assessment.Tally.Count;
import huoshui.assessment.Tally.Sheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Totals the sheets of one subject. The same sheets give the same figures, whenever and in whatever order they are totalled. 汇总
 *
 * <p>Agreement is rWG (James, Demaree and Wolf): one minus the variance found over that of people who choose at random.
 */
final class Totals {

    static final int TESTED = 30;
    private static final String FEW = "样本少，不作检验";
    private static final String EACH_UNANIMOUS = "各组均全组一致";
    private static final String TOO_FEW = "有评价的不足五票，不出数";
    private static final double HUNDRED = 100;

    private final Instrument instrument;
    private final int invited;
    private final boolean named;
    private final List<Group> groups = new ArrayList<>();
    private final List<List<Sheet>> sheets = new ArrayList<>();

    Totals(Instrument instrument, int invited, Confidentiality confidentiality) {
        this.instrument = instrument;
        this.invited = invited;
        this.named = confidentiality == Confidentiality.NAMED;
    }

    Scorecard of(UUID subject, List<Count> counts, List<Sheet> all) {
        int valid = counts.stream().mapToInt(Count::valid).sum();
        if (all.isEmpty())
            return new Scorecard(
                    subject,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("有效票 %d 张，不足 %d 张，不出结果，票面未留存".formatted(valid, least())));
        for (var count : counts) {
            groups.add(group(count));
            sheets.add(all.stream()
                    .filter(each -> each.voices().equals(count.voices()))
                    .toList());
        }
        var dimensions = instrument.dimensions().stream().map(this::dimension).toList();
        var items = instrument.items().stream().map(this::item).toList();
        return new Scorecard(subject, List.copyOf(groups), dimensions, items, notes(valid));
    }

    private int least() {
        return named ? 1 : instrument.fewest();
    }

    private List<String> notes(int valid) {
        var notes = new ArrayList<String>();
        if (valid * 100 < invited * instrument.validity().validLeast())
            notes.add("有效票 %d 张，应参 %d 人，不足应参人数的 %d%%"
                    .formatted(valid, invited, instrument.validity().validLeast()));
        for (var each : groups)
            if (each.names().size() > 1) notes.add("%s因票数不足合并统计".formatted(String.join("、", each.names())));
        return notes;
    }

    private Group group(Count count) {
        var codes = Set.of(count.voices().split("\\+"));
        var voices = instrument.voices().stream()
                .filter(each -> codes.contains(each.code()))
                .toList();
        return new Group(
                count.voices(),
                voices.stream().map(Voice::name).toList(),
                voices.stream().mapToInt(Voice::weight).sum(),
                count.issued(),
                count.returned(),
                count.valid());
    }

    private DimensionLine dimension(Dimension dimension) {
        var items = instrument.itemsOf(dimension);
        var parts = sheets.stream().map(each -> dimension(items, each)).toList();
        return new DimensionLine(dimension.code(), dimension.name(), dimension.sign(), overall(parts), figures(parts));
    }

    /**
     * What a group adds to the whole.
     *
     * @param mean null where the group adds nothing: too few of it spoke, and it could be told from the others and the whole
     */
    private record Part(Figure figure, @Nullable Double mean, List<Bar> bars) {

        static Part untold(int n) {
            return new Part(new Figure(n, null, null, null, TOO_FEW, List.of()), null, List.of());
        }
    }

    private static List<Figure> figures(List<Part> parts) {
        return parts.stream().map(Part::figure).toList();
    }

    private Part dimension(List<Item> items, List<Sheet> of) {
        var values = new ArrayList<Double>();
        for (var sheet : of) {
            var points = items.stream()
                    .map(each -> points(each, sheet))
                    .filter(OptionalDouble::isPresent)
                    .mapToDouble(OptionalDouble::getAsDouble)
                    .average();
            if (points.isPresent()) values.add(points.getAsDouble());
        }
        var said = of.stream()
                .flatMap(sheet -> items.stream().map(each -> word(each, sheet)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return part(values, agreement(items, of), List.of(), said.size() == 1 ? "全组一致：" + said.getFirst() : "全组一致");
    }

    /** The grade given, where it counts. */
    private static Optional<String> word(Item item, Sheet sheet) {
        var given = sheet.marks().get(item.stem().code());
        if (given == null || given.grade() == null || points(item, sheet).isEmpty()) return Optional.empty();
        return Optional.of(given.grade());
    }

    private ItemLine item(Item item) {
        var stem = item.stem();
        var parts = sheets.stream().map(each -> part(item, each)).toList();
        return new ItemLine(
                stem.code(),
                stem.dimension(),
                stem.text(),
                stem.status().code(),
                stem.source(),
                overall(parts),
                figures(parts));
    }

    private Part part(Item item, List<Sheet> of) {
        if (of.size() < least()) return Part.untold(of.size());
        var bars = bars(item, of);
        if (!(item instanceof Rating || item instanceof Item.Keyed))
            return new Part(new Figure(of.size(), null, null, null, null, bars), null, bars);
        var values = of.stream()
                .map(each -> points(item, each))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        var all = bars.stream().filter(each -> each.count() == of.size()).findFirst();
        return part(
                values,
                agreement(List.of(item), of),
                bars,
                all.map(each -> "全组一致：" + each.word()).orElse("全组一致"));
    }

    /** Who all say the same are told in words. */
    private Part part(List<Double> values, OptionalDouble agreement, List<Bar> bars, String unanimous) {
        int n = values.size();
        if (n < least()) return Part.untold(n);
        double mean = mean(values);
        double variance = variance(values, mean);
        if (n > 1 && values.stream().distinct().count() == 1)
            return new Part(new Figure(n, null, null, null, unanimous, List.of()), mean, bars);
        boolean tested = n >= TESTED && agreement.isPresent();
        var figure = new Figure(
                n,
                mean,
                Math.sqrt(variance),
                tested ? (Double) agreement.getAsDouble() : null,
                tested ? null : FEW,
                bars);
        return new Part(figure, mean, bars);
    }

    /** Where all who spoke are unanimous group by group, a figure of the whole would be theirs: told in words as well. */
    private Figure overall(List<Part> parts) {
        var spoke = parts.stream().filter(each -> each.mean() != null).toList();
        if (!spoke.isEmpty() && spoke.stream().allMatch(each -> each.figure().mean() == null)) {
            int all = spoke.stream().mapToInt(each -> each.figure().n()).sum();
            var words = spoke.stream()
                    .map(each -> String.valueOf(each.figure().words()))
                    .distinct()
                    .toList();
            return new Figure(all, null, null, null, words.size() == 1 ? words.getFirst() : EACH_UNANIMOUS, List.of());
        }
        double sum = 0;
        double weights = 0;
        int n = 0;
        for (int i = 0; i < parts.size(); i++) {
            var mean = parts.get(i).mean();
            if (mean == null) continue;
            double weight = groups.get(i).weight();
            sum += weight * mean;
            weights += weight;
            n += parts.get(i).figure().n();
        }
        var bars = together(parts);
        if (weights == 0) return new Figure(n, null, null, null, bars.isEmpty() ? TOO_FEW : null, bars);
        return new Figure(n, sum / weights, null, null, null, bars);
    }

    private static List<Bar> together(List<Part> parts) {
        var all = new LinkedHashMap<String, Integer>();
        parts.forEach(part -> part.bars().forEach(bar -> all.merge(bar.word(), bar.count(), Integer::sum)));
        return all.entrySet().stream()
                .map(each -> new Bar(each.getKey(), each.getValue()))
                .toList();
    }

    private static List<Bar> bars(Item item, List<Sheet> of) {
        var all = new LinkedHashMap<String, Integer>();
        switch (item) {
            case Rating rating -> rating.scale().forEach(each -> all.put(each.word(), 0));
            case Item.Choice choice -> choice.options().forEach(each -> all.put(each, 0));
            case Item.Keyed keyed -> keyed.options().forEach(each -> all.put(each, 0));
            case Item.Checklist list -> list.points().forEach(each -> all.put(each.text(), 0));
            case Item.Nomination nomination -> {}
            case Item.Narrative narrative -> {}
        }
        for (var sheet : of) {
            var given = sheet.marks().get(item.stem().code());
            if (given == null) continue;
            if (given.grade() != null) all.merge(given.grade(), 1, Integer::sum);
            given.chosen().forEach(each -> all.merge(each, 1, Integer::sum));
            given.nominated().forEach(each -> all.merge(each.name().strip(), 1, Integer::sum));
        }
        return all.entrySet().stream()
                .map(each -> new Bar(each.getKey(), each.getValue()))
                .collect(Collectors.toList());
    }

    private static OptionalDouble points(Item item, Sheet sheet) {
        var given = sheet.marks().get(item.stem().code());
        if (given == null) return OptionalDouble.empty();
        return switch (item) {
            case Rating rating ->
                rating.scale().stream()
                        .filter(each -> each.counts() && each.word().equals(given.grade()))
                        .map(Grade::points)
                        .filter(Objects::nonNull)
                        .mapToDouble(Integer::doubleValue)
                        .findFirst();
            case Item.Keyed keyed ->
                OptionalDouble.of(
                        given.chosen().containsAll(keyed.right())
                                        && keyed.right().containsAll(given.chosen())
                                ? HUNDRED
                                : 0);
            default -> OptionalDouble.empty();
        };
    }

    /** rWG of one item, rWG(J) of several; empty where none of them is rated. */
    private static OptionalDouble agreement(List<Item> items, List<Sheet> of) {
        double share = 0;
        int rated = 0;
        for (var item : items) {
            if (!(item instanceof Rating rating)) continue;
            var values = of.stream()
                    .map(each -> points(item, each))
                    .filter(OptionalDouble::isPresent)
                    .map(OptionalDouble::getAsDouble)
                    .toList();
            if (values.size() < TESTED) continue;
            var steps = rating.scale().stream()
                    .map(Grade::points)
                    .filter(Objects::nonNull)
                    .map(Integer::doubleValue)
                    .toList();
            double middle = mean(steps);
            double chance = steps.stream()
                    .mapToDouble(each -> (each - middle) * (each - middle))
                    .average()
                    .orElseThrow();
            share += variance(values, mean(values)) / chance;
            rated++;
        }
        if (rated == 0) return OptionalDouble.empty();
        double found = Math.min(1, share / rated);
        double agreed = rated * (1 - found);
        return OptionalDouble.of(agreed / (agreed + found));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double variance(List<Double> values, double mean) {
        if (values.size() < 2) return 0;
        return values.stream()
                        .mapToDouble(each -> (each - mean) * (each - mean))
                        .sum()
                / (values.size() - 1);
    }
}
