package huoshui.kernel;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Sex;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When somebody reaches the age at which service ends, by the gradual raise in force since 2025-01: the one reckoning of
 * it, for search, deadlines, forms and the demo alike. 到龄
 *
 * <p>Before the raise: men 60; women at 县处级副职 and above or with a senior title 60, other women cadres 55, women workers
 * 50; a limit stated in the dossier (改革前任职年龄界限) wins. To be checked against the official print before anything rests
 * on it; 弹性提前 and 弹性延迟 are facts that override it. What cannot be known is answered with both months it lies between.
 *
 * @param earliest the month, where all that decides it is known; else the earliest it can be
 * @param latest the latest it can be
 * @param limit the limit before the raise, in years; 0 where it is not certain
 * @param delay months the raise added to it
 * @param unknown what would settle it; null where the month is certain
 */
public record Retirement(
        YearMonth earliest,
        YearMonth latest,
        int limit,
        int delay,
        @Nullable Unknown unknown) {

    private static final int MAN = 60;
    private static final int WOMAN = 55;
    private static final int WORKER = 50;
    private static final Pattern SENIOR =
            Pattern.compile("高级(?!技工|工$)|正高|副高|(?<!助理)研究员|教授|主任(医|药|护|技)师|编审|译审|研究馆员|一级(演员|作曲|导演|美术师)");
    private static final Pattern STATED = Pattern.compile("(50|55|60|63|65|66)(?=\\s*(?:周?岁|$))");

    /** Which limit holds for a woman; men have one. 身份 */
    public enum Standing {
        /** 县处级及以上，或高级专业技术职务 */
        DIVISION_OR_SENIOR_TITLE,
        /** 其他女干部 */
        OTHER_CADRE,
        /** 女工人 */
        WORKER,
        UNKNOWN;

        /** Of a cadre of this level with these titles; without a level only a senior title tells. */
        public static Standing of(@Nullable LeadershipLevel level, List<String> titles) {
            if (level != null && level.atLeast(LeadershipLevel.DIVISION_DEPUTY)) return DIVISION_OR_SENIOR_TITLE;
            if (titles.stream().anyMatch(each -> SENIOR.matcher(each).find())) return DIVISION_OR_SENIOR_TITLE;
            return level == null ? UNKNOWN : OTHER_CADRE;
        }
    }

    /** What keeps the month from being known. 待核事项 */
    public enum Unknown {
        SEX("性别不明"),
        STANDING("职务层次或职称不明"),
        BIRTH_MONTH("出生月份不明");

        private final String word;

        Unknown(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Of a cadre, by level and titles; null where the birth is not known. */
    public static @Nullable Retirement of(
            @Nullable Sex sex, @Nullable PartialDate birth, @Nullable LeadershipLevel level, List<String> titles) {
        return birth == null ? null : of(sex, birth, Standing.of(level, titles), null);
    }

    /** @param stated the text of 改革前任职年龄界限, if any; where it names a limit that one holds */
    public static Retirement of(@Nullable Sex sex, PartialDate birth, Standing standing, @Nullable String stated) {
        var limit = stated(stated);
        if (limit.isPresent()) return at(birth, limit.getAsInt());
        if (sex == null) return between(birth, WORKER, MAN, Unknown.SEX);
        if (sex == Sex.MALE) return at(birth, MAN);
        return switch (standing) {
            case DIVISION_OR_SENIOR_TITLE -> at(birth, MAN);
            case OTHER_CADRE -> at(birth, WOMAN);
            case WORKER -> at(birth, WORKER);
            case UNKNOWN -> between(birth, WOMAN, MAN, Unknown.STANDING);
        };
    }

    /** Whether that text says the age was reached already: 已到龄人员. */
    public static boolean passed(@Nullable String stated) {
        return stated != null && stated.contains("已到龄");
    }

    /** The limit that text names: 改革前任职年龄界限为65岁, 55. */
    private static OptionalInt stated(@Nullable String text) {
        var found = STATED.matcher(text == null ? "" : text);
        return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
    }

    private static Retirement at(PartialDate birth, int limit) {
        var first = reached(first(birth), limit);
        var last = reached(last(birth), limit);
        return new Retirement(
                first,
                last,
                limit,
                delay(first(birth), limit),
                first(birth).equals(last(birth)) ? null : Unknown.BIRTH_MONTH);
    }

    private static Retirement between(PartialDate birth, int younger, int older, Unknown why) {
        return new Retirement(reached(first(birth), younger), reached(last(birth), older), 0, 0, why);
    }

    private static YearMonth first(PartialDate birth) {
        return YearMonth.from(birth.firstDay());
    }

    /** A season counts as the month the form editor reckons from. */
    private static YearMonth last(PartialDate birth) {
        return birth.season() != null
                ? first(birth)
                : YearMonth.from(birth.dayAfter().minusDays(1));
    }

    /** The month in which someone born in this month reaches the age, so being the limit before the raise. */
    public static YearMonth reached(YearMonth birth, int limit) {
        return birth.plusYears(limit).plusMonths(delay(birth, limit));
    }

    /**
     * Months added for someone born in this month: one for every four since 1965-01 (limit 60) or 1970-01 (limit 55), at most
     * 36; one for every two since 1975-01 (limit 50), at most 60; none at other limits.
     */
    public static int delay(YearMonth birth, int limit) {
        return switch (limit) {
            case MAN -> raised(birth, 1965, 4, 36);
            case WOMAN -> raised(birth, 1970, 4, 36);
            case WORKER -> raised(birth, 1975, 2, 60);
            default -> 0;
        };
    }

    private static int raised(YearMonth birth, int since, int step, int most) {
        int months = (birth.getYear() - since) * 12 + birth.getMonthValue();
        return months <= 0 ? 0 : Math.min(most, (months + step - 1) / step);
    }

    /** Whether the month is certain. */
    public boolean certain() {
        return unknown == null;
    }

    /** As the form prints it: {@code 2055.01（65岁）}, {@code 2031.05（60岁8个月）}; both months where it is not certain. */
    public String printed() {
        if (unknown != null) return printed(earliest) + "—" + printed(latest) + "（" + unknown.word() + "）";
        int months = limit * 12 + delay;
        return printed(earliest) + "（" + months / 12 + "岁" + (months % 12 == 0 ? "" : months % 12 + "个月") + "）";
    }

    private static String printed(YearMonth month) {
        return PartialDate.month(month.getYear(), month.getMonthValue()).printed();
    }
}
