package huoshui.interchange;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact;
import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.PersonSheet.Education;
import huoshui.interchange.form.PersonSheet.Mode;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.SheetReading;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an appointment form says. 任免审批表所称
 *
 * <p>A blank box says nothing: it takes nothing away. Where facts already say what a box prints, they stay; where they do
 * not, the printed text is kept beside them as an open difference.
 */
final class FormClaim implements Claim {

    private static final String BASIS = "干部任免审批表";
    private static final String ROSTER = "干部名册";

    private final SheetReading reading;
    private final @Nullable Photo photo;
    private final @Nullable LocalDate typed;
    private final boolean formed;

    FormClaim(SheetReading reading, @Nullable Photo photo) {
        this(reading, photo, null, true);
    }

    private FormClaim(SheetReading reading, @Nullable Photo photo, @Nullable LocalDate typed, boolean formed) {
        this.reading = reading;
        this.photo = photo;
        this.typed = typed;
        this.formed = formed;
    }

    /** A form filled in on the page on this day: it holds from that day, and its words are settled by whoever typed them. */
    static FormClaim typed(SheetReading reading, LocalDate day) {
        return new FormClaim(reading, null, day, true);
    }

    /** The same boxes said by a row of a roster: there is no form to be kept. */
    static FormClaim ofRoster(SheetReading reading) {
        return new FormClaim(reading, null, null, false);
    }

    @Override
    public PersonSheet sheet() {
        return reading.person();
    }

    @Override
    public Map<String, Object> more() {
        var more = new LinkedHashMap<String, Object>();
        if (reading.rewards() != null) more.put("rewards", reading.rewards());
        if (reading.assessments() != null) more.put("assessments", reading.assessments());
        if (photo != null) more.put("photo", photo);
        if (!formed) return more;
        more.putAll(Drafts.of(reading).own());
        more.put("generation", Form.of(reading.draft().original()).generation().title());
        return more;
    }

    @Override
    public List<Problem> problems() {
        return reading.problems();
    }

    @Override
    public List<Change<FactBody>> changes(UUID person, List<Fact<FactBody>> current, LocalDate today) {
        return changes(person, current, today, redraft -> {});
    }

    /** @param more what is said beyond the boxes of a form; before printed words are held against the facts */
    List<Change<FactBody>> changes(UUID person, List<Fact<FactBody>> current, LocalDate today, Consumer<Redraft> more) {
        var day = day(today);
        var then = new DossierForm(Held.of(current), day);
        var redraft = new Redraft(person, current, day, basis());
        identity(redraft, day);
        parties(redraft, day);
        states(redraft, day);
        education(redraft, day, then);
        if (day.equals(today) || !saysAsBefore(FormFact.Box.RESUME, then)) career(redraft, day, spoken(day, today));
        family(redraft);
        grades(redraft);
        more.accept(redraft);
        var texts = texts(current, day);
        texts.forEach((box, text) -> FormTexts.keep(redraft, box, text, day, typed != null));
        if (formed) draft(redraft, day);
        return redraft.changes();
    }

    @Override
    public List<Problem> notes(List<Fact<FactBody>> current, LocalDate today) {
        return formed ? EarlierDay.notes(spoken(day(today), today), current, today) : List.of();
    }

    /** The day of which it speaks: when it was filled in; else the one to which it counts ages. */
    private LocalDate day(LocalDate today) {
        if (typed != null) return typed;
        return written(reading.draft().filledOn(), today)
                .or(() -> written(reading.draft().ageReference(), today))
                .orElse(today);
    }

    private static Optional<LocalDate> written(@Nullable String date, LocalDate today) {
        return PartialDate.read(date).map(PartialDate::firstDay).filter(each -> !each.isAfter(today));
    }

    /** Until when it tells the career: many a form was filled in anew without its date. */
    private LocalDate spoken(LocalDate day, LocalDate today) {
        return reading.resume().segments().stream()
                .flatMap(each -> Stream.of(each.from(), each.to()))
                .filter(Objects::nonNull)
                .map(PartialDate::firstDay)
                .filter(each -> each.isAfter(day) && !each.isAfter(today))
                .max(Comparator.naturalOrder())
                .orElse(day);
    }

    /** Whether a box says what the dossier would print in it on the day of the form. */
    private boolean saysAsBefore(FormFact.Box box, DossierForm then) {
        var target = DossierForm.box(box);
        return Sameness.of(target, Form.of(reading.draft().original()).text(target), then.text(box));
    }

    private String basis() {
        if (typed != null) return BASIS + "（" + PartialDate.day(typed).text().replace('-', '.') + "在表上填改）";
        if (!formed) return ROSTER;
        var filled = PartialDate.read(reading.draft().filledOn());
        return BASIS + filled.map(each -> "（" + each.printed() + "填）").orElse("");
    }

    private void identity(Redraft redraft, LocalDate day) {
        var now = redraft.held(Identity.class);
        var sheet = sheet();
        var body = new Identity(
                sheet.name() == null ? now.map(Identity::name).orElse("") : sheet.name(),
                or(sheet.sex(), now.map(Identity::sex)),
                or(sheet.birth(), now.map(Identity::birth)),
                or(sheet.ethnicity(), now.map(Identity::ethnicity)),
                or(sheet.nativePlace(), now.map(Identity::nativePlace)),
                or(sheet.birthPlace(), now.map(Identity::birthPlace)),
                now.map(Identity::upbringingPlace).orElse(null));
        var since = since(body.birth(), day);
        redraft.one(sameBirth(body, now), since);
        if (sheet.idNumber() != null) redraft.one(new IdNumber(sheet.idNumber()), since);
    }

    /** A month says the same as a day of that month, and the day is kept. */
    private static Identity sameBirth(Identity body, Optional<Identity> now) {
        var known = now.map(Identity::birth).orElse(null);
        if (known == null || body.birth() == null || !known.toMonth().equals(body.birth())) return body;
        return new Identity(
                body.name(),
                body.sex(),
                known,
                body.ethnicity(),
                body.nativePlace(),
                body.birthPlace(),
                body.upbringingPlace());
    }

    private static boolean sameMonth(@Nullable PartialDate known, PartialDate said) {
        return known != null && (known.equals(said) || known.toMonth().equals(said));
    }

    private static Span since(@Nullable PartialDate date, LocalDate day) {
        return date == null || date.firstDay().isAfter(day) ? Span.evidenced(day) : Span.since(date);
    }

    private void parties(Redraft redraft, LocalDate day) {
        var joined = sheet().partyJoined();
        if (joined != null) {
            var known = redraft.held(PartyMembership.class)
                    .filter(each -> Parties.communist(each.party()))
                    .filter(each -> sameMonth(each.joined(), joined));
            if (known.isEmpty()) redraft.one(new PartyMembership(Parties.COMMUNIST, joined), since(joined, day));
        }
        for (var party : sheet().parties()) {
            boolean known =
                    redraft.held(PartyMembership.class, each -> each.party().equals(party));
            if (!known) redraft.one(new PartyMembership(party, null), Span.evidenced(day));
        }
    }

    private void states(Redraft redraft, LocalDate day) {
        var sheet = sheet();
        var started = sheet.workStarted();
        if (started != null) {
            var known = redraft.held(WorkStart.class).filter(each -> sameMonth(each.date(), started));
            if (known.isEmpty()) redraft.one(new WorkStart(started), since(started, day));
        }
        if (sheet.health() != null) redraft.one(new HealthStatement(sheet.health()), Span.evidenced(day));
        if (sheet.expertise() != null) redraft.one(new Expertise(sheet.expertise()), Span.evidenced(day));
        if (photo != null) redraft.one(photo, Span.evidenced(day));
        if (sheet.title() != null && !redraft.any(each -> each.kind().equals("title")))
            redraft.all(
                    each -> false,
                    List.of(new Held(
                            new ProfessionalTitle(sheet.title(), null, null, null, true), Span.evidenced(day))),
                    false);
    }

    /** Rows that came from a form are replaced as one; coded rows stay, and the form's words stand beside them. */
    private void education(Redraft redraft, LocalDate day, DossierForm then) {
        for (var mode : Mode.values()) {
            if (studiesAsBefore(mode, then) || studiesSince(mode, redraft, day)) continue;
            var wanted = sheet().education().stream()
                    .filter(each -> each.mode() == mode)
                    .map(each -> new Held(study(each), Span.evidenced(day)))
                    .toList();
            boolean coded = redraft.any(
                    each -> each.content() instanceof Study study && Studies.mode(study) == mode && !fromForm(each));
            if (wanted.isEmpty() || coded) continue;
            redraft.all(each -> each.content() instanceof Study study && Studies.mode(study) == mode, wanted, false);
        }
    }

    private boolean studiesAsBefore(Mode mode, DossierForm then) {
        return Arrays.stream(FormFact.Box.values())
                .filter(each -> each.name().startsWith(mode.name() + "_"))
                .allMatch(each -> saysAsBefore(each, then));
    }

    /** Studies are told as of the day of a form, all at once: one of an earlier day has been followed. */
    private static boolean studiesSince(Mode mode, Redraft redraft, LocalDate day) {
        return redraft.any(each -> each.content() instanceof Study study
                && Studies.mode(study) == mode
                && fromForm(each)
                && each.valid().from().isAfter(day));
    }

    /** Whether this line was read from a form or a roster rather than entered or coded. */
    static boolean fromForm(Fact<FactBody> fact) {
        return fact.basis().startsWith(BASIS) || fact.basis().startsWith(ROSTER);
    }

    private static Study study(Education each) {
        return new Study(
                each.mode() == Mode.FULLTIME ? "fulltime" : "inservice",
                each.level(),
                null,
                each.degree(),
                null,
                each.school(),
                null,
                null,
                null,
                null,
                null,
                true);
    }

    /** @param until what begins later is not of its telling */
    private void career(Redraft redraft, LocalDate day, LocalDate until) {
        if (reading.resume().entries().isEmpty()) return;
        var lines = CareerLines.of(reading.resume(), day);
        redraft.all(CareerLines::is, CareerLines.asBefore(lines, redraft), true, until);
        PostsFromResume.add(redraft, reading.resume(), day, until);
    }

    private void family(Redraft redraft) {
        var rows = sheet().family();
        if (rows.isEmpty()) return;
        var wanted = new ArrayList<FamilyMember>();
        for (var row : rows)
            wanted.add(new FamilyMember(
                    wanted.size() + 1,
                    Objects.requireNonNullElse(row.relation(), ""),
                    row.name(),
                    row.birth(),
                    row.party(),
                    row.post(),
                    redraft.kin(row.relation(), row.name()).orElse(null)));
        redraft.relatives(wanted);
    }

    private void grades(Redraft redraft) {
        if (reading.assessments() == null) return;
        for (var grade : Grades.read(reading.assessments()).orElse(List.of())) {
            var year = String.valueOf(grade.year());
            boolean known = redraft.any(
                    each -> each.content() instanceof AnnualGrade && each.slot().equals(year));
            if (!known)
                redraft.one(grade, Span.between(PartialDate.year(grade.year()), PartialDate.year(grade.year())));
        }
    }

    /** Boxes with words of their own that say something else than what is printed today. */
    private Map<FormFact.Box, String> texts(List<Fact<FactBody>> current, LocalDate day) {
        var before = new DossierForm(Held.of(current), day);
        var form = Form.of(reading.draft().original());
        var texts = new EnumMap<FormFact.Box, String>(FormFact.Box.class);
        for (var box : FormFact.Box.values()) {
            if (box == FormFact.Box.PARTY) continue;
            var text = form.text(DossierForm.box(box));
            if (text.isEmpty()) continue;
            if (Sameness.of(DossierForm.box(box), text, before.text(box))) continue;
            texts.put(box, text);
        }
        return texts;
    }

    private void draft(Redraft redraft, LocalDate day) {
        var draft = Drafts.of(reading);
        var known = redraft.held(FormDraft.class);
        if (known.isEmpty() && redraft.any(each -> true) && saysNothingOfItsOwn(draft)) return;
        if (known.isPresent() && redraft.changes().isEmpty() && Drafts.sameOfItsOwn(known.get(), draft)) return;
        if (known.isEmpty() || !Drafts.sameMeaning(known.get(), draft)) redraft.one(draft, Span.since(day));
    }

    /** Such a form says of somebody known nothing that facts do not carry. */
    private boolean saysNothingOfItsOwn(FormDraft draft) {
        return Set.of("version", "ageReference").containsAll(draft.own().keySet())
                && reading.draft().unknown().isEmpty();
    }

    private static <T> @Nullable T or(@Nullable T said, Optional<T> known) {
        return said == null ? known.orElse(null) : said;
    }
}
