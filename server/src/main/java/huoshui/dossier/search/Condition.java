package huoshui.dossier.search;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is asked of everybody: tests, joined by 且, 或 and 非. 条件
 *
 * <p>Written as JSON: {@code {"all":[…]}}, {@code {"any":[…]}}, {@code {"not":…}}, {@code {"field":"age","op":"atMost","value":45}}.
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
        };
    }

    /** As it is written; what {@link ConditionReader} reads. */
    default Object written() {
        return switch (this) {
            case All(var of) ->
                java.util.Map.of("all", of.stream().map(Condition::written).toList());
            case Any(var of) ->
                java.util.Map.of("any", of.stream().map(Condition::written).toList());
            case Not(var of) -> java.util.Map.of("not", of.written());
            case Test(var field, var op, var values) ->
                java.util.Map.of("field", field, "op", op.code(), "value", value(field, op, values));
        };
    }

    private static Object value(String field, Op op, List<String> values) {
        var typed = values.stream().map(each -> Fields.typed(field, op, each)).toList();
        return op == Op.IN || op == Op.BETWEEN ? typed : typed.isEmpty() ? true : typed.getFirst();
    }
}
