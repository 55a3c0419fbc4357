package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FormFact;
import huoshui.interchange.form.CareerReading;
import huoshui.interchange.form.CareerReading.Position;
import huoshui.interchange.form.CareerReading.Sort;
import huoshui.interchange.form.CareerReading.Stretch;
import huoshui.interchange.form.Resume;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's resume read line by line, beside its text: what was understood, what was not, and what it suggests. 简历识读
 *
 * <p>Suggestions write nothing. A level is suggested only where the words state it, grass-roots work only where the unit
 * printed is a township, a sub-district or a village; somebody decides and records it.
 */
@Component
public class CareerReadings {

    private static final Pattern GRASS_ROOTS =
            Pattern.compile("[一-龥]{2}(?:乡(?!村)|(?<![城村乡])镇(?!建)|(?<![农乡])村(?!镇)|街道|社区(?!矫)|公社|大队)");

    /**
     * The reading of one resume.
     *
     * @param text as the form prints it
     * @param gaps where whole months are told by no line
     * @param overlaps where two lines tell the same months
     */
    public record Reading(
            List<String> text,
            List<Line> lines,
            List<Resume.Unread> unread,
            List<Between> gaps,
            List<Between> overlaps) {}

    /**
     * One stretch of time.
     *
     * @param line of the text, from 1
     * @param suggested what the words suggest and nobody has decided
     */
    public record Line(
            int line,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            Sort sort,
            String sortWord,
            boolean meanwhile,
            List<Position> positions,
            List<Suggestion> suggested) {}

    /** What the words of a line suggest. 拟认 */
    public record Suggestion(Kind kind, String words) {

        /** 拟认类别 */
        public enum Kind {
            LEVEL,
            GRASS_ROOTS
        }
    }

    /** Two lines that do not meet. 空档与重叠 */
    public record Between(
            int before,
            int after,
            @Nullable PartialDate ends,
            @Nullable PartialDate begins) {}

    private final Dossiers dossiers;
    private final Placement placement;

    CareerReadings(Dossiers dossiers, Placement placement) {
        this.dossiers = dossiers;
        this.placement = placement;
    }

    /** @throws Refusal {@code no-person}, {@code chapter} */
    @Transactional(readOnly = true)
    public Reading of(Signed who, Subject.Person person, AsOf at) {
        requireReading(who, person);
        var facts = dossiers.history(person).stream()
                .filter(each -> each.known(at.known()))
                .toList();
        var text = new DossierForm(Held.of(facts), at.valid()).text(FormFact.Box.RESUME);
        var resume = Resume.read(text);
        var reading = CareerReading.of(resume);
        return new Reading(
                text.lines().toList(),
                reading.stretches().stream().map(CareerReadings::line).toList(),
                reading.unread(),
                between(resume, true),
                between(resume, false));
    }

    private void requireReading(Signed who, Subject.Person person) {
        var place = placement.of(person.id());
        boolean seen = place.isPresent()
                && who.sight().sees(person.id(), place.get().unit(), place.get().category());
        if (!seen) throw Refusal.absent("no-person", "未找到：您的可见范围内没有此人。请核对后再查。");
        if (!who.sight().reads(Chapter.CAREER)) throw Refusal.sight("chapter", "未打开：简历属任职与职级一章，您的角色不能查阅。请转有权限的科室办理。");
    }

    private static Line line(Stretch each) {
        return new Line(
                each.line(),
                each.from(),
                each.to(),
                each.sort(),
                each.sort().word(),
                each.meanwhile(),
                each.positions(),
                suggestions(each));
    }

    private static List<Suggestion> suggestions(Stretch stretch) {
        var suggested = stretch.positions().stream()
                .filter(each -> each.level() != null)
                .map(each -> new Suggestion(Suggestion.Kind.LEVEL, each.level()))
                .distinct();
        boolean work = stretch.sort() == Sort.WORK || stretch.sort() == Sort.SECONDMENT;
        var grassRoots = stretch.positions().stream()
                .map(Position::unit)
                .filter(unit ->
                        work && unit != null && GRASS_ROOTS.matcher(unit).find())
                .map(unit -> new Suggestion(Suggestion.Kind.GRASS_ROOTS, unit))
                .limit(1);
        return Stream.concat(suggested, grassRoots).toList();
    }

    private static List<Between> between(Resume resume, boolean gaps) {
        return resume.breaches().stream()
                .filter(each -> each.gap() == gaps)
                .map(each -> new Between(
                        each.before().line(),
                        each.after().line(),
                        each.before().to(),
                        each.after().from()))
                .toList();
    }
}
