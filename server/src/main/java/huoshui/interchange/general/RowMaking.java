package huoshui.interchange.general;

import huoshui.kernel.PartialDate;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Codes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row being written: what is not known is left out. 正在写出的一行 */
final class RowMaking {

    private final Map<String, String> values = new LinkedHashMap<>();

    RowMaking(String a0000) {
        values.put(GeneralColumns.KEY, a0000);
    }

    RowMaking text(String column, @Nullable String value) {
        if (value != null && !value.isBlank()) values.put(column, value);
        return this;
    }

    RowMaking date(String column, @Nullable PartialDate value) {
        if (value != null) values.put(column, value.compact());
        return this;
    }

    RowMaking number(String column, @Nullable Integer value) {
        if (value != null) values.put(column, value.toString());
        return this;
    }

    /** 1 or 0. */
    RowMaking figure(String column, @Nullable Boolean value) {
        if (value != null) values.put(column, value ? "1" : "0");
        return this;
    }

    /** true or false, as the columns that print on the form have it. */
    RowMaking word(String column, @Nullable Boolean value) {
        if (value != null) values.put(column, value.toString());
        return this;
    }

    /** The code a word stands for, or the value as it is where no list knows it. */
    RowMaking code(String column, @Nullable String word, String list) {
        return text(column, codeOf(word, list));
    }

    static @Nullable String codeOf(@Nullable String word, String list) {
        if (word == null) return null;
        return Codes.list(list).find(word).map(Code::code).orElse(word);
    }

    Map<String, String> row() {
        return values;
    }
}
