package huoshui.interchange.form;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The photo box: Base64, possibly wrapped, possibly with a data-URI prefix, of a JPEG or sometimes a PNG. 照片 */
public final class Photo {

    private Photo() {}

    /** The picture's bytes; empty when the text is blank or no Base64. */
    static Optional<byte[]> decode(String text) {
        if (text.isEmpty() || PhotoWrap.isHole(text)) return Optional.empty();
        int comma = text.startsWith("data:") ? text.indexOf(',') : -1;
        try {
            return Optional.of(Base64.getDecoder().decode(Blanks.none(text.substring(comma + 1))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The media type by its magic number: {@code image/jpeg}, {@code image/png}; empty for anything else. */
    public static Optional<String> mediaType(byte[] picture) {
        if (starts(picture, 0xFF, 0xD8, 0xFF)) return Optional.of("image/jpeg");
        if (starts(picture, 0x89, 'P', 'N', 'G')) return Optional.of("image/png");
        return Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
        return true;
    }

    /** The picture of the form, or what is wrong with it. */
    static Optional<byte[]> read(Form form, List<Problem> problems) {
        var text = form.text(Box.PHOTO);
        if (text.isEmpty() || PhotoWrap.isHole(text)) return Optional.empty();
        var picture = decode(text);
        if (picture.isEmpty())
            problems.add(Problem.warning("photo", "photo.unreadable", "读取照片：照片栏的内容不是可识别的图片编码，未取得照片；请重新插入照片后再导入。"));
        else if (mediaType(picture.get()).isEmpty())
            problems.add(Problem.warning("photo", "photo.format", "读取照片：照片不是 JPEG 或 PNG 图片，可能无法显示；请换用 JPEG 照片。"));
        return picture;
    }
}
