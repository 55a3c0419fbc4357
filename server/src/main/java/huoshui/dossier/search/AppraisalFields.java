package huoshui.dossier.search;

import static huoshui.dossier.search.Comparisons.Applies.ALWAYS;
import static huoshui.kernel.Chapter.APPRAISAL;

import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.Code;
import java.util.Set;
import java.util.stream.Stream;

/** Grades and rewards. 条件项：考核与奖励 */
final class AppraisalFields {

    private AppraisalFields() {}

    static void enter(Catalogue into) {
        into.codes(
                "grade",
                "上一年度考核",
                "Last year's grade",
                APPRAISAL,
                Stream.of(AnnualGradeWord.values())
                        .map(each -> new Code(each.code(), each.title()))
                        .toList(),
                "grade",
                (card, on) -> {
                    var word = card.grades().getLast().word();
                    return word == null ? null : Set.of(word.code());
                });
        for (int years : new int[] {2, 3, 5}) {
            into.number(
                    "outstanding" + years,
                    "近 " + years + " 年优秀次数",
                    "Outstanding in " + years + " years",
                    "次",
                    APPRAISAL,
                    "grade",
                    ALWAYS,
                    (card, on) -> Measures.grades(card, years, each -> each == AnnualGradeWord.OUTSTANDING));
            into.number(
                    "competent" + years,
                    "近 " + years + " 年称职以上次数",
                    "Competent in " + years + " years",
                    "次",
                    APPRAISAL,
                    "grade",
                    ALWAYS,
                    (card, on) -> Measures.grades(card, years, AnnualGradeWord::competent));
            into.flag(
                    "belowCompetent" + years,
                    "近 " + years + " 年有基本称职以下",
                    "Below competent in " + years + " years",
                    APPRAISAL,
                    "grade",
                    (card, on) -> Measures.any(Measures.grades(card, years, Measures::belowCompetent)));
        }
        into.flag(
                "reward",
                "奖励",
                "Reward",
                APPRAISAL,
                "reward",
                (card, on) ->
                        Measures.happened(card, !card.experience().rewards().isEmpty()));
        into.texts(
                "rewardName",
                "奖励名称",
                "Reward named",
                APPRAISAL,
                "reward",
                card -> card.experience().rewards().stream()
                        .map(each -> each.name())
                        .toList(),
                Measures::careerSilent);
    }
}
