package huoshui.interchange;

import huoshui.interchange.form.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file as it arrived, read as far as it can be. 来文
 *
 * @param claim what it says; null when it could not be read
 * @param unreadable why not; empty when it could
 */
record Arrival(
        String file,
        @Nullable String entry,
        @Nullable Integer row,
        @Nullable Claim claim,
        List<Problem> unreadable) {

    static Arrival refused(String file, @Nullable String entry, Problem why) {
        return new Arrival(file, entry, null, null, List.of(why));
    }
}
