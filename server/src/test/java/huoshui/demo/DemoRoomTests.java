package huoshui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Accounts;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.kernel.Acts;
import huoshui.org.Organization;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@DisplayName("示例市经由真实的门装入：机构、人员、账号")
class DemoRoomTests {

    @Autowired
    Demo demo;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Organization organization;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    @Test
    void anEmptyHouseBecomesACity() {
        var last = new AtomicReference<>("");
        var filled = demo.fill(
                DemoCity.SEED, DemoCity.FEWEST, "http://127.0.0.1:8080", (stage, done, of) -> last.set(stage));
        assertThat(last.get()).isEqualTo("示例市已就绪");
        assertThat(filled.people().all()).isEqualTo(DemoCity.FEWEST);
        assertThat(filled.people().refused()).isZero();
        assertThat(filled.people().fresh()).isGreaterThan(DemoCity.FEWEST - 15);
        assertThat(organization.now().units()).hasSizeGreaterThan(300);

        assertMatched();
        assertKinAndTerms();

        var account = filled.accounts().stream()
                .filter(each -> each.account().equals("linzhiyuan"))
                .findFirst()
                .orElseThrow();
        var signed = accounts.authenticate(account.account(), account.password(), null);
        assertThat(signed.sight().everything()).isTrue();
    }

    private void assertKinAndTerms() {
        var people = jdbc.sql("select distinct subject from dossier.fact where kind = 'identity'")
                .query(UUID.class)
                .list();
        var kin = dossiers.known(people, List.of("family"), acts.head()).stream()
                .map(each -> (FamilyMember) each.content())
                .filter(each -> each.person() != null)
                .toList();
        assertThat(kin).as("已确认的亲属").isNotEmpty().allMatch(each -> people.contains(each.person()));
        var chart = organization.now();
        assertThat(chart.teams().stream().filter(each -> chart.term(each.id()).isPresent()))
                .as("有届期的班子")
                .hasSizeGreaterThan(15);
        assertThat(chart.posts().stream()
                        .filter(each -> each.is().byElection() && each.is().team() != null)
                        .filter(each -> chart.termDue(each).isEmpty()))
                .as("选任职务所在班子都记了届期")
                .isEmpty();
    }

    private void assertMatched() {
        var held = jdbc.sql("select count(*) from dossier.fact where kind = 'post' and body ->> 'post' is not null")
                .query(Long.class)
                .single();
        var unread = jdbc.sql("select count(*) from dossier.fact where kind = 'unread-line'")
                .query(Long.class)
                .single();
        assertThat(held).as("任职已挂接职位").isGreaterThan(800);
        assertThat(unread).as("未认读的简历行").isPositive();
    }
}
