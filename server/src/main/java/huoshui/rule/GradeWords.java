package huoshui.rule;

import huoshui.kernel.code.AnnualGradeWord;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Readings of grade words, in a civil servant's words, remembered. 等次认读 */
final class GradeWords {

    private static final int MOST = 1000;
    private static final ConcurrentMap<String, Optional<AnnualGradeWord>> KNOWN = new ConcurrentHashMap<>();

    private GradeWords() {}

    static @Nullable AnnualGradeWord read(@Nullable String text, @Nullable String code) {
        var word = of(text);
        return word != null ? word : of(code);
    }

    private static @Nullable AnnualGradeWord of(@Nullable String text) {
        if (text == null) return null;
        var known = KNOWN.get(text);
        if (known == null) {
            known = AnnualGradeWord.read(text).map(AnnualGradeWord::asCivilServant);
            if (KNOWN.size() < MOST) KNOWN.put(text, known);
        }
        return known.orElse(null);
    }
}
