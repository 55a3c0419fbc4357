package huoshui.dossier.search;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tests of fields as sentences. 条件的说法 */
public final class Sentences {

    private Sentences() {}

    /**
     * 年龄不超过 45 岁; 职级不低于四级调研员.
     *
     * @param unit the name of a unit, as far as the reader sees it
     * @throws huoshui.kernel.Refusal {@code unknown-field}
     */
    public static String of(Condition.Test test, Function<UUID, String> unit) {
        var field = Fields.of(test.field());
        return field.label() + compared(field, test, unit);
    }

    /** What a dossier is silent about where the test stays open. */
    public static String lacks(Condition.Test test) {
        return Fields.label(Fields.of(test.field()).lacks());
    }

    private static String compared(Field field, Condition.Test test, Function<UUID, String> named) {
        var values =
                test.values().stream().map(each -> value(field, each, named)).toList();
        boolean ordered = field.kind() == Field.Kind.CODE;
        boolean dated = field.kind() == Field.Kind.DATE;
        return switch (test.op()) {
            case KNOWN -> Comparisons.yes(test) ? "有记录" : "无记录";
            case HAS -> Comparisons.yes(test) ? "：有" : "：无";
            case AT_LEAST -> (ordered ? "不低于" : dated ? "不早于 " : "不少于 ") + first(values) + unit(field);
            case AT_MOST -> (ordered ? "不高于" : dated ? "不晚于 " : "不超过 ") + first(values) + unit(field);
            case BETWEEN -> "在 " + first(values) + unit(field) + " 至 " + values.getLast() + unit(field) + " 之间";
            case UNDER -> "在“" + first(values) + "”及其下属";
            case CONTAINS -> "含“" + String.join("”或“", values) + "”";
            case IN -> values.size() == 1 ? "为" + first(values) : "为" + String.join("、", values) + "之一";
            case IS -> is(field, values, test);
        };
    }

    private static String is(Field field, List<String> values, Condition.Test test) {
        if (field.kind() == Field.Kind.FLAG) return Comparisons.yes(test) ? "：是" : "：否";
        return "为" + values.stream().collect(Collectors.joining("、")) + unit(field);
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static String unit(Field field) {
        return field.unit() == null ? "" : " " + field.unit();
    }

    private static String value(Field field, String text, Function<UUID, String> named) {
        if (field.kind() == Field.Kind.UNIT) return named(text, named);
        for (var each : field.codes()) if (each.code().equals(text)) return each.name();
        return field.kind() == Field.Kind.DATE ? text.replace('-', '.') : text;
    }

    private static String named(String id, Function<UUID, String> named) {
        try {
            return named.apply(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return id;
        }
    }
}
