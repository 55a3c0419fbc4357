package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.dossier.search.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A case written beside a clause, run as a test. 用例
 *
 * @param told as it stands in the file, for people
 * @param given readings by name of the measure
 * @param concluded values by code of the conclusion
 * @param dossier facts; null where none are spoken of, which is not the same as none
 * @param expect null where the clause should say nothing
 * @param line of the file
 */
public record Example(
        String told,
        Map<String, Reading> given,
        Map<String, String> concluded,
        @Nullable List<Line> dossier,
        @Nullable Target target,
        @Nullable Occasion occasion,
        LocalDate on,
        @Nullable Verdict expect,
        int line) {

    public Example {
        given = Map.copyOf(given);
        concluded = Map.copyOf(concluded);
        dossier = dossier == null ? null : List.copyOf(dossier);
    }
}
