package huoshui.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Role;
import huoshui.access.Staff;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.kernel.Actor;
import huoshui.kernel.Auditable;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A cadre at their own dossier: its open chapters, nobody else's. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnRecordPagesTests {

    private static final Span ALWAYS = Span.since(PartialDate.month(1979, 5));

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Units units;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private UUID reader;
    private Visitor visitor;
    private Subject.Person own;
    private Subject.Person other;

    @BeforeAll
    void aCadreWithADossier() {
        var staff = new Staff(accounts, grants);
        var clerk = Staff.by(staff.administrator);
        own = dossier(clerk, "韩若川");
        other = dossier(clerk, "倪书禾");
        staff.open("hanruochuan", null, own.id(), Role.CADRE);
        var bureau = units.found(
                clerk,
                new FoundUnit(UnitIs.of("示例组织部", UnitKind.PARTY_ORGAN, null, null), PartialDate.month(2000, 1), "文件"));
        reader = staff.open("reader", bureau, null, "cadre-section").id();
        visitor = new Visitor(port);
        visitor.signIn("hanruochuan", Staff.PASSWORD);
    }

    private Subject.Person dossier(Actor clerk, String name) {
        var person = dossiers.open();
        var identity = new Identity(name, "男", PartialDate.month(1979, 5), "汉族", null, null, null);
        dossiers.record(clerk, person, identity, ALWAYS, "测试");
        dossiers.record(clerk, person, new WorkStart(PartialDate.month(2001, 7)), ALWAYS, "测试");
        dossiers.record(clerk, person, new HealthStatement("健康"), ALWAYS, "测试");
        dossiers.record(clerk, person, new Sanction("警告", null, null, null, null, null, null), ALWAYS, "测试");
        return person;
    }

    @Test
    void oneReadsOnesOwnOpenChaptersAndNoSealedOne() {
        var page = visitor.get("/api/v1/own-record");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().path("name").asString()).isEqualTo("韩若川");
        assertThat(page.body().path("mayChange").asBoolean()).isFalse();
        assertThat(page.body().path("facts").findValuesAsString("kind"))
                .contains("identity", "work-start")
                .doesNotContain("health", "sanction");
        assertThat(page.body().path("facts").path(0).path("recordedBy").isNull())
                .as("who keeps dossiers is told to those who keep them")
                .isTrue();
    }

    @Test
    void theVersionsOfASealedFactStaySealed() {
        assertThat(visitor.get("/api/v1/own-record/history?kind=health").body().path("facts"))
                .isEmpty();
        assertThat(visitor.get("/api/v1/own-record/history?kind=work-start")
                        .body()
                        .path("facts"))
                .hasSize(1);
    }

    @Test
    void oneIsToldWhoReadOnesSealedChaptersButNotOfCasesAndSelectionsInProgress() {
        for (var purpose : List.of("P11", "P02", "P07")) reading(purpose, own, Chapter.HEALTH, Auditable.Verb.READ);
        reading("P06", own, Chapter.SUPERVISION, Auditable.Verb.READ);
        reading("P05", own, Chapter.FAMILY, Auditable.Verb.EXPORT);
        reading("P11", other, Chapter.HEALTH, Auditable.Verb.READ);

        var told = visitor.get("/api/v1/own-record/readings");

        assertThat(told.status()).isEqualTo(200);
        var items = told.body().path("items");
        assertThat(items).hasSize(3);
        assertThat(items.findValuesAsString("section")).containsOnly("示例组织部");
        assertThat(items.toString())
                .contains("休假、体检与健康关怀", "档案审核与信息核对", "FAMILY")
                .doesNotContain("SUPERVISION", "P02", "P07", "考察", "监督", "reader");
        assertThat(items.path(0).path("export").asBoolean()).isTrue();
        assertThat(told.body().path("next").isNull()).isTrue();
        var stranger = new Visitor(port);
        stranger.signIn("reader", Staff.PASSWORD);
        assertThat(stranger.get("/api/v1/own-record/readings").status()).isEqualTo(403);
    }

    private void reading(String purpose, Subject.Person of, Chapter chapter, Auditable.Verb verb) {
        var line = new Auditable.Line(verb, of.id(), chapter, null, new byte[] {1});
        transaction.executeWithoutResult(
                any -> events.publishEvent(Auditable.of(new Actor(reader, new Purpose(purpose)), line)));
    }

    @Test
    void theRecordOfOthersIsReachedByNoAddress() {
        assertThat(visitor.get("/api/v1/people/" + other.id()).status()).isEqualTo(403);
        assertThat(visitor.get("/api/v1/people/" + own.id()).status()).isEqualTo(403);
    }
}
