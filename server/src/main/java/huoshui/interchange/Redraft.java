package huoshui.interchange;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gathers the changes that bring a dossier to what a file says, touching nothing that already says so. 拟作变动 */
final class Redraft {

    /** Of these a new value follows the old; of all others it puts an error right. */
    private static final Set<String> FOLLOWING = Set.of(
            "health",
            "expertise",
            "standing",
            "managed",
            "custody",
            "printed",
            "form-draft",
            "contact",
            "photo",
            "unplaced",
            "talent-work",
            "remark");

    /** The same relative, surest first: of two who share a name, the one of the same relation. */
    private static final List<BiPredicate<FamilyMember, FamilyMember>> SAME_RELATIVE = List.of(
            FamilyMember::equals,
            (known, said) -> known.relation().equals(said.relation())
                    && plain(known.name()).equals(plain(said.name())),
            (known, said) ->
                    !plain(known.name()).isEmpty() && plain(known.name()).equals(plain(said.name())));

    private final UUID person;
    private final List<Fact<FactBody>> current;
    private final LocalDate day;
    private final String basis;
    private final List<Change<FactBody>> changes = new ArrayList<>();

    /**
     * @param current what counts as true now, for whatever days
     * @param day of the file: what it says follows from this day on where the kind is one of states
     */
    Redraft(UUID person, List<Fact<FactBody>> current, LocalDate day, String basis) {
        this.person = person;
        this.current = current.stream().filter(each -> !each.erased()).toList();
        this.day = day;
        this.basis = basis;
    }

    List<Change<FactBody>> changes() {
        return changes;
    }

    List<Held> after() {
        return Held.after(current, changes);
    }

    <F extends FactBody> Optional<F> held(Class<F> type) {
        return current.stream()
                .filter(each -> type.isInstance(each.content()) && each.valid().covers(day))
                .map(each -> type.cast(each.content()))
                .findFirst();
    }

    /** Whether some such fact holds on the day of the file. */
    <F extends FactBody> boolean held(Class<F> type, Predicate<F> test) {
        return current.stream()
                .anyMatch(each -> type.isInstance(each.content())
                        && each.valid().covers(day)
                        && test.test(type.cast(each.content())));
    }

    boolean any(Predicate<Fact<FactBody>> test) {
        return current.stream().anyMatch(test);
    }

    /** The days of a line that says exactly this already. */
    Optional<Span> spanOf(FactBody body) {
        return current.stream()
                .filter(each -> each.content().equals(body))
                .map(Fact::valid)
                .findFirst();
    }

    /** A line known to end only after the day of the file, which can say of it no more than that it lasts. */
    Optional<Held> lasting(Predicate<FactBody> alike, Span said) {
        if (!said.open()) return Optional.empty();
        return current.stream()
                .filter(each -> alike.test(each.content())
                        && each.valid().from().equals(said.from())
                        && each.valid().to() != null
                        && each.valid().to().isAfter(day))
                .map(each -> new Held(each.content(), each.valid()))
                .findFirst();
    }

    /** The person whom somebody confirmed this relative to be. */
    Optional<UUID> kin(@Nullable String relation, @Nullable String name) {
        return current.stream()
                .filter(each -> each.content() instanceof FamilyMember member
                        && Objects.equals(member.relation(), relation)
                        && Objects.equals(member.name(), name)
                        && member.person() != null)
                .map(each -> Objects.requireNonNull(((FamilyMember) each.content()).person()))
                .findFirst();
    }

    /** Something that holds once at a time: recorded, put right, or followed by the new value. */
    void one(FactBody body, Span span) {
        var kind = FactKinds.ALL.of(body).code();
        var same = current.stream()
                .filter(each -> each.kind().equals(kind) && each.slot().equals(body.slot()))
                .toList();
        var now = same.stream().filter(each -> each.valid().covers(day)).findFirst();
        var later = same.stream()
                .filter(each -> each.valid().from().isAfter(day))
                .min(Comparator.comparing(each -> each.valid().from()));
        if (now.isEmpty() && later.isPresent()) before(later.get(), same, body, span);
        else if (now.or(() -> same.stream().findFirst()).isEmpty()) record(body, span);
        else {
            var known = now.orElseGet(same::getFirst);
            if (!known.content().equals(body)) replace(known, body, span, FOLLOWING.contains(kind));
        }
    }

    /** A file of an earlier day says how it was until what is known to begin after it, and of that nothing. */
    private void before(Fact<FactBody> later, List<Fact<FactBody>> same, FactBody body, Span span) {
        if (later.content().equals(body)) return;
        var from = same.stream()
                .map(each -> each.valid().to())
                .filter(each -> each != null && !each.isAfter(day) && each.isAfter(span.from()))
                .max(Comparator.naturalOrder())
                .orElse(span.from());
        if (!from.isBefore(later.valid().from())) return;
        var start = from.equals(span.from()) ? span.start() : Precision.UNKNOWN;
        record(body, new Span(from, null, start, span.end()).until(later.valid().from()));
    }

    /** A line that says all of this and more. */
    Optional<Held> fuller(Held said, BiPredicate<Held, Held> saysLess) {
        var kind = FactKinds.ALL.of(said.body()).code();
        var alike = current.stream()
                .filter(each -> each.kind().equals(kind)
                        && each.valid().from().equals(said.valid().from()))
                .map(each -> new Held(each.content(), each.valid()))
                .toList();
        if (alike.contains(said)) return Optional.empty();
        return alike.stream().filter(each -> saysLess.test(each, said)).findFirst();
    }

    private void replace(Fact<FactBody> old, FactBody body, Span span, boolean following) {
        changes.add(Change.supersede(old));
        if (following && old.valid().open() && old.valid().from().isBefore(day)) {
            changes.add(Change.record(person, old.content(), old.valid().until(day), old.basis()));
            record(body, Span.since(day));
        } else record(body, span.start() == Precision.UNKNOWN ? old.valid() : withEndOf(span, old.valid()));
    }

    private static Span withEndOf(Span span, Span old) {
        boolean endKept = span.open() && old.to() != null && span.from().isBefore(old.to());
        return endKept ? new Span(span.from(), old.to(), span.start(), old.end()) : span;
    }

    /**
     * All that holds of some sort: what is already there stays, what is no longer said goes, the rest is recorded.
     *
     * @param dated whether the days are part of what is said
     */
    void all(Predicate<Fact<FactBody>> sort, List<Held> wanted, boolean dated) {
        all(sort, wanted, dated, LocalDate.MAX);
    }

    /** @param until what begins after this day stays, though it is not said: nobody was shown it who said the rest */
    void all(Predicate<Fact<FactBody>> sort, List<Held> wanted, boolean dated, LocalDate until) {
        var missing = new ArrayList<>(wanted);
        for (var fact : current) {
            if (!sort.test(fact)) continue;
            var found = missing.stream()
                    .filter(each -> each.body().equals(fact.content()))
                    .filter(each -> !dated || each.valid().equals(fact.valid()))
                    .findFirst();
            if (found.isPresent()) missing.remove(found.get());
            else if (!fact.valid().from().isAfter(until)) changes.add(Change.supersede(fact));
        }
        missing.forEach(each -> record(each.body(), each.valid()));
    }

    /**
     * All relatives that a file names. One who is known is put right for the days on which they are one; one who is not named is
     * one until the day of the file; somebody new is evidenced by it. Whoever was a relative before that day stays so.
     */
    void relatives(List<FamilyMember> wanted) {
        var known = new ArrayList<>(current.stream()
                .filter(each -> each.content() instanceof FamilyMember)
                .filter(each -> each.valid().to() == null || each.valid().to().isAfter(day))
                .toList());
        var open = new ArrayList<>(wanted);
        for (var alike : SAME_RELATIVE) open.removeIf(each -> putRight(known, each, alike));
        known.forEach(this::noLonger);
        open.forEach(each -> record(each, Span.evidenced(day)));
    }

    private boolean putRight(
            List<Fact<FactBody>> known, FamilyMember said, BiPredicate<FamilyMember, FamilyMember> alike) {
        var found = known.stream()
                .filter(each -> alike.test((FamilyMember) each.content(), said))
                .findFirst();
        if (found.isEmpty()) return false;
        var old = found.get();
        known.remove(old);
        var who = ((FamilyMember) old.content()).person();
        var relative = said.person() == null && who != null ? said.confirmed(who) : said;
        if (old.content().equals(relative)) return true;
        if (day.isBefore(old.valid().from())) {
            // An older file says how it was then, not how it is now.
            record(relative, Span.evidenced(day).until(old.valid().from()));
            return true;
        }
        changes.add(Change.supersede(old));
        record(relative, old.valid());
        return true;
    }

    /** A file of an earlier day says nothing about a relative who came later. */
    private void noLonger(Fact<FactBody> old) {
        if (old.valid().from().isAfter(day)) return;
        changes.add(Change.supersede(old));
        if (old.valid().from().isBefore(day))
            changes.add(Change.record(person, old.content(), old.valid().until(day), old.basis()));
    }

    /** A name as it counts: however it is spaced. */
    static String plain(@Nullable String name) {
        return name == null ? "" : name.replaceAll("[\\s·•]+", "");
    }

    /**
     * Posts by what a file can say of them and their days: one that was matched to a unit meanwhile stays matched.
     *
     * @param spokenOf whether the file would say it if it held
     * @param asSaid a post without what the file cannot say
     */
    void posts(Predicate<Fact<FactBody>> spokenOf, List<Held> wanted, UnaryOperator<FactBody> asSaid) {
        posts(spokenOf, wanted, asSaid, LocalDate.MAX);
    }

    /** @param until what begins after this day stays, though it is not said */
    void posts(Predicate<Fact<FactBody>> spokenOf, List<Held> wanted, UnaryOperator<FactBody> asSaid, LocalDate until) {
        var matched = wanted.stream()
                .map(each -> current.stream()
                        .filter(fact -> fact.content() instanceof PostHeld
                                && asSaid.apply(fact.content()).equals(asSaid.apply(each.body()))
                                && fact.valid().equals(each.valid()))
                        .findFirst()
                        .map(fact -> new Held(fact.content(), fact.valid()))
                        .orElse(each))
                .toList();
        all(each -> each.content() instanceof PostHeld && spokenOf.test(each), matched, true, until);
    }

    /** Lines of this sort that hold on a day. */
    List<Fact<FactBody>> current(Class<? extends FactBody> type, LocalDate on) {
        return current.stream()
                .filter(each -> type.isInstance(each.content()) && each.valid().covers(on))
                .toList();
    }

    /** One more line. */
    void add(FactBody body, Span span) {
        record(body, span);
    }

    /** The same line, known to begin at another date. */
    void since(Fact<FactBody> fact, PartialDate since) {
        var span = fact.valid();
        if (span.to() != null && !since.firstDay().isBefore(span.to())) return;
        changes.add(Change.supersede(fact));
        record(fact.content(), new Span(since.firstDay(), span.to(), since.precision(), span.end()));
    }

    /** The same line, known to end where something else begins. */
    void end(Fact<FactBody> fact, PartialDate day) {
        var span = fact.valid();
        changes.add(Change.supersede(fact));
        var ended = new Span(span.from(), day.firstDay(), span.start(), day.precision());
        changes.add(Change.record(person, fact.content(), ended, fact.basis()));
    }

    /** A rung reached: it follows the one before where it began later, and puts it right where it did not. */
    void step(String kind, FactBody body, @Nullable PartialDate since, LocalDate today) {
        var now = current.stream()
                .filter(each -> each.kind().equals(kind) && each.valid().covers(today))
                .findFirst()
                .orElse(null);
        var span = since == null ? Span.evidenced(today) : Span.since(since);
        if (now == null) record(body, span);
        else if (since != null
                && since.firstDay().isAfter(now.valid().from())
                && !now.content().equals(body)) {
            changes.add(Change.supersede(now));
            record(now.content(), now.valid().until(since.firstDay()));
            record(body, span);
        } else {
            changes.add(Change.supersede(now));
            record(
                    body,
                    since == null
                            ? now.valid()
                            : new Span(
                                    since.firstDay(),
                                    now.valid().to(),
                                    since.precision(),
                                    now.valid().end()));
        }
    }

    void drop(Predicate<Fact<FactBody>> sort) {
        current.stream().filter(sort).forEach(each -> changes.add(Change.supersede(each)));
    }

    private void record(FactBody body, Span span) {
        changes.add(Change.record(person, body, span, basis));
    }
}
