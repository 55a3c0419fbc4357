package huoshui.kernel;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Sex;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When somebody reaches the age at which service ends, by the gradual raise in force since 2025-01. 到龄
 *
 * <p>Before the raise: men 60; women at 县处级副职 and above or with a senior title 60, other women cadres 55. To be checked
 * against the official print before anything rests on it; 弹性提前 and 弹性延迟 are facts that override it.
 *
 * @param earliest the month, where all that decides it is known; else the earliest it can be
 * @param latest the latest it can be
 */
public record Retirement(YearMonth earliest, YearMonth latest) {

    private static final int MOST_DELAY = 36;
    private static final Pattern SENIOR =
            Pattern.compile("高级(?!技工|工$)|正高|副高|(?<!助理)研究员|教授|主任(医|药|护|技)师|编审|译审|研究馆员|一级(演员|作曲|导演|美术师)");

    /** Empty where sex or birth is not known. */
    public static @Nullable Retirement of(
            @Nullable Sex sex, @Nullable PartialDate birth, @Nullable LeadershipLevel level, List<String> titles) {
        if (sex == null || birth == null) return null;
        var first = YearMonth.from(birth.firstDay());
        var last = YearMonth.from(birth.dayAfter().minusDays(1));
        if (birth.season() != null) last = first;
        int least = sixty(sex, level, titles) ? 60 : 55;
        int most = sex == Sex.FEMALE && least == 55 && level != null ? 55 : 60;
        return new Retirement(reached(first, least), reached(last, most));
    }

    /** The month in which someone born in this month reaches the age, the limit before the raise being 60 or 55. */
    public static YearMonth reached(YearMonth birth, int limit) {
        return birth.plusYears(limit).plusMonths(delay(birth, limit));
    }

    /** One month for every four months of birth date since 1965-01 (limit 60) or 1970-01 (limit 55), at most 36. */
    private static int delay(YearMonth birth, int limit) {
        int first = (limit == 60 ? 1965 : 1970) * 12;
        int months = birth.getYear() * 12 + birth.getMonthValue() - first;
        return months <= 0 ? 0 : Math.min(MOST_DELAY, (months + 3) / 4);
    }

    private static boolean sixty(Sex sex, @Nullable LeadershipLevel level, List<String> titles) {
        if (sex == Sex.MALE) return true;
        if (level != null && level.atLeast(LeadershipLevel.DIVISION_DEPUTY)) return true;
        return titles.stream().anyMatch(each -> SENIOR.matcher(each).find());
    }

    /** Whether the month is certain. */
    public boolean certain() {
        return earliest.equals(latest);
    }
}
