package huoshui.interchange;

import com.fasterxml.jackson.annotation.JsonValue;
import huoshui.interchange.form.Problem;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes, or would become, of a unit of a package that is not here as the package has it. 来文机构
 *
 * @param file package it stands in
 * @param key by which the package calls it, B0111
 * @param under name of the unit above it here; null at the top, and for one that is left
 * @param figures numbers of leaders and of staff that the package gives it
 * @param unit of ours that it is; null for one that is new and not founded yet, and for one that is left
 * @param problems why it is left, or what is to be looked at
 */
public record UnitNews(
        String file,
        String key,
        String name,
        Status status,
        @Nullable String under,
        List<Figure> figures,
        @Nullable UUID unit,
        List<Problem> problems) {

    /** How it stands. 处理结果 */
    public enum Status {
        /** Not here yet: founded when the package is written. */
        NEW,
        /** Here, and otherwise than the package says; stays as it is here. */
        DIFFERS,
        /** Not here and not founded. */
        LEFT,
        /** Founded with its batch and taken back with it. */
        TAKEN_BACK;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** A number of B01. 职数、编制数 */
    public record Figure(String column, String called, int number) {}

    /** The same, which is this unit of ours. */
    UnitNews as(UUID ours) {
        return new UnitNews(file, key, name, status, under, figures, ours, problems);
    }

    /** The same, left for this reason. */
    UnitNews left(Problem why) {
        return new UnitNews(file, key, name, Status.LEFT, null, figures, null, List.of(why));
    }
}
