package huoshui.interchange.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import huoshui.kernel.Refusal;
import java.util.Locale;

/**
 * Something a person should look at in one imported form. 问题
 *
 * @param field a field of {@link PersonSheet}, of {@link FormDraft}, or {@code file} for the file as a whole
 * @param code stable, for programs
 * @param message one Chinese sentence: what was asked, what is so, what to do
 */
public record Problem(Severity severity, String field, String code, String message) {

    /** How much it matters: an error keeps the person from being written without a human decision. 轻重 */
    public enum Severity {
        ERROR,
        WARNING;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Severity of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Problem error(String field, String code, String message) {
        return new Problem(Severity.ERROR, field, code, message);
    }

    public static Problem warning(String field, String code, String message) {
        return new Problem(Severity.WARNING, field, code, message);
    }

    /** A refused file told as a problem of that file. */
    public static Problem of(Refusal refusal) {
        var message = refusal.getMessage();
        return error("file", refusal.code(), message == null ? refusal.code() : message);
    }
}
