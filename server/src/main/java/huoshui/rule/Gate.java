package huoshui.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Clauses that are asked, one by one, of whoever is to enter somewhere; data of the city, read from its files. 关口
 *
 * @param cohort name of those it is for; null where it is for everybody
 * @param who the same as a condition
 * @param provisions codes of clauses that bar or require, in the order they are shown
 * @param beside codes of clauses shown beside, which never decide
 */
public record Gate(
        String code,
        String title,
        String note,
        @Nullable String cohort,
        @Nullable Criterion who,
        List<String> provisions,
        List<String> beside) {

    public Gate {
        provisions = List.copyOf(provisions);
        beside = List.copyOf(beside);
    }
}
