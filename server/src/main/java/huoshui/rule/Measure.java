package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.kernel.Chapter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be read off a subject. 量度
 *
 * @param name as clauses write it
 * @param title in Chinese
 * @param scale of a number; null for codes and flags
 * @param words of a code or flag; null for numbers
 * @param of whom it can be read
 * @param takes names of its parameters
 * @param needsTarget whether it reads what somebody is considered for
 * @param chapters read for it
 * @param index its place in the catalogue
 */
public record Measure(
        String name,
        String title,
        @Nullable Scale scale,
        @Nullable Words words,
        Set<Speaks> of,
        Set<String> takes,
        boolean needsTarget,
        Set<Chapter> chapters,
        int index,
        Reader reader) {

    static final Words YES_NO = Words.plain(java.util.List.of("否", "是"), 0);

    private static final Set<String> BY_BOOK = Set.of(
            "influence", "influence-left", "effective-rank-tenure", "effective-level-tenure", "rank-or-level-tenure");

    /** How it is read. */
    interface Reader {
        Reading read(Question q, Arguments with);
    }

    /** Whether clauses have their part in it: an influence period is what the book makes of a sanction. */
    boolean byBook() {
        return BY_BOOK.contains(name);
    }

    /** Whether dossiers of others are read, so that it depends on who asks. */
    boolean others() {
        return chapters.contains(Chapter.FAMILY);
    }

    boolean number() {
        return scale != null;
    }

    boolean flag() {
        return words == YES_NO;
    }

    Reading read(Question q, Arguments with) {
        return q.read(this, with);
    }

    String title(Arguments with) {
        return with.words().isEmpty() ? title : title + "（" + with.words() + "）";
    }

    /** 工龄 4 年 3 个月; 职级：三级调研员. */
    String said(Arguments with, Reading reading) {
        if (!reading.known()) return title(with) + "：" + (reading.missing() == null ? "档案无记录" : reading.missing());
        if (words != null) return title(with) + "：" + words.words(reading.codes());
        var unit = java.util.Objects.requireNonNull(scale);
        if (reading.least() == Reading.UNBOUNDED) return title(with) + "：没有";
        if (reading.least() == reading.most()) return title(with) + " " + unit.words(reading.least());
        if (reading.most() == Reading.UNBOUNDED) return title(with) + "至少 " + unit.words(reading.least());
        return title(with) + " " + unit.words(reading.least()) + " 至 " + unit.words(reading.most());
    }

    /** Whether a flag is set; for measures that read other measures. */
    static Verdict yes(Reading flag) {
        return flag.known() ? Verdict.of((flag.codes() & 2) != 0) : Verdict.UNKNOWN;
    }
}
