package huoshui.rule;

import huoshui.kernel.Subject;
import java.util.Locale;
import java.util.Optional;

/** Whom or what a clause speaks of. 条款对象 */
public enum Speaks {
    PERSON,
    TEAM,
    UNIT,
    POST,
    /** A meeting, an assessment, a batch of promotions: what another room is in the middle of. 批次或会议 */
    ROUND;

    public static Optional<Speaks> of(String code) {
        for (var each : values()) if (each.code().equals(code)) return Optional.of(each);
        return Optional.empty();
    }

    public static Speaks of(Subject subject) {
        return switch (subject) {
            case Subject.Person person -> PERSON;
            case Subject.Team team -> TEAM;
            case Subject.Unit unit -> UNIT;
            case Subject.Post post -> POST;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
