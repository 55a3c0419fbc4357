package huoshui.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One edition of a regulation, and the days on which it is in force. 法规版次 */
public record Regulation(
        String key,
        String title,
        String edition,
        LocalDate from,
        @Nullable LocalDate to) {}
