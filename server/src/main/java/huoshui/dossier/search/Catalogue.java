package huoshui.dossier.search;

import static huoshui.kernel.Chapter.CAREER;
import static huoshui.kernel.Chapter.EDUCATION;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.Comparisons.Applies;
import huoshui.dossier.search.Field.Kind;
import huoshui.dossier.search.Field.Reading;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fields being entered, each by the sort of value it has. 条件项登记 */
final class Catalogue {

    private static final List<Op> NUMBER_OPS = List.of(Op.AT_LEAST, Op.AT_MOST, Op.BETWEEN, Op.IS, Op.KNOWN);
    private static final List<Op> CODE_OPS = List.of(Op.IS, Op.IN, Op.KNOWN);
    private static final List<Op> ORDERED_OPS = List.of(Op.AT_LEAST, Op.IS, Op.IN, Op.AT_MOST, Op.BETWEEN, Op.KNOWN);
    private static final List<Op> TEXT_OPS = List.of(Op.CONTAINS, Op.IS, Op.IN, Op.KNOWN);
    private static final List<Op> FLAG_OPS = List.of(Op.HAS, Op.IS, Op.KNOWN);
    static final List<Op> UNIT_OPS = List.of(Op.UNDER, Op.IS, Op.IN, Op.KNOWN);

    private final List<Field> all = new ArrayList<>();

    List<Field> all() {
        return List.copyOf(all);
    }

    /** What a field entered before is called. */
    Optional<String> label(String code) {
        return all.stream()
                .filter(each -> each.code().equals(code))
                .map(Field::label)
                .findFirst();
    }

    void coming(String code, String label, String english, Coming.Sort sort) {
        add(code, label, english, Kind.NUMBER, NUMBER_OPS, List.of(), "月", CAREER, code, Coming.reading(sort));
    }

    void number(
            String code,
            String label,
            String english,
            String unit,
            Chapter chapter,
            String lacks,
            Applies applies,
            BiFunction<Card, Occasion, @Nullable Bounds> value) {
        add(
                code,
                label,
                english,
                Kind.NUMBER,
                NUMBER_OPS,
                List.of(),
                unit,
                chapter,
                lacks,
                Comparisons.number(value, applies));
    }

    void date(
            String code,
            String label,
            String english,
            Chapter chapter,
            String lacks,
            Applies applies,
            Function<Card, @Nullable PartialDate> value) {
        add(
                code,
                label,
                english,
                Kind.DATE,
                NUMBER_OPS,
                List.of(),
                null,
                chapter,
                lacks,
                Comparisons.date(value, applies));
    }

    void codes(
            String code,
            String label,
            String english,
            Chapter chapter,
            List<Code> codes,
            String lacks,
            BiFunction<Card, Occasion, @Nullable Set<String>> value) {
        add(code, label, english, Kind.CODE, CODE_OPS, codes, null, chapter, lacks, Comparisons.codes(value));
    }

    <E extends Enum<E>> void schooled(
            String code,
            String label,
            String english,
            List<Code> codes,
            Function<Card, @Nullable E> value,
            Function<String, @Nullable E> read) {
        Reading recorded = Comparisons.ordered(value, read, Measures::schooled);
        Reading reading = (field, test, occasion) -> {
            var asked = recorded.ready(field, test, occasion);
            return card -> {
                var answer = asked.of(card);
                boolean none = answer == Verdict.UNKNOWN && Measures.schooled(card) == Verdict.MET;
                return none ? Verdict.NOT_MET : answer;
            };
        };
        add(code, label, english, Kind.CODE, ORDERED_OPS, codes, null, EDUCATION, "education", reading);
    }

    <E extends Enum<E>> void ordered(
            String code,
            String label,
            String english,
            Chapter chapter,
            List<Code> codes,
            String lacks,
            Function<Card, @Nullable E> value,
            Function<String, @Nullable E> read,
            Applies applies) {
        add(
                code,
                label,
                english,
                Kind.CODE,
                ORDERED_OPS,
                codes,
                null,
                chapter,
                lacks,
                Comparisons.ordered(value, read, applies));
    }

    void flag(
            String code,
            String label,
            String english,
            Chapter chapter,
            String lacks,
            BiFunction<Card, Occasion, Verdict> value) {
        add(code, label, english, Kind.FLAG, FLAG_OPS, List.of(), null, chapter, lacks, Comparisons.flag(value));
    }

    void texts(
            String code,
            String label,
            String english,
            Chapter chapter,
            String lacks,
            Function<Card, List<String>> value,
            Predicate<Card> silent) {
        text(code, label, english, chapter, lacks, Comparisons.texts(value, silent));
    }

    void text(String code, String label, String english, Chapter chapter, String lacks, Reading reading) {
        add(code, label, english, Kind.TEXT, TEXT_OPS, List.of(), null, chapter, lacks, reading);
    }

    void add(
            String code,
            String label,
            String english,
            Kind kind,
            List<Op> ops,
            List<Code> codes,
            @Nullable String unit,
            Chapter chapter,
            String lacks,
            Reading reading) {
        all.add(new Field(code, label, english, kind, ops, codes, unit, chapter, lacks, reading));
    }
}
