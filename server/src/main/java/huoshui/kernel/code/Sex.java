package huoshui.kernel.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sex. 性别 (GB/T 2261.1) */
public enum Sex {
    MALE("1", "男"),
    FEMALE("2", "女");

    private final String code;
    private final String title;

    Sex(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** From 男, 女, 男性, 女性, 1 or 2. */
    public static Optional<Sex> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        return switch (Spelling.plain(text)) {
            case "1", "男", "男性" -> Optional.of(MALE);
            case "2", "女", "女性" -> Optional.of(FEMALE);
            default -> Optional.empty();
        };
    }

    public String code() {
        return code;
    }

    /** 男 or 女. */
    public String title() {
        return title;
    }
}
