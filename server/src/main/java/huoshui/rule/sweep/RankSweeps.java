package huoshui.rule.sweep;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.Occasion;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import huoshui.rule.Speaks;
import huoshui.rule.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sweeps a unit, a county or the whole city: who may rise to which rank and from when. 职级晋升普查
 *
 * <p>Only clauses that name a promotion or a lowering in rank are asked. One sweep of one account at the same clocks is kept for
 * some minutes, so that its numbers open their lists without the same dossiers being read once more; each time it is shown is
 * journaled.
 */
@Component
public class RankSweeps {

    private final Examinations examinations;
    private final PeopleSearch search;
    private final Recent<RankSweep> recent;

    RankSweeps(Examinations examinations, PeopleSearch search, Recents recents) {
        this.examinations = examinations;
        this.search = search;
        this.recent = recents.kind();
    }

    /** What all clauses that were asked say of one of the people swept. 一人的普查意见 */
    public record Detail(Swept swept, List<Finding> rising, List<Finding> lowering) {}

    /**
     * Everybody in sight who serves in this unit or beneath it; in the whole city where none is named.
     *
     * @throws Refusal {@code career-unread}, {@code no-unit}, {@code purpose-required}
     */
    public RankSweep of(Signed who, @Nullable UUID unit, AsOf at) {
        if (!who.sight().reads(Chapter.CAREER))
            throw Refusal.sight("career-unread", "未普查：职级晋升须读“任职与职级”一章，您的账号不能读。如工作需要，请联系安全管理员授权。");
        var ready = ready(who, unit, at);
        var asked = Asked.by(who, at, ready.clauses(), unit);
        var known = recent.find(asked);
        if (known.isPresent()) {
            examinations.announceAgain(who, ready);
            return seen(who, known.get());
        }
        examinations.announce(who, ready);
        return recent.keep(asked, sweep(ready));
    }

    /** Sight is asked anew whenever a kept sweep is shown. */
    private RankSweep seen(Signed who, RankSweep sweep) {
        var view = search.view(who.sight());
        return new RankSweep(
                sweep.at(),
                sweep.people().stream().filter(each -> view.sees(each.person())).toList(),
                sweep.clauses(),
                sweep.withheld());
    }

    private Examinations.Ready ready(Signed who, @Nullable UUID unit, AsOf at) {
        var all = examinations.ready(who, new Examinations.Request(List.of(), unit, List.of(), null, null, at));
        var some = all.only(RankSweeps::concerns);
        return new Examinations.Ready(
                some.asking(),
                some.people(),
                List.of(),
                some.clauses(),
                all.withheld().stream().filter(RankSweeps::concerns).toList(),
                some.request());
    }

    static boolean concerns(Provision clause) {
        return clause.scope().subject() == Speaks.PERSON
                && (names(clause, Occasion.RANK_PROMOTION) || names(clause, Occasion.RANK_LOWERING));
    }

    static boolean names(Provision clause, Occasion occasion) {
        return clause.scope().occasions().contains(occasion);
    }

    static RankSweep sweep(Examinations.Ready ready) {
        boolean blind = ready.withheld().stream().anyMatch(RankSweeps::mayStandInTheWay);
        var ahead = new Foretelling(ready);
        var people = ready.people().parallelStream()
                .map(each -> swept(ready, ahead, each, blind))
                .sorted(Precedence.within((one, other) -> 0))
                .toList();
        return new RankSweep(ready.request().at(), people, ready.clauses(), ready.withheld());
    }

    private static boolean mayStandInTheWay(Provision clause) {
        return names(clause, Occasion.RANK_PROMOTION)
                && clause.status().blocks()
                && (clause.effect() == huoshui.rule.Effect.BARS || clause.effect() == huoshui.rule.Effect.REQUIRES);
    }

    private static Swept swept(Examinations.Ready ready, Foretelling ahead, Card person, boolean blind) {
        var lowered = lowered(ready.asking(), ready.clauses(), person.id());
        boolean lowering = lowered.stream().anyMatch(each -> met(each));
        var word = person.rank() == null ? null : person.rank().rank();
        if (word == null) return unranked(ready.asking(), person, lowering);
        var held = word.rank();
        if (held == null) return outside(person, null, "现职级“%s”不属综合管理类".formatted(word.name()), lowering);
        var target = held.next().orElse(null);
        if (target == null) return outside(person, held, "已是最高一级职级", lowering);
        var findings = rising(ready.asking(), ready.clauses(), person.id(), target);
        var heap = RankHeap.of(findings);
        boolean gate = findings.stream().anyMatch(each -> each.provision().virtue() && RankHeap.closed(each));
        // Whoever may not read a clause in the way is told no day on which nothing is.
        var outlook = !blind && (heap == RankHeap.LACKING || heap == RankHeap.BARRED)
                ? ahead.of(person, target, findings)
                : Outlook.NONE;
        if (heap == RankHeap.LACKING && outlook.earliest() != null) heap = RankHeap.LATER;
        if (blind && (heap == RankHeap.CLEAR || heap == RankHeap.AWAITING)) heap = RankHeap.UNKNOWN;
        return new Swept(person, held, target, heap, gate, lowering, outlook, null);
    }

    private static boolean met(Finding finding) {
        return finding.verdict() == huoshui.dossier.search.Verdict.MET;
    }

    private static Swept unranked(Rulebook.Asking asking, Card person, boolean lowering) {
        var is = Unranked.of(asking, person);
        return is.outside()
                ? outside(person, null, is.note(), lowering)
                : new Swept(person, null, null, RankHeap.UNKNOWN, false, lowering, Outlook.NONE, is.note());
    }

    private static Swept outside(Card person, @Nullable Rank held, String why, boolean lowering) {
        return new Swept(person, held, null, RankHeap.OUTSIDE, false, lowering, Outlook.NONE, why);
    }

    static List<Finding> rising(Rulebook.Asking asking, List<Provision> clauses, UUID person, Rank target) {
        var q = asking.about(new Subject.Person(person), Occasion.RANK_PROMOTION, new Target.Rank(target));
        var found = new ArrayList<Finding>();
        for (var each : clauses)
            if (names(each, Occasion.RANK_PROMOTION)) asking.finding(q, each).ifPresent(found::add);
        return found;
    }

    private static List<Finding> lowered(Rulebook.Asking asking, List<Provision> clauses, UUID person) {
        var q = asking.about(new Subject.Person(person), Occasion.RANK_LOWERING, null);
        var found = new ArrayList<Finding>();
        for (var each : clauses)
            if (names(each, Occasion.RANK_LOWERING)) asking.finding(q, each).ifPresent(found::add);
        return found;
    }

    /** Whether a finding can decide where somebody stands, by its effect and how far its clause is checked. */
    public static boolean decides(Finding finding) {
        return RankHeap.decides(finding);
    }

    /** The findings of some of those swept; their reading was announced with the sweep. */
    public List<Detail> details(Signed who, @Nullable UUID unit, AsOf at, List<Swept> some) {
        var ready = ready(who, unit, at);
        return some.stream().map(each -> detail(ready, each)).toList();
    }

    private static Detail detail(Examinations.Ready ready, Swept swept) {
        var id = swept.person().id();
        var target = swept.target();
        return new Detail(
                swept,
                target == null ? List.of() : rising(ready.asking(), ready.clauses(), id, target),
                lowered(ready.asking(), ready.clauses(), id).stream()
                        .filter(RankSweeps::met)
                        .toList());
    }
}
