package huoshui.interchange.form;

import huoshui.interchange.form.CareerReading.Sort;
import huoshui.interchange.form.CareerReading.Stretch;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the words of one stretch of a career apart: what sort it is, which units, which posts. 单位与职务识读 */
final class PostReader {

    static final String OPEN = "（([【〔";
    private static final String CLOSE = "）)]】〕";
    private static final Pattern NOTE_DATE = Pattern.compile(
            "^\\s*(?:(?:其间|期间|其中)\\s*[:：，,]?\\s*)?(\\d{4}\\s*[.年/-]\\s*\\d{1,2}月?)(.*)$", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("^\\s*(?:其间|期间|其中)\\s*[:：，,]?\\s*");

    private PostReader() {}

    static Stretch stretch(
            @Nullable PartialDate from, @Nullable PartialDate to, int line, boolean meanwhile, String text) {
        var reading = new StretchWords(text);
        return new Stretch(from, to, line, reading.sort(), meanwhile, text, reading.positions());
    }

    /** What a segment's brackets say without a period: 其间 without dates, and notes of one month. */
    static List<Stretch> undated(String text, int line) {
        var found = new ArrayList<Stretch>();
        for (var content : brackets(text)) {
            if (Period.at(LABEL.matcher(content).replaceFirst(""), 0).isPresent() || Asides.loosePeriod(content))
                continue;
            var dated = NOTE_DATE.matcher(content);
            if (dated.matches()) {
                var day =
                        FormDate.read(dated.group(1)).map(PartialDate::toMonth).orElse(null);
                var words = Blanks.trim(dated.group(2));
                found.add(dated(day, words, line));
            } else if (LABEL.matcher(content).find()) {
                found.add(stretch(
                        null,
                        null,
                        line,
                        true,
                        Blanks.trim(LABEL.matcher(content).replaceFirst(""))));
            }
        }
        return found;
    }

    private static Stretch dated(@Nullable PartialDate day, String words, int line) {
        var reading = new StretchWords(words);
        boolean post = reading.positions().stream().anyMatch(each -> each.post() != null && each.unit() != null);
        return post
                ? new Stretch(day, null, line, reading.sort(), true, words, reading.positions())
                : new Stretch(day, null, line, Sort.NOTE, true, words, List.of());
    }

    private static List<String> brackets(String text) {
        var contents = new ArrayList<String>();
        for (int i = 0; i < text.length(); i++) {
            if (OPEN.indexOf(text.charAt(i)) < 0) continue;
            int end = closing(text, i);
            contents.add(text.substring(i + 1, end));
            i = end;
        }
        return contents;
    }

    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (OPEN.indexOf(text.charAt(i)) >= 0) depth++;
            else if (CLOSE.indexOf(text.charAt(i)) >= 0 && --depth == 0) return i;
        }
        return text.length();
    }
}
