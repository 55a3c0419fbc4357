package huoshui.org.fact;

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

    /** By word; ordinary when nothing else is said. */
    public static PostTier of(@Nullable String text) {
        for (var each : values()) {
            if (each.word.equals(text)) return each;
        }
        return ORDINARY;
    }
}
