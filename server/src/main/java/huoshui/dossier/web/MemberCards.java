package huoshui.dossier.web;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.EducationLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the few lines about a person that a team page shows. 成员卡片 */
@Component
class MemberCards {

    private final Seating seating;

    MemberCards(Seating seating) {
        this.seating = seating;
    }

    /**
     * One person at both clocks.
     *
     * @param age completed to the month; null where the birth is not known to the month
     * @param party null while the dossier is silent
     * @param served units served in by the day, by matched posts
     * @param unmatched whether some post held by the day is matched with no unit, so that where it was is not known
     * @param silent whether no post at all is on record by the day
     */
    record Member(
            UUID id,
            String name,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable Integer age,
            @Nullable String ethnicity,
            @Nullable Boolean minority,
            @Nullable String party,
            @Nullable Boolean communist,
            @Nullable String fulltime,
            @Nullable String inservice,
            @Nullable EducationLevel fulltimeLevel,
            @Nullable EducationLevel highest,
            @Nullable String rank,
            boolean photo,
            List<UUID> served,
            boolean unmatched,
            boolean silent,
            boolean seconded,
            boolean abroad) {}

    /** Empty where this account does not see the person. */
    Optional<Member> draw(Sight sight, UUID person, AsOf at) {
        return seating.card(sight, person, at).map(card -> member(card, at.valid()));
    }

    private static Member member(Card card, LocalDate day) {
        var who = card.who();
        var ethnicity = who.ethnicity();
        var fulltime = card.schooling().fulltime();
        var inservice = card.schooling().inservice();
        var rank = card.rank();
        var sex = who.sex();
        return new Member(
                card.id(),
                who.name(),
                sex == null ? null : sex.title(),
                who.birth(),
                age(who.birth(), day),
                ethnicity == null ? null : ethnicity.title(),
                ethnicity == null ? null : Boolean.valueOf(ethnicity.minority()),
                card.party().recorded() ? String.join("、", card.party().words()) : null,
                card.party().recorded() ? Boolean.valueOf(card.party().communist()) : null,
                fulltime == null ? null : fulltime.words(),
                inservice == null ? null : inservice.words(),
                fulltime == null ? null : fulltime.level(),
                card.schooling().level(),
                rank == null ? null : rank.rank().name(),
                who.photo(),
                card.posts().ever().stream()
                        .map(each -> each.post().unit())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                card.posts().ever().stream().anyMatch(each -> each.post().unit() == null),
                card.posts().ever().isEmpty(),
                !card.experience().secondments().isEmpty(),
                !card.experience().overseas().isEmpty());
    }

    /** 周岁，计算到当月; null where only the year is known. */
    static @Nullable Integer age(@Nullable PartialDate birth, LocalDate day) {
        if (birth == null || birth.month() == 0) return null;
        int months = (day.getYear() - birth.year()) * 12 + day.getMonthValue() - birth.month();
        return months < 0 ? null : Integer.valueOf(months / 12);
    }
}
