package huoshui.dossier.web;

import huoshui.access.Placement;
import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.Codes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of people; what the account may not read is left out. 名单一行
 *
 * @param age completed years; null where it is not certain
 * @param sort 人员类别 in words
 * @param talents the categories somebody is listed under on the day; null where that chapter may not be read
 * @param listed whether a ground holds on the day
 * @param unit name of the unit the person is placed in
 */
record PersonRow(
        UUID id,
        String name,
        @Nullable String sex,
        @Nullable PartialDate birth,
        @Nullable Integer age,
        @Nullable String ethnicity,
        @Nullable PartialDate partyJoined,
        @Nullable String party,
        @Nullable String fulltime,
        @Nullable String inservice,
        @Nullable String post,
        @Nullable PartialDate postSince,
        @Nullable String rank,
        @Nullable PartialDate rankSince,
        @Nullable String level,
        @Nullable PartialDate levelSince,
        List<GradeOf> grades,
        @Nullable String category,
        @Nullable String unit,
        @Nullable UUID unitId,
        String state,
        Placement.Footing footing,
        @Nullable String sort,
        @Nullable List<String> talents,
        boolean listed,
        List<String> missing,
        boolean photo) {

    /** 年度考核 */
    record GradeOf(int year, String grade) {}

    static PersonRow of(Card card, Surroundings around, Sight sight) {
        boolean basic = sight.reads(Chapter.BASIC);
        boolean career = sight.reads(Chapter.CAREER);
        boolean education = sight.reads(Chapter.EDUCATION);
        var who = card.who();
        var schooling = card.schooling();
        var category = card.service().category();
        boolean talent = sight.reads(Chapter.TALENT);
        return new PersonRow(
                card.id(),
                who.name(),
                who.sex() == null ? null : who.sex().title(),
                basic ? who.birth() : null,
                basic && who.age() != null && who.age().exact() ? who.age().least() : null,
                basic && who.ethnicity() != null ? who.ethnicity().title() : null,
                basic ? card.party().joined() : null,
                basic && card.party().recorded() ? String.join("、", card.party().words()) : null,
                education && schooling.fulltime() != null ? schooling.fulltime().words() : null,
                education && schooling.inservice() != null
                        ? schooling.inservice().words()
                        : null,
                card.footing().cadre()
                        ? career ? card.posts().text() : null
                        : talent ? card.talent().works() : null,
                career ? card.posts().since() : null,
                career && card.rank() != null ? card.rank().rank().name() : null,
                career && card.rank() != null ? card.rank().since() : null,
                career && card.level() != null ? card.level().level().title() : null,
                career && card.level() != null ? card.level().since() : null,
                sight.reads(Chapter.APPRAISAL) ? grades(card) : List.of(),
                category == null ? null : category.brief(),
                around.unit(card.service().unit())
                        .map(Surroundings.UnitAt::name)
                        .orElse(null),
                card.service().unit(),
                card.service().state().title(),
                talent || !card.footing().cadre() ? card.footing() : Placement.Footing.CADRE,
                card.service().sort() == null ? null : card.service().sort().word(),
                talent ? talents(card) : null,
                talent && card.talent().listed(),
                card.missing(),
                who.photo());
    }

    private static List<String> talents(Card card) {
        return card.talent().current().stream()
                .map(each -> Codes.list("RC01")
                        .name(each.listed().category())
                        .orElse(each.listed().category()))
                .distinct()
                .toList();
    }

    private static List<GradeOf> grades(Card card) {
        return card.grades().stream()
                .filter(each -> each.text() != null)
                .map(each -> new GradeOf(
                        each.year(),
                        each.word() == null
                                ? String.valueOf(each.text())
                                : each.word().title()))
                .toList();
    }
}
