package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Lookup;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
     */
    record Examined(Item item, List<Change<FactBody>> changes, @Nullable UUID number) {

        Examined(Item item, List<Change<FactBody>> changes) {
            this(item, changes, null);
        }
    }

    /** A human's word on whose dossier a file is about: this person's, or nobody's yet. 认定 */
    record Choice(@Nullable UUID person) {}

    private final Lookup lookup;
    private final Dossiers dossiers;
    private final Placement placement;
    private final Acts acts;

    Examiner(Lookup lookup, Dossiers dossiers, Placement placement, Acts acts) {
        this.lookup = lookup;
        this.dossiers = dossiers;
        this.placement = placement;
        this.acts = acts;
    }

    /** Who of these is known, looked up at once. */
    Recognition recognition(List<Arrival> arrivals) {
        return new Recognition(
                lookup,
                arrivals.stream()
                        .map(Arrival::claim)
                        .filter(Objects::nonNull)
                        .map(Claim::sheet)
                        .toList());
    }

    Examined examine(Signed who, Arrival arrival, Recognition recognition, @Nullable Choice choice) {
        var claim = arrival.claim();
        if (claim == null) return plain(arrival, Status.REFUSED, null, null, arrival.unreadable());
        var sheet = claim.sheet();
        if (sheet.name() == null) return plain(arrival, Status.REFUSED, null, sheet, claim.problems());
        if (choice != null) return decided(who, arrival, claim, choice.person());
        return switch (recognition.of(sheet)) {
            case Recognition.Result.Is(var person) -> known(who, arrival, claim, person, true);
            case Recognition.Result.Nobody() -> fresh(arrival, claim, true);
            case Recognition.Result.Perhaps(var candidates, var why) -> perhaps(who, arrival, claim, candidates, why);
        };
    }

    private Examined decided(Signed who, Arrival arrival, Claim claim, @Nullable UUID person) {
        if (person == null) return fresh(arrival, claim, false);
        return known(who, arrival, claim, person, false);
    }

    /** A single namesake whose dossier already says all of this needs no decision: nothing would be written. */
    private Examined perhaps(Signed who, Arrival arrival, Claim claim, List<UUID> candidates, Problem why) {
        if (candidates.size() == 1 && why.code().equals("identity.same-name")) {
            var only = known(who, arrival, claim, candidates.getFirst(), true);
            if (only.item().status() == Status.SAME) return only;
        }
        return plain(arrival, Status.DOUBTFUL, null, claim.sheet(), with(claim.problems(), why));
    }

    private Examined fresh(Arrival arrival, Claim claim, boolean faultsCount) {
        var person = new UUID(0, 0);
        var changes = claim.changes(person, List.of(), acts.today());
        var item = item(arrival, faultsCount && faulty(claim) ? Status.DOUBTFUL : Status.NEW, null, claim, List.of(), changes);
        return new Examined(item, changes, claim.number().orElse(null));
    }

    private Examined known(Signed who, Arrival arrival, Claim claim, UUID person, boolean faultsCount) {
        var place = placement.of(person);
        boolean mayChange = place.isPresent()
                && who.sight().changes(person, place.get().unit(), place.get().category());
        if (!mayChange)
            return plain(
                    arrival,
                    Status.REFUSED,
                    null,
                    claim.sheet(),
                    with(claim.problems(), outOfSight(who.sight().refuses(person))));
        var current = current(person);
        var changes = claim.changes(person, current, acts.today());
        if (changes.isEmpty())
            return new Examined(item(arrival, Status.SAME, person, claim, List.of(), List.of()), changes);
        var status = faultsCount && faulty(claim) ? Status.DOUBTFUL : Status.CHANGED;
        return new Examined(item(arrival, status, person, claim, current, changes), changes);
    }

    private List<Fact<FactBody>> current(UUID person) {
        return dossiers.history(new Subject.Person(person)).stream()
                .filter(each -> each.superseded() == null)
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
                claim.problems());
    }

    private static Examined plain(
            Arrival arrival,
            Status status,
            @Nullable UUID person,
            @Nullable PersonSheet sheet,
            List<Problem> problems) {
        return new Examined(
                new Item(arrival.file(), arrival.entry(), arrival.row(), status, person, sheet, List.of(), problems),
                List.of());
    }

    private static boolean faulty(Claim claim) {
        return claim.problems().stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR);
    }

    private static Problem outOfSight(boolean kin) {
        return kin
                ? Problem.error("file", "sight.kin", "未写入：这是您本人或亲属的档案，按回避规定须由他人办理；请转交同事。")
                : Problem.error("file", "sight", "未写入：此人的档案不在您的管理范围内；请核对身份证号，或转管理部门导入。");
    }

    private static List<Problem> with(List<Problem> problems, Problem one) {
        return Stream.concat(problems.stream(), Stream.of(one)).toList();
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
