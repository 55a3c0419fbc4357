package huoshui.dossier.search;

import static huoshui.dossier.search.Comparisons.Applies.ALWAYS;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;

import huoshui.dossier.city.Bounds;
import huoshui.kernel.code.Code;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the record itself lacks. 条件项：档案 */
final class RecordFields {

    private RecordFields() {}

    static void enter(Catalogue into) {
        into.codes(
                "missing",
                "档案缺项",
                "Missing",
                BASIC,
                missing(into),
                "missing",
                (card, on) -> Set.copyOf(card.missing()));
        into.number(
                "unmatched",
                "未挂接职务数",
                "Unmatched posts",
                "个",
                CAREER,
                "post",
                ALWAYS,
                (card, on) -> Bounds.exactly(card.posts().unmatched()));
        into.number(
                "unread",
                "未认读简历行数",
                "Unread résumé lines",
                "行",
                CAREER,
                "resume",
                ALWAYS,
                (card, on) -> Bounds.exactly(card.unreadLines()));
    }

    private static List<Code> missing(Catalogue into) {
        return Stream.of(
                        "sex",
                        "birth",
                        "ethnicity",
                        "party",
                        "partyJoined",
                        "workStart",
                        "education",
                        "post",
                        "postSince",
                        "level",
                        "rank",
                        "grades",
                        "category",
                        "idNumber",
                        "photo")
                .map(each -> new Code(each, word(each, into)))
                .toList();
    }

    private static String word(String code, Catalogue into) {
        return switch (code) {
            case "education" -> "学历";
            case "grades" -> "年度考核";
            case "idNumber" -> "公民身份号码";
            default -> into.label(code).orElse(code);
        };
    }
}
