package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.TestClock;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Crowd;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.ledger.Change;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("全员核查与逐人核查一致：记入新事实之后，留存的读数只补读变化的人")
class CensusTests {

    private static final Set<String> CHANGING = Set.of("rank", "level", "annual-grade", "post", "work-start");

    private final Dossiers dossiers;
    private final Subjects subjects;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final Examinations examinations;
    private final Random random = new Random(Seeds.next());
    private final List<UUID> everybody = new ArrayList<>();

    CensusTests(
            @Autowired Clock clock,
            @Autowired Dossiers dossiers,
            @Autowired Subjects subjects,
            @Autowired Acts acts,
            @Autowired PlatformTransactionManager transactions,
            @Autowired Examinations examinations) {
        ((TestClock) clock).goTo(LocalDate.of(2026, 6, 30));
        this.dossiers = dossiers;
        this.subjects = subjects;
        this.acts = acts;
        this.transaction = new TransactionTemplate(transactions);
        this.examinations = examinations;
    }

    @BeforeAll
    void aCrowd() {
        everybody.addAll(new Crowd(random.nextLong()).settle(dossiers, subjects, transaction, acts, 200, 6));
    }

    private static Signed allSeeing() {
        var all = new Role(
                "walk", "测", false, true, Set.of(Right.values()), Set.of(Chapter.values()), Set.of(Chapter.values()));
        var everywhere = Authority.everywhere(Set.of(ManagementCategory.values()), Authority.Mode.LEADS);
        var account = UUID.randomUUID();
        var sight = Sight.drawn(account, null, List.of(all), null, List.of(everywhere), Set.of());
        return new Signed(account, "keeper", "核查的人", null, false, sight, new Purpose("P01"));
    }

    @Test
    void everybodyAtOnceIsToldWhatEachIsToldAlsoAfterSomeHaveChanged() {
        for (var occasion : new Occasion[] {null, Occasion.RANK_PROMOTION, Occasion.STANDING}) alike(occasion);
        for (int i = 0; i < 4; i++) {
            change();
            alike(null);
            alike(Occasion.RANK_PROMOTION);
        }
    }

    private void alike(@Nullable Occasion occasion) {
        var request = new Examinations.Request(List.of(), null, List.of(), occasion, null, acts.now());
        var ready = examinations.ready(allSeeing(), request);
        assertThat(Census.worth(ready)).isTrue();
        var census = examinations.census(ready);
        int told = 0;
        for (var person : ready.people()) {
            var one = examinations.findings(ready, new Subject.Person(person.id())).stream()
                    .collect(Collectors.toMap(each -> each.provision().code(), Finding::verdict));
            for (int i = 0; i < ready.clauses().size(); i++)
                assertThat(census.verdict(i, census.place(person.id())))
                        .as("%s of %s on %s", ready.clauses().get(i).code(), person.id(), occasion)
                        .isEqualTo(one.get(ready.clauses().get(i).code()));
            told += one.size();
        }
        assertThat(told).isGreaterThan(ready.people().size());
        var counted = examinations.summary(ready).values().stream()
                .flatMap(each -> each.values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(counted).isEqualTo(told);
    }

    /** Three people are told something new, as far as nothing on record forbids it; one is new. */
    private void change() {
        for (int i = 0; i < 3; i++) {
            var person = everybody.get(random.nextInt(everybody.size()));
            for (var each : new Crowd(random.nextLong()).person(person, 3))
                if (each instanceof Change.Record<FactBody> record && CHANGING.contains(kind(record.body())))
                    tried(each);
        }
        everybody.addAll(new Crowd(random.nextLong()).settle(dossiers, subjects, transaction, acts, 1, 6));
    }

    private static String kind(FactBody body) {
        return huoshui.dossier.fact.FactKinds.ALL.of(body).code();
    }

    private void tried(Change<FactBody> change) {
        try {
            transaction.executeWithoutResult(status -> {
                acts.begin();
                dossiers.apply(new Actor(new UUID(0, 7)), List.of(change));
            });
        } catch (RuntimeException held) {
            // Nobody holds two ranks on one day.
            assertThat(held.getMessage()).isNotNull();
        }
    }
}
