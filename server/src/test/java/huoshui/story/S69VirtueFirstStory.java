package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.rule.Answer;
import huoshui.rule.Effect;
import huoshui.rule.Finding;
import huoshui.rule.Occasion;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import huoshui.rule.Speaks;
import huoshui.rule.sweep.Outlook;
import huoshui.rule.sweep.Precedence;
import huoshui.rule.sweep.RankHeap;
import huoshui.rule.sweep.Swept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("S69 德才兼备、以德为先：德的关口先看，未过的关口任何权重都抵不了")
class S69VirtueFirstStory {

    static final AsOf AT = new AsOf(LocalDate.of(2026, 6, 30), 1);
    static final int WEIGHTINGS = Boolean.getBoolean("huoshui.long") ? 100_000 : 5_000;
    static final int PEOPLE = 8;

    final List<Provision> clauses;
    final List<Card> cards;

    S69VirtueFirstStory(@Autowired Rulebook rulebook) {
        clauses = rulebook.book().inForce(AT.valid()).stream()
                .filter(each -> each.scope().subject() == Speaks.PERSON)
                .filter(each -> each.scope().occasions().contains(Occasion.RANK_PROMOTION))
                .toList();
        cards = IntStream.range(0, PEOPLE).mapToObj(S69VirtueFirstStory::card).toList();
    }

    /** What clauses found of somebody, and what a weighting makes of the preferences among it. */
    record Found(Swept swept, List<Finding> findings) {

        double weighed(Map<String, Double> weights) {
            double sum = 0;
            for (var each : findings)
                if (each.outcome() == Outcome.PREFERRED)
                    sum += weights.getOrDefault(each.provision().code(), 0.0);
            return sum;
        }
    }

    @Test
    void noWeightingPutsWhoIsBarredOrLackingBeforeWhoIsClearNorTurnsAVerdict() {
        long seed = Seeds.next();
        System.out.println("weightings: seed " + seed);
        // Each draws from a seed of its own, so that several threads draw the same as one.
        int overturned = IntStream.range(0, WEIGHTINGS)
                .parallel()
                .map(trial -> overturned(seed, trial, new Random(seed ^ trial * 0x9E37_79B9_7F4A_7C15L)) ? 1 : 0)
                .sum();
        assertThat(overturned).as("weights alone would have ordered otherwise").isPositive();
    }

    /** Whether weights alone would have ordered these people otherwise. */
    private boolean overturned(long seed, int trial, Random random) {
        var weights = weights(random);
        var people = IntStream.range(0, PEOPLE)
                .mapToObj(each -> found(cards.get(each), random))
                .toList();
        var wishes = new IdentityHashMap<Swept, Double>();
        people.forEach(each -> wishes.put(each.swept(), each.weighed(weights)));
        var wish = Comparator.<Swept, Double>comparing(wishes::get).reversed();
        var order = people.stream()
                .map(Found::swept)
                .sorted(Precedence.within(wish))
                .toList();

        assertThat(order).as("seed %d, trial %d", seed, trial).isSortedAccordingTo(Comparator.comparing(Swept::heap));
        for (int i = 1; i < order.size(); i++)
            if (order.get(i).heap() == order.get(i - 1).heap())
                assertThat(order.get(i - 1).gate() && !order.get(i).gate())
                        .as("seed %d, trial %d: a closed gate comes after an open one", seed, trial)
                        .isFalse();
        for (var each : people)
            assertThat(RankHeap.of(reversed(each.findings())))
                    .as("seed %d, trial %d: no preference turns a verdict", seed, trial)
                    .isEqualTo(each.swept().heap());
        return !people.stream().map(Found::swept).sorted(wish).toList().equals(order);
    }

    @Test
    void aClosedGateIsBarredHoweverManyPreferencesStandBesideIt() {
        var findings = new ArrayList<Finding>();
        for (var each : clauses) {
            boolean gate = each.code().equals("ZJ-21-3");
            boolean good = gate || each.effect() == Effect.PREFERS || each.effect() == Effect.REQUIRES;
            findings.add(finding(each, good ? Verdict.MET : Verdict.NOT_MET));
        }
        assertThat(findings.stream().filter(each -> each.outcome() == Outcome.PREFERRED))
                .hasSizeGreaterThan(5);
        assertThat(RankHeap.of(findings)).isEqualTo(RankHeap.BARRED);
    }

    @Test
    void whatIsOpenAtTheGateIsNeverTakenForAnOpenGate() {
        var findings = clauses.stream()
                .map(each -> finding(
                        each,
                        each.code().equals("ZJ-21-2")
                                ? Verdict.UNKNOWN
                                : each.effect() == Effect.BARS ? Verdict.NOT_MET : Verdict.MET))
                .toList();
        assertThat(RankHeap.of(findings)).isEqualTo(RankHeap.UNKNOWN);
    }

    private Found found(Card card, Random random) {
        var findings = new ArrayList<Finding>();
        boolean wellMeant = random.nextBoolean();
        for (var each : clauses) {
            var good = each.effect() == Effect.BARS ? Verdict.NOT_MET : Verdict.MET;
            boolean decides = each.effect() == Effect.BARS || each.effect() == Effect.REQUIRES;
            boolean fine = decides && random.nextInt(100) < (wellMeant ? 99 : 80);
            findings.add(finding(each, fine ? good : Verdict.values()[random.nextInt(3)]));
        }
        boolean gate = findings.stream()
                .anyMatch(each -> each.provision().virtue()
                        && (each.outcome() == Outcome.BARRED || each.outcome() == Outcome.LACKING));
        var none = new Outlook(null, null, false, List.of(), null, List.of(), false);
        return new Found(new Swept(card, null, null, RankHeap.of(findings), gate, false, none, null), findings);
    }

    private Map<String, Double> weights(Random random) {
        var weights = new HashMap<String, Double>();
        for (var each : clauses)
            if (each.effect() == Effect.PREFERS)
                weights.put(each.code(), random.nextGaussian() * Math.pow(10, random.nextInt(12)));
        return weights;
    }

    private static List<Finding> reversed(List<Finding> findings) {
        return findings.stream()
                .map(each -> each.provision().effect() == Effect.PREFERS
                        ? finding(each.provision(), each.verdict().negated())
                        : each)
                .toList();
    }

    private static Finding finding(Provision clause, Verdict verdict) {
        return new Finding(
                new Subject.Person(new UUID(0, 1)),
                clause,
                new Answer.Said(verdict, "", verdict == Verdict.UNKNOWN ? "档案无记录" : ""),
                AT);
    }

    private static Card card(int number) {
        var id = new UUID(7, number);
        var identity = new Identity("人" + number, "男", PartialDate.month(1980, 2), "汉族", null, null, null);
        var line = new Line(
                UUID.randomUUID(), id, "identity", identity, Span.since(PartialDate.month(1980, 2)), 1, Long.MAX_VALUE);
        return City.of(AT, List.of(line), Surroundings.NONE).find(id).orElseThrow();
    }
}
