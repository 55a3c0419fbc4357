package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.kernel.Chapter;
import huoshui.kernel.code.Code;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be asked of everybody. 条件项
 *
 * @param code stable name
 * @param label in Chinese
 * @param english the same in English
 * @param ops how it can be compared
 * @param codes what it can be, highest first where it is ordered; empty for other kinds
 * @param unit word after a number: 岁, 年, 月
 * @param chapter where it is read; asked only by those who may read that
 * @param lacks the field a dossier is silent about where this one cannot be answered
 */
public record Field(
        String code,
        String label,
        String english,
        Kind kind,
        List<Op> ops,
        List<Code> codes,
        @Nullable String unit,
        Chapter chapter,
        String lacks,
        Reading reading) {

    /** What sort of value a field has, hence how it is entered. */
    public enum Kind {
        NUMBER("number"),
        CODE("code"),
        TEXT("text"),
        DATE("date"),
        FLAG("flag"),
        UNIT("unit");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Makes the comparison ready for asking many people. */
    interface Reading {

        Asked ready(Field field, Condition.Test test, Occasion occasion);
    }

    /** One comparison, ready to be asked of anybody. */
    interface Asked {

        Verdict of(Card card);

        /** Where all those are of whom it may hold or be open, a set of one's own; null where nobody can be left out unasked. */
        default @Nullable BitSet perhaps(City city) {
            return null;
        }
    }
}
