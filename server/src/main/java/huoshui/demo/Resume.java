package huoshui.demo;

import java.util.ArrayList;
import java.util.List;

/** Prints what forms have as text. 简历与奖惩考核文字 */
final class Resume {

    private static final int WIDTH = 26;
    private static final String INDENT = " ".repeat(18);

    private Resume() {}

    static String print(List<Cadre.Line> lines, String congress, boolean wrapped) {
        var text = new ArrayList<String>();
        for (var line : lines) {
            var words = wrapped ? wrap(line.text()) : line.text();
            var from = line.from();
            if (from == null) {
                text.add(words);
                continue;
            }
            var to = line.to();
            text.add(from.printed() + "--" + (to == null ? "       " : to.printed()) + "  " + words);
        }
        return String.join("\n", text) + (congress.isEmpty() ? "" : "\n\n" + congress);
    }

    /** Breaks long words over lines, never beside a blank nor within a date. */
    private static String wrap(String words) {
        var out = new StringBuilder();
        int from = 0;
        while (words.length() - from > WIDTH) {
            int at = from + WIDTH;
            while (at > from + 8 && (fixed(words.charAt(at)) || fixed(words.charAt(at - 1)))) at--;
            out.append(words, from, at).append('\n').append(INDENT);
            from = at;
        }
        return out.append(words, from, words.length()).toString();
    }

    private static boolean fixed(char c) {
        return c <= ' ' || c == '-' || c == '.' || Character.isDigit(c) || Character.isSurrogate(c);
    }

    static String honours(Cadre cadre) {
        var lines = new ArrayList<String>();
        for (var each : cadre.honours())
            lines.add("%s，经%s批准，%s；".formatted(each.on().printed(), each.by(), each.word()));
        for (var each : cadre.sanctions())
            lines.add("%s，因%s，经%s批准，给予%s，影响期至%s；"
                    .formatted(
                            each.on().printed(),
                            each.reason(),
                            each.by(),
                            each.word(),
                            each.until().printed()));
        if (lines.isEmpty()) return "无";
        var text = String.join("\n", lines);
        return text.substring(0, text.length() - 1) + "。";
    }

    static String grades(List<Cadre.Grade> grades) {
        if (grades.isEmpty()) return "新录用人员，尚无年度考核结果";
        var last = grades.subList(Math.max(0, grades.size() - 2), grades.size());
        if (last.size() == 2
                && last.get(0).word().equals(last.get(1).word())
                && last.get(0).year() % 2 == 0)
            return last.get(0).year() + "、" + last.get(1).year() + "年均为"
                    + last.get(0).word();
        var texts = last.stream().map(each -> each.year() + "年" + each.word()).toList();
        return String.join("，", texts);
    }
}
