package huoshui.kernel.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far someone was schooled, highest first. 学历层次 (ZB64)
 *
 * <p>大学普通班 (entered 1970–1977) stands below 大学 and, as its code says, among 大专. Who taught it and whether it was
 * finished is told by {@link EducationWord}.
 */
public enum EducationLevel {
    POSTGRADUATE("研究生"),
    UNDERGRADUATE("大学"),
    ORDINARY_CLASS("大学普通班"),
    JUNIOR_COLLEGE("大专"),
    SECONDARY_SPECIALIZED("中专"),
    TECHNICAL("中技"),
    SENIOR_HIGH("高中"),
    JUNIOR_HIGH("初中"),
    PRIMARY("小学");

    private final String title;

    EducationLevel(String title) {
        this.title = title;
    }

    /** The level attained; empty when the text is not understood or the schooling was not finished (肄业, 结业). */
    public static Optional<EducationLevel> read(@Nullable String text) {
        return EducationWord.read(text).filter(EducationWord::graduated).map(EducationWord::level);
    }

    public String title() {
        return title;
    }

    /** Whether this level is the other or above it. */
    public boolean atLeast(EducationLevel other) {
        return compareTo(other) <= 0;
    }
}
