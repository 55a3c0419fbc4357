package huoshui.rule;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number counts. 计量单位 */
public enum Scale {
    YEARS("年", "years", "year", "岁", "年"),
    /** Years of life, written as years. */
    AGE("岁"),
    MONTHS("个月", "months", "month", "个月", "月"),
    DAYS("天", "days", "day", "天", "日"),
    WORKING_DAYS("个工作日", "working-days", "working-day", "个工作日", "工作日"),
    TIMES("次", "times", "time", "次"),
    PEOPLE("人", "people", "person", "人", "名"),
    POSTS("个职位", "posts", "post", "个职位"),
    STEPS("级", "steps", "step", "级"),
    HOURS("学时", "hours", "hour", "学时"),
    POINTS("分", "points", "point", "分"),
    UNITS("个单位", "units", "unit", "个单位");

    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,9})(?:\\.(\\d{1,3}))?\\s*(\\S+)");

    private final String word;
    private final List<String> spellings;

    Scale(String word, String... spellings) {
        this.word = word;
        this.spellings = List.of(spellings);
    }

    public String word() {
        return word;
    }

    /** As a threshold writes it. */
    String code() {
        if (this == AGE) return YEARS.code();
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Scale> of(String text) {
        for (var each : values()) if (each.spellings.contains(text)) return Optional.of(each);
        return Optional.empty();
    }

    /** So many of the scale a measure is kept in; null when the text has no unit or one that does not fit. */
    @Nullable
    Integer read(String text) {
        var amount = AMOUNT.matcher(text.strip());
        if (!amount.matches()) return null;
        var given = of(amount.group(3)).orElse(null);
        boolean yearsIntoMonths = given == YEARS && this == MONTHS;
        boolean yearsOfLife = given == YEARS && this == AGE;
        if (given != this && !yearsIntoMonths && !yearsOfLife) return null;
        var fraction = amount.group(2) == null ? "" : amount.group(2);
        var scaled = new BigInteger(amount.group(1) + fraction).multiply(BigInteger.valueOf(yearsIntoMonths ? 12 : 1));
        var parts = scaled.divideAndRemainder(BigInteger.TEN.pow(fraction.length()));
        return parts[1].signum() == 0 ? parts[0].intValueExact() : null;
    }

    /** 2 年, 2 年 6 个月, 3 次. */
    String words(int amount) {
        if (this != MONTHS || Math.abs(amount) < 12) return amount + " " + word;
        int rest = amount % 12;
        return amount / 12 + " 年" + (rest == 0 ? "" : " " + Math.abs(rest) + " 个月");
    }
}
