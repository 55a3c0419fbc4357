package huoshui.org.fact;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much hangs on a post. 岗位分类 */
public enum PostTier {
    ORDINARY("一般"),
    IMPORTANT("重要"),
    CRUCIAL("关键");

    private final String word;

    PostTier(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** By word; empty where nobody has said. */
    public static Optional<PostTier> of(@Nullable String text) {
        for (var each : values()) {
            if (each.word.equals(text)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
