package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Lookup;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Organization;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds what files say against what is on the ledger, and says how each stands. 核对来文 */
@Component
class Examiner {

    /**
     * An item with what writing it would do. 核对结果
     *
     * @param number a dossier opened for it should have; null for any
     * @param candidates who it might be about
     * @param held fields that this account may not write, left out of the changes
     * @param resume the printed résumé as it is and as it would be, drawn when asked for; empty where it stays
     */
    record Examined(
            Item item,
            List<Change<FactBody>> changes,
            @Nullable UUID number,
            List<UUID> candidates,
            List<String> held,
            Supplier<Optional<Resumes>> resume) {

        Examined(Item item, List<Change<FactBody>> changes) {
            this(item, changes, null, List.of(), List.of(), Optional::empty);
        }

        Examined with(Item other) {
            return new Examined(other, changes, number, candidates, held, resume);
        }

        Examined among(List<UUID> people) {
            return new Examined(item, changes, number, people, held, resume);
        }
    }

    /** The résumé before and after. 简历对照 */
    record Resumes(String was, String now) {}

    /**
     * A human's word on a file.
     *
     * @param decided whether it is said whose dossier it is about
     * @param person that person's, or with {@code decided} nobody's yet
     * @param kept fields that stay as they are in the dossier
     * @param taken what the file only offers and somebody took
     */
    record Choice(boolean decided, @Nullable UUID person, Set<String> kept, Set<String> taken) {

        /** Nothing said. */
        static final Choice NONE = new Choice(false, null, Set.of(), Set.of());
    }

    private static final Problem NAMELESS =
            Problem.error("name", "required.name", "未写入：来文没有姓名，库中也没有用这个身份证号的人，不能新增档案；请核对身份证号，或补填姓名后再导入。");

    private final Footings footings;
    private final Lookup lookup;
    private final Dossiers dossiers;
    private final Cities cities;
    private final Placement placement;
    private final Organization organization;
    private final Acts acts;

    Examiner(
            Footings footings,
            Lookup lookup,
            Dossiers dossiers,
            Cities cities,
            Placement placement,
            Organization organization,
            Acts acts) {
        this.footings = footings;
        this.organization = organization;
        this.lookup = lookup;
        this.dossiers = dossiers;
        this.cities = cities;
        this.placement = placement;
        this.acts = acts;
    }

    /** Who of these is known, looked up at once. */
    Recognition recognition(List<Arrival> arrivals) {
        return new Recognition(lookup, sheets(arrivals));
    }

    /** Recognition with the dossiers of those recognised read at once, where need be: for looking only, never between writings. */
    Recognition foresight(Signed who, List<Arrival> arrivals) {
        var recognition = recognition(arrivals);
        var claims =
                arrivals.stream().map(Arrival::claim).filter(Objects::nonNull).toList();
        var repeating = repeating(who, claims, recognition);
        recognition.repeating(repeating);
        var rest = claims.stream().filter(each -> !repeating.containsKey(each)).toList();
        recognition.foresee(facts(who, recognition.recognised(told(rest)), List.of()));
        return recognition;
    }

    /** Of most rows of a roster a few kinds of facts tell that they say nothing new. */
    private Map<Claim, UUID> repeating(Signed who, List<Claim> claims, Recognition recognition) {
        var brief = claims.stream().filter(each -> each.telling().isPresent()).toList();
        var kinds = new TreeSet<String>();
        brief.forEach(each -> kinds.addAll(each.telling().orElseThrow()));
        var people = recognition.recognised(told(brief));
        if (people.isEmpty()) return Map.of();
        var facts = kinds.isEmpty() ? Map.<UUID, List<Fact<FactBody>>>of() : facts(who, people, kinds);
        var day = acts.today();
        var found = new IdentityHashMap<Claim, UUID>();
        brief.parallelStream()
                .flatMap(each -> recognition.recognised(List.of(each.sheet())).stream()
                        .limit(1)
                        .filter(person -> each.repeats(person, facts.getOrDefault(person, List.of()), day))
                        .map(person -> Map.entry(each, person)))
                .toList()
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    /** @param kinds none for all */
    private Map<UUID, List<Fact<FactBody>>> facts(Signed who, Set<UUID> people, Collection<String> kinds) {
        if (people.isEmpty()) return Map.of();
        var city = cities.now();
        var owners = new HashMap<UUID, UUID>();
        for (var person : people) city.ids(person).forEach(each -> owners.put(each, person));
        var facts = new HashMap<UUID, List<Fact<FactBody>>>();
        people.forEach(each -> facts.put(each, new ArrayList<>()));
        for (var fact : dossiers.known(owners.keySet(), kinds, Long.MAX_VALUE - 1))
            if (who.sight().reads(fact.chapter()))
                Objects.requireNonNull(facts.get(owners.get(fact.subject()))).add(fact);
        return facts;
    }

    private static List<PersonSheet> told(List<Claim> claims) {
        return claims.stream().map(Claim::sheet).toList();
    }

    private static List<PersonSheet> sheets(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(Arrival::claim)
                .filter(Objects::nonNull)
                .map(Claim::sheet)
                .toList();
    }

    /**
     * Where whoever these could be about is placed; asked before an act begins, since within one the whole city would be drawn
     * anew for each question.
     */
    Places places(List<Arrival> arrivals) {
        return places(recognition(arrivals));
    }

    Places places(Recognition recognition) {
        return Places.of(placement, recognition.people());
    }

    Examined examine(Signed who, Arrival arrival, Recognition recognition, Places places, @Nullable Choice choice) {
        var read = arrival.claim();
        if (read == null) return plain(arrival, Status.REFUSED, null, null, arrival.unreadable());
        var sheet = read.sheet();
        boolean nameless = sheet.name() == null && !read.byNumberAlone();
        if (nameless || read.refused()) return plain(arrival, Status.REFUSED, null, sheet, read.problems());
        var said = choice == null ? Choice.NONE : choice;
        var claim = read.taking(said.taken());
        var examined = examined(who, arrival, claim, recognition, places, said);
        return sheet.name() == null ? named(examined, sheet, recognition) : examined;
    }

    /** A number alone is enough for somebody we have; by which name they go here is said, so that a slip of the pen is seen. */
    private static Examined named(Examined examined, PersonSheet sheet, Recognition recognition) {
        var item = examined.item();
        var person = item.personId();
        if (person == null) return examined;
        var name = recognition.named(sheet, person).orElse("");
        var named = new Item(
                item.file(),
                item.entry(),
                item.row(),
                item.status(),
                person,
                sheet.named(name),
                item.changes(),
                item.problems(),
                item.more());
        return examined.with(item.status() == Status.SAME ? named : named.with(byNumber(name)));
    }

    private static Problem byNumber(String name) {
        return Problem.warning("name", "identity.by-number", "来文没有姓名，按身份证号认定为“" + name + "”；请核对是否本人。");
    }

    private Examined examined(
            Signed who, Arrival arrival, Claim claim, Recognition recognition, Places places, Choice said) {
        var sheet = claim.sheet();
        if (said.decided()) return decided(who, arrival, claim, recognition, places, said);
        return switch (recognition.of(sheet)) {
            case Recognition.Result.Is(var person) ->
                known(who, arrival, claim, recognition, places, person, true, said.kept());
            case Recognition.Result.Nobody() -> fresh(who, arrival, claim, true, said.kept());
            case Recognition.Result.Perhaps(var candidates, var why) ->
                perhaps(who, arrival, claim, recognition, places, candidates, why)
                        .among(candidates);
        };
    }

    private Examined decided(
            Signed who, Arrival arrival, Claim claim, Recognition recognition, Places places, Choice said) {
        if (said.person() == null) return fresh(who, arrival, claim, false, said.kept());
        return known(who, arrival, claim, recognition, places, said.person(), false, said.kept());
    }

    /** A single namesake whose dossier already says all of this needs no decision: nothing would be written. */
    private Examined perhaps(
            Signed who,
            Arrival arrival,
            Claim claim,
            Recognition recognition,
            Places places,
            List<UUID> candidates,
            Problem why) {
        if (candidates.size() == 1 && why.code().equals("identity.same-name")) {
            var only = known(who, arrival, claim, recognition, places, candidates.getFirst(), true, Set.of());
            if (only.item().status() == Status.SAME) return only;
        }
        return plain(arrival, Status.DOUBTFUL, null, claim.sheet(), with(claim.problems(), why));
    }

    private Examined fresh(Signed who, Arrival arrival, Claim claim, boolean faultsCount, Set<String> kept) {
        if (claim.sheet().name() == null)
            return plain(arrival, Status.REFUSED, null, claim.sheet(), with(claim.problems(), NAMELESS));
        var person = new UUID(0, 0);
        var placed = placed(who, claim, List.of(), claim.changes(person, List.of(), acts.today()));
        var all = placed.changes();
        var against = footings.against(who, person, null, all);
        if (against != null)
            return plain(arrival, Status.REFUSED, null, claim.sheet(), with(claim.problems(), against));
        var item = item(
                        arrival,
                        faultsCount && faulty(claim) ? Status.DOUBTFUL : Status.NEW,
                        null,
                        claim,
                        List.of(),
                        all)
                .with(open(who, claim, person, List.of()))
                .with(placed.problems());
        return weighed(who, item, List.of(), all, kept, claim.number().orElse(null));
    }

    private Examined known(
            Signed who,
            Arrival arrival,
            Claim claim,
            Recognition recognition,
            Places places,
            UUID person,
            boolean faultsCount,
            Set<String> kept) {
        var place = places.of(person);
        boolean mayChange = place.isPresent() && who.sight().changes(person, place.get());
        if (!mayChange)
            return plain(
                    arrival,
                    Status.REFUSED,
                    null,
                    claim.sheet(),
                    with(claim.problems(), outOfSight(who.sight().refuses(person))));
        boolean repeats = recognition.repeats(claim, person);
        var current = repeats
                ? List.<Fact<FactBody>>of()
                : recognition.foreseen(person).orElseGet(() -> current(who, person));
        var placed = placed(who, claim, current, repeats ? List.of() : claim.changes(person, current, acts.today()));
        var all = placed.changes();
        var against = footings.against(who, person, place.get(), all);
        if (against != null)
            return plain(arrival, Status.REFUSED, person, claim.sheet(), with(claim.problems(), against));
        var open = repeats ? List.<Problem>of() : open(who, claim, person, current);
        var notes = repeats ? List.<Problem>of() : claim.notes(current, acts.today());
        if (all.isEmpty() && (claim.unsettled() || !open.isEmpty()) && faultsCount)
            return plain(arrival, Status.DOUBTFUL, person, claim.sheet(), with(claim.problems(), open))
                    .among(List.of(person));
        if (all.isEmpty())
            return new Examined(
                    item(arrival, Status.SAME, person, claim, List.of(), List.of())
                            .with(open)
                            .with(notes)
                            .with(placed.problems()),
                    all);
        var status = faultsCount && faulty(claim) ? Status.DOUBTFUL : Status.CHANGED;
        var item = item(arrival, status, person, claim, current, all)
                .with(open)
                .with(notes)
                .with(placed.problems());
        var weighed = weighed(who, item, current, all, kept, null).among(List.of(person));
        return faultsCount ? held(weighed, kept) : weighed;
    }

    private Placing.Placed placed(
            Signed who, Claim claim, List<Fact<FactBody>> current, List<Change<FactBody>> changes) {
        return Placing.within(who.sight(), organization::now, claim.founded(), current, changes, acts.today());
    }

    /** Whether a dossier holds more relatives than the file names is told to those only who read of relatives. */
    private List<Problem> open(Signed who, Claim claim, UUID person, List<Fact<FactBody>> current) {
        var open = claim.remaining(person, current, acts.today());
        if (who.sight().reads(Chapter.FAMILY)) return open;
        return open.stream()
                .filter(each -> !each.code().equals(RosterClaim.WHOLE_FAMILY))
                .toList();
    }

    /** What a human keeps, and what this account may not write, is left out of the changes. */
    private Examined weighed(
            Signed who,
            Item item,
            List<Fact<FactBody>> current,
            List<Change<FactBody>> all,
            Set<String> kept,
            @Nullable UUID number) {
        var day = acts.today();
        var fields = new Fields(current, all, day);
        var held = fields.beyond(who.sight());
        var changes = kept.isEmpty() && held.isEmpty() ? all : fields.without(kept, held);
        var told = held.isEmpty() ? item : item.with(beyond(held));
        return new Examined(told, changes, number, List.of(), held, () -> resumes(current, all));
    }

    /**
     * What says nothing but what this account may not write is the same, as far as it goes: what it is held against tells
     * nothing of chapters that are not read, so neither does that.
     */
    private static Examined held(Examined weighed, Set<String> kept) {
        boolean all =
                !weighed.held().isEmpty() && kept.isEmpty() && weighed.changes().isEmpty();
        if (!all || weighed.item().status() != Status.CHANGED) return weighed;
        var item = weighed.item();
        var problems = item.problems().stream()
                .filter(each -> !each.code().equals("chapter.held"))
                .toList();
        return weighed.with(new Item(
                item.file(),
                item.entry(),
                item.row(),
                Status.SAME,
                item.personId(),
                item.person(),
                List.of(),
                with(problems, onlyBeyond(weighed.held())),
                item.more()));
    }

    private static Problem onlyBeyond(List<String> held) {
        return Problem.warning(
                held.getFirst(),
                "chapter.held",
                "来文有 " + held.size() + " 项属于您的账号不能查阅或录入的章，没有核对也没有写入，其余各项与档案一致；请由有权人员重新核对后写入。");
    }

    private static Problem beyond(List<String> held) {
        return Problem.warning(
                held.getFirst(),
                "chapter.held",
                "有 " + held.size() + " 项属于您的账号不能录入的章，其余各项写入时这些项不写入；请由有权人员在导入批次中复核后写入。");
    }

    private Optional<Resumes> resumes(List<Fact<FactBody>> current, List<Change<FactBody>> changes) {
        var day = acts.today();
        var was = new DossierForm(Held.of(current), day).text(FormFact.Box.RESUME);
        var now = new DossierForm(Held.after(current, changes), day).text(FormFact.Box.RESUME);
        return was.equals(now) ? Optional.empty() : Optional.of(new Resumes(was, now));
    }

    /** What a file is held against: nothing of a chapter that this account does not read. */
    private List<Fact<FactBody>> current(Signed who, UUID person) {
        return dossiers.history(new Subject.Person(person)).stream()
                .filter(each -> each.superseded() == null)
                .filter(each -> who.sight().reads(each.chapter()))
                .toList();
    }

    private Item item(
            Arrival arrival,
            Status status,
            @Nullable UUID person,
            Claim claim,
            List<Fact<FactBody>> current,
            List<Change<FactBody>> changes) {
        var fields = person == null || changes.isEmpty()
                ? List.<Item.FieldChange>of()
                : SheetDifference.of(current, changes, acts.today());
        return new Item(
                arrival.file(),
                arrival.entry(),
                arrival.row(),
                status,
                person,
                claim.sheet(),
                fields,
                claim.problems(),
                claim.more());
    }

    private static Examined plain(
            Arrival arrival,
            Status status,
            @Nullable UUID person,
            @Nullable PersonSheet sheet,
            List<Problem> problems) {
        var claim = arrival.claim();
        var more = claim == null ? Map.<String, Object>of() : claim.more();
        return new Examined(
                new Item(
                        arrival.file(),
                        arrival.entry(),
                        arrival.row(),
                        status,
                        person,
                        sheet,
                        List.of(),
                        problems,
                        more),
                List.of());
    }

    private static boolean faulty(Claim claim) {
        return claim.problems().stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR);
    }

    private static Problem outOfSight(boolean kin) {
        return kin
                ? Problem.error("file", "sight.kin", "未写入：这是您本人或亲属的档案，按回避规定须由他人办理；请转交同事。")
                : Problem.error("file", "sight", "未写入：此人不由您单位主管，您不能更改其档案；请核对身份证号，或转主管单位导入。");
    }

    private static List<Problem> with(List<Problem> problems, Problem one) {
        return with(problems, List.of(one));
    }

    private static List<Problem> with(List<Problem> problems, List<Problem> more) {
        return Stream.concat(problems.stream(), more.stream()).toList();
    }

    /** The same changes, about this person instead. */
    static List<Change<FactBody>> about(UUID person, List<Change<FactBody>> changes) {
        var moved = new ArrayList<Change<FactBody>>();
        for (var change : changes) {
            moved.add(
                    switch (change) {
                        case Change.Record<FactBody> one -> Change.record(person, one.body(), one.valid(), one.basis());
                        case Change.Supersede<FactBody> gone -> gone;
                    });
        }
        return moved;
    }
}
