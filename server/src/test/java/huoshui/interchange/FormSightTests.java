package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("任免审批表只含查阅人能看的章：看不到处分的看不到处分，看不到健康的看不到健康")
class FormSightTests {

    private static final String SANCTION = "政务记过处分";
    private static final String HEALTH = "须定期复查";

    @LocalServerPort
    int port;

    private Department house = null;

    @BeforeAll
    void aDepartment(
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants) {
        house = new Department(units, authorities, dossiers, accounts, grants);
    }

    @Test
    void eachReadsInTheFormWhatTheyReadInTheDossier() {
        var person = house.person("倪书禾", "市水务局总工程师");
        house.record(person, new Sanction(SANCTION, "02112", null, null, null, null, null), "2024-05");
        house.record(person, new HealthStatement(HEALTH), "2024-05");
        var cadres = form("cadre-section", person.id());
        assertThat(cadres).contains("倪书禾", HEALTH).doesNotContain(SANCTION);
        var supervision = form("supervision-section", person.id());
        assertThat(supervision).contains("倪书禾", SANCTION).doesNotContain(HEALTH);
    }

    private String form(String role, UUID person) {
        var answer = house.visitor(port, role).get("/api/v1/people/" + person + "/form?purpose=P04");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().toString();
    }
}
