package huoshui.kernel.code;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rank of any family, as it was written. 职级（各序列）
 *
 * @param code the code as written, or of the list that knows the name; null when only a name is known
 * @param rank the rung, for the general class only
 */
public record RankWord(
        @Nullable String code,
        String name,
        RankFamily family,
        @Nullable Rank rank) {

    private static final Pattern INSTITUTION_STAFF = Pattern.compile("(?:管理)?[一二三四五六七八九十]级职员");
    private static final Pattern ENFORCEMENT = Pattern.compile("督办|[一二]级督办|[一二三四]级高级主办|[一二三四]级主办|[一二]级行政执法员");
    private static final Pattern PROFESSIONAL = Pattern.compile("[一二]级总监|[一二三四]级高级主管|[一二三四]级主管|专业技术员");

    /** From a code of ZB148 or ZB136, or a name of any family; empty when no family knows it. */
    public static Optional<RankWord> read(@Nullable String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        return Rank.read(text)
                .map(rank -> new RankWord(rank.code(), rank.title(), RankFamily.GENERAL, rank))
                .or(() -> listed(text))
                .or(() -> named(Spelling.plain(text)));
    }

    private static Optional<RankWord> listed(String text) {
        var list = Codes.list("ZB136");
        return list.find(text)
                .or(() -> national(list, Spelling.plain(text)))
                .filter(found -> found.code().length() == 3)
                .map(found -> new RankWord(found.code(), found.name(), familyOf(found.code()), null));
    }

    /** Some names are shared with ladders of one city (families 5 to 7); the national ladder is meant. */
    private static Optional<Code> national(CodeList list, String name) {
        return list.codes().stream()
                .filter(each -> each.code().charAt(0) < '5' && each.name().equals(name))
                .findFirst();
    }

    private static RankFamily familyOf(String code) {
        return switch (code.charAt(0)) {
            case '1' -> RankFamily.JUDGE;
            case '2' -> RankFamily.PROSECUTOR;
            case '3' -> RankFamily.POLICE_TECHNICAL;
            case '4' -> RankFamily.POLICE_OFFICER;
            default -> RankFamily.OTHER;
        };
    }

    private static Optional<RankWord> named(String name) {
        return familyOfName(name).map(family -> new RankWord(null, name, family, null));
    }

    private static Optional<RankFamily> familyOfName(String name) {
        if (INSTITUTION_STAFF.matcher(name).matches()) return Optional.of(RankFamily.INSTITUTION_STAFF);
        if (PROFESSIONAL.matcher(name).matches()) return Optional.of(RankFamily.PROFESSIONAL);
        if (ENFORCEMENT.matcher(name).matches()) return Optional.of(RankFamily.ENFORCEMENT);
        return Codes.list("ZB133").named(name).map(found -> RankFamily.BEFORE_2019);
    }
}
