package huoshui.dossier.city;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.AssessmentFact.Assessed;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.RecordFact.MergedInto;
import huoshui.dossier.fact.StandingFact.CadreListed;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.fact.StandingFact.Entered;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.fact.StandingFact.OverseasStay;
import huoshui.dossier.fact.StandingFact.PartTimePost;
import huoshui.dossier.fact.StandingFact.SelectedGraduate;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.dossier.fact.TalentFact.Achievement;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import org.jspecify.annotations.Nullable;

/**
 * Keeps of a fact only what questions over everybody need, and equal things once. 瘦身
 *
 * <p>Sharing is lossy: a table of fixed size remembers what came by last. It never grows, and a race costs nothing but a
 * duplicate.
 */
final class Slim {

    private static final int SLOTS = 1 << 16;
    private static final Photo PHOTO = new Photo("", "", 0);
    private static final UnreadLine UNREAD = new UnreadLine(0, "");

    private final @Nullable Object[] seen = new @Nullable Object[SLOTS];

    FactBody of(FactBody body) {
        return share(
                switch (body) {
                    case Identity is -> identity(is);
                    case PartyMembership is -> new PartyMembership(share(is.party()), opt(is.joined()));
                    case WorkStart is -> new WorkStart(share(is.date()));
                    case ProfessionalTitle is ->
                        new ProfessionalTitle(share(is.title()), opt(is.code()), null, null, null);
                    case Expertise is -> new Expertise(share(is.text()));
                    case Photo is -> PHOTO;
                    case Managed is -> new Managed(share(is.category()));
                    case Custody is -> new Custody(opt(is.unit()), opt(is.text()));
                    case Entered is -> new Entered(opt(is.way()), null, null, null, null, null);
                    case Departed is -> new Departed(opt(is.way()), null, null, null);
                    case SelectedGraduate is ->
                        new SelectedGraduate(share(is.kind()), opt(is.source()), null, null, null, null);
                    case OverseasStay is -> new OverseasStay(share(is.place()), share(is.purpose()));
                    case PartTimePost is -> new PartTimePost(share(is.organization()), share(is.post()), null);
                    case PostHeld is -> post(is);
                    case RankHeld is -> new RankHeld(share(is.rank()), opt(is.code()), null);
                    case LevelHeld is -> new LevelHeld(share(is.level()), opt(is.code()), null);
                    case Seconded is -> new Seconded(share(is.text()), opt(is.host()), opt(is.track()));
                    case UnreadLine is -> UNREAD;
                    case Study is -> study(is);
                    case FrontlineService is ->
                        new FrontlineService(
                                share(is.sort()),
                                share(is.front()),
                                null,
                                opt(is.showing()),
                                opt(is.assessedBy()),
                                opt(is.proof()));
                    case Trained is ->
                        new Trained(
                                share(is.course()),
                                opt(is.category()),
                                null,
                                null,
                                null,
                                is.hours(),
                                is.days(),
                                is.abroad());
                    case AnnualGrade is -> new AnnualGrade(is.year(), share(is.grade()), opt(is.code()));
                    case Reward is ->
                        new Reward(share(is.name()), opt(is.code()), null, opt(is.authorityLevel()), null, null);
                    case Sanction is ->
                        new Sanction(
                                share(is.name()),
                                opt(is.code()),
                                null,
                                opt(is.authorityLevel()),
                                opt(is.influenceUntil()),
                                opt(is.lifted()),
                                null);
                    case Assessed is -> is.withoutMarks();
                    case OrganizationalMeasure is ->
                        new OrganizationalMeasure(
                                share(is.measure()),
                                opt(is.ground()),
                                null,
                                opt(is.influenceUntil()),
                                opt(is.rescinded()),
                                null);
                    case Conclusion is ->
                        new Conclusion(share(is.code()), share(is.value()), share(is.by()), is.chapter(), null);
                    case FamilyMember is ->
                        new FamilyMember(0, share(is.relation()), null, null, null, null, is.person());
                    case TalentListed is ->
                        new TalentListed(
                                share(is.category()),
                                opt(is.recommender()),
                                opt(is.recommenderText()),
                                share(is.ground()),
                                "",
                                null);
                    case TalentWork is -> new TalentWork(share(is.employer()), opt(is.occupation()), opt(is.field()));
                    case Achievement is ->
                        new Achievement(share(is.sort()), share(is.title()), null, opt(is.level()), null);
                    case CadreListed is -> new CadreListed("", null);
                    case MergedInto is -> new MergedInto(is.person(), "");
                    default -> body;
                });
    }

    private Identity identity(Identity is) {
        return new Identity(
                share(is.name()),
                opt(is.sex()),
                opt(is.birth()),
                opt(is.ethnicity()),
                opt(is.nativePlace()),
                null,
                opt(is.upbringingPlace()));
    }

    private PostHeld post(PostHeld is) {
        return new PostHeld(
                share(is.text()),
                opt(is.post()),
                opt(is.unit()),
                opt(is.unitText()),
                null,
                opt(is.level()),
                is.leading(),
                is.main(),
                opt(is.member()),
                is.order(),
                is.teamOrder(),
                opt(is.way()),
                null,
                null,
                null,
                null);
    }

    private Study study(Study is) {
        return new Study(
                share(is.mode()),
                opt(is.level()),
                opt(is.levelCode()),
                opt(is.degree()),
                opt(is.degreeCode()),
                opt(is.school()),
                opt(is.degreeSchool()),
                opt(is.major()),
                null,
                null,
                null,
                null);
    }

    private <T> @Nullable T opt(@Nullable T value) {
        return value == null ? null : share(value);
    }

    /** Old rows may lack what is required today; that is no reason to keep the city from loading. */
    @SuppressWarnings({"unchecked", "ConstantValue"})
    private <T> T share(T value) {
        if (value == null) return value;
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        var held = seen[slot];
        if (held != null && held.getClass() == value.getClass() && held.equals(value)) return (T) held;
        seen[slot] = value;
        return value;
    }
}
