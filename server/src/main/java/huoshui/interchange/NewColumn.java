package huoshui.interchange;

import huoshui.interchange.RosterColumn.Kind;
import huoshui.interchange.RosterColumn.Reading;
import huoshui.kernel.Chapter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column of rosters being described. 名册列的写法 */
final class NewColumn {

    private final String code;
    private final String title;
    private final String english;
    private final Chapter chapter;
    private final int width;
    private Kind kind = Kind.TEXT;
    private Set<String> kinds = Set.of();
    private boolean comesIn;

    /** @param width in characters */
    NewColumn(Chapter chapter, int width, String code, String title, String english) {
        this.chapter = chapter;
        this.width = width;
        this.code = code;
        this.title = title;
        this.english = english;
    }

    NewColumn date() {
        kind = Kind.DATE;
        return this;
    }

    NewColumn number() {
        kind = Kind.NUMBER;
        return this;
    }

    /** Made from facts of these kinds, which the city in memory does not hold. */
    NewColumn from(String... facts) {
        kinds = Set.of(facts);
        return this;
    }

    /** A roster that says it may write it. */
    NewColumn comesIn() {
        comesIn = true;
        return this;
    }

    RosterColumn says(Reading reading) {
        return new RosterColumn(code, title, english, kind, chapter, kinds, comesIn, width, reading);
    }

    static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }
}
