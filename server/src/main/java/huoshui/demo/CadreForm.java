package huoshui.demo;

import huoshui.interchange.form.Box;
import huoshui.interchange.form.FamilyRow;
import huoshui.interchange.form.Form;
import java.util.Comparator;
import java.util.List;

/** A cadre as an appointment form. 任免审批表 */
final class CadreForm {

    private CadreForm() {}

    /** @param asof 计算年龄时间 and 填表时间, as {@code 202611} and {@code 20261122} */
    static Form of(Cadre cadre, String asof, boolean photo) {
        boolean recent = cadre.number() % 3 == 0;
        var form = Form.empty(recent ? Form.Generation.SINCE_2025 : Form.Generation.BEFORE_2025)
                .with(Box.NAME, cadre.name())
                .with(Box.SEX, cadre.sex())
                .with(Box.BIRTH, cadre.birth().toMonth().compact())
                .with(Box.ETHNICITY, cadre.ethnicity())
                .with(Box.NATIVE_PLACE, cadre.nativePlace())
                .with(Box.BIRTH_PLACE, cadre.birthPlace())
                .with(Box.PARTY, cadre.partyText())
                .with(Box.WORK_STARTED, cadre.workStarted().compact())
                .with(Box.HEALTH, cadre.health())
                .with(
                        Box.TITLE,
                        cadre.titles().isEmpty() ? "" : cadre.titles().getLast().word())
                .with(Box.EXPERTISE, cadre.expertise())
                .with(Box.CURRENT_POST, cadre.currentPost())
                .with(Box.RESUME, cadre.resumeText())
                .with(Box.REWARDS, cadre.honoursText())
                .with(Box.ASSESSMENTS, cadre.gradesText())
                .with(Box.SUBMITTED_BY, "中共澜江市委组织部")
                .with(Box.AGE_REFERENCE, asof.substring(0, 6))
                .with(Box.FILLED_ON, asof)
                .with(Box.FILLED_BY, "林知远")
                .with(Box.ID_NUMBER, cadre.idNumber() == null ? "" : cadre.idNumber());
        if (recent)
            form = form.with(Box.RETIREMENT_MONTH, cadre.retires().compact())
                    .with(Box.FORMER_AGE_LIMIT, "改革前任职年龄界限为" + cadre.retirementLimit() + "岁");
        form = education(form, cadre, true);
        form = education(form, cadre, false).withFamily(family(cadre));
        return photo ? form.withPhoto(cadre.photo()) : form;
    }

    private static Form education(Form form, Cadre cadre, boolean fullTime) {
        var rows = cadre.schooling().stream()
                .filter(each -> each.fullTime() == fullTime)
                .toList();
        var level =
                rows.stream().filter(each -> !each.level().isEmpty()).max(Comparator.comparing(Cadre.Schooling::to));
        var degree =
                rows.stream().filter(each -> !each.degree().isEmpty()).max(Comparator.comparing(Cadre.Schooling::to));
        var filled = form;
        if (level.isPresent())
            filled = filled.with(
                            fullTime ? Box.FULLTIME_LEVEL : Box.INSERVICE_LEVEL,
                            level.get().level())
                    .with(fullTime ? Box.FULLTIME_LEVEL_SCHOOL : Box.INSERVICE_LEVEL_SCHOOL, school(level.get()));
        if (degree.isPresent())
            filled = filled.with(
                            fullTime ? Box.FULLTIME_DEGREE : Box.INSERVICE_DEGREE,
                            degree.get().degree())
                    .with(fullTime ? Box.FULLTIME_DEGREE_SCHOOL : Box.INSERVICE_DEGREE_SCHOOL, school(degree.get()));
        return filled;
    }

    private static String school(Cadre.Schooling study) {
        return study.school().isEmpty() ? "" : study.school() + study.major() + "专业";
    }

    private static List<FamilyRow> family(Cadre cadre) {
        return cadre.family().stream()
                .map(each -> new FamilyRow(
                        each.relation(),
                        each.name(),
                        each.birth() == null ? "" : each.birth().compact(),
                        each.politics(),
                        each.post()))
                .toList();
    }
}
