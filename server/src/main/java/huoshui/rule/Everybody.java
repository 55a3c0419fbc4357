package huoshui.rule;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Partition;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Chapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody of a city, asked at once. 全员之问
 *
 * <p>What criteria look at is read of everybody first, in one go over the dossiers, and kept with the city: a measure as a
 * {@link Column}, anything else as {@link Verdicts}. A criterion then is a few passes over arrays. It answers as asking each
 * person does, which a test holds; whoever wants to know why asks the person.
 */
final class Everybody {

    private final Rulebook.Asking asking;
    private final boolean standing;
    private final Toward toward;
    private final Map<Part<?>, Object> read;
    private final @Nullable Set<Part<?>> wanted;

    private Everybody(
            Rulebook.Asking asking,
            boolean standing,
            Toward toward,
            Map<Part<?>, Object> read,
            @Nullable Set<Part<?>> wanted) {
        this.asking = asking;
        this.standing = standing;
        this.toward = toward;
        this.read = read;
        this.wanted = wanted;
    }

    /** @param standing whether the book is the one that stands, so that what rests on it is worth keeping with the city */
    static Everybody of(Rulebook.Asking asking, boolean standing) {
        return new Everybody(asking, standing, Toward.NOTHING, new HashMap<>(), null);
    }

    /** The same people, considered for something. */
    Everybody toward(Toward other) {
        return other.equals(toward) ? this : new Everybody(asking, standing, other, read, wanted);
    }

    /** None in a dry run, which only tells what would be looked at. */
    int places() {
        return wanted == null ? asking.city().places() : 0;
    }

    /** Reads, in one go, whatever these questions look at and nobody has read before; they are asked once in a dry run. */
    void prepare(Consumer<Everybody> questions) {
        read(
                questions,
                each -> read.containsKey(each) || (each.kept() && asking.city().knows(each)));
    }

    /** The same, whoever has read it before. */
    void readAgain(Consumer<Everybody> questions) {
        read(questions, any -> false);
    }

    private void read(Consumer<Everybody> questions, Predicate<Part<?>> known) {
        var missing = new LinkedHashSet<Part<?>>();
        questions.accept(new Everybody(asking, standing, toward, read, missing));
        missing.removeIf(known);
        var fillings = new ArrayList<Part.Filling<?>>();
        for (var each : missing) fillings.add(Part.Filling.begun(each, places()));
        eachOf(asking.city(), Part.By.of(asking), fillings);
        for (var each : fillings) {
            read.put(each.part(), each.value());
            if (each.part().kept()) each.keep(asking.city());
        }
    }

    /** Goes once over everybody, and fills in all of these. */
    static void eachOf(City city, Part.By by, List<? extends Part.Filling<?>> fillings) {
        if (fillings.isEmpty()) return;
        var byAim = new LinkedHashMap<Toward, List<Part.Filling<?>>>();
        for (var each : fillings)
            byAim.computeIfAbsent(each.part().toward(), any -> new ArrayList<>())
                    .add(each);
        int places = city.places();
        var present = city.present();
        city.drawn();
        IntStream.range(0, (places + Partition.STRETCH - 1) / Partition.STRETCH)
                .parallel()
                .forEach(stretch -> {
                    int end = Math.min(places, (stretch + 1) * Partition.STRETCH);
                    for (int i = present.nextSetBit(stretch * Partition.STRETCH);
                            i >= 0 && i < end;
                            i = present.nextSetBit(i + 1)) {
                        var plain = by.about(city, i);
                        for (var each : byAim.entrySet()) {
                            var q = each.getKey().of(plain);
                            for (var one : each.getValue()) one.put(i, q);
                        }
                    }
                });
    }

    /** Whether this measure is read into a column: one without parameters; of the rest there are as many as people can think of. */
    static boolean columned(Measure measure, Arguments with) {
        return with == Arguments.NONE && measure.of().contains(Speaks.PERSON) && !measure.others();
    }

    Column column(Measure measure) {
        var by = Part.By.anybody(asking);
        var aim = measure.needsTarget() ? toward : Toward.NOTHING;
        boolean kept = aim.same() == null && (standing || !measure.byBook());
        return get(new Part.Measured(measure, aim, by, kept));
    }

    /**
     * What everybody answers to a criterion that looks at something itself. What others' dossiers say depends on who asks, hence is
     * not kept; nor is what only a draft asks, or is read for one post, level or rank alone.
     */
    Verdicts told(Criterion leaf) {
        boolean byBook = leaf.measures().stream().anyMatch(Measure::byBook);
        boolean aimed = leaf.measures().stream().anyMatch(Measure::needsTarget);
        boolean kept = standing
                && !(leaf instanceof Criterion.Catalogued)
                && !leaf.chapters().contains(Chapter.FAMILY);
        return told(leaf, byBook, aimed ? toward : Toward.NOTHING, kept, leaf::verdict);
    }

    /** Whether what everybody is considered for is what a clause speaks of. */
    Verdicts aimed(Scope.Aim aim) {
        return told(aim, false, toward, standing, q -> {
            var target = q.target();
            return target == null ? Verdict.UNKNOWN : aim.fits(target);
        });
    }

    /** Of whom a period runs that this clause opens. */
    Verdicts running(Provision clause) {
        return told(
                clause.editionAndVersion(),
                true,
                Toward.NOTHING,
                standing,
                q -> clause.running(q).verdict());
    }

    private Verdicts told(Object what, boolean byBook, Toward aim, boolean kept, Function<Question, Verdict> answer) {
        boolean keep = kept && aim.same() == null;
        var by = keep ? Part.By.anybody(asking) : Part.By.of(asking);
        return get(new Part.Told(what, byBook ? asking.book() : null, aim, by, keep, answer));
    }

    @SuppressWarnings("unchecked")
    private <T> T get(Part<T> part) {
        if (wanted != null) {
            wanted.add(part);
            return part.blank(0);
        }
        var known = (T) read.get(part);
        if (known != null) return known;
        var now = part.kept() ? asking.city().derived(part) : part.of(asking.city());
        read.put(part, now);
        return now;
    }
}
