package huoshui.kernel;

import java.util.Optional;

/**
 * A part of a year as old forms write it. 季节与年段
 *
 * <p>The first month is the one the official form editor counts ages from (春 April, 夏 July, 秋 October, 冬 December, 初
 * March, 中 June, 底 December).
 */
public enum Season {
    SPRING("春", 4),
    SUMMER("夏", 7),
    AUTUMN("秋", 10),
    WINTER("冬", 12),
    EARLY("初", 3),
    MIDDLE("中", 6),
    LATE("底", 12);

    private final String word;
    private final int month;

    Season(String word, int month) {
        this.word = word;
        this.month = month;
    }

    public String word() {
        return word;
    }

    public int month() {
        return month;
    }

    public static Optional<Season> of(String word) {
        for (var each : values()) {
            if (each.word.equals(word)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
