package huoshui.dossier.fact;

import huoshui.kernel.ledger.Body;

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
                FormFact,
                RecordFact {}
