package huoshui.document;

import java.util.Arrays;
import java.util.Optional;

/** How large a picture is drawn: in lists and grids, or on a person's own page. 照片尺寸 */
public enum PictureSize {
    SMALL(96),
    LARGE(240);

    private final int width;

    PictureSize(int width) {
        this.width = width;
    }

    /** Pixels across, at most. */
    int width() {
        return width;
    }

    String ending() {
        return "." + word();
    }

    /** As addresses say it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<PictureSize> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
