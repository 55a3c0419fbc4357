package huoshui.interchange;

import static huoshui.interchange.NewColumn.blank;
import static huoshui.kernel.Chapter.APPRAISAL;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.EDUCATION;
import static huoshui.kernel.Chapter.FAMILY;
import static huoshui.kernel.Chapter.SUPERVISION;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.dossier.fact.PersonalFact.Remark;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Retirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How somebody is managed and appraised, and what the form of the day says. 管理与考核各列 */
final class RecordColumns {

    private RecordColumns() {}

    /** How somebody is managed. */
    static List<RosterColumn> management() {
        return List.of(
                new NewColumn(BASIC, 9, "category", "管理类别", "Managed by").says(RecordColumns::category),
                new NewColumn(BASIC, 9, "state", "人员状态", "State")
                        .says(p -> p.card().service().state().title()),
                new NewColumn(BASIC, 14, "retirement", "到龄年月", "Retirement month").says(RecordColumns::retirement));
    }

    static List<RosterColumn> appraisal() {
        return List.of(
                new NewColumn(APPRAISAL, 20, "grades", "近五年年度考核", "Grades, five years")
                        .says(p -> p.card().grades().stream()
                                .filter(each -> each.text() != null)
                                .map(each -> each.year() + "年" + each.text())
                                .collect(joining("\n"))),
                new NewColumn(SUPERVISION, 30, "rewards", "奖惩情况", "Rewards and sanctions")
                        .from("reward", "sanction", "printed")
                        .comesIn()
                        .says(p -> blank(p.form().text(Box.REWARDS_AND_SANCTIONS))),
                new NewColumn(EDUCATION, 24, "trainings", "培训", "Trainings")
                        .says(p -> p.card().experience().trainings().stream()
                                .map(Trained::course)
                                .distinct()
                                .collect(joining("\n"))));
    }

    /** What the draft of a form proposes, and what is left to say. */
    static List<RosterColumn> closing() {
        return List.of(
                draft("proposedPost", "拟任职务", "Proposed post"),
                draft("proposedRemoval", "拟免职务", "Proposed removal"),
                draft("reason", "任免理由", "Reason"),
                new NewColumn(BASIC, 16, "missing", "档案缺项", "Missing")
                        .says(p -> p.card().missing().stream()
                                .map(RosterColumns::called)
                                .collect(joining("、"))),
                new NewColumn(BASIC, 14, "remark", "备注", "Remark")
                        .from("remark")
                        .comesIn()
                        .says(p -> p.first(Remark.class).map(Remark::text).orElse(null)));
    }

    /** The grade of one year. */
    static RosterColumn grade(String code, int year) {
        return new NewColumn(APPRAISAL, 9, code, year + "年度考核", "Grade " + year)
                .from("annual-grade")
                .comesIn()
                .says(p -> p.begun(AnnualGrade.class).stream()
                        .filter(each -> each.year() == year)
                        .map(AnnualGrade::grade)
                        .findFirst()
                        .orElse(null));
    }

    private static RosterColumn draft(String code, String title, String english) {
        return new NewColumn(FAMILY, 24, code, title, english)
                .from("form-draft")
                .says(p -> p.first(FormDraft.class)
                        .map(each -> each.own().get(code))
                        .orElse(null));
    }

    private static @Nullable String category(RosterPerson p) {
        var category = p.card().service().category();
        return category == null ? null : category.brief();
    }

    private static @Nullable String retirement(RosterPerson p) {
        var level = p.card().level();
        var month = Retirement.of(
                p.card().who().sex(),
                p.card().who().birth(),
                level == null ? null : level.level(),
                p.card().experience().titles());
        if (month == null) return null;
        var first =
                PartialDate.month(month.earliest().getYear(), month.earliest().getMonthValue());
        var last = PartialDate.month(month.latest().getYear(), month.latest().getMonthValue());
        return month.certain() ? first.printed() : first.printed() + "—" + last.printed();
    }
}
