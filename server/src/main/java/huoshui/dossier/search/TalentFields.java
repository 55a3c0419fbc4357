package huoshui.dossier.search;

import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.TALENT;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.PersonSort;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.Codes;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** As what somebody is in the store, and what makes them a talent. 条件项：人员类别与人才 */
final class TalentFields {

    /** A condition on one of these is asked of everybody in the store, of talents who are no cadres too. */
    static final Set<String> CODES = Set.of("sort", "talentCategory", "talentGround", "achievement", "employer");

    private TalentFields() {}

    static void enter(Catalogue into) {
        into.codes("sort", "人员类别", "Sort of person", BASIC, sorts(), "sort", (card, on) -> {
            var sort = card.service().sort();
            return sort == null ? null : Set.of(sort.name());
        });
        into.codes(
                "talentCategory",
                "人才类别",
                "Talent category",
                TALENT,
                Codes.list("RC01").codes(),
                "talentCategory",
                (card, on) -> listed(card, each -> each.listed().category()));
        into.codes(
                "talentGround",
                "入库依据",
                "Ground of a talent's dossier",
                TALENT,
                Codes.list("RC02").codes(),
                "talentGround",
                (card, on) -> listed(card, each -> each.listed().ground()));
        into.texts(
                "achievement",
                "业绩成果",
                "Achievement",
                TALENT,
                "achievement",
                card -> card.talent().achievements().stream()
                        .map(each -> each.title())
                        .toList(),
                card -> false);
        into.texts(
                "employer",
                "从业单位及岗位",
                "Employer and occupation",
                TALENT,
                "talentWork",
                card -> Stream.ofNullable(card.talent().works()).toList(),
                card -> card.talent().listed());
    }

    private static List<Code> sorts() {
        return Stream.of(PersonSort.values())
                .map(each -> new Code(each.name(), each.word()))
                .toList();
    }

    /** Of grounds that hold; of somebody who is not listed it is certain that there is none. */
    private static Set<String> listed(Card card, Function<Card.Listing, String> value) {
        return card.talent().current().stream().map(value).collect(Collectors.toUnmodifiableSet());
    }
}
