package huoshui.interchange.general;

import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at in a package. 问题
 *
 * @param code stable, for programs
 * @param table the set, or null for the package as a whole
 * @param row row of that table, from 1; 0 when no single row is meant
 * @param a0000 the person concerned, where known
 * @param column the column concerned, where one is meant
 * @param message one Chinese sentence: what was asked, what is so, what to do
 */
public record GeneralProblem(
        Severity severity,
        String code,
        @Nullable String table,
        int row,
        @Nullable String a0000,
        @Nullable String column,
        String message) {

    /** How much it matters: an error keeps the person from being written without a human decision. 轻重 */
    public enum Severity {
        ERROR,
        WARNING
    }

    static GeneralProblem error(String code, String message) {
        return new GeneralProblem(Severity.ERROR, code, null, 0, null, null, message);
    }

    static GeneralProblem warning(String code, String message) {
        return new GeneralProblem(Severity.WARNING, code, null, 0, null, null, message);
    }

    GeneralProblem at(String set, int place, @Nullable String person, @Nullable String field) {
        return new GeneralProblem(severity, code, set, place, person, field, message);
    }

    public boolean error() {
        return severity == Severity.ERROR;
    }
}
