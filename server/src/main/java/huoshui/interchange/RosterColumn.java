package huoshui.interchange;

import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of rosters: what it is called, where it is read, and what it says of a person. 名册列
 *
 * @param code stable name; {@code grade:2025} for the grade of one year
 * @param chapter whoever may not read it does not get the column
 * @param kinds of facts it is made from beyond what the city in memory holds; none where that is enough
 * @param comesIn whether a roster that says it may write it
 * @param width in characters
 */
public record RosterColumn(
        String code,
        String title,
        String english,
        Kind kind,
        Chapter chapter,
        Set<String> kinds,
        boolean comesIn,
        int width,
        Reading reading) {

    /** What sort of value it has. 列的类型 */
    public enum Kind {
        TEXT,
        DATE,
        NUMBER
    }

    /** What it says: words, a {@link PartialDate}, a number, or nothing. */
    public interface Reading {
        @Nullable
        Object of(RosterPerson person);
    }

    public @Nullable Object value(RosterPerson person) {
        return reading.of(person);
    }

    /** As it is printed; empty where nothing is known. */
    public String text(RosterPerson person) {
        return printed(value(person));
    }

    static String printed(@Nullable Object value) {
        if (value == null) return "";
        return value instanceof PartialDate date ? date.printed() : value.toString();
    }

    /** The same column under another heading. */
    public RosterColumn called(String other) {
        return new RosterColumn(code, other, english, kind, chapter, kinds, comesIn, width, reading);
    }
}
