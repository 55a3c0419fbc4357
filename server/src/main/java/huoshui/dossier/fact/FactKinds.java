package huoshui.dossier.fact;

import static huoshui.kernel.Chapter.*;
import static huoshui.kernel.ledger.Kind.many;
import static huoshui.kernel.ledger.Kind.one;

import huoshui.kernel.ledger.Kind;
import huoshui.kernel.ledger.Kinds;
import java.util.List;

/** The catalogue of kinds of facts about a person. 人员事实种类 */
public final class FactKinds {

    /** Every kind, in the order a dossier is read. */
    public static final Kinds<FactBody> ALL = new Kinds<>(List.<Kind<FactBody>>of(
            one("identity", PersonalFact.Identity.class, BASIC),
            one("id-number", PersonalFact.IdNumber.class, BASIC),
            one("party", PersonalFact.PartyMembership.class, BASIC),
            one("work-start", PersonalFact.WorkStart.class, BASIC),
            one("health", PersonalFact.HealthStatement.class, HEALTH),
            many("title", PersonalFact.ProfessionalTitle.class, BASIC),
            one("expertise", PersonalFact.Expertise.class, BASIC),
            one("language", PersonalFact.Language.class, BASIC),
            one("contact", PersonalFact.Contact.class, BASIC),
            one("photo", PersonalFact.Photo.class, BASIC),
            one("remark", PersonalFact.Remark.class, BASIC),
            one("standing", StandingFact.Standing.class, BASIC),
            one("managed", StandingFact.Managed.class, BASIC),
            one("custody", StandingFact.Custody.class, BASIC),
            many("entered", StandingFact.Entered.class, CAREER),
            many("departed", StandingFact.Departed.class, CAREER),
            one("selected-graduate", StandingFact.SelectedGraduate.class, CAREER),
            many("overseas", StandingFact.OverseasStay.class, CAREER),
            many("part-time", StandingFact.PartTimePost.class, CAREER),
            many("post", CareerFact.PostHeld.class, CAREER),
            one("rank", CareerFact.RankHeld.class, CAREER),
            one("level", CareerFact.LevelHeld.class, CAREER),
            many("secondment", CareerFact.Seconded.class, CAREER),
            many("career-line", CareerFact.CareerLine.class, CAREER),
            many("career-note", CareerFact.CareerNote.class, CAREER),
            many("unread-line", CareerFact.UnreadLine.class, CAREER),
            many("study", EducationFact.Study.class, EDUCATION),
            many("training", EducationFact.Trained.class, EDUCATION),
            one("annual-grade", AppraisalFact.AnnualGrade.class, APPRAISAL),
            many("reward", AppraisalFact.Reward.class, APPRAISAL),
            many("assessed", AssessmentFact.Assessed.class, POLITICAL),
            many("frontline", AppraisalFact.FrontlineService.class, APPRAISAL),
            many("sanction", AppraisalFact.Sanction.class, SUPERVISION),
            many("org-measure", SupervisionFact.OrganizationalMeasure.class, SUPERVISION),
            one("conclusion", SupervisionFact.Conclusion.class, SUPERVISION),
            many("family", FamilyFact.FamilyMember.class, FAMILY),
            one("talent", TalentFact.TalentListed.class, TALENT),
            one("talent-work", TalentFact.TalentWork.class, TALENT),
            many("achievement", TalentFact.Achievement.class, TALENT),
            many("talent-wish", TalentFact.TalentWish.class, TALENT),
            one("cadre", StandingFact.CadreListed.class, CAREER),
            one("printed", FormFact.PrintedText.class, BASIC),
            one("form-draft", FormFact.FormDraft.class, FAMILY),
            one("unplaced", FormFact.Unplaced.class, FAMILY),
            many("attachment", RecordFact.Attached.class, BASIC),
            many("cancelled", RecordFact.Cancelled.class, BASIC),
            many("corrected", RecordFact.Corrected.class, BASIC),
            one("merged-into", RecordFact.MergedInto.class, BASIC)));

    private FactKinds() {}
}
