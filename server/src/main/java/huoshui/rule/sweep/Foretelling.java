package huoshui.rule.sweep;

import huoshui.dossier.city.Card;
import huoshui.kernel.Chapter;
import huoshui.kernel.Retirement;
import huoshui.kernel.code.Rank;
import huoshui.rule.Ahead;
import huoshui.rule.Answer;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.Gap;
import huoshui.rule.Occasion;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * From when those of one sweep may rise, found by asking the clauses on coming days. 可期之日的推算
 *
 * <p>Only clauses that can stand in the way are asked; which those are changes where a clause begins or ends, and is worked out once
 * for all days between.
 */
final class Foretelling {

    private static final int YEARS = 10;

    private final Rulebook.Asking asking;
    private final Set<Chapter> opened = EnumSet.noneOf(Chapter.class);
    private final Set<String> withheld = new HashSet<>();
    private final Map<LocalDate, Clauses> untilTurn = new ConcurrentHashMap<>();

    Foretelling(Examinations.Ready ready) {
        asking = ready.asking();
        ready.clauses().forEach(each -> opened.addAll(each.chapters()));
        ready.withheld().forEach(each -> withheld.add(each.code()));
    }

    /**
     * The clauses of a coming day.
     *
     * @param deciding those to be asked
     * @param beyond those that read what was not opened for this sweep, in words: nothing is foretold past them
     */
    private record Clauses(List<Provision> deciding, List<String> beyond) {}

    private Clauses on(LocalDate day) {
        var turn = asking.book().turnAfter(day).orElse(LocalDate.MAX);
        return untilTurn.computeIfAbsent(turn, any -> clauses(day));
    }

    private Clauses clauses(LocalDate day) {
        var deciding = new ArrayList<Provision>();
        var beyond = new ArrayList<String>();
        for (var each : asking.book().inForce(day)) {
            if (!RankSweeps.concerns(each) || withheld.contains(each.code())) continue;
            if (!opened.containsAll(
                    each.chapters().stream().filter(Chapter::sealed).toList()))
                beyond.add("将施行的 %s 读到本次没有打开的内容".formatted(each.code()));
            else if (RankHeap.decides(each) && RankSweeps.names(each, Occasion.RANK_PROMOTION)) deciding.add(each);
        }
        return new Clauses(List.copyOf(deciding), List.copyOf(beyond));
    }

    private List<Finding> rising(Rulebook.Asking there, Card person, Rank target) {
        return RankSweeps.rising(there, on(there.day()).deciding(), person.id(), target);
    }

    /** @param today what stands in the way today, or does not */
    Outlook of(Card person, Rank target, List<Finding> today) {
        var ahead = Ahead.of(asking, person.id(), YEARS);
        var days = ahead.until(today, there -> rising(there, person, target), Foretelling::inTheWay);
        boolean barred = RankHeap.of(today) == RankHeap.BARRED;
        LocalDate until = null;
        for (var each : days) {
            var heap = RankHeap.of(each.said());
            var beyond = on(each.day()).beyond();
            if (heap != RankHeap.BARRED && !beyond.isEmpty())
                return new Outlook(until, null, false, List.of(), each.day(), beyond, false);
            if (heap != RankHeap.BARRED && until == null && barred) until = each.day();
            if (heap == RankHeap.UNKNOWN) return open(until, each.day(), each.said());
            if (heap == RankHeap.CLEAR || heap == RankHeap.AWAITING)
                return reached(ahead, person, target, until, each.day(), heap);
        }
        return new Outlook(until, null, false, List.of(), null, List.of(), false);
    }

    private static List<Answer> inTheWay(List<Finding> findings) {
        return findings.stream()
                .filter(RankHeap::decides)
                .filter(RankHeap::closed)
                .map(Finding::answer)
                .toList();
    }

    private static Outlook open(@Nullable LocalDate until, LocalDate day, List<Finding> findings) {
        var missing = findings.stream()
                .filter(RankHeap::decides)
                .flatMap(each -> Gap.of(each.answer()).stream())
                .filter(each -> each.conclusion() == null)
                .map(Gap::what)
                .distinct()
                .toList();
        return new Outlook(until, null, false, List.of(), day, missing, false);
    }

    private Outlook reached(
            Ahead ahead, Card person, Rank target, @Nullable LocalDate until, LocalDate day, RankHeap heap) {
        boolean alone = RankHeap.of(rising(ahead.on(day, false), person, target)) == heap;
        return new Outlook(
                until,
                day,
                heap == RankHeap.AWAITING,
                alone ? List.of() : ahead.assumed(day),
                null,
                List.of(),
                retired(person, day));
    }

    private static boolean retired(Card person, LocalDate day) {
        var due = Retirement.of(
                person.who().sex(),
                person.who().birth(),
                person.level() == null ? null : person.level().level(),
                person.experience().titles());
        return due != null && due.latest().isBefore(YearMonth.from(day));
    }
}
