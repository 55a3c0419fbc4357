package huoshui.org.fact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Under which establishment number a post counts, highest first. 职数类别 */
public enum SeatCategory {
    HEAD("正职"),
    DEPUTY("副职"),
    CHIEF_SPECIALIST("三总师"),
    STATIONED_INSPECTOR("派驻组长"),
    OTHER_LEADER("其他班子成员"),
    SECTION_HEAD("内设正职"),
    SECTION_DEPUTY("内设副职"),
    NOT_LEADING("非领导职务");

    private final String word;

    SeatCategory(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether such posts are 领导职务 as a rule. */
    public boolean leads() {
        return this != NOT_LEADING;
    }

    /** Whether such posts sit in the unit's team as a rule. */
    public boolean sitsInTeam() {
        return compareTo(OTHER_LEADER) <= 0;
    }

    /** By word or by name. */
    public static Optional<SeatCategory> of(@Nullable String text) {
        for (var each : values()) {
            if (each.word.equals(text) || each.name().equals(text)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
