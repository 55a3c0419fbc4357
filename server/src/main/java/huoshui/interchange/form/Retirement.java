package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a person reaches the age of retirement under the gradual raise in force since January 2025. 到龄年月
 *
 * <p>A limit stated in the form wins over sex and standing. What cannot be known is answered {@link Due.Unknown} with both
 * dates it lies between, never with one of them. An earlier or later retirement by choice is a fact of its own and not
 * computed here.
 */
public final class Retirement {

    private static final Pattern LIMIT = Pattern.compile("(50|55|60|63|65|66)(?=\\s*(?:周?岁|$))");
    private static final int WORKER = 50;
    private static final int WOMAN = 55;
    private static final int MAN = 60;

    private Retirement() {}

    /** Which base age holds for a woman; men have one. 身份 */
    public enum Standing {
        /** 县处级及以上，或高级专业技术职务 */
        DIVISION_OR_SENIOR_TITLE,
        /** 其他女干部 */
        OTHER_CADRE,
        /** 女工人 */
        WORKER,
        UNKNOWN
    }

    /** The answer. 到龄 */
    public sealed interface Due {

        /**
         * Known to the month.
         *
         * @param limit the age before the raise, in years
         * @param delay months added by the raise
         */
        record On(PartialDate month, int limit, int delay) implements Due {

            /** As the form prints it: {@code 2055.01（65岁）}, {@code 2031.05（60岁8个月）}. */
            public String printed() {
                int months = limit * 12 + delay;
                return month.printed() + "（" + months / 12 + "岁" + (months % 12 == 0 ? "" : months % 12 + "个月") + "）";
            }
        }

        /** 已到龄人员 */
        record Passed() implements Due {}

        /** Not known; it lies between these two months. */
        record Unknown(PartialDate earliest, PartialDate latest, String why) implements Due {}
    }

    /** @param formerLimit the text of 改革前任职年龄界限, if any */
    public static Due of(PartialDate birth, @Nullable String sex, Standing standing, @Nullable String formerLimit) {
        var stated = formerLimit == null ? "" : formerLimit;
        if (stated.contains("已到龄")) return new Due.Passed();
        Matcher limit = LIMIT.matcher(stated);
        if (limit.find()) return at(birth, Integer.parseInt(limit.group(1)));
        if ("男".equals(sex)) return at(birth, MAN);
        if (!"女".equals(sex)) return between(birth, WORKER, MAN, "性别不明");
        return switch (standing) {
            case DIVISION_OR_SENIOR_TITLE -> at(birth, MAN);
            case OTHER_CADRE -> at(birth, WOMAN);
            case WORKER -> at(birth, WORKER);
            case UNKNOWN -> between(birth, WOMAN, MAN, "职务层次或职称不明");
        };
    }

    private static Due between(PartialDate birth, int younger, int older, String why) {
        return new Due.Unknown(month(first(birth), younger), month(last(birth), older), why);
    }

    private static Due at(PartialDate birth, int limit) {
        if (birth.month() == 0 && birth.season() == null)
            return new Due.Unknown(month(first(birth), limit), month(last(birth), limit), "出生月份不明");
        int born = Ages.months(birth);
        return new Due.On(month(born, limit), limit, delay(born, limit));
    }

    private static int first(PartialDate birth) {
        return Ages.months(birth);
    }

    private static int last(PartialDate birth) {
        boolean yearOnly = birth.month() == 0 && birth.season() == null;
        return yearOnly ? birth.year() * 12 + 11 : Ages.months(birth);
    }

    private static PartialDate month(int born, int limit) {
        int due = born + limit * 12 + delay(born, limit);
        return PartialDate.month(due / 12, due % 12 + 1);
    }

    /** Months added by the raise for someone born in this month (counted from year 0). */
    static int delay(int born, int limit) {
        return switch (limit) {
            case MAN -> raised(born - 1965 * 12 + 1, 4, 36);
            case WOMAN -> raised(born - 1970 * 12 + 1, 4, 36);
            case WORKER -> raised(born - 1975 * 12 + 1, 2, 60);
            default -> 0;
        };
    }

    private static int raised(int months, int step, int cap) {
        return months <= 0 ? 0 : Math.min(cap, (months + step - 1) / step);
    }
}
