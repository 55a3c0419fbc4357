package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact;
import huoshui.interchange.CareerProposals.Proposal;
import huoshui.interchange.form.CareerReading;
import huoshui.interchange.form.CareerReading.Position;
import huoshui.interchange.form.CareerReading.Sort;
import huoshui.interchange.form.CareerReading.Stretch;
import huoshui.interchange.form.Resume;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Organization;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's resume read line by line, beside its text: what was understood, what was not, and what it suggests. 简历识读
 *
 * <p>Suggestions write nothing until somebody takes those of a line. A level is suggested only where the words state it, grass-roots work only where the unit
 * printed is a township, a sub-district or a village.
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
     * @param proposals what each line would write, were it taken; empty where this account may not write it
     */
    public record Reading(
            List<String> text,
            List<Line> lines,
            List<Resume.Unread> unread,
            List<Between> gaps,
            List<Between> overlaps,
            List<Proposal> proposals) {}

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
    private final Organization organization;
    private final Cities cities;
    private final Acts acts;

    CareerReadings(Dossiers dossiers, Placement placement, Organization organization, Cities cities, Acts acts) {
        this.dossiers = dossiers;
        this.placement = placement;
        this.organization = organization;
        this.cities = cities;
        this.acts = acts;
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
        boolean now = at.known() >= acts.head() && !at.valid().isBefore(acts.today());
        return new Reading(
                text.lines().toList(),
                reading.stretches().stream().map(CareerReadings::line).toList(),
                reading.unread(),
                between(resume, true),
                between(resume, false),
                now && writes(who, person)
                        ? proposals(facts, reading).stream()
                                .map(CareerProposals.Line::shown)
                                .toList()
                        : List.of());
    }

    private boolean writes(Signed who, Subject.Person person) {
        return who.sight().may(Right.CORRECT_FACT)
                && who.sight().writes(Chapter.CAREER)
                && placement
                        .of(person.id())
                        .filter(each -> who.sight().changes(person.id(), each))
                        .isPresent();
    }

    private List<CareerProposals.Line> proposals(List<Fact<FactBody>> facts, CareerReading reading) {
        var charts = new HashMap<Integer, Chart>();
        var today = acts.today();
        var current = facts.stream().filter(each -> each.superseded() == null).toList();
        return new CareerProposals(
                        current,
                        year -> charts.computeIfAbsent(
                                Math.min(year, today.getYear()),
                                one -> organization.at(new AsOf(
                                        one == today.getYear() ? today : LocalDate.of(one, 12, 31), acts.head()))),
                        cities.now().around())
                .of(reading.stretches());
    }

    /**
     * Writes what one line proposes, all of it, as it was shown.
     *
     * @param words the line as it was shown
     * @throws Refusal {@code no-person}, {@code chapter}, {@code right}, {@code not-led}, {@code line-changed},
     *     {@code nothing-proposed}
     */
    @Transactional
    public void take(Signed who, Subject.Person person, int number, String words) {
        acts.begin();
        who.require(Right.CORRECT_FACT);
        requireReading(who, person);
        if (!who.sight().writes(Chapter.CAREER)) throw Refusal.sight("chapter", "未写入：您的角色不能录入任职与职级一章。请转有权限的科室办理。");
        if (!writes(who, person)) throw Refusal.sight("not-led", "未写入：此人不归您主管，只能查看。请转主管单位办理。");
        var facts = dossiers.history(person).stream()
                .filter(each -> each.superseded() == null)
                .toList();
        var text = new DossierForm(Held.of(facts), acts.today()).text(FormFact.Box.RESUME);
        var line = proposals(facts, CareerReading.of(Resume.read(text))).stream()
                .filter(each -> each.shown().line() == number)
                .findFirst();
        if (line.isEmpty() || line.get().record().isEmpty())
            throw Refusal.input("nothing-proposed", "未写入：简历第 " + number + " 行没有可写入的内容，或已经写入。请刷新页面后再看。");
        if (!line.get().shown().words().equals(words))
            throw new Refusal(Refusal.Sort.CONFLICT, "line-changed", "未写入：简历第 " + number + " 行的文字已有变动。请刷新页面，看清后再定。");
        var basis = "简历第 " + number + " 行："
                + text.lines().skip(number - 1L).findFirst().orElse("").strip();
        var changes = new ArrayList<Change<FactBody>>();
        facts.stream()
                .filter(each -> line.get().replaced().contains(each.id()))
                .forEach(each -> changes.add(Change.supersede(each)));
        line.get().record().forEach(each -> changes.add(Change.record(person.id(), each.body(), each.valid(), basis)));
        dossiers.apply(who.actor(), changes);
    }

    private void requireReading(Signed who, Subject.Person person) {
        var place = placement.of(person.id());
        boolean seen = place.isPresent() && who.sight().sees(person.id(), place.get());
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
