package huoshui.kernel.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A degree with its field, as the form writes it. 学位及学科门类
 *
 * @param code of GB/T 6864; the bare figure of the degree when the list has no such field
 * @param name as printed: 理学学士, 工商管理硕士
 * @param field 理学, 工商管理; null when only the degree is named
 */
public record DegreeWord(String code, String name, @Nullable String field, Degree degree) {

    private static final Pattern NAMED = Pattern.compile("(.*?)(名誉博士|博士|硕士|学士)");

    /** From a code or a single name; two degrees in one text, or 博士后, stay unread. */
    public static Optional<DegreeWord> read(@Nullable String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        return named(Codes.list("GB6864").name(text).orElse(text));
    }

    private static Optional<DegreeWord> named(String text) {
        var name = Spelling.plain(text)
                .replaceFirst("学位$", "")
                .replaceFirst("专业$", "")
                .replaceFirst("研究生(?=[博硕]士$)", "");
        var parts = NAMED.matcher(name);
        if (!parts.matches()) return Optional.empty();
        var field = parts.group(1);
        if (field.matches(".*(士|、|,|;|/).*")) return Optional.empty();
        return degree(parts.group(2)).map(degree -> of(name, field, degree));
    }

    private static DegreeWord of(String name, String field, Degree degree) {
        var list = Codes.list("GB6864");
        var code = list.named(name + "学位").or(() -> list.named(name + "专业学位")).map(Code::code);
        return new DegreeWord(code.orElse(degree.code()), name, field.isEmpty() ? null : field, degree);
    }

    private static Optional<Degree> degree(String word) {
        for (var each : Degree.values()) {
            if (each.title().equals(word)) return Optional.of(each);
        }
        return Optional.empty();
    }
}
