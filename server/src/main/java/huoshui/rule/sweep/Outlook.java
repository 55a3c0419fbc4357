package huoshui.rule.sweep;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when somebody may rise, found by asking the clauses on coming days. 可期之日
 *
 * @param until first day on which nothing bars any more; null where nothing bars today or time does not end it
 * @param earliest first day on which nothing is in the way; null where time alone does not bring it, or facts are missing
 * @param conclusion whether a collective still has to conclude something on that day
 * @param assumed years taken as competent to reach that day, because nothing is concluded of them yet; empty where it rests on
 *     the dossier alone
 * @param open first day from which only missing facts stand in the way; null where they do not
 * @param missing what those are
 * @param retired whether service ends by age before that day
 */
public record Outlook(
        @Nullable LocalDate until,
        @Nullable LocalDate earliest,
        boolean conclusion,
        List<Integer> assumed,
        @Nullable LocalDate open,
        List<String> missing,
        boolean retired) {

    static final Outlook NONE = new Outlook(null, null, false, List.of(), null, List.of(), false);
}
