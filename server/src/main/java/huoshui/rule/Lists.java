package huoshui.rule;

import huoshui.dossier.city.ServiceState;
import huoshui.dossier.city.Surroundings.Sector;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.code.PoliticalStatus;
import huoshui.kernel.code.Rank;
import huoshui.kernel.code.RankWord;
import huoshui.kernel.code.Sex;
import huoshui.org.fact.PostTier;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of words that code measures and fields answer from. 各词表 */
final class Lists {

    static final Words LEVELS = Words.of(LeadershipLevel.values(), 12, LeadershipLevel::title, LeadershipLevel::read);
    static final Words RANKS = Words.of(
            Rank.values(),
            12,
            Rank::title,
            text -> RankWord.read(text).flatMap(each -> Optional.ofNullable(each.rank())));
    static final Words EDUCATION = Words.of(EducationLevel.values(), 9, EducationLevel::title, EducationLevel::read);
    static final Words DEGREES = Words.of(
            Degree.values(),
            Degree.values().length,
            Degree::title,
            text -> huoshui.kernel.code.DegreeWord.read(text).map(each -> each.degree()));
    static final Words GRADES = Words.of(
            AnnualGradeWord.values(),
            7,
            AnnualGradeWord::title,
            text -> AnnualGradeWord.read(text).map(AnnualGradeWord::asCivilServant));
    static final Words SEXES = Words.of(Sex.values(), 0, Sex::title, Sex::read);
    static final Words PARTIES = Words.of(PoliticalStatus.values(), 0, PoliticalStatus::title, PoliticalStatus::read);
    static final Words STATES = Words.of(ServiceState.values(), 0, ServiceState::title, text -> Optional.empty());
    static final Words UNIT_KINDS = Words.of(UnitKind.values(), 0, UnitKind::word, text -> Optional.empty());
    static final Words SECTORS = Words.of(Sector.values(), 0, Sector::word, text -> Optional.empty());
    static final List<PostTier> TIERS_DOWN =
            Stream.of(PostTier.values()).toList().reversed();
    static final Words TIERS =
            Words.plain(TIERS_DOWN.stream().map(PostTier::word).toList(), 3);
    static final Words CATEGORIES = Words.of(ManagementCode.values(), 0, ManagementCode::brief, ManagementCode::read);

    static final Words SEATS = Words.of(SeatCategory.values(), 0, SeatCategory::word, SeatCategory::of);
    static final Words UNIT_TIERS = Words.plain(List.of("市级机关", "县级机关", "乡级机关"), 3);

    /** 市 before 县, each in the order of {@link #BODIES}. */
    static final Words LOCAL_BODIES =
            Words.plain(List.of("市级党委", "市级人大", "市级政府", "市级政协", "县级党委", "县级人大", "县级政府", "县级政协"), 0);

    static final List<UnitKind> BODIES =
            List.of(UnitKind.PARTY_ORGAN, UnitKind.CONGRESS, UnitKind.GOVERNMENT_ORGAN, UnitKind.CONSULTATIVE);

    private Lists() {}
}
