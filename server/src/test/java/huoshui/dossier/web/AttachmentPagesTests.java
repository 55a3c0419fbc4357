package huoshui.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Authority;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Reach;
import huoshui.access.Staff;
import huoshui.document.Blobs;
import huoshui.document.BlobsNamed;
import huoshui.document.PictureSize;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.RecordFact.Attached;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A photograph and papers by hand: looked into, refused where they act, read by chapter, and found by what they are. */
@ServerTest
@Import(AttachmentPagesTests.Everywhere.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentPagesTests {

    private static final Span ALWAYS = Span.since(PartialDate.month(1979, 5));
    private static final byte[] PAPER = "%PDF-1.4\n1 0 obj\n<< >>\nendobj\n".getBytes(StandardCharsets.US_ASCII);

    @TestConfiguration
    static class Everywhere {
        @Bean
        @Primary
        Reach everywhere() {
            return new Reach() {
                @Override
                public List<Authority> of(UUID homeUnit, LocalDate day) {
                    return List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS));
                }

                @Override
                public long version() {
                    return 1;
                }
            };
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Blobs blobs;

    @Autowired
    List<BlobsNamed> rooms;

    @Autowired
    JdbcClient jdbc;

    private Visitor clerk;
    private Subject.Person person;
    private String here;
    private UUID sanction;

    @BeforeAll
    void aDossier() {
        var staff = new Staff(accounts, grants);
        staff.open("paperclerk", Ids.next(), null, "information-section");
        clerk = new Visitor(port);
        clerk.signIn("paperclerk", Staff.PASSWORD);
        var by = Staff.by(staff.administrator);
        person = dossiers.open();
        here = "/api/v1/people/" + person.id();
        dossiers.record(
                by, person, new Identity("贺示川", "男", PartialDate.month(1979, 5), "汉族", null, null, null), ALWAYS, "测试");
        sanction = dossiers.record(by, person, new Sanction("警告", null, null, null, null, null, null), ALWAYS, "测试")
                .id();
    }

    private static byte[] picture(String format, int width, int colour) {
        var image = new BufferedImage(width, width * 4 / 3, BufferedImage.TYPE_INT_RGB);
        image.setRGB(1, 1, colour);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException never) {
            throw new AssertionError(never);
        }
        return bytes.toByteArray();
    }

    private Visitor.Answer photograph(byte[] bytes) {
        return clerk.put(
                here + "/photo", Map.of("content", Base64.getEncoder().encodeToString(bytes), "basis", "本人提供"));
    }

    private Visitor.Answer attach(byte[] bytes, @Nullable UUID fact, @Nullable String chapter) {
        var asked = new HashMap<String, Object>(Map.of(
                "content", Base64.getEncoder().encodeToString(bytes), "name", "C:\\扫描\\处分决定.pdf", "basis", "原件扫描"));
        if (fact != null) asked.put("fact", fact);
        if (chapter != null) asked.put("chapter", chapter);
        return clerk.post(here + "/attachments?purpose=P05", asked);
    }

    @Test
    void aPhotographReplacesTheOldOneAsACorrectionAndIsShownInTwoSizes() {
        var first = picture("png", 480, 1);
        assertThat(photograph(first).status()).isEqualTo(200);
        assertThat(photograph(first).code()).isEqualTo("same-photo");
        assertThat(photograph(picture("jpeg", 480, 2)).status()).isEqualTo(200);

        var lines = dossiers.history(person).stream()
                .filter(each -> each.body() instanceof Photo)
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.stream().filter(each -> each.superseded() == null))
                .singleElement()
                .satisfies(
                        each -> assertThat(((Photo) each.content()).mediaType()).isEqualTo("image/jpeg"));
        var now = lines.stream()
                .filter(each -> each.superseded() == null)
                .findFirst()
                .orElseThrow();
        for (var size : PictureSize.values())
            assertThat(blobs.find(((Photo) now.content()).digest(), size)).isPresent();
        assertThat(clerk.get(here + "/photo?size=small").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoPhotographIsRefusedAndNothingIsWritten() {
        var before = dossiers.history(person).size();
        var broken = picture("png", 200, 3);
        assertThat(photograph(new byte[0]).code()).isEqualTo("empty-file");
        assertThat(photograph(new byte[5 * 1024 * 1024 + 1]).code()).isEqualTo("file-too-large");
        assertThat(photograph(new byte[16 * 1024 * 1024]).status()).isEqualTo(413);
        assertThat(photograph(PAPER).code()).isEqualTo("not-a-picture");
        assertThat(photograph("<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("active-content");
        assertThat(photograph(java.util.Arrays.copyOf(broken, 40)).code()).isEqualTo("picture-broken");
        assertThat(clerk.put(
                                here + "/photo",
                                Map.of("content", Base64.getEncoder().encodeToString(broken)))
                        .code())
                .isEqualTo("incomplete");
        assertThat(dossiers.history(person)).hasSize(before);
    }

    @Test
    void ofWhoMayNotRecordAFileIsNotEvenReadToItsEnd() {
        var onlooker = new Visitor(port);
        onlooker.signIn("officer", Staff.PASSWORD);
        var large = Map.of("content", "A".repeat(5 * 1024 * 1024), "basis", "本人提供");
        assertThat(onlooker.put(here + "/photo", large).status()).isEqualTo(413);
        assertThat(onlooker.put(here + "/photo", Map.of("content", "AAAA", "basis", "本人提供"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPaperOfASealedFactIsReadForAPurposeAndSavedNeverShown() {
        var answer = attach(PAPER, sanction, null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("chapter").asString()).isEqualTo("SUPERVISION");
        var paper = answer.body().path("id").asString();
        var body = dossiers.fact(UUID.fromString(paper)).content();
        assertThat(((Attached) body).name()).isEqualTo("处分决定.pdf");
        assertThat(((Attached) body).fact()).isEqualTo(sanction);

        assertThat(clerk.get(here + "/attachments/" + paper).code()).isEqualTo("purpose-required");
        var opened = clerk.get(here + "/attachments/" + paper + "?purpose=P05");
        assertThat(opened.status()).isEqualTo(200);
        var heads = opened.raw().headers();
        assertThat(heads.firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(heads.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(heads.firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
        assertThat(opened.raw().body()).startsWith("%PDF");
        assertThat(jdbc.sql(
                                "select count(*) from audit.entry where verb = 'READ' and chapter = 'SUPERVISION' and subject = ?")
                        .param(person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(clerk.get(here + "/attachments/" + sanction + "?purpose=P05").code())
                .isEqualTo("no-fact");

        var digest = ((Attached) body).digest();
        assertThat(rooms.stream().flatMap(each -> each.among(List.of(digest)).stream()))
                .as("no sweep takes what a sealed line names")
                .contains(digest);
        assertThat(jdbc.sql("select count(*) from dossier.fact where body::text like ?")
                        .param("%" + digest + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatActsByItselfAndWhatBelongsToNoChapterIsRefused() {
        var script =
                "%PDF-1.4\n<< /OpenAction << /S /JavaScript /JS (app.alert) >> >>".getBytes(StandardCharsets.US_ASCII);
        assertThat(attach(script, null, "CAREER").code()).isEqualTo("active-content");
        assertThat(attach(new byte[] {1, 2, 3}, null, "CAREER").code()).isEqualTo("unknown-content");
        assertThat(attach(PAPER, null, null).code()).isEqualTo("incomplete");
        assertThat(attach(PAPER, Ids.next(), null).code()).isEqualTo("no-fact");
        assertThat(attach(PAPER, null, "POLITICAL").code()).isEqualTo("not-writable");
        assertThat(attach(PAPER, null, "CAREER").status()).isEqualTo(201);
        assertThat(clerk.post(here + "/facts", Map.of("kind", "attachment", "body", Map.of()))
                        .code())
                .isEqualTo("bad-kind");
    }
}
