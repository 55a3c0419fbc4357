package huoshui.interchange.form;

import java.util.List;

/** Names as people are called: interpuncts as {@code ·}, no blanks between Chinese characters. 姓名 */
final class PersonName {

    private static final String DOTS = "·•・‧∙●⋅․．.。?？、﹒･᛫⸱ㆍ‥•﹑";

    private PersonName() {}

    static String plain(String text) {
        return dotted(unspaced(Blanks.trim(text)));
    }

    /** Blanks go, except one between two Latin words. */
    private static String unspaced(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Blanks.isBlank(c)) out.append(c);
            else if (latin(out, out.length() - 1) && latin(text, i + 1)) out.append(' ');
        }
        return out.toString();
    }

    private static boolean latin(CharSequence text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 0x250 && Character.isLetter(text.charAt(at));
    }

    /** The editor's own rule: these marks inside a name stand for the interpunct. */
    private static String dotted(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = i > 0 && i < text.length() - 1;
            if (!inside || DOTS.indexOf(c) < 0) out.append(c);
            else if (out.charAt(out.length() - 1) != '·') out.append('·');
        }
        return out.toString();
    }

    static void check(String name, String label, String field, List<Problem> problems) {
        boolean odd = name.codePoints()
                .anyMatch(c -> Character.isDigit(c)
                        || c == 0xFFFD
                        || Character.getType(c) == Character.PRIVATE_USE
                        || Character.getType(c) == Character.CONTROL);
        if (odd)
            problems.add(Problem.warning(
                    field,
                    "name.odd-character",
                    "读取“" + label + "”：“" + FormDate.shortened(name) + "”中有数字、自造字或无法识别的字符，已原样保留；请核对姓名用字。"));
    }
}
