package huoshui.interchange;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.CareerNote;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact;
import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.PersonSheet.Career;
import huoshui.interchange.form.PersonSheet.Education;
import huoshui.interchange.form.PersonSheet.Mode;
import huoshui.interchange.form.PersonSheet.Relative;
import huoshui.interchange.form.PersonSheet.Unread;
import huoshui.interchange.form.Resume;
import huoshui.interchange.form.Schooling;
import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person as the form would say it on one day: from facts, and where a text stands beside them, in that text. 由事实生成的表
 *
 * <p>A settled text is printed; else the raw text while it says something else than the facts; else what the facts say.
 */
final class DossierForm {

    /** Where a printed text says something else than the facts. 文字与事实不一 */
    record Difference(FormFact.Box box, String printed, String derived) {}

    private static final Map<FormFact.Box, Box> BOXES = Map.ofEntries(
            Map.entry(FormFact.Box.RESUME, Box.RESUME),
            Map.entry(FormFact.Box.CURRENT_POST, Box.CURRENT_POST),
            Map.entry(FormFact.Box.PARTY, Box.PARTY),
            Map.entry(FormFact.Box.TITLE, Box.TITLE),
            Map.entry(FormFact.Box.FULLTIME_LEVEL, Box.FULLTIME_LEVEL),
            Map.entry(FormFact.Box.FULLTIME_DEGREE, Box.FULLTIME_DEGREE),
            Map.entry(FormFact.Box.FULLTIME_LEVEL_SCHOOL, Box.FULLTIME_LEVEL_SCHOOL),
            Map.entry(FormFact.Box.FULLTIME_DEGREE_SCHOOL, Box.FULLTIME_DEGREE_SCHOOL),
            Map.entry(FormFact.Box.INSERVICE_LEVEL, Box.INSERVICE_LEVEL),
            Map.entry(FormFact.Box.INSERVICE_DEGREE, Box.INSERVICE_DEGREE),
            Map.entry(FormFact.Box.INSERVICE_LEVEL_SCHOOL, Box.INSERVICE_LEVEL_SCHOOL),
            Map.entry(FormFact.Box.INSERVICE_DEGREE_SCHOOL, Box.INSERVICE_DEGREE_SCHOOL),
            Map.entry(FormFact.Box.REWARDS_AND_SANCTIONS, Box.REWARDS),
            Map.entry(FormFact.Box.ANNUAL_GRADES, Box.ASSESSMENTS));

    private final List<Held> all;
    private final List<Held> begun;
    private final List<Held> today;
    private final LocalDate day;

    /**
     * @param held what is known of the person, for whatever days
     * @param day for which the form speaks
     */
    DossierForm(List<Held> held, LocalDate day) {
        this.all = held;
        this.day = day;
        this.begun =
                held.stream().filter(each -> !each.valid().from().isAfter(day)).toList();
        this.today = held.stream().filter(each -> each.valid().covers(day)).toList();
    }

    static Box box(FormFact.Box box) {
        var found = BOXES.get(box);
        if (found == null) throw new IllegalArgumentException(box.name());
        return found;
    }

    PersonSheet sheet() {
        var who = first(Identity.class);
        var parties = bodies(today, PartyMembership.class).toList();
        return new PersonSheet(
                who.map(Identity::name).orElse(null),
                who.map(Identity::sex).orElse(null),
                who.map(Identity::birth).orElse(null),
                who.map(Identity::ethnicity).orElse(null),
                who.map(Identity::nativePlace).orElse(null),
                who.map(Identity::birthPlace).orElse(null),
                parties.stream()
                        .filter(each -> Parties.communist(each.party()))
                        .map(PartyMembership::joined)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                parties.stream()
                        .map(PartyMembership::party)
                        .filter(Parties::printed)
                        .sorted(comparing(Parties::order))
                        .toList(),
                first(WorkStart.class).map(WorkStart::date).orElse(null),
                first(HealthStatement.class).map(HealthStatement::text).orElse(null),
                first(IdNumber.class).map(IdNumber::number).orElse(null),
                blank(text(FormFact.Box.TITLE)),
                first(Expertise.class).map(Expertise::text).orElse(null),
                blank(text(FormFact.Box.CURRENT_POST)),
                Stream.concat(education(Mode.FULLTIME), education(Mode.INSERVICE))
                        .toList(),
                career(),
                unread(),
                family());
    }

    /** What the form prints in this box. */
    String text(FormFact.Box box) {
        var derived = derived(box);
        return printed(box)
                .filter(each -> each.settled() || !Sameness.of(box(box), each.text(), derived))
                .map(PrintedText::text)
                .orElse(derived);
    }

    /** What the facts alone say for this box. */
    String derived(FormFact.Box box) {
        return switch (box) {
            case RESUME -> resume().print();
            case CURRENT_POST -> CurrentPosts.text(bodies(today, PostHeld.class).toList());
            case TITLE ->
                bodies(today, ProfessionalTitle.class)
                        .filter(each -> !Boolean.FALSE.equals(each.printed()))
                        .map(ProfessionalTitle::title)
                        .distinct()
                        .collect(joining("、"));
            case ANNUAL_GRADES -> Grades.text(bodies(begun, AnnualGrade.class).toList());
            case REWARDS_AND_SANCTIONS -> Honours.text(begun);
            case PARTY -> "";
            case FULLTIME_LEVEL -> schooling(Mode.FULLTIME, 0);
            case FULLTIME_DEGREE -> schooling(Mode.FULLTIME, 1);
            case FULLTIME_LEVEL_SCHOOL -> schooling(Mode.FULLTIME, 2);
            case FULLTIME_DEGREE_SCHOOL -> schooling(Mode.FULLTIME, 3);
            case INSERVICE_LEVEL -> schooling(Mode.INSERVICE, 0);
            case INSERVICE_DEGREE -> schooling(Mode.INSERVICE, 1);
            case INSERVICE_LEVEL_SCHOOL -> schooling(Mode.INSERVICE, 2);
            case INSERVICE_DEGREE_SCHOOL -> schooling(Mode.INSERVICE, 3);
        };
    }

    /** Texts that stand unsettled beside facts that say something else. */
    List<Difference> differences() {
        return bodies(today, PrintedText.class)
                .filter(each -> !each.settled())
                .map(each -> new Difference(each.box(), each.text(), derived(each.box())))
                .filter(each -> !Sameness.of(box(each.box()), each.printed(), each.derived()))
                .toList();
    }

    Optional<PrintedText> printed(FormFact.Box box) {
        return bodies(today, PrintedText.class)
                .filter(each -> each.box() == box)
                .findFirst();
    }

    Optional<FormDraft> draft() {
        return first(FormDraft.class);
    }

    Optional<Photo> photo() {
        return first(Photo.class);
    }

    Resume resume() {
        var entries = new ArrayList<Resume.Entry>();
        for (var held : ResumeOfDay.of(all, day)) {
            switch (held.body()) {
                case CareerLine line
                when !line.meanwhile() ->
                    entries.add(new Resume.Segment(line.from(), line.to(), line.text(), line.line(), List.of()));
                case CareerNote note when note.closing() -> entries.add(new Resume.Closing(note.text(), note.line()));
                case CareerNote note -> entries.add(new Resume.Aside(note.text(), note.line(), List.of()));
                case UnreadLine unread -> entries.add(new Resume.Unread(unread.text(), unread.line(), false));
                default -> {}
            }
        }
        entries.sort(Comparator.comparingInt(Resume.Entry::line));
        return new Resume(entries);
    }

    /** Studies that are done: one with its years on record still counts after them, and one that goes on does not count yet. */
    private String schooling(Mode mode, int box) {
        var done = begun.stream()
                .filter(each -> each.valid().to() == null || !each.valid().to().isAfter(day))
                .toList();
        return Schooling.boxes(Studies.printed(done, mode), mode).get(box);
    }

    private Stream<Education> education(Mode mode) {
        var fulltime = mode == Mode.FULLTIME;
        return Schooling.split(
                mode,
                blank(text(fulltime ? FormFact.Box.FULLTIME_LEVEL : FormFact.Box.INSERVICE_LEVEL)),
                blank(text(fulltime ? FormFact.Box.FULLTIME_DEGREE : FormFact.Box.INSERVICE_DEGREE)),
                blank(text(fulltime ? FormFact.Box.FULLTIME_LEVEL_SCHOOL : FormFact.Box.INSERVICE_LEVEL_SCHOOL)),
                blank(text(fulltime ? FormFact.Box.FULLTIME_DEGREE_SCHOOL : FormFact.Box.INSERVICE_DEGREE_SCHOOL)))
                .stream();
    }

    private List<Career> career() {
        return bodies(ResumeOfDay.of(all, day), CareerLine.class)
                .sorted(comparing(CareerLine::line).thenComparing(CareerLine::meanwhile))
                .map(each -> new Career(each.from(), each.to(), each.text(), each.line(), each.meanwhile()))
                .toList();
    }

    private List<Unread> unread() {
        var then = ResumeOfDay.of(all, day);
        return Stream.concat(
                        bodies(then, UnreadLine.class).map(each -> new Unread(each.line(), each.text())),
                        bodies(then, CareerNote.class)
                                .filter(CareerNote::closing)
                                .map(each -> new Unread(each.line(), each.text())))
                .sorted(comparing(Unread::line))
                .toList();
    }

    private List<Relative> family() {
        return bodies(today, FamilyMember.class)
                .sorted(comparing(FamilyMember::order))
                .map(each -> new Relative(blank(each.relation()), each.name(), each.birth(), each.party(), each.post()))
                .toList();
    }

    private <F extends FactBody> Optional<F> first(Class<F> type) {
        return bodies(today, type).findFirst();
    }

    private static <F extends FactBody> Stream<F> bodies(List<Held> held, Class<F> type) {
        return held.stream().map(Held::body).filter(type::isInstance).map(type::cast);
    }

    private static @Nullable String blank(String text) {
        return text.isBlank() ? null : text;
    }

    static Comparator<@Nullable PartialDate> byDate() {
        return nullsLast(Comparator.<PartialDate>naturalOrder());
    }
}
