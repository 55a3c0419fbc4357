package huoshui.rule;

import huoshui.rule.Sheet.Part;
import java.util.Map;
import java.util.Set;

/** Reads between which ends a number must lie. 数值比较的认读 */
final class RangeReader {

    static final Set<String> WAYS = Set.of("at-least", "at-most", "more-than", "less-than", "is", "between");

    private RangeReader() {}

    static Range read(Part part, Map<String, Part> map, Scale scale) {
        Range found = null;
        for (var entry : map.entrySet()) {
            if (!WAYS.contains(entry.getKey())) continue;
            if (found != null) throw part.wrong("数值只比较一样；两端请写 between");
            found = read(entry.getKey(), entry.getValue(), scale);
        }
        if (found == null) throw part.wrong("没有写怎样比较，可写：at-least、at-most、more-than、less-than、is、between");
        return found;
    }

    private static Range read(String how, Part value, Scale scale) {
        if (how.equals("between")) {
            if (value.list().size() != 2) throw value.wrong("between 要写两端");
            int low = amount(value.list().get(0), scale);
            int high = amount(value.list().get(1), scale);
            if (low > high) throw value.wrong("between 的两端写反了");
            return new Range(low, high, "在 %s 至 %s 之间".formatted(scale.words(low), scale.words(high)));
        }
        int amount = amount(value, scale);
        var told = scale.words(amount);
        return switch (how) {
            case "at-least" -> new Range(amount, Integer.MAX_VALUE, "不少于 " + told);
            case "at-most" -> new Range(Integer.MIN_VALUE, amount, "不超过 " + told);
            case "more-than" -> new Range(amount + 1, Integer.MAX_VALUE, "多于 " + told);
            case "less-than" -> new Range(Integer.MIN_VALUE, amount - 1, "少于 " + told);
            default -> new Range(amount, amount, "等于 " + told);
        };
    }

    static int amount(Part value, Scale scale) {
        var amount = scale.read(value.text());
        if (amount == null)
            throw value.wrong("门槛“%s”没有单位，或单位不对：应以%s计，如 2 %s", value.text(), scale.word(), scale.code());
        return amount;
    }
}
