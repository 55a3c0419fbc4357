package huoshui.interchange;

import static huoshui.interchange.NewColumn.blank;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.TALENT;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.city.Card.Listing;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.TalentFact.Achievement;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.Codes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** As what somebody is in the store, and what is kept of them as a talent. 人才各列 */
final class TalentColumns {

    static final String CATEGORY = "talentCategory";
    static final String GROUND = "talentGround";
    static final String CITATION = "talentCitation";
    static final String SINCE = "talentSince";
    static final String CONSENTED = "consented";
    static final String RECOMMENDER = "recommender";
    static final String EMPLOYER = "employer";
    static final String OCCUPATION = "occupation";
    static final String FIELD = "talentField";
    static final String ACHIEVEMENTS = "achievements";

    /** What together is one ground. */
    static final Set<String> OF_THE_GROUND = Set.of(CATEGORY, GROUND, CITATION, SINCE, CONSENTED, RECOMMENDER);

    private TalentColumns() {}

    static List<RosterColumn> all() {
        return List.of(
                new NewColumn(BASIC, 12, "sort", "人员类别", "Sort of person").says(p -> {
                    var sort = p.card().service().sort();
                    return sort == null ? null : sort.word();
                }),
                column(14, CATEGORY, "人才类别", "Talent category")
                        .comesIn()
                        .says(p -> each(p, one -> name("RC01", one.listed().category()))),
                column(14, GROUND, "入库依据", "Ground of the dossier")
                        .comesIn()
                        .says(p -> each(p, one -> name("RC02", one.listed().ground()))),
                column(24, CITATION, "依据文书", "Paper of the ground")
                        .from("talent")
                        .comesIn()
                        .says(p -> blank(p.standing(TalentListed.class).stream()
                                .map(TalentListed::citation)
                                .distinct()
                                .collect(joining("、")))),
                column(10, CONSENTED, "同意日期", "Consented on")
                        .date()
                        .from("talent")
                        .comesIn()
                        .says(p -> p.standing(TalentListed.class).stream()
                                .map(TalentListed::consented)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)),
                column(10, SINCE, "入库时间", "Listed since").date().comesIn().says(TalentColumns::since),
                column(18, RECOMMENDER, "推荐单位", "Recommended by")
                        .comesIn()
                        .says(p -> each(p, one -> recommender(one, p.around()))),
                column(18, EMPLOYER, "从业单位", "Employer")
                        .comesIn()
                        .says(p -> work(p).map(TalentWork::employer).orElse(null)),
                column(14, OCCUPATION, "从事岗位", "Occupation")
                        .comesIn()
                        .says(p -> work(p).map(TalentWork::occupation).orElse(null)),
                column(14, FIELD, "专业领域", "Field")
                        .comesIn()
                        .says(p -> work(p).map(TalentWork::field).orElse(null)),
                column(28, ACHIEVEMENTS, "业绩成果", "Achievements").comesIn().says(TalentColumns::achievements));
    }

    private static NewColumn column(int width, String code, String title, String english) {
        return new NewColumn(TALENT, width, code, title, english);
    }

    private static @Nullable String each(RosterPerson p, Function<Listing, @Nullable String> value) {
        return blank(p.card().talent().current().stream()
                .map(value)
                .filter(Objects::nonNull)
                .distinct()
                .collect(joining("、")));
    }

    private static String name(String list, String code) {
        return Codes.list(list).name(code).orElse(code);
    }

    private static @Nullable PartialDate since(RosterPerson p) {
        var current = p.card().talent().current();
        return current.isEmpty() ? null : current.getFirst().valid().firstDate();
    }

    private static @Nullable String recommender(Listing one, Surroundings around) {
        return around.unit(one.listed().recommender())
                .map(Surroundings.UnitAt::name)
                .orElse(one.listed().recommenderText());
    }

    private static Optional<TalentWork> work(RosterPerson p) {
        return Optional.ofNullable(p.card().talent().work());
    }

    private static @Nullable String achievements(RosterPerson p) {
        return blank(p.card().talent().achievements().stream()
                .map(TalentColumns::line)
                .collect(joining("\n")));
    }

    /** As a cell has it: 奖项：某某奖. */
    static String line(Achievement is) {
        return is.sort() + "：" + is.title();
    }
}
