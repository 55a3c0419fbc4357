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
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

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
    void theRecordOfOthersIsReachedByNoAddress() {
        assertThat(visitor.get("/api/v1/people/" + other.id()).status()).isEqualTo(403);
        assertThat(visitor.get("/api/v1/people/" + own.id()).status()).isEqualTo(403);
    }
}
