package huoshui.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.TestDump;
import huoshui.audit.Verification;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
@DisplayName("密存的事实：库里读不出，改了、换了查得出，按身份证号码仍找得到")
class SealedFactsTests {

    static final Span SINCE = Span.since(LocalDate.of(2021, 3, 1));

    /** One of each kind that is sealed, with words that stand nowhere else. */
    static final List<FactBody> SEALED = List.of(
            new IdNumber("110101199003070011"),
            new AnnualGrade(2023, "基本称职密存词", null),
            new Sanction("党内严重警告密存词", null, "示例纪委密存词", null, null, null, "违规密存词"),
            new HealthStatement("慢性病密存词"),
            new FamilyMember(1, "继父密存词", "赵密存词", null, null, "示例单位密存词", null),
            new PrintedText(Box.ANNUAL_GRADES, "二〇二三年基本称职密存词", false),
            new FormDraft(Map.of("reason", "理由密存词"), "来表原样密存词".repeat(200)));

    final Actor clerk = new Actor(UUID.randomUUID());

    @Autowired
    Dossiers dossiers;

    @Autowired
    Lookup lookup;

    @Autowired
    Verification verification;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Subject.Person zhang = new Subject.Person(UUID.randomUUID());

    @BeforeEach
    void somebodyWithSealedFacts() {
        zhang = dossiers.open();
        dossiers.record(clerk, zhang, new Identity("张未密", "男", null, null, null, null, null), SINCE, "档案");
        for (var each : SEALED) dossiers.record(clerk, zhang, each, SINCE, "处分决定文号密存词");
    }

    @Test
    void nothingSealedIsReadableInADumpOfTheWholeDatabase() {
        var dump = TestDump.of(jdbc);

        assertThat(dump).contains("张未密").doesNotContain("密存词", "110101199003070011");
    }

    @Test
    void whatIsReadIsWhatWasWrittenItsBasisToo() {
        var facts = dossiers.of(zhang, acts.now());

        assertThat(facts).extracting(each -> each.content()).containsAll(SEALED);
        assertThat(facts)
                .filteredOn(each -> SEALED.contains(each.content()))
                .extracting(each -> each.basis())
                .containsOnly("处分决定文号密存词");
    }

    @Test
    void anIdNumberIsFoundWithoutStandingInTheTable() {
        var found = lookup.byIdNumber(List.of("110101199003070011", "11010119900307002X"));

        assertThat(found).anySatisfy(each -> {
            assertThat(each.person()).isEqualTo(zhang.id());
            assertThat(each.idNumber()).isEqualTo("110101199003070011");
        });
        assertThat(lookup.byIdNumber(List.of("11010119900307002X"))).isEmpty();
    }

    @Test
    void aChangedCiphertextIsFoundByVerificationAndNotRead() {
        behindItsBack("""
                update dossier.fact set body = (regexp_replace(body::text, '"c":"....', '"c":"AAAA'))::json
                where kind = 'health' and subject = '%s'""".formatted(zhang.id()), "与其摘要不符");
    }

    @Test
    void twoSealedFactsThatChangedPlacesAreFoundEvenWithTheirDigests() {
        var li = dossiers.open();
        dossiers.record(clerk, li, new HealthStatement("健康"), SINCE, "体检");

        behindItsBack("""
                update dossier.fact a set (body, salt, body_digest) =
                  (select b.body, b.salt, b.body_digest from dossier.fact b
                   where b.kind = 'health' and b.subject = case a.subject when '%1$s' then '%2$s'::uuid else '%1$s'::uuid end)
                where a.kind = 'health' and a.subject in ('%1$s', '%2$s')""".formatted(zhang.id(), li.id()), "与留痕不符");
    }

    @Test
    void aBlindIndexPointedAtSomebodyElseIsFound() {
        tampered("""
                update dossier.fact set blind = decode(repeat('00', 32), 'hex')
                where kind = 'id-number' and subject = '%s'""".formatted(zhang.id()), () -> {
            var report = verification.verify(null);
            assertThat(report.firstBad()).isNotNull();
            assertThat(report.firstBad().reason()).contains("与其摘要不符");
        });
    }

    @Test
    void verificationNeedsNoKeyBecauseItReadsWhatIsStored() {
        dossiers.record(clerk, zhang, PostHeld.of("某局科员"), SINCE, "档案");
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    private void behindItsBack(String tampering, String reason) {
        tampered(tampering, () -> {
            var report = verification.verify(null);
            assertThat(report.ok()).isFalse();
            assertThat(report.firstBad()).isNotNull();
            assertThat(report.firstBad().reason()).contains(reason);
            assertThatThrownBy(() -> dossiers.of(zhang, acts.now())).hasMessageContaining("与其密封不符");
        });
    }

    /** Does this behind the program's back, and puts everything back. */
    private void tampered(String tampering, Runnable meanwhile) {
        run("create table dossier.saved as table dossier.fact");
        try {
            transaction.executeWithoutResult(open -> {
                run("alter table dossier.fact disable trigger user");
                assertThat(jdbc.sql(tampering).update()).isPositive();
                run("alter table dossier.fact enable trigger user");
            });
            meanwhile.run();
        } finally {
            run("truncate dossier.fact");
            run("insert into dossier.fact table dossier.saved");
            run("drop table dossier.saved");
        }
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
