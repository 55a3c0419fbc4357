package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Purposes;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.audit.Verification;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.JournaledReadings;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@DisplayName("B06 每一次写入、每一次查阅密章都留痕，改、删、插、换、截都查得出")
class B06JournalStory {

    static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    Dossiers dossiers;

    @Autowired
    Journal journal;

    @Autowired
    Verification verification;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Purposes purposes;

    @Autowired
    JournaledReadings readings;

    @Value("${huoshui.data}")
    Path data;

    Subject.Person zhang = new Subject.Person(UUID.randomUUID());

    @BeforeEach
    void someFacts() {
        zhang = dossiers.open();
        dossiers.record(clerk, zhang, PostHeld.of("县水务局科员"), Span.since(DAY), "档案");
        var post = dossiers.record(clerk, zhang, PostHeld.of("县水务局副局长"), Span.since(DAY.plusYears(2)), "档案");
        dossiers.end(clerk, post.id(), DAY.plusYears(4), "免职文件");
        dossiers.record(clerk, zhang, kin("赵示例"), Span.since(DAY), "任免表");
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    static FamilyMember kin(String name) {
        return new FamilyMember(1, "妻子", name, null, null, "示例小学教师", null);
    }

    @Test
    void readingASealedChapterNeedsAPurposeAndIsJournaled() {
        assertThatThrownBy(() -> dossiers.read(clerk, zhang, Chapter.FAMILY, acts.now()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("purpose-required"));

        var read = dossiers.read(clerk.because(new Purpose("P04")), zhang, Chapter.FAMILY, acts.now());

        assertThat(read).hasSize(1);
        var newest = journal.page(new JournalQuery(null, zhang.id(), null, null, null, null, 1))
                .getFirst();
        assertThat(newest.verb()).isEqualTo(Verb.READ);
        assertThat(newest.purpose()).isEqualTo("P04");
        assertThat(newest.chapter()).isEqualTo(Chapter.FAMILY);
    }

    @Test
    void aHeadThatCouldNotBeWrittenDownIsWrittenAsSoonAsItCanBeThoughNothingElseIsWritten() throws Exception {
        var file = data.resolve("checkpoints.log");
        var aside = data.resolve("checkpoints.aside");
        Files.move(file, aside);
        Files.createDirectory(file);
        dossiers.record(clerk, zhang, PostHeld.of("县水务局局长"), Span.since(DAY.plusYears(5)), "任职文件");
        Thread.sleep(300);
        Files.delete(file);
        Files.move(aside, file);

        long head = journal.page(new JournalQuery(null, null, null, null, null, null, 1))
                .getFirst()
                .number();
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Files.readString(file).contains("\n" + head + " ") && System.nanoTime() < until) Thread.sleep(100);
        assertThat(Files.readString(file)).contains("\n" + head + " ");
    }

    @Test
    void whatCannotBeJournaledDoesNotHappen() {
        broken("alter table audit.entry rename to entry_gone", "alter table audit.entry_gone rename to entry", () -> {
            assertThatThrownBy(() -> dossiers.record(clerk, zhang, PostHeld.of("不应写入"), Span.since(DAY), "档案"))
                    .isInstanceOf(RuntimeException.class);
        });

        assertThat(dossiers.history(zhang)).noneMatch(each -> each.content().equals(PostHeld.of("不应写入")));
    }

    @Test
    void aReadingOfManyLetsOthersWriteBetweenAndIsNotBegunBeforeAllOfItIsJournaled() {
        var reader = clerk.because(new Purpose("P04"));
        var lines = Stream.generate(UUID::randomUUID)
                .limit(4500)
                .map(each -> new Auditable.Line(Verb.READ, each, Chapter.FAMILY, null, new byte[] {1}))
                .toList();
        long before = head();
        readings.announce(reader, lines);
        assertThat(count("count(*)", before)).isEqualTo(4500);
        assertThat(count("count(distinct xmin::text)", before))
                .as("whoever writes waits for one of these")
                .isEqualTo(3);
        assertThat(verification.verify(null).ok()).isTrue();

        long half = head() + 2500;
        broken(
                "alter table audit.entry add constraint half check (number < %d) not valid".formatted(half),
                "alter table audit.entry drop constraint half",
                () -> assertThatThrownBy(() -> readings.announce(reader, lines)).isInstanceOf(RuntimeException.class));
        assertThat(head()).as("told of more than was read, never of less").isEqualTo(half - 500);
        assertThat(verification.verify(null).ok()).isTrue();
    }

    private long head() {
        return count("max(number)", 0);
    }

    private long count(String what, long after) {
        return jdbc.sql("select %s from audit.entry where number > ?".formatted(what))
                .param(after)
                .query(Long.class)
                .single();
    }

    @Test
    void aPurposeIsACodeSoNoWordsStandInTheJournal() {
        assertThatThrownBy(() -> new Purpose("给张某某看病历")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> purposes.stated("给张某某看病历"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-purpose"));
        assertThatThrownBy(() -> purposes.stated("S02"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("unknown-purpose"));
        assertThatThrownBy(() -> jdbc.sql("""
                                insert into audit.entry select (select max(number) + 1 from audit.entry), at, actor, '随便写的话', verb,
                                  subject, chapter, act, salt, digest, link from audit.entry where number = 1""").update()).hasMessageContaining("purpose_is_a_code");
        assertThat(purposes.words("P04")).isEqualTo("回避与亲属关系核查");
    }

    @Test
    void noPersonalValueStandsInTheJournal() {
        var text = jdbc.sql("select string_agg(entry::text, '') from audit.entry")
                .query(String.class)
                .single();

        assertThat(text).doesNotContain("赵示例", "水务局");
    }

    @Test
    void verifyingDisturbsNobodyWhoWritesMeanwhileAndIsNotDisturbed() throws InterruptedException {
        var done = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                var post = dossiers.record(clerk, zhang, PostHeld.of("县水务局科员"), Span.since(DAY), "档案");
                dossiers.cancel(clerk, post.id(), "录错");
            }
        });
        try {
            for (int i = 0; i < 15; i++)
                assertThat(verification.verify(null).firstBad()).isNull();
        } finally {
            done.set(true);
            writer.join();
        }
    }

    @Test
    void anEditedEntryIsFound() {
        found("update audit.entry set actor = gen_random_uuid() where number = 2", "链值不符");
    }

    @Test
    void aRemovedEntryIsFound() {
        found("delete from audit.entry where number = 2", "序号不连续");
    }

    @Test
    void anInsertedOrForkedEntryIsFound() {
        found("""
                insert into audit.entry select (select max(number) + 1 from audit.entry), at, actor, purpose, verb, subject,
                  chapter, null, salt, digest, link from audit.entry where number = 1""", "链值不符");
    }

    @Test
    void entriesThatChangedPlacesAreFound() {
        found("""
                update audit.entry a set (at, actor, verb, subject, chapter, act, salt, digest, link) =
                  (select b.at, b.actor, b.verb, b.subject, b.chapter, b.act, b.salt, b.digest, b.link from audit.entry b
                   where b.number = case a.number when 2 then 3 else 2 end) where a.number in (2, 3)""", "链值不符");
    }

    @Test
    void aJournalCutBackBelowACheckpointIsFound() throws Exception {
        awaitCheckpoint();
        found("delete from audit.entry where number = (select max(number) from audit.entry)", "被截短");
    }

    @Test
    void aHeadKeptElsewhereIsHeldAgainstTheJournal() {
        var head = journal.page(new JournalQuery(null, null, null, null, null, null, 1))
                .getFirst();
        var kept = head.number() + ":" + java.util.HexFormat.of().formatHex(head.link());

        assertThat(verification.verify(kept).ok()).isTrue();
        assertThat(verification.verify(kept.replaceFirst(":..", ":00")).ok()).isFalse();
        assertThatThrownBy(() -> verification.verify("昨天的")).hasMessageContaining("序号:链值");
    }

    @Test
    void anEditedFactIsFound() {
        found("update dossier.fact set body = '{\"text\":\"县水务局局长\"}' where kind = 'post'", "与其摘要不符");
    }

    @Test
    void aMovedDateIsFound() {
        found("update dossier.fact set valid = daterange('2001-01-01', null) where kind = 'family'", "与留痕不符");
    }

    @Test
    void aRemovedFactIsFound() {
        found("delete from dossier.fact where kind = 'family'", "不见了");
    }

    @Test
    void anInsertedFactIsFound() {
        found("""
                insert into dossier.fact (id, subject, kind, slot, chapter, body_version, body, valid, start_precision,
                  end_precision, basis, exclusive, known_from, known_to, salt, body_digest)
                select gen_random_uuid(), subject, kind, slot, chapter, body_version, body, valid, start_precision, end_precision,
                  basis, exclusive, known_from, known_to, salt, body_digest from dossier.fact where kind = 'family'""", "与留痕不符");
    }

    @Test
    void aSupersededFactBroughtBackIsFound() {
        found("update dossier.fact set known_to = null where known_to is not null", "与留痕不符");
    }

    @Test
    void aFactEmptiedWithoutADecisionIsFound() {
        found(
                "update dossier.fact set body = null, salt = null, basis = '', erased = known_from where kind = 'family'",
                "无相应留痕");
    }

    /** Does this to the database behind the program's back, expects it to be found, and puts everything back. */
    private void found(String tampering, String reason) {
        run("create table audit.saved as table audit.entry");
        run("create table dossier.saved as table dossier.fact");
        try {
            transaction.executeWithoutResult(open -> {
                run("alter table audit.entry disable trigger user");
                run("alter table dossier.fact disable trigger user");
                run(tampering);
                run("alter table audit.entry enable trigger user");
                run("alter table dossier.fact enable trigger user");
            });
            var report = verification.verify(null);
            assertThat(report.ok()).isFalse();
            assertThat(report.firstBad()).isNotNull();
            assertThat(report.firstBad().reason()).contains(reason);
        } finally {
            run("truncate audit.entry, dossier.fact");
            run("insert into audit.entry table audit.saved");
            run("insert into dossier.fact table dossier.saved");
            run("drop table audit.saved, dossier.saved");
        }
        assertThat(verification.verify(null).ok()).isTrue();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private void broken(String breaking, String mending, Runnable meanwhile) {
        jdbc.sql(breaking).update();
        try {
            meanwhile.run();
        } finally {
            jdbc.sql(mending).update();
        }
    }

    private void awaitCheckpoint() throws IOException, InterruptedException {
        long head = journal.page(new JournalQuery(null, null, null, null, null, null, 1))
                .getFirst()
                .number();
        var file = data.resolve("checkpoints.log");
        for (int i = 0; i < 3_000; i++) {
            if (Files.exists(file) && Files.readAllLines(file).stream().anyMatch(each -> each.startsWith(head + " ")))
                return;
            Thread.sleep(Duration.ofMillis(20));
        }
        throw new AssertionError("no checkpoint of " + head);
    }

    @Test
    void aTornLastLineOfTheCheckpointFileIsForgiven() throws Exception {
        awaitCheckpoint();
        Files.writeString(data.resolve("checkpoints.log"), "99 ab", StandardOpenOption.APPEND);

        assertThat(verification.verify(null).ok()).isTrue();
    }
}
