package huoshui.dossier.search;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.TestClock;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Merges;
import huoshui.dossier.city.Cities;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The city in memory and the dossiers in the ledger answer every condition alike, at whatever clocks. */
@RoomTest
class EvaluationTests {

    private static final int CITIES = 4;
    private static final int CONDITIONS = 60;

    private final Actor clerk = new Actor(UUID.randomUUID());
    private final Dossiers dossiers;
    private final Merges merges;
    private final Subjects subjects;
    private final Cities cities;
    private final Criteria criteria;
    private final Acts acts;
    private final TransactionTemplate transaction;

    EvaluationTests(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Merges merges,
            @Autowired Subjects subjects,
            @Autowired Cities cities,
            @Autowired Criteria criteria,
            @Autowired Acts acts,
            @Autowired PlatformTransactionManager transactions) {
        ((TestClock) clock).goTo(TestClock.FIRST_DAY);
        this.dossiers = dossiers;
        this.merges = merges;
        this.subjects = subjects;
        this.cities = cities;
        this.criteria = criteria;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void aConditionMeansInMemoryWhatItMeansInTheLedger() {
        long seed = Seeds.next();
        var random = new Random(seed);
        var everybody = new ArrayList<UUID>();
        for (int i = 0; i < CITIES; i++) {
            everybody.addAll(new Crowd(random.nextLong()).settle(dossiers, subjects, transaction, acts, 12, 6));
            disturb(everybody, random);
            var at =
                    new AsOf(LocalDate.of(2005, 1, 1).plusDays(random.nextInt(8500)), 1 + random.nextLong(acts.head()));
            for (int k = 0; k < CONDITIONS; k++) same(NaiveAnswers.condition(random, 0), everybody, at, seed);
        }
    }

    /** Some lines are corrected, ended or cancelled, and two dossiers turn out to be one person. */
    private void disturb(List<UUID> everybody, Random random) {
        for (int i = 0; i < 6; i++) {
            var person = new Subject.Person(everybody.get(random.nextInt(everybody.size())));
            var facts = dossiers.known(person, acts.head());
            var fact = facts.get(random.nextInt(facts.size()));
            if (random.nextBoolean()) dossiers.cancel(clerk, fact.id(), "录错");
            else dossiers.correct(clerk, fact.id(), fact.content(), fact.valid(), "更正");
        }
        var from = new Subject.Person(everybody.get(random.nextInt(everybody.size())));
        var into = new Subject.Person(everybody.get(random.nextInt(everybody.size())));
        if (from.equals(into)
                || merges.target(from).isPresent()
                || merges.target(into).isPresent()) return;
        try {
            merges.merge(clerk, from, into, "同一人");
        } catch (Refusal twoPeople) {
            assertThat(twoPeople.code()).isEqualTo("two-id-numbers");
        }
    }

    private void same(Condition condition, List<UUID> everybody, AsOf at, long seed) {
        var city = cities.at(at);
        var query = Query.of(
                condition,
                new Occasion(city, words -> java.util.Set.of()),
                new Query.Reader(each -> true, true, criteria, all -> true));
        for (var id : everybody) {
            var card = city.find(id);
            if (card.isEmpty() || !card.get().id().equals(id)) continue;
            // Of two dossiers that are one person, the kept one speaks first.
            var facts = dossiers.known(new Subject.Person(id), at.known()).stream()
                    .sorted(Comparator.comparing(each -> !each.subject().equals(id)))
                    .toList();
            assertThat(query.verdict(card.get()))
                    .as("seed %d, %s at %s of %s", seed, condition, at, facts)
                    .isEqualTo(NaiveAnswers.evaluate(condition, facts, at.valid()));
        }
    }
}
