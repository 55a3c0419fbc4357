package huoshui.rule.sweep;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Line;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.Gate;
import huoshui.rule.Occasion;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import huoshui.rule.sweep.GateSweep.Detail;
import huoshui.rule.sweep.GateSweep.Passing;
import huoshui.rule.sweep.GateSweep.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a gate's clauses of chosen people, of a cohort, or of everybody in sight: whom a clause bars, who does not meet one, of whom
 * it is not known, and who is through. 过关口
 *
 * <p>It decides nothing: who enters is decided by people, in a sitting, with this before them.
 */
@Component
public class GateSweeps {

    private static final Comparator<GateLine> ORDER = Comparator.comparing(
                    (GateLine each) -> !(each.finding().provision().virtue() && each.heap() == GateHeap.BARRED))
            .thenComparing(GateLine::heap);

    private final Examinations examinations;
    private final PeopleSearch search;
    private final Rulebook rulebook;
    private final Recent<GateSweep> recent;

    GateSweeps(Examinations examinations, PeopleSearch search, Rulebook rulebook, Recents recents) {
        this.examinations = examinations;
        this.search = search;
        this.rulebook = rulebook;
        this.recent = recents.kind();
    }

    /**
     * Of whom it is asked; of everybody in service and in sight where nothing is said. 所问的人
     *
     * @param among those of whom this condition holds
     */
    public record Whom(
            List<UUID> people,
            @Nullable UUID unit,
            @Nullable Condition among) {

        public static Whom everybody() {
            return new Whom(List.of(), null, null);
        }
    }

    /** The gates known at this act. */
    public List<Gate> all(AsOf at) {
        return rulebook.book(at.known()).gates();
    }

    /** The clauses of a gate on a day: those that decide, then those beside. */
    public List<Provision> clauses(Gate gate, AsOf at) {
        var book = rulebook.book(at.known());
        var all = new ArrayList<Provision>();
        for (var code : gate.provisions()) book.on(code, at.valid()).ifPresent(all::add);
        for (var code : gate.beside()) book.on(code, at.valid()).ifPresent(all::add);
        return all;
    }

    /**
     * @throws Refusal {@code no-gate}, {@code not-in-force}, {@code no-person}, {@code no-unit}, {@code purpose-required}, and about
     *     the condition as {@link PeopleSearch#find} does
     */
    public GateSweep of(Signed who, String code, Whom whom, AsOf at) {
        var gate = gate(code, at);
        if (gate.who() != null)
            for (var chapter : gate.who().chapters()) if (!who.sight().reads(chapter)) throw unread(gate, chapter);
        var people = people(who, whom, at);
        var ready = ready(who, gate, whom, people, at);
        var asked = Asked.by(who, at, ready.clauses(), code, people == null ? whom : new Whom(people, null, null));
        var known = recent.find(asked);
        if (known.isPresent()) {
            if (!ready.people().isEmpty()) examinations.announceAgain(who, ready);
            return seen(who, known.get());
        }
        if (!ready.people().isEmpty()) examinations.announce(who, ready);
        return recent.keep(asked, swept(gate, ready));
    }

    private Gate gate(String code, AsOf at) {
        return rulebook.book(at.known())
                .gate(code)
                .orElseThrow(() -> Refusal.absent("no-gate", "未查：没有代码为“%s”的关口。请从关口列表中选取。".formatted(code)));
    }

    private static Refusal unread(Gate gate, Chapter chapter) {
        return Refusal.sight(
                "chapter-unread",
                "未查：关口“%s”所对的人群要读“%s”一章，您的账号不能读。如工作需要，请联系安全管理员授权。".formatted(gate.title(), chapter.word()));
    }

    /** Null where it is everybody of the unit, or of all there are. */
    private @Nullable List<UUID> people(Signed who, Whom whom, AsOf at) {
        if (whom.among() == null) return whom.people().isEmpty() ? null : whom.people();
        var unit = whom.unit();
        if (unit != null && !who.sight().seesUnit(unit)) throw Refusal.absent("no-unit", "未找到这个单位。请从机构树中选取。");
        var asking = new Asking(
                        whom.among(),
                        null,
                        unit,
                        whom.people().isEmpty() ? null : whom.people(),
                        false,
                        Verdict.MET,
                        Order.BY_ORGANIZATION,
                        50)
                .of(Asking.Whom.CADRES);
        return search.all(search.opened(who, asking, at), who.sight(), at).stream()
                .map(Card::id)
                .toList();
    }

    private Examinations.Ready ready(Signed who, Gate gate, Whom whom, @Nullable List<UUID> people, AsOf at) {
        var codes = new ArrayList<>(gate.provisions());
        codes.addAll(gate.beside());
        boolean nobody = people != null && people.isEmpty();
        var request = new Examinations.Request(
                people == null ? List.of() : people, people == null ? whom.unit() : null, codes, null, null, at);
        var ready = examinations.ready(who, request);
        return new Examinations.Ready(
                ready.asking(),
                nobody ? List.of() : once(ready.people()),
                List.of(),
                ready.clauses(),
                ready.withheld().stream()
                        .filter(each -> gate.provisions().contains(each.code()))
                        .toList(),
                request);
    }

    /** Somebody named twice, or by a dossier that was merged, stands before the gate once. */
    private static List<Card> once(List<Card> people) {
        var all = new LinkedHashMap<UUID, Card>();
        people.forEach(each -> all.putIfAbsent(each.id(), each));
        return List.copyOf(all.values());
    }

    /** Sight is asked anew whenever a kept sweep is shown. */
    private GateSweep seen(Signed who, GateSweep sweep) {
        var view = search.view(who.sight());
        return new GateSweep(
                sweep.at(),
                sweep.gate(),
                sweep.people().stream().filter(each -> view.sees(each.person())).toList(),
                sweep.withheld());
    }

    private GateSweep swept(Gate gate, Examinations.Ready ready) {
        boolean blind = !ready.withheld().isEmpty();
        var people = ready.people().parallelStream()
                .map(each -> detail(gate, ready, each, blind).passing())
                .sorted(Comparator.comparing(Passing::heap).thenComparing(each -> !each.gate()))
                .toList();
        return new GateSweep(ready.request().at(), gate, people, ready.withheld());
    }

    /** Why some of those swept stand where they do; their reading was announced with the sweep. */
    public List<Detail> details(Signed who, GateSweep sweep, List<Passing> some) {
        if (some.isEmpty()) return List.of();
        var ids = some.stream().map(each -> each.person().id()).toList();
        var ready = ready(who, sweep.gate(), new Whom(ids, null, null), ids, sweep.at());
        boolean blind = !ready.withheld().isEmpty();
        return ready.people().stream()
                .map(each -> detail(sweep.gate(), ready, each, blind))
                .toList();
    }

    private static Map<UUID, Proof> proofs(Examinations.Ready ready, Card person) {
        return ready.asking().city().lines(person.id()).stream()
                .collect(Collectors.toMap(Line::id, Proof::of, (one, other) -> one));
    }

    private Detail detail(Gate gate, Examinations.Ready ready, Card person, boolean blind) {
        var subject = new Subject.Person(person.id());
        var lines = new ArrayList<GateLine>();
        var beside = new ArrayList<Finding>();
        for (var each : examinations.findings(ready, subject))
            if (gate.provisions().contains(each.provision().code())) lines.add(GateLine.of(each));
            else beside.add(each);
        lines.sort(ORDER);
        var belongs =
                gate.who() == null ? null : gate.who().ask(ready.asking().about(subject, Occasion.STANDING, null));
        var verdict = belongs == null ? Verdict.MET : belongs.verdict();
        boolean virtue = lines.stream()
                .anyMatch(each -> each.finding().provision().virtue()
                        && (each.heap() == GateHeap.BARRED || each.heap() == GateHeap.NOT_MET));
        return new Detail(
                new Passing(person, GateHeap.of(verdict, lines, blind), virtue),
                belongs == null || verdict == Verdict.MET ? null : belongs.words(),
                belongs == null || verdict == Verdict.MET ? List.of() : belongs.missing(),
                lines,
                beside,
                proofs(ready, person));
    }
}
