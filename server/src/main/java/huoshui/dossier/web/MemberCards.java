package huoshui.dossier.web;

import huoshui.access.Sight;
import huoshui.access.Sights;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.StandingFact.OverseasStay;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Subject;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.EducationWord;
import huoshui.kernel.code.Ethnicity;
import huoshui.kernel.code.PoliticalStatus;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the few lines about a person that a team or unit page shows. 成员卡片 */
@Component
class MemberCards {

    private final Dossiers dossiers;
    private final Sights sights;

    MemberCards(Dossiers dossiers, Sights sights) {
        this.dossiers = dossiers;
        this.sights = sights;
    }

    /**
     * One person at both clocks.
     *
     * @param age completed to the month; null where the birth is not known to the month
     * @param party null while the dossier is silent
     * @param served units served in before, by matched posts
     */
    record Card(
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
            boolean photo,
            List<UUID> served,
            boolean seconded,
            boolean abroad) {}

    /** Empty where this account does not see the person. */
    Optional<Card> draw(Sight sight, UUID person, AsOf at) {
        if (!sights.sees(sight, person)) return Optional.empty();
        var known = dossiers.history(new Subject.Person(person)).stream()
                .filter(each -> each.known(at.known()) && !each.erased())
                .toList();
        return Optional.of(card(person, known, at.valid()));
    }

    private static Card card(UUID person, List<Fact<FactBody>> known, LocalDate day) {
        var identity = on(known, Identity.class, day).stream().findFirst();
        var birth = identity.map(Identity::birth).orElse(null);
        var ethnicity = identity.map(Identity::ethnicity).flatMap(Ethnicity::read);
        var parties = on(known, PartyMembership.class, day);
        var fulltime = highest(known, "fulltime", day);
        var inservice = highest(known, "inservice", day);
        return new Card(
                person,
                identity.map(Identity::name).orElse(""),
                identity.map(Identity::sex).orElse(null),
                birth,
                birth == null ? null : age(birth, day),
                ethnicity.map(Ethnicity::title).orElse(null),
                ethnicity.map(Ethnicity::minority).orElse(null),
                parties.isEmpty()
                        ? null
                        : String.join(
                                "、",
                                parties.stream().map(PartyMembership::party).toList()),
                parties.isEmpty() ? null : communist(parties),
                fulltime.map(Study::level).orElse(null),
                inservice.map(Study::level).orElse(null),
                level(fulltime),
                higher(level(fulltime), level(inservice)),
                !on(known, Photo.class, day).isEmpty(),
                served(known, day),
                begun(known, Seconded.class, day),
                begun(known, OverseasStay.class, day));
    }

    private static <B extends FactBody> List<B> on(List<Fact<FactBody>> known, Class<B> kind, LocalDate day) {
        return known.stream()
                .filter(each -> kind.isInstance(each.content()) && each.valid().covers(day))
                .map(each -> kind.cast(each.content()))
                .toList();
    }

    private static boolean begun(List<Fact<FactBody>> known, Class<? extends FactBody> kind, LocalDate day) {
        return known.stream()
                .anyMatch(each ->
                        kind.isInstance(each.content()) && !each.valid().from().isAfter(day));
    }

    private static List<UUID> served(List<Fact<FactBody>> known, LocalDate day) {
        var units = new ArrayList<UUID>();
        for (var fact : known) {
            if (fact.content() instanceof PostHeld held
                    && held.unit() != null
                    && !fact.valid().from().isAfter(day)) units.add(held.unit());
        }
        return units.stream().distinct().toList();
    }

    /** Studies are kept with their own days; what was begun by the day and bears a level counts. */
    private static Optional<Study> highest(List<Fact<FactBody>> known, String mode, LocalDate day) {
        return known.stream()
                .filter(each -> !each.valid().from().isAfter(day))
                .map(Fact::content)
                .filter(Study.class::isInstance)
                .map(Study.class::cast)
                .filter(each -> each.mode().equals(mode) && each.level() != null)
                .min(Comparator.comparing(each -> rank(each)));
    }

    private static int rank(Study study) {
        return EducationWord.read(study.level())
                .map(word -> word.level().ordinal())
                .orElse(99);
    }

    private static @Nullable EducationLevel level(Optional<Study> study) {
        return study.map(Study::level).flatMap(EducationLevel::read).orElse(null);
    }

    private static @Nullable EducationLevel higher(@Nullable EducationLevel one, @Nullable EducationLevel other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.atLeast(other) ? one : other;
    }

    private static boolean communist(List<PartyMembership> parties) {
        return parties.stream()
                .anyMatch(each -> PoliticalStatus.read(each.party())
                        .map(PoliticalStatus::communist)
                        .orElse(false));
    }

    /** 周岁，计算到当月; null where only the year is known. */
    static @Nullable Integer age(PartialDate birth, LocalDate day) {
        if (birth.month() == 0) return null;
        int months = (day.getYear() - birth.year()) * 12 + day.getMonthValue() - birth.month();
        return months < 0 ? null : Integer.valueOf(months / 12);
    }
}
