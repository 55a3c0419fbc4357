package huoshui.dossier.search;

import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;
import static huoshui.kernel.Chapter.EDUCATION;

import java.util.stream.Stream;

/** What else was done. 条件项：经历与专长 */
final class ExperienceFields {

    private ExperienceFields() {}

    static void enter(Catalogue into) {
        into.texts(
                "title",
                "专业技术职务",
                "Professional title",
                BASIC,
                "title",
                card -> card.experience().titles(),
                Measures::careerSilent);
        into.texts(
                "expertise",
                "熟悉专业有何专长",
                "Expertise",
                BASIC,
                "expertise",
                Measures.one(card -> card.experience().expertise()),
                card -> true);
        into.flag(
                "selectedGraduate",
                "选调生",
                "Selected graduate",
                CAREER,
                "selectedGraduate",
                (card, on) -> Measures.happened(card, card.experience().graduate() != null));
        into.flag(
                "secondment",
                "挂职经历",
                "Secondment",
                CAREER,
                "secondment",
                (card, on) ->
                        Measures.happened(card, !card.experience().secondments().isEmpty()));
        into.texts(
                "secondmentTrack",
                "挂职类别",
                "Secondment track",
                CAREER,
                "secondment",
                card -> Measures.texts(
                        card.experience().secondments().stream().flatMap(each -> Stream.of(each.track(), each.text()))),
                Measures::careerSilent);
        into.flag(
                "overseas",
                "海外经历",
                "Overseas stay",
                CAREER,
                "overseas",
                (card, on) ->
                        Measures.happened(card, !card.experience().overseas().isEmpty()));
        into.flag(
                "trained",
                "培训经历",
                "Training",
                EDUCATION,
                "training",
                (card, on) ->
                        Measures.happened(card, !card.experience().trainings().isEmpty()));
        into.texts(
                "training",
                "培训班次",
                "Training course",
                EDUCATION,
                "training",
                card -> card.experience().trainings().stream()
                        .map(each -> each.course())
                        .toList(),
                Measures::careerSilent);
    }
}
