package huoshui.interchange.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One form understood: the person, what belongs to the form, and what a person should look at. 任免表读取结果
 *
 * @param rewards the text of 奖惩情况, null when blank
 * @param assessments the text of 年度考核结果, null when blank
 * @param photo the picture's bytes; null when there is none
 */
public record SheetReading(
        PersonSheet person,
        @Nullable String rewards,
        @Nullable String assessments,
        byte @Nullable [] photo,
        FormDraft draft,
        Resume resume,
        List<Problem> problems) {

    public boolean faulty() {
        return problems.stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR);
    }

    public Optional<byte[]> picture() {
        return Optional.ofNullable(photo);
    }
}
