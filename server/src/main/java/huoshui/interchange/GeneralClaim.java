package huoshui.interchange;

import static java.util.stream.Collectors.groupingBy;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.FormFact.Unplaced;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.Resume;
import huoshui.interchange.general.GeneralReading;
import huoshui.interchange.general.GeneralSheet;
import huoshui.interchange.general.SheetFact;
import huoshui.interchange.general.UnitKeys;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a 通用格式 package says about one person: coded facts, and the printed texts beside them. 通用格式所称
 *
 * <p>A kind the package does not speak of stays as it is.
 */
final class GeneralClaim implements Claim {

    /** Kinds of which one holds at a time and a package tells only today's. */
    private static final Set<String> SINGLE = Set.of(
            "identity",
            "id-number",
            "party",
            "work-start",
            "health",
            "expertise",
            "photo",
            "remark",
            "standing",
            "managed",
            "custody",
            "contact",
            "selected-graduate");

    private static final Pattern NUMBER =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-7\\p{XDigit}{3}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private final String key;
    private final GeneralReading reading;
    private final LocalDate day;
    private final List<Problem> problems;
    private final UnitKeys units;
    private final Set<UUID> founded;

    /**
     * @param key of the person in the package
     * @param day which the package speaks of
     * @param founded units of this run so far
     */
    GeneralClaim(
            String key,
            GeneralReading reading,
            List<Problem> problems,
            LocalDate day,
            UnitKeys units,
            Set<UUID> founded) {
        this.founded = founded;
        this.key = key;
        this.reading = reading;
        this.problems = problems;
        this.day = day;
        this.units = units;
    }

    @Override
    public PersonSheet sheet() {
        return new DossierForm(Held.after(List.of(), changes(new UUID(0, 0), List.of(), day)), day).sheet();
    }

    @Override
    public Map<String, Object> more() {
        var lists = new LinkedHashMap<String, List<FactBody>>();
        var more = new LinkedHashMap<String, Object>();
        for (var fact : reading.facts()) {
            var key = PersonKeys.of(FactKinds.ALL.of(fact.body()).code());
            if (fact.body() instanceof PrintedText printed) {
                if (printed.box() == Box.REWARDS_AND_SANCTIONS) more.put("rewards", printed.text());
                if (printed.box() == Box.ANNUAL_GRADES) more.put("assessments", printed.text());
            } else if (fact.body() instanceof Photo) more.put(key, fact.body());
            else if (PersonKeys.further().contains(key))
                lists.computeIfAbsent(key, any -> new ArrayList<>()).add(fact.body());
        }
        more.putAll(lists);
        Homeless.of(reading).ifPresent(each -> more.put("unplaced", each.columns()));
        return more;
    }

    /** Packages of ours key people by the number of their dossier. */
    @Override
    public Optional<UUID> number() {
        return NUMBER.matcher(key).matches() ? Optional.of(UUID.fromString(key)) : Optional.empty();
    }

    @Override
    public Set<UUID> founded() {
        return founded;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public List<Change<FactBody>> changes(UUID person, List<Fact<FactBody>> current, LocalDate today) {
        var redraft = new Redraft(person, current, day.isAfter(today) ? today : day, "通用格式数据包");
        var byKind = reading.facts().stream()
                .filter(each -> !(each.body() instanceof PrintedText))
                .collect(groupingBy(
                        each -> FactKinds.ALL.of(each.body()).code(),
                        LinkedHashMap::new,
                        java.util.stream.Collectors.toList()));
        byKind.forEach((kind, facts) -> kind(redraft, kind, facts));
        Homeless.of(reading)
                .filter(each -> redraft.held(Unplaced.class)
                        .filter(known -> Homeless.says(known, each))
                        .isEmpty())
                .ifPresent(each -> redraft.one(each, Span.evidenced(day)));
        var then = new DossierForm(Held.of(current), day);
        texts().forEach((box, text) -> text(redraft, box, text, then));
        return redraft.changes();
    }

    @Override
    public List<Problem> notes(List<Fact<FactBody>> current, LocalDate today) {
        return EarlierDay.notes(day, current, today);
    }

    private void kind(Redraft redraft, String kind, List<SheetFact> facts) {
        if (SINGLE.contains(kind)) {
            facts.forEach(each -> redraft.one(filled(redraft, each.body()), each.valid()));
            return;
        }
        var wanted = facts.stream()
                .map(each -> new Held(each.body(), each.valid()))
                .map(each -> each.valid().start() == Precision.UNKNOWN
                        ? new Held(each.body(), redraft.spanOf(each.body()).orElse(each.valid()))
                        : each)
                .map(each -> redraft.fuller(each, this::saysLess).orElse(each))
                .toList();
        if (kind.equals("post")) redraft.posts(this::spokenOf, wanted, GeneralClaim::asGiven);
        else redraft.all(each -> each.kind().equals(kind) && spokenOf(each), wanted, true);
    }

    /**
     * A package of an earlier day does not know what ended since, one of the standard lists has no column for some of what we
     * know: where it says the rest, it takes that not away.
     */
    private boolean saysLess(Held known, Held said) {
        var then = AsThen.of(known, day);
        if (!then.valid().equals(said.valid())) return false;
        var given = asGiven(said.body());
        return asGiven(then.body()).equals(given)
                || GeneralSheet.standard(then.body(), then.valid(), day, units)
                        .filter(each -> asGiven(each).equals(given))
                        .isPresent();
    }

    /** Of what begins after its day a package says nothing. */
    private boolean spokenOf(Fact<FactBody> fact) {
        return !fact.valid().from().isAfter(day);
    }

    /** A post as a package gives it: what was matched by hand meanwhile is not of its saying. */
    private static FactBody asGiven(FactBody body) {
        return body instanceof PostHeld post ? post.matchedTo(null, null) : body;
    }

    /** A blank column takes nothing away. */
    private static FactBody filled(Redraft redraft, FactBody body) {
        var known = redraft.held(Identity.class).orElse(null);
        if (!(body instanceof Identity said) || known == null) return body;
        return new Identity(
                said.name(),
                or(said.sex(), known.sex()),
                or(said.birth(), known.birth()),
                or(said.ethnicity(), known.ethnicity()),
                or(said.nativePlace(), known.nativePlace()),
                or(said.birthPlace(), known.birthPlace()),
                or(said.upbringingPlace(), known.upbringingPlace()));
    }

    private static <T> @Nullable T or(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }

    private Map<Box, String> texts() {
        var texts = new LinkedHashMap<Box, String>();
        for (var fact : reading.facts()) {
            if (fact.body() instanceof PrintedText printed && printed.box() != Box.PARTY)
                texts.put(printed.box(), printed.text());
        }
        return texts;
    }

    private void text(Redraft redraft, Box box, String text, DossierForm then) {
        if (box == Box.RESUME && !Sameness.of(DossierForm.box(box), text, then.text(box))) career(redraft, text);
        FormTexts.keep(redraft, box, text, day, false);
    }

    private void career(Redraft redraft, String text) {
        var lines = new ArrayList<>(CareerLines.of(Resume.read(text), day));
        redraft.all(CareerLines::is, CareerLines.asBefore(lines, redraft), true, day);
    }
}
