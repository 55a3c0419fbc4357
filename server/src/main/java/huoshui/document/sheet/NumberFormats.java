package huoshui.document.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which number formats of a workbook show a date. 数字格式 */
final class NumberFormats {

    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Map<Integer, String> BUILT_IN = new HashMap<>();

    static {
        BUILT_IN.put(1, "0");
        BUILT_IN.put(2, "0.00");
        BUILT_IN.put(49, "@");
        for (int id : new int[] {14, 15, 16, 22, 30, 31, 28, 29, 51, 53, 54, 58}) BUILT_IN.put(id, "yyyy-m-d");
        for (int id : new int[] {17, 27, 36, 50, 52, 57}) BUILT_IN.put(id, "yyyy-m");
    }

    private final Map<Integer, String> custom = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();

    /** How many there are now. */
    int format(int id, String code) {
        custom.put(id, code);
        return custom.size();
    }

    /** How many there are now. */
    int style(int format) {
        styles.add(format);
        return styles.size();
    }

    String of(int style) {
        if (style < 0 || style >= styles.size()) return "";
        int format = styles.get(style);
        var own = custom.get(format);
        return own != null ? own : BUILT_IN.getOrDefault(format, "");
    }

    static boolean date(String format) {
        return plain(format).contains("y");
    }

    static boolean wholeDay(String format) {
        return plain(format).contains("d");
    }

    private static String plain(String format) {
        var code = ASIDE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return code.contains("general") ? "" : code;
    }
}
