package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The resume as read: every line of it is in exactly one entry, in order. 简历
 *
 * <p>Lines count from 1 in the text after line ends are normalised and outer blanks trimmed.
 */
public record Resume(List<Entry> entries) {

    private static final int TURNS = 4;

    /** One thing that stands in the resume. 简历条目 */
    public sealed interface Entry {
        int line();
    }

    /**
     * A stretch of the career. 简历段
     *
     * @param from null when only the end is given
     * @param to null while it lasts
     * @param text with its 其间 bracket, wrapped lines joined
     */
    public record Segment(
            @Nullable PartialDate from, @Nullable PartialDate to, String text, int line, List<Meanwhile> meanwhile)
            implements Entry {}

    /** A 其间 note that stands on its own line, because it spans segments. 跨段其间 */
    public record Aside(String text, int line, List<Meanwhile> meanwhile) implements Entry {}

    /** A line of the last paragraph: memberships in committees, congresses and conferences. 届次附记 */
    public record Closing(String text, int line) implements Entry {}

    /** A line that heads the career and is no part of it: 简历, or the heads of a pasted table. 标题、表头 */
    public record Caption(String text, int line) implements Entry {}

    /**
     * A line we could not read. 未识别行
     *
     * @param dated it begins with a date, but not with a period the calendar has
     */
    public record Unread(String text, int line, boolean dated) implements Entry {}

    /** A period within another. 其间 */
    public record Meanwhile(
            @Nullable PartialDate from, @Nullable PartialDate to, String text, int line) {}

    /** Two neighbouring segments that do not meet. 空档与重叠 */
    public record Breach(boolean gap, Segment before, Segment after) {}

    public Resume {
        entries = List.copyOf(entries);
    }

    /**
     * Read until reading what it would print says the same: of a date that a break has cut in two, joining the lines may show more
     * than either of them did.
     */
    public static Resume read(String text) {
        var lines = TextLines.of(text);
        var resume = new ResumeReader(lines).read();
        for (int turn = 0; turn < TURNS; turn++) {
            var printed = TextLines.of(resume.print());
            if (printed.equals(lines)) break;
            lines = printed;
            var again = new ResumeReader(printed).read();
            if (again.plain().equals(resume.plain())) break;
            resume = again.citing(resume);
        }
        return resume;
    }

    /** Entries without their lines, which printing changes. */
    private List<Entry> plain() {
        return entries.stream().map(each -> at(each, 0)).toList();
    }

    /** The same entries, each citing the line that what it was printed from had cited. */
    private Resume citing(Resume before) {
        var lines = new TreeMap<Integer, Entry>();
        int line = 1;
        boolean closing = false;
        for (var each : before.entries) {
            if (each instanceof Closing && !closing && line > 1) line++;
            closing = each instanceof Closing;
            lines.put(line++, each);
        }
        var cited = new ArrayList<Entry>();
        for (var each : entries) {
            var from = lines.floorEntry(each.line());
            var was = from == null ? lines.firstEntry().getValue() : from.getValue();
            cited.add(at(each, 0).equals(at(was, 0)) ? was : at(each, was.line()));
        }
        return new Resume(cited);
    }

    private static Entry at(Entry entry, int line) {
        return switch (entry) {
            case Segment each -> new Segment(each.from(), each.to(), each.text(), line, at(each.meanwhile(), line));
            case Aside each -> new Aside(each.text(), line, at(each.meanwhile(), line));
            case Closing each -> new Closing(each.text(), line);
            case Caption each -> new Caption(each.text(), line);
            case Unread each -> new Unread(each.text(), line, each.dated());
        };
    }

    private static List<Meanwhile> at(List<Meanwhile> all, int line) {
        return all.stream()
                .map(each -> new Meanwhile(each.from(), each.to(), each.text(), line))
                .toList();
    }

    /** The text in the layout of the official editor; reading it again gives the same entries. */
    public String print() {
        var lines = new ArrayList<String>();
        boolean closing = false;
        for (var each : entries) {
            if (each instanceof Closing && !closing && !lines.isEmpty()) lines.add("");
            closing = each instanceof Closing;
            lines.add(
                    switch (each) {
                        case Segment segment -> line(segment.from(), segment.to(), segment.text());
                        case Aside aside -> aside.text();
                        case Closing paragraph -> paragraph.text();
                        case Caption caption -> caption.text();
                        case Unread unread -> unread.text();
                    });
        }
        return String.join("\n", lines);
    }

    /** One line: {@code 1990.09--1994.07␠␠text}, or open with nine blanks after the dash. */
    public static String line(@Nullable PartialDate from, @Nullable PartialDate to, String text) {
        var start = from == null ? "" : from.printed();
        var end = to == null ? "         " : to.printed() + "  ";
        return Blanks.trimEnd(start + "--" + end + text);
    }

    public List<Segment> segments() {
        return entries.stream()
                .filter(Segment.class::isInstance)
                .map(Segment.class::cast)
                .toList();
    }

    /** Where neighbouring segments leave more than a month between them, or run into one another. */
    public List<Breach> breaches() {
        var breaches = new ArrayList<Breach>();
        var segments = segments();
        for (int i = 1; i < segments.size(); i++) {
            var before = segments.get(i - 1);
            var after = segments.get(i);
            var from = after.from();
            if (from == null) continue;
            var to = before.to();
            if (to == null || months(from) < months(to)) {
                boolean alongside = to != null && to.month() == 0 && to.year() == from.year();
                if (!alongside) breaches.add(new Breach(false, before, after));
            } else if (to.month() != 0 && from.month() != 0 && months(from) > months(to) + 1)
                breaches.add(new Breach(true, before, after));
            else if (from.year() > to.year() + 1) breaches.add(new Breach(true, before, after));
        }
        return breaches;
    }

    private static int months(PartialDate date) {
        var day = date.firstDay();
        return day.getYear() * 12 + day.getMonthValue();
    }
}
