package huoshui.interchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Chapter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became, or would become, of one file or one row of a package. 来文一份的处理
 *
 * @param file as it was named or found
 * @param entry its name inside an archive; null outside one
 * @param row its number, from 1, where one file holds many people; null otherwise
 * @param personId of the dossier it was written to or recognised as; null while that is open
 * @param person what it says; null when it could not be read
 * @param changes field by field, by the names of {@code person}
 * @param problems what a person should look at
 * @param more what it says beyond the sheet, by the names of {@link PersonKeys}
 */
public record Item(
        String file,
        @Nullable String entry,
        @Nullable Integer row,
        Status status,
        @Nullable UUID personId,
        @Nullable PersonSheet person,
        List<FieldChange> changes,
        List<Problem> problems,
        @JsonIgnore Map<String, Object> more) {

    /** The chapter that a field of its changes belongs to. */
    public static Chapter chapter(String field) {
        return Fields.chapter(field);
    }

    /** The same, with one more thing to look at. */
    Item with(Problem problem) {
        return with(List.of(problem));
    }

    /** The same, with more to look at. */
    Item with(List<Problem> more) {
        if (more.isEmpty()) return this;
        var all = Stream.concat(problems.stream(), more.stream()).toList();
        return new Item(file, entry, row, status, personId, person, changes, all, this.more);
    }

    Item with(Status other) {
        return new Item(file, entry, row, other, personId, person, changes, problems, more);
    }

    /** The same, of this dossier. */
    Item about(UUID dossier) {
        return new Item(file, entry, row, status, dossier, person, changes, problems, more);
    }

    /** How it stands: written are new and changed ones only. 处理结果 */
    public enum Status {
        NEW,
        CHANGED,
        SAME,
        DOUBTFUL,
        REFUSED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One field as it was and as the file says; null is blank. 逐项变化 */
    public record FieldChange(
            String field, @Nullable Object was, @Nullable Object now) {}
}
