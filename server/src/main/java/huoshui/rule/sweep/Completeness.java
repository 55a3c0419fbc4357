package huoshui.rule.sweep;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.Gap;
import huoshui.rule.Provision;
import huoshui.rule.Speaks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which missing facts leave how many clauses open over the people in sight, so that clerks know what to fill first. 缺项
 *
 * <p>All clauses about people are asked, each on its own occasion; what waits only for a post, level or rank to be named is not missing.
 * Clauses that read sealed chapters are asked for a stated purpose only.
 */
@Component
public class Completeness {

    private final Examinations examinations;
    private final PeopleSearch search;
    private final Recent<Gaps> recent;

    Completeness(Examinations examinations, PeopleSearch search, Recents recents) {
        this.examinations = examinations;
        this.search = search;
        this.recent = recents.kind();
    }

    /**
     * One thing that is missing. 缺项之一
     *
     * @param what what would settle it
     * @param by who concludes it; null for a fact
     * @param clauses codes of the clauses it leaves open
     * @param people whose dossiers lack it, each with how many clauses that leaves open
     */
    public record Lack(
            MissingKind kind, String what, @Nullable String by, Set<String> clauses, Map<Card, Integer> people) {

        /** How many answers it leaves open. */
        public int open() {
            return people.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Everything missing, what leaves most open first. 缺项一览
     *
     * @param people how many were asked about
     * @param sealed clauses not asked since no purpose was stated
     * @param withheld clauses not asked since the account does not read what they read
     */
    public record Gaps(
            List<Lack> lacks, int people, List<Provision> clauses, List<Provision> sealed, List<Provision> withheld) {}

    /** @throws Refusal {@code no-unit} */
    public Gaps of(Signed who, @Nullable UUID unit, AsOf at) {
        var all = examinations.ready(who, new Examinations.Request(List.of(), unit, List.of(), null, null, at));
        boolean stated = who.purpose() != null;
        var ready = all.only(each -> person(each) && (stated || !sealed(each)));
        var asked = Asked.by(who, at, ready.clauses(), unit);
        var known = recent.find(asked);
        if (known.isPresent()) {
            if (stated) examinations.announceAgain(who, ready);
            return seen(known.get(), search.view(who.sight())::sees);
        }
        if (stated) examinations.announce(who, ready);
        return recent.keep(
                asked,
                new Gaps(
                        lacks(ready),
                        ready.people().size(),
                        ready.clauses(),
                        stated
                                ? List.of()
                                : all.only(each -> person(each) && sealed(each)).clauses(),
                        all.withheld().stream().filter(Completeness::person).toList()));
    }

    private static boolean person(Provision clause) {
        return clause.scope().subject() == Speaks.PERSON;
    }

    private static boolean sealed(Provision clause) {
        return clause.chapters().stream().anyMatch(Chapter::sealed);
    }

    /** What is missing, by the words people read: gaps of two measures that say the same are one. */
    private record Missing(
            MissingKind kind, String what, @Nullable String by) {

        static Missing of(Gap gap) {
            var conclusion = gap.conclusion();
            return conclusion == null
                    ? new Missing(MissingKind.of(gap), gap.what(), null)
                    : new Missing(MissingKind.of(gap), conclusion.title(), conclusion.by());
        }
    }

    /** What is missing of one person, and the clauses each leaves open, a clause once. */
    private record Own(@Nullable Subject person, Map<Missing, Set<String>> missing) {}

    List<Lack> lacks(Examinations.Ready ready) {
        var lacks = new HashMap<Missing, Lack>();
        var cards = ready.people().stream()
                .collect(Collectors.<Card, Subject, Card>toMap(each -> new Subject.Person(each.id()), each -> each));
        examinations.run(
                ready,
                each -> each == Verdict.UNKNOWN,
                Completeness::own,
                own -> own.missing().forEach((is, clauses) -> {
                    var lack = lacks.computeIfAbsent(
                            is,
                            any -> new Lack(is.kind(), is.what(), is.by(), new TreeSet<>(), new IdentityHashMap<>()));
                    lack.clauses().addAll(clauses);
                    lack.people().put(cards.get(own.person()), clauses.size());
                }));
        return lacks.values().stream()
                .sorted(Comparator.comparing((Lack each) -> each.kind() == MissingKind.CONCLUSION)
                        .thenComparing(Comparator.comparingInt(Lack::open).reversed())
                        .thenComparing(Lack::what))
                .toList();
    }

    private static Own own(List<Finding> open) {
        var missing = new LinkedHashMap<Missing, Set<String>>();
        for (var each : open)
            for (var gap : gaps(each))
                missing.computeIfAbsent(Missing.of(gap), any -> new LinkedHashSet<>())
                        .add(each.provision().code());
        return new Own(open.isEmpty() ? null : open.getFirst().subject(), missing);
    }

    /** Nothing is missing of a dossier while nobody has said what somebody is considered for. */
    private static List<Gap> gaps(Finding finding) {
        var all = Gap.of(finding.answer());
        return all.stream().anyMatch(each -> each.what().startsWith("须先选定")) ? List.of() : all;
    }

    private static Gaps seen(Gaps gaps, Predicate<Card> sees) {
        var lacks = new ArrayList<Lack>();
        for (var each : gaps.lacks()) {
            var people = new IdentityHashMap<Card, Integer>();
            each.people().forEach((card, open) -> {
                if (sees.test(card)) people.put(card, open);
            });
            if (!people.isEmpty()) lacks.add(new Lack(each.kind(), each.what(), each.by(), each.clauses(), people));
        }
        return new Gaps(lacks, gaps.people(), gaps.clauses(), gaps.sealed(), gaps.withheld());
    }
}
