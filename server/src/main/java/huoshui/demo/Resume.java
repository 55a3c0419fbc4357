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

    private static String wrap(String words) {
        var out = new StringBuilder();
        for (int i = 0; i < words.length(); i += WIDTH) {
            if (i > 0) out.append('\n').append(INDENT);
            out.append(words, i, Math.min(words.length(), i + WIDTH));
        }
        return out.toString();
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
