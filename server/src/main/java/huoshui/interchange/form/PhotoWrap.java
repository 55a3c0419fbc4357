package huoshui.interchange.form;

import java.util.regex.Pattern;

/** How the Base64 of a photo was laid out in its file: blanks around it, line width, what broke its lines. 照片文字排布 */
final class PhotoWrap {

    private static final String HOLE = "\uFFFC";
    private static final Pattern BREAK = Pattern.compile("\\s+");

    private PhotoWrap() {}

    static boolean isHole(String text) {
        return text.startsWith(HOLE);
    }

    /** What stands in place of the picture: empty for unwrapped text and for wrapping of no regular kind. */
    static String hole(String text) {
        if (Blanks.none(text).length() == text.length()) return "";
        var body = Blanks.trim(text);
        int from = text.indexOf(body);
        var breaks = BREAK.matcher(body);
        boolean wrapped = breaks.find();
        int width = wrapped ? breaks.start() : 0;
        var hole = String.join(
                HOLE,
                "",
                Integer.toString(width),
                text.substring(0, from),
                wrapped ? breaks.group() : "",
                text.substring(from + body.length()),
                "");
        boolean plain = !wrapped && body.length() == text.length();
        return !plain && fill(hole, Blanks.none(body)).equals(text) ? hole : "";
    }

    static String fill(String hole, String base64) {
        if (!isHole(hole)) return base64;
        var parts = hole.split(HOLE, -1);
        int width = Integer.parseInt(parts[1]);
        var out = new StringBuilder(parts[2]);
        for (int at = 0; at < base64.length(); at += width == 0 ? base64.length() : width) {
            if (at > 0) out.append(parts[3]);
            out.append(base64, at, width == 0 ? base64.length() : Math.min(base64.length(), at + width));
        }
        return out.append(parts[4]).toString();
    }
}
