package huoshui.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a voice answers to one item. 答复
 *
 * @param grade of a rating
 * @param options chosen, of a choice, a test item or a checklist
 * @param names nominated
 * @param text in words of one's own
 * @param instance told with an adverse grade
 * @param instances told with adverse points of a checklist, by point
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Given(
        @Nullable String grade,
        @Nullable List<String> options,
        @Nullable List<Named> names,
        @Nullable String text,
        @Nullable String instance,
        @Nullable Map<String, String> instances) {

    /** Somebody nominated, and why. 提名 */
    public record Named(String name, String reason) {}

    List<String> chosen() {
        return Objects.requireNonNullElse(options, List.of());
    }

    List<Named> nominated() {
        return Objects.requireNonNullElse(names, List.of());
    }

    String words() {
        return text == null ? "" : text.strip();
    }

    boolean empty() {
        return grade == null && chosen().isEmpty() && nominated().isEmpty() && words().isEmpty();
    }

    /** Whether this holds nothing but what an item of this kind asks for: the rest would be counted or told unread. */
    boolean only(Item item) {
        boolean grades = item instanceof Item.Rating;
        boolean lists = item instanceof Item.Checklist;
        boolean chooses = lists || item instanceof Item.Choice || item instanceof Item.Keyed;
        return (grades || (grade == null && instance == null))
                && (chooses || chosen().isEmpty())
                && (lists || instances == null || instances.isEmpty())
                && (item instanceof Item.Nomination || nominated().isEmpty())
                && (item instanceof Item.Narrative || words().isEmpty());
    }

    /** What is counted; words of one's own are kept apart. */
    Given marks() {
        return new Given(
                grade,
                options,
                nominated().stream().map(each -> new Named(each.name(), "")).toList(),
                null,
                null,
                null);
    }
}
