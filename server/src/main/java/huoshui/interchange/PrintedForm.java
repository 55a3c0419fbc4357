package huoshui.interchange;

import static java.util.stream.Collectors.joining;

import huoshui.document.paper.AppointmentForm;
import huoshui.document.paper.Picture;
import huoshui.interchange.form.Ages;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.PartyBox;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.PersonSheet.Relative;
import huoshui.interchange.form.SheetReader;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Retirement;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A form as its words are printed: months with their point, ages counted to the form's own date, the photo looked through.
 * 表的印样
 *
 * <p>What cannot be read as a date is printed as it stands. A form of before 2025 stays one.
 */
final class PrintedForm {

    private final Form form;
    private final PersonSheet sheet;
    private final PartialDate reference;
    private final boolean photoLost;

    private final @Nullable LeadershipLevel level;

    private PrintedForm(FormFiller.Filled filled, PersonSheet sheet, PartialDate reference) {
        this.form = filled.form();
        this.sheet = sheet;
        this.reference = reference;
        this.photoLost = filled.photoLost();
        this.level = filled.level();
    }

    /** @param day for which the form speaks; ages are counted to it where the form names no date of its own */
    static AppointmentForm of(FormFiller.Filled filled, LocalDate day) {
        var reading = new SheetReader().read(filled.form());
        var reference = PartialDate.read(reading.draft().ageReference()).orElse(PartialDate.day(day));
        return new PrintedForm(filled, reading.person(), reference).print();
    }

    private AppointmentForm print() {
        var photo = form.photo();
        var picture = photo.flatMap(Picture::read);
        return new AppointmentForm(
                form.text(Box.NAME),
                form.text(Box.SEX),
                birth(),
                form.text(Box.ETHNICITY),
                form.text(Box.NATIVE_PLACE),
                form.text(Box.BIRTH_PLACE),
                party(),
                month(sheet.workStarted(), Box.WORK_STARTED),
                form.generation() == Form.Generation.SINCE_2025 ? retirement() : null,
                form.text(Box.HEALTH),
                form.text(Box.TITLE),
                form.text(Box.EXPERTISE),
                lines(Box.FULLTIME_LEVEL, Box.FULLTIME_DEGREE),
                lines(Box.FULLTIME_LEVEL_SCHOOL, Box.FULLTIME_DEGREE_SCHOOL),
                lines(Box.INSERVICE_LEVEL, Box.INSERVICE_DEGREE),
                lines(Box.INSERVICE_LEVEL_SCHOOL, Box.INSERVICE_DEGREE_SCHOOL),
                form.text(Box.CURRENT_POST),
                form.text(Box.PROPOSED_POST),
                form.text(Box.PROPOSED_REMOVAL),
                form.shown(Box.RESUME),
                form.shown(Box.REWARDS),
                form.shown(Box.ASSESSMENTS),
                form.shown(Box.REASON),
                sheet.family().stream().map(this::relative).toList(),
                form.shown(Box.SUBMITTED_BY),
                prose(form.text(Box.FILLED_ON)),
                form.text(Box.FILLED_BY),
                picture.orElse(null),
                photoNote(photo.isPresent(), picture.isPresent()));
    }

    private String photoNote(boolean there, boolean readable) {
        if (photoLost) return FormFiller.PHOTO_LOST;
        return there && !readable ? "照片读不出，请更换" : "";
    }

    private String birth() {
        var birth = sheet.birth();
        if (birth == null) return form.text(Box.BIRTH);
        var age = Ages.at(birth, reference);
        return birth.printed() + (age.isPresent() ? "\n（" + age.getAsInt() + "岁）" : "");
    }

    private String month(@Nullable PartialDate date, Box box) {
        return date == null ? form.text(box) : date.printed();
    }

    private String party() {
        var box = PartyBox.read(form.text(Box.PARTY));
        return box.unread().isEmpty() ? box.printed() : form.text(Box.PARTY);
    }

    /** As the form says; where it says nothing, as reckoned, and blank where it cannot be reckoned for certain. */
    private String retirement() {
        var birth = sheet.birth();
        var said = PartialDate.read(form.text(Box.RETIREMENT_MONTH));
        if (said.isPresent()) return said.get().printed() + (birth == null ? "" : age(birth, said.get()));
        if (birth == null || !form.text(Box.RETIREMENT_MONTH).isEmpty()) return form.text(Box.RETIREMENT_MONTH);
        var limit = form.text(Box.FORMER_AGE_LIMIT);
        if (Retirement.passed(limit)) return "已到龄";
        var standing = Retirement.Standing.of(level, List.of(form.text(Box.TITLE)));
        var due = Retirement.of(Sex.read(sheet.sex()).orElse(null), birth, standing, limit);
        return due.certain() ? due.printed().replace("（", "\n（") : "";
    }

    private static String age(PartialDate birth, PartialDate due) {
        if (birth.month() == 0 || due.month() == 0) return "";
        int months = (due.year() - birth.year()) * 12 + due.month() - birth.month();
        return "\n（" + months / 12 + "岁" + (months % 12 == 0 ? "" : months % 12 + "个月") + "）";
    }

    /** Both lines, once where they say the same. */
    private String lines(Box first, Box second) {
        return Stream.of(form.text(first), form.text(second))
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(joining("\n"));
    }

    private AppointmentForm.Relative relative(Relative each) {
        return new AppointmentForm.Relative(
                text(each.relation()),
                text(each.name()),
                Ages.cell(each.birth(), each.post(), reference),
                text(each.party()),
                text(each.post()));
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String prose(String text) {
        return PartialDate.read(text)
                .map(date -> date.month() == 0
                        ? date.text()
                        : date.year() + "年" + date.month() + "月" + (date.day() == 0 ? "" : date.day() + "日"))
                .orElse(text);
    }
}
