package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Accounts;
import huoshui.access.Approvals;
import huoshui.access.Authority;
import huoshui.access.Authority.Mode;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.access.Staff;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.audit.Verification;
import huoshui.document.Blobs;
import huoshui.dossier.Attachments;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Erasures;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.RecordFact.Attached;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@DisplayName("抹除：须两人办理、写明依据；内容没有了，行与摘要还在，核验照样通过")
class ErasureStory {

    static final String GROUND = "E02";

    @Autowired
    Dossiers dossiers;

    @Autowired
    Erasures erasures;

    @Autowired
    Approvals approvals;

    @Autowired
    Verification verification;

    @Autowired
    Journal journal;

    @Autowired
    Blobs blobs;

    @Autowired
    Attachments attachments;

    @Autowired
    Roles roles;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @Nullable
    static Staff staff;

    Subject.Person zhang = new Subject.Person(UUID.randomUUID());
    UUID fact = UUID.randomUUID();

    @BeforeEach
    void aFactThatMayNoLongerBeKept() {
        zhang = dossiers.open();
        fact = dossiers.record(
                        new Actor(Ids.next()),
                        zhang,
                        new Contact("手机", "13900000000"),
                        Span.since(LocalDate.of(2020, 1, 1)),
                        "本人填报")
                .id();
    }

    @Test
    void nobodyErasesAlone() {
        var one = leader("cenwangshu");

        var asked = erasures.ask(one, zhang, List.of(fact), List.of(), GROUND);
        refused("approval-pending", () -> erasures.erase(one, asked.id()));
        assertThatThrownBy(() -> approvals.decide(one, asked.id(), true)).hasMessageContaining("不能复核自己");
        refused("no-erasure", () -> erasures.erase(leader("qilianyun"), asked.id()));
        approvals.decide(leader("qilianyun"), asked.id(), false);
        refused("approval-required", () -> erasures.erase(one, asked.id()));
    }

    @Test
    void theGroundIsOneOfTheLawAndNotOnesOwnWords() {
        var one = leader("cenwangshu");

        for (var words : List.of(" ", "领导要求", "P01", "E99"))
            refused("unknown-ground", () -> erasures.ask(one, zhang, List.of(fact), List.of(), words));
        refused("not-of-this-dossier", () -> erasures.ask(one, zhang, List.of(Ids.next()), List.of(), GROUND));
        refused("not-of-this-dossier", () -> erasures.ask(one, zhang, List.of(), List.of(), GROUND));
        refused("not-of-this-dossier", () -> erasures.ask(one, dossiers.open(), List.of(fact), List.of(), GROUND));
    }

    @Test
    void whatIsErasedIsGoneFromTheRowAndTheJournalStillVerifies() {
        var one = leader("cenwangshu");
        var asked = erasures.ask(one, zhang, List.of(fact), List.of(), GROUND);
        approvals.decide(leader("qilianyun"), asked.id(), true);

        erasures.erase(one, asked.id());

        var left = dossiers.history(zhang).stream()
                .filter(each -> each.id().equals(fact))
                .findFirst();
        assertThat(left).isPresent();
        assertThat(left.get().erased()).isTrue();
        assertThat(left.get().basis()).isEmpty();
        assertThat(jdbc.sql("select count(*) from dossier.fact where body::text like '%13900000000%' and subject = ?")
                        .param(zhang.id())
                        .query(Long.class)
                        .single())
                .isZero();
        var entry = journal.page(new JournalQuery(null, zhang.id(), null, Verb.ERASE, null, null, 1));
        assertThat(entry).singleElement().extracting(each -> each.purpose()).isEqualTo(GROUND);
        assertThat(verification.verify(null).firstBad()).isNull();
        refused("erased-already", () -> erasures.erase(one, asked.id()));
    }

    @Test
    void aPhotographGoesWithItsLastLine() {
        var one = leader("cenwangshu");
        var bytes = picture(zhang.id().hashCode());
        var digest = blobs.keep(bytes);
        var other = dossiers.open();
        var mine = photo(zhang, digest, bytes.length);
        var theirs = photo(other, digest, bytes.length);

        erased(one, zhang, mine);
        assertThat(blobs.find(digest)).as("another dossier still shows it").isPresent();
        erased(one, other, theirs);
        assertThat(blobs.find(digest)).isEmpty();
    }

    @Test
    void aPaperGoesWithTheLastLineThatNamesItSealedAsTheyAre() {
        var one = leader("cenwangshu");
        var bytes = picture(zhang.id().hashCode() + 1);
        var other = dossiers.open();
        var mine = attachments.attach(one.actor(), zhang, null, Chapter.HEALTH, "诊断证明.png", bytes, "原件扫描");
        var theirs = attachments.attach(one.actor(), other, null, Chapter.HEALTH, "诊断证明.png", bytes, "原件扫描");
        var digest = ((Attached) mine.content()).digest();

        erased(one, zhang, mine.id());
        assertThat(blobs.find(digest)).as("another dossier still has it").isPresent();
        erased(one, other, theirs.id());
        assertThat(blobs.find(digest)).isEmpty();
    }

    private static byte[] picture(int colour) {
        var image = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, colour);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return bytes.toByteArray();
    }

    private UUID photo(Subject.Person person, String digest, int size) {
        var photo = new Photo(digest, "image/png", size);
        return dossiers.record(new Actor(Ids.next()), person, photo, Span.since(LocalDate.of(2020, 1, 1)), "任免审批表")
                .id();
    }

    private void erased(Signed one, Subject.Person person, UUID line) {
        var asked = erasures.ask(one, person, List.of(line), List.of(), GROUND);
        approvals.decide(leader("qilianyun"), asked.id(), true);
        erasures.erase(one, asked.id());
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Staff staff() {
        if (staff == null) staff = new Staff(accounts, grants);
        return staff;
    }

    private Signed leader(String name) {
        var account = accounts.find(name)
                .or(() -> Optional.of(staff().open(name, null, null)))
                .orElseThrow()
                .id();
        var everything = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Mode.LEADS);
        var sight = Sight.drawn(account, null, List.copyOf(roles.all()), null, List.of(everything), java.util.Set.of());
        return new Signed(account, name, name, null, false, sight, null);
    }
}
