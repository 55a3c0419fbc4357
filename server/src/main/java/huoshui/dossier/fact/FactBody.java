package huoshui.dossier.fact;

import huoshui.kernel.ledger.Body;
import java.time.LocalDate;

/** What a fact about a person says. 人员事实内容 */
public sealed interface FactBody extends Body
        permits PersonalFact,
                StandingFact,
                CareerFact,
                EducationFact,
                AppraisalFact,
                AssessmentFact,
                FamilyFact,
                SupervisionFact,
                TalentFact,
                FormFact,
                RecordFact {

    /** The same, ended on this day, where its own words tell from when to when. */
    default FactBody endedOn(LocalDate day) {
        return this;
    }
}
