package huoshui.interchange.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the form rather than to the person, as text, and the whole form as it stood. 任免表底稿
 *
 * <p>{@link #original} holds personal texts of every chapter (all but the photo): whoever erases the person's facts must
 * erase it too. {@code Form.of(draft.original())} gives the form again, ready to take what has changed.
 *
 * @param retirementMonth 到龄年月, forms since 2025 only
 * @param formerAgeLimit 改革前任职年龄界限, forms since 2025 only
 * @param ageReference 计算年龄时间
 */
public record FormDraft(
        @Nullable String proposedPost,
        @Nullable String proposedRemoval,
        @Nullable String reason,
        @Nullable String submittedBy,
        @Nullable String retirementMonth,
        @Nullable String formerAgeLimit,
        @Nullable String ageReference,
        @Nullable String filledOn,
        @Nullable String filledBy,
        @Nullable String version,
        List<Element> unknown,
        List<Element> original) {}
