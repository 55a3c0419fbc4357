package huoshui.dossier.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is asked of everybody: tests, joined by 且, 或 and 非. 条件
 *
 * <p>Written as JSON: {@code {"all":[…]}}, {@code {"any":[…]}}, {@code {"not":…}}, {@code {"field":"age","op":"atMost","value":45}},
 * {@code {"cohort":"年轻干部"}}; any other key is one of the language of clauses: {@code {"exists":{"kind":"reward"}}}. One language;
 * {@code docs/rulebook/language.md} describes it.
 */
public sealed interface Condition {

    /** 且 */
    record All(List<Condition> of) implements Condition {}

    /** 或 */
    record Any(List<Condition> of) implements Condition {}

    /** 非 */
    record Not(Condition of) implements Condition {}

    /**
     * One comparison. 条件项
     *
     * @param field code of a {@link Field}
     * @param values one value; two for {@link Op#BETWEEN}; any number for {@link Op#IN}
     */
    record Test(String field, Op op, List<String> values) implements Condition {}

    /** Whoever belongs to what was saved under this name: a condition, or a list of people. 属于人群 */
    record Member(String cohort) implements Condition {}

    /**
     * What no field of the catalogue asks: a measure of clauses, facts of a kind in a window, a conclusion. 条款语言的条件
     *
     * @param text as JSON, in the language of clauses; see {@link Criteria}
     */
    record Criterion(String text) implements Condition {}

    /** These people; what a {@link Member} of a list of people comes to. 所列人员 */
    record People(List<UUID> of) implements Condition {}

    static Condition test(String field, Op op, Object... values) {
        return new Test(field, op, Stream.of(values).map(String::valueOf).toList());
    }

    /** Every test in it. */
    default Stream<Test> tests() {
        return switch (this) {
            case All(var of) -> of.stream().flatMap(Condition::tests);
            case Any(var of) -> of.stream().flatMap(Condition::tests);
            case Not(var of) -> of.tests();
            case Test test -> Stream.of(test);
            case Member member -> Stream.empty();
            case Criterion criterion -> Stream.empty();
            case People people -> Stream.empty();
        };
    }

    /** Every one that is not put together of others. */
    default Stream<Condition> leaves() {
        return switch (this) {
            case All(var of) -> of.stream().flatMap(Condition::leaves);
            case Any(var of) -> of.stream().flatMap(Condition::leaves);
            case Not(var of) -> of.leaves();
            default -> Stream.of(this);
        };
    }

    /** As it is written; what {@link ConditionReader} reads. */
    default Object written() {
        return switch (this) {
            case All(var of) ->
                Map.of("all", of.stream().map(Condition::written).toList());
            case Any(var of) ->
                Map.of("any", of.stream().map(Condition::written).toList());
            case Not(var of) -> Map.of("not", of.written());
            case Test(var field, var op, var values) ->
                Map.of("field", field, "op", op.code(), "value", value(field, op, values));
            case Member(var cohort) -> Map.of("cohort", cohort);
            case Criterion(var text) -> JsonMapper.shared().readTree(text);
            case People(var of) -> Map.of("people", of);
        };
    }

    private static Object value(String field, Op op, List<String> values) {
        var typed = values.stream().map(each -> Fields.typed(field, op, each)).toList();
        return op == Op.IN || op == Op.BETWEEN ? typed : typed.isEmpty() ? true : typed.getFirst();
    }
}
