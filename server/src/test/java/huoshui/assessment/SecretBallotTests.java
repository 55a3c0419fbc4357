package huoshui.assessment;

import static huoshui.assessment.PollingPlace.heads;
import static huoshui.assessment.PollingPlace.people;
import static huoshui.assessment.PollingPlace.sheet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.Department;
import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.TestClock;
import huoshui.TestDatabases;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Signed;
import huoshui.door.DatabaseAddress;
import huoshui.dossier.Dossiers;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Secret ballots, attacked: whoever has the data folder's tables after the close and the list of those invited does no better than a
 * coin.
 */
@RoomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretBallotTests {

    static final boolean LONG = Boolean.getBoolean("huoshui.long");
    static final int TRIALS = LONG ? 10_000 : 400;
    static final int VOTERS = 40;
    static final String CLERK = "clerk";

    final Rounds rounds;
    final Slips slips;
    final Ballots ballots;
    final Closing closing;
    final Accounts accounts;
    final Acts acts;
    final TestClock clock;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final DatabaseAddress database;
    final Path keys;
    final Department house;
    final PollingPlace place;

    SecretBallotTests(
            @Autowired Rounds rounds,
            @Autowired Slips slips,
            @Autowired Ballots ballots,
            @Autowired Closing closing,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts,
            @Autowired TestClock clock,
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transaction,
            @Autowired DatabaseAddress database,
            @Value("${huoshui.keys}") Path keys) {
        this.rounds = rounds;
        this.slips = slips;
        this.ballots = ballots;
        this.closing = closing;
        this.accounts = accounts;
        this.acts = acts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.database = database;
        this.keys = keys;
        this.house = new Department(units, authorities, dossiers, accounts, grants);
        house.open(CLERK, "assessment-section");
        this.place = new PollingPlace(rounds, slips, accounts);
    }

    /** What an attacker makes of the tables: for each kept sheet of a round where it stands in some order. */
    record Order(String name, String sql) {}

    /** Every column and every place of a row that could carry an order, and chance itself. */
    static final List<Order> ORDERS = List.of(
            new Order("where the row stands", "order by ctid"),
            new Order("when the row was written", "order by xmin::text::bigint, cmin::text::bigint, ctid"),
            new Order("by id", "order by id"),
            new Order("by what is sealed", "order by marks"),
            new Order("by how long it is", "order by length(marks), ctid"));

    @Test
    void theAttackerOnTheTablesDoesNoBetterThanACoin() {
        long seed = Seeds.next();
        var random = new Random(seed);
        var right = new LinkedHashMap<String, Integer>();
        int trials = 0;
        while (trials < TRIALS) {
            var subject = house.person("测评对象" + trials, "市水务局副局长").id();
            var voters = IntStream.range(0, VOTERS).mapToObj(i -> "voter " + i).toList();
            var round = opened(subject, heads("peer", VOTERS));
            var answered = vote(round, subject, random);
            closing.close(clerk(), round, "均已答复");
            for (var order : ORDERS) {
                var guessed = guess(order, round, subject, voters);
                int hits = 0;
                for (int i = 0; i < VOTERS / 2; i++)
                    hits += hit(said(answered, "好").get(i), said(answered, "较好").get(i), guessed, random);
                right.merge(order.name(), hits, Integer::sum);
            }
            trials += VOTERS / 2;
        }
        // Four deviations of a coin beside what is promised, so that a fair coin passes; at 10,000 trials that is 0.02
        // in all.
        double most = LONG ? 0.52 : 0.52 + 4 * Math.sqrt(0.25 / trials);
        System.out.printf("secret ballots: seed %d, %d trials, right of them %s%n", seed, trials, right);
        for (var each : right.entrySet())
            assertThat(each.getValue() / (double) trials)
                    .as("seed %d: %s", seed, each.getKey())
                    .isLessThanOrEqualTo(most);
    }

    /** Everybody in the order of the list, each with a slip drawn from the pile: the worst that voters can do for themselves. */
    private Map<String, String> vote(UUID round, UUID subject, Random random) {
        var pile = new ArrayList<>(place.drawn(clerk(), round, "peer", transaction));
        Collections.shuffle(pile, random);
        var words = new ArrayList<>(Collections.nCopies(VOTERS / 2, "好"));
        words.addAll(Collections.nCopies(VOTERS / 2, "较好"));
        Collections.shuffle(words, random);
        var answered = new LinkedHashMap<String, String>();
        for (int i = 0; i < VOTERS; i++) {
            ballots.cast(pile.get(i), 0, List.of(sheet(subject, words.get(i), "没有", "")));
            answered.put("voter " + i, words.get(i));
        }
        return answered;
    }

    /** Who said so, in the order of the list: the n-th of one sort and the n-th of the other are a pair that differs. */
    private static List<String> said(Map<String, String> answered, String word) {
        return answered.entrySet().stream()
                .filter(each -> each.getValue().equals(word))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The attacker opens what the house itself could open, puts the sheets in some order and lays them beside the list. */
    private Map<String, String> guess(Order order, UUID round, UUID subject, List<String> voters) {
        var ids = jdbc.sql("select id from assessment.sheet where round = ? " + order.sql())
                .param(round)
                .query(UUID.class)
                .list();
        var marks = new HashMap<UUID, String>();
        sheets(round, subject)
                .forEach(each -> marks.put(
                        each.id(), String.valueOf(each.marks().get("P01").grade())));
        assertThat(ids).hasSize(VOTERS);
        var guessed = new HashMap<String, String>();
        for (int i = 0; i < ids.size(); i++) guessed.put(voters.get(i), String.valueOf(marks.get(ids.get(i))));
        return guessed;
    }

    /** Whose is whose, of one who said 好 and one who said 较好; a guess that says the same of both is a coin. */
    private static int hit(String good, String fair, Map<String, String> guessed, Random random) {
        if (String.valueOf(guessed.get(good)).equals(guessed.get(fair))) return random.nextBoolean() ? 1 : 0;
        return "好".equals(guessed.get(good)) ? 1 : 0;
    }

    @Test
    void afterTheCloseNoCodeNoKeyAndNoWordIsLeftInTablesFilesOrTheWriteAheadLog() throws IOException, SQLException {
        var subject = house.person("谢临川", "市水务局副局长").id();
        var round = opened(subject, heads("peer", 12));
        var codes = place.drawn(clerk(), round, "peer", transaction);
        var marker = "这是一段只此一处的事例文字其后有记号甲乙丙丁" + round;
        for (int i = 0; i < 9; i++)
            ballots.cast(codes.get(i), 0, List.of(sheet(subject, "好", i == 0 ? "偶有" : "没有", marker)));
        assertThat(count("assessment.ballot", round)).isEqualTo(9);
        assertThat(keys.resolve("rounds").resolve(round + ".key")).exists();

        closing.close(clerk(), round, "均已答复");

        assertThat(keys.resolve("rounds").resolve(round + ".key")).doesNotExist();
        assertThat(count("assessment.slip", round)).isZero();
        assertThat(count("assessment.ballot", round)).isZero();
        assertThat(count("assessment.sheet", round)).isEqualTo(9);
        assertThat(jdbc.sql("select pg_relation_size('assessment.ballot') + pg_relation_size('assessment.slip')")
                        .query(Long.class)
                        .single())
                .as("no page of the box is left")
                .isZero();
        assertThat(jdbc.sql("select count(distinct xmin::text) from assessment.sheet where round = ?")
                        .param(round)
                        .query(Long.class)
                        .single())
                .as("written by one transaction")
                .isEqualTo(1);
        try (var connection = TestDatabases.superuser(database).connect();
                var statement = connection.createStatement()) {
            for (var said : List.of(marker, codes.getFirst(), codes.getFirst().replace("-", "")))
                try (var rows = statement.executeQuery("""
                        select count(*) from (select name, size from pg_ls_waldir() order by modification desc limit 4) f
                        where position(convert_to('%s', 'UTF8') in pg_read_binary_file('pg_wal/' || name)) > 0""".formatted(said))) {
                    rows.next();
                    assertThat(rows.getLong(1))
                            .as("in the write-ahead log: " + said)
                            .isZero();
                }
        }
    }

    @Test
    void noTableSaysWhenOrByWhomABallotWasHandedIn() {
        assertThat(jdbc.sql("""
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema = 'assessment' and table_name in ('slip', 'ballot', 'sheet', 'instance', 'count')
                          and (data_type like '%time%' or data_type = 'date' or data_type = 'bigint')""").query(String.class).list()).isEmpty();
        var subject = house.person("江听澜", "市水务局副局长").id();
        var round = opened(subject, heads("peer", 6));
        place.drawn(clerk(), round, "peer", transaction);
        assertThat(jdbc.sql("select count(*) from assessment.slip where round = ? and person is not null")
                        .param(round)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aBallotIsAsLongAsTheNextWhateverItSays() {
        var subject = house.person("温予安", "市水务局副局长").id();
        var round = opened(subject, heads("peer", 6));
        var codes = place.drawn(clerk(), round, "peer", transaction);
        ballots.cast(codes.get(0), 0, List.of(sheet(subject, "好", "没有", "")));
        ballots.cast(codes.get(1), 0, List.of(sheet(subject, "较好", "没有", "")));
        assertThat(jdbc.sql("select count(distinct length(sealed)) from assessment.ballot where round = ?")
                        .param(round)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyStandsInTwoGroupsAndNoPopulationIsAskedTwiceButForOneToFour() {
        var subject = house.person("许清和", "市水务局副局长").id();
        var people = IntStream.range(0, 12)
                .mapToObj(i -> house.person("测评主体" + i, "市水务局科员").id())
                .toList();
        var today = acts.today();
        refused(
                "voice-twice",
                () -> rounds.open(
                        clerk(),
                        place.special(
                                today,
                                List.of(subject),
                                List.of(people("peer", people), people("masses", people.subList(0, 1))),
                                Confidentiality.SECRET)));
        refused(
                "judges-self",
                () -> rounds.open(
                        clerk(),
                        place.special(
                                today,
                                List.of(subject),
                                List.of(people("peer", List.of(subject))),
                                Confidentiality.SECRET)));
        var first = place.special(today, List.of(subject), List.of(people("peer", people)), Confidentiality.SECRET);
        rounds.open(clerk(), first);
        for (int fewer = 1; fewer <= 4; fewer++) {
            var rest = people.subList(fewer, people.size());
            refused(
                    "too-alike",
                    () -> rounds.open(
                            clerk(),
                            place.special(
                                    today, List.of(subject), List.of(people("peer", rest)), Confidentiality.SECRET)));
        }
        var others = new ArrayList<>(people.subList(11, 12));
        for (int i = 0; i < 5; i++)
            others.add(house.person("另外主体" + i, "市水务局科员").id());
        refused(
                "too-alike",
                () -> rounds.open(
                        clerk(),
                        place.special(
                                today,
                                List.of(subject),
                                List.of(people("peer", people.subList(0, 11)), people("masses", others)),
                                Confidentiality.SECRET)));
        rounds.open(clerk(), first);
        rounds.open(
                clerk(),
                place.special(
                        today,
                        List.of(subject),
                        List.of(people("peer", people.subList(5, 12))),
                        Confidentiality.SECRET));
    }

    @Test
    void aConfidentialRoundKnowsWhoIsMissingUntilTheCloseAndANamedOneKeepsTheName() {
        var subject = house.person("宋怀瑾", "市水务局副局长").id();
        var people = IntStream.range(0, 6)
                .mapToObj(i -> house.person("具名者" + i, "市水务局科员").id())
                .toList();
        for (var how : List.of(Confidentiality.CONFIDENTIAL, Confidentiality.NAMED)) {
            var round = rounds.open(
                            clerk(),
                            begun(place.special(acts.today(), List.of(subject), List.of(people("peer", people)), how)))
                    .id();
            var codes = place.drawn(clerk(), round, "peer", transaction);
            assertThat(codes).as("one for each").hasSize(6);
            assertThat(slips.missing(rounds.require(clerk(), round))).hasSize(6);
            for (int i = 0; i < 5; i++) ballots.cast(codes.get(i), 0, List.of(sheet(subject, "好", "没有", "")));
            assertThat(slips.missing(rounds.require(clerk(), round))).hasSize(1);
            closing.close(clerk(), round, "均已答复");
            long named = jdbc.sql("select count(*) from assessment.sheet where round = ? and person is not null")
                    .param(round)
                    .query(Long.class)
                    .single();
            assertThat(named).isEqualTo(how == Confidentiality.NAMED ? 5 : 0);
            assertThat(slips.missing(rounds.require(clerk(), round))).isEmpty();
        }
    }

    @Test
    void codesAreNotMadeAgainOnceTheRoundHasBegun() {
        var subject = house.person("叶知秋", "市水务局副局长").id();
        var later = rounds.open(
                        clerk(),
                        place.special(
                                acts.today(), List.of(subject), List.of(heads("peer", 6)), Confidentiality.SECRET))
                .id();
        var first = place.drawn(clerk(), later, "peer", transaction);
        assertThat(place.drawn(clerk(), later, "peer", transaction))
                .doesNotContainAnyElementsOf(first)
                .hasSize(7);
        assertThat(count("assessment.slip", later)).isEqualTo(7);
        var round = opened(subject, heads("superior", 6));
        place.drawn(clerk(), round, "superior", transaction);
        refused("begun", () -> place.drawn(clerk(), round, "superior", transaction));
    }

    @Test
    void aKeyThatIsGoneLeavesNothingButAnnulment() throws IOException {
        var subject = house.person("林见微", "市水务局副局长").id();
        var round = opened(subject, heads("peer", 6));
        place.drawn(clerk(), round, "peer", transaction);
        Files.delete(keys.resolve("rounds").resolve(round + ".key"));
        refused("no-round-key", () -> closing.close(clerk(), round, "均已答复"));
        closing.annul(clerk(), round, "由备份恢复，票钥不在");
        assertThat(rounds.require(clerk(), round).ending()).isNotNull();
    }

    @Test
    void noBallotThatWasTakenIsLostWhenTheRoundClosesMeanwhile() throws InterruptedException {
        var subject = house.person("高望舒", "市水务局副局长").id();
        var round = opened(subject, heads("peer", 60));
        var codes = place.drawn(clerk(), round, "peer", transaction);
        var taken = new AtomicInteger();
        var done = new CountDownLatch(60);
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 60; i++) {
                var code = codes.get(i);
                threads.execute(() -> {
                    try {
                        ballots.cast(code, 0, List.of(sheet(subject, "好", "没有", "")));
                        taken.incrementAndGet();
                    } catch (Refusal late) {
                        assertThat(late.code()).isEqualTo("no-such-code");
                    } finally {
                        done.countDown();
                    }
                });
            }
            while (taken.get() < 20 && done.getCount() > 0) Thread.onSpinWait();
            closing.close(clerk(), round, "提前截止");
            done.await();
        }
        assertThat(taken.get()).isGreaterThanOrEqualTo(20);
        assertThat(count("assessment.sheet", round)).isEqualTo(taken.get());
    }

    @Test
    void whatAStopLeftUndoneIsDoneAtTheNextStart() {
        var subject = house.person("程砚之", "市水务局副局长").id();
        var round = opened(subject, heads("peer", 6));
        closing.annul(clerk(), round, "名单有误");
        assertThat(roundKeys.unswept()).isEmpty();

        roundKeys.make(round);
        closing.finish();
        assertThat(roundKeys.held()).as("stopped before the key was destroyed").doesNotContain(round);

        roundKeys.make(round);
        roundKeys.destroy(round);
        var before = boxFile();
        assertThat(roundKeys.unswept())
                .as("stopped before the tables were written anew")
                .containsExactly(round);
        closing.finish();
        assertThat(boxFile()).as("written anew").isNotEqualTo(before);
        assertThat(roundKeys.unswept()).isEmpty();
        closing.finish();
    }

    private String boxFile() {
        return jdbc.sql("select pg_relation_filenode('assessment.ballot')::text")
                .query(String.class)
                .single();
    }

    @Test
    void aKeyWithoutItsRoundIsSweptAwayAndOneOfARunningRoundStays() throws IOException {
        var subject = house.person("苏望远", "市水务局副局长").id();
        var running = opened(subject, heads("peer", 6));
        var stray = UUID.randomUUID();
        roundKeys.make(stray);
        var draft = Files.writeString(keys.resolve("rounds").resolve(stray + ".key.1-1"), "an unfinished key");
        closing.finish();
        assertThat(roundKeys.held()).contains(running).doesNotContain(stray);
        assertThat(draft).doesNotExist();

        var held = roundKeys.held();
        transaction.executeWithoutResult(is -> {
            opened(subject, heads("peer", 7));
            is.setRollbackOnly();
        });
        assertThat(roundKeys.held()).as("what came to nothing leaves no key").isEqualTo(held);
        assertThat(roundKeys.unswept()).isEmpty();
    }

    @Autowired
    RoundKeys roundKeys;

    private List<Tally.Sheet> sheets(UUID round, UUID subject) {
        return tallies.sheets(round, subject);
    }

    @Autowired
    TallyTable tallies;

    /** One that has begun already. */
    private UUID opened(UUID subject, OpenRound.Group group) {
        return rounds.open(
                        clerk(),
                        begun(place.special(acts.today(), List.of(subject), List.of(group), Confidentiality.SECRET)))
                .id();
    }

    private OpenRound begun(OpenRound is) {
        return new OpenRound(
                is.instrument(),
                is.title(),
                is.occasion(),
                is.confidentiality(),
                acts.today().atTime(8, 0),
                is.closes(),
                is.basis(),
                is.subjects(),
                is.groups());
    }

    private @org.jspecify.annotations.Nullable Signed signed;

    private Signed clerk() {
        if (signed == null) signed = place.signed(CLERK);
        return signed;
    }

    private long count(String table, UUID round) {
        return jdbc.sql("select count(*) from " + table + " where round = ?")
                .param(round)
                .query(Long.class)
                .single();
    }

    private static void refused(String code, Runnable doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
