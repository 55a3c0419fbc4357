package huoshui.kernel.code;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** One form for every way a code or a name is typed: no blanks, half-width signs, upper case. 归一写法 */
final class Spelling {

    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");

    private Spelling() {}

    static String plain(String text) {
        var narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANK.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
