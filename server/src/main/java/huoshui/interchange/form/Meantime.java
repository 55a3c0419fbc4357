package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;

/** The 其间 in the words of a résumé as of a day: later ones are left out, one then running is open. 截至某日的其间 */
public final class Meantime {

    private static final String BETWEEN = "；;，,、。";

    private Meantime() {}

    /** The same words; those in which no period would differ stay as they were written. */
    public static String of(String text, LocalDate day) {
        var words = new StringBuilder(text);
        var sections = new ArrayList<>(Asides.sections(text));
        for (var each : sections.reversed()) settle(words, text, each, day);
        return Blanks.trimEnd(words.toString());
    }

    private static void settle(StringBuilder words, String text, Asides.Section section, LocalDate day) {
        var kept = new StringBuilder();
        boolean changed = false;
        boolean any = false;
        var periods = section.periods();
        for (int i = 0; i < periods.size(); i++) {
            var found = periods.get(i);
            int end = i + 1 < periods.size() ? periods.get(i + 1).at() : section.to();
            int after = Math.min(found.period().text(), end);
            // periods named together share the words of the last: they are left as they stand
            if (i + 1 < periods.size() && bare(text.substring(after, end)).isEmpty()) return;
            var from = found.period().from();
            if (from != null && from.firstDay().isAfter(day)) {
                changed = true;
                continue;
            }
            any = true;
            var to = found.period().to();
            if (from != null && to != null && later(to, day)) {
                changed = true;
                var rest = text.substring(after, end);
                kept.append(from.printed())
                        .append("--")
                        .append(rest.isBlank() || Blanks.isBlank(rest.charAt(0)) ? "" : "  ");
                kept.append(rest);
            } else kept.append(text, found.at(), end);
        }
        if (!changed) return;
        if (!any) words.delete(section.open(), section.close());
        else words.replace(periods.getFirst().at(), section.to(), bare(kept.toString()));
    }

    private static boolean later(PartialDate date, LocalDate day) {
        return date.firstDay().isAfter(day);
    }

    /** Without what stood between it and what followed. */
    private static String bare(String words) {
        var text = Blanks.trimEnd(words);
        while (!text.isEmpty() && BETWEEN.indexOf(text.charAt(text.length() - 1)) >= 0)
            text = Blanks.trimEnd(text.substring(0, text.length() - 1));
        return text;
    }
}
