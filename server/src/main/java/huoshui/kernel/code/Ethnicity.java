package huoshui.kernel.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An ethnic group by its full name. 民族 (GB/T 3304) */
public record Ethnicity(String code, String title) {

    /** 汉族 */
    public static final Ethnicity HAN = new Ethnicity("01", "汉族");

    private static final int LAST_OF_THE_FIFTY_SIX = 56;

    /** From a code, a full name, or a name without 族: 汉 is 汉族, 维吾尔 is 维吾尔族. */
    public static Optional<Ethnicity> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        var list = Codes.list("GB3304");
        var code = text.strip().matches("\\d") ? "0" + text.strip() : text;
        return list.find(code).or(() -> list.named(text + "族")).map(found -> new Ethnicity(found.code(), found.name()));
    }

    /** One of the fifty-five besides 汉族; false for 其他 and for foreigners. 少数民族 */
    public boolean minority() {
        int number = Integer.parseInt(code);
        return number > 1 && number <= LAST_OF_THE_FIFTY_SIX;
    }
}
