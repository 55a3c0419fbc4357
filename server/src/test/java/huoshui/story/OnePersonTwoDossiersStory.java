package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Authority.Mode;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Staff;
import huoshui.audit.Verification;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Authorities.GrantAuthority;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("并档与拆档：两份档案是一人的并成一份、两个编号都留，一份档案是两人的拆成两份；都写理由，都可拆回")
class OnePersonTwoDossiersStory {

    private static final PartialDate LONG_AGO = PartialDate.month(2000, 1);
    private static final String PAPER = "文件";

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Authorities authorities;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Verification verification;

    private final Actor clerk = new Actor(UUID.randomUUID());
    private UUID bureau = new UUID(0, 0);
    private Visitor department = new Visitor(0);
    private Visitor county = department;
    private Visitor leader = department;

    @BeforeAll
    void aDepartmentAndACounty() {
        var city = found("澜江市", UnitKind.CITY, null);
        var organization = found("市委组织部", UnitKind.PARTY_ORGAN, city);
        bureau = found("市水务局", UnitKind.GOVERNMENT_ORGAN, city);
        var longchuan = found("隆川县", UnitKind.COUNTY, city);
        var countyDepartment = found("隆川县委组织部", UnitKind.PARTY_ORGAN, longchuan);
        manages(organization, null);
        manages(countyDepartment, longchuan);
        var staff = new Staff(accounts, grants);
        staff.open("department", organization, null, "cadre-section");
        staff.open("leader", organization, null, "department-leader");
        staff.open("county", countyDepartment, null, "information-section");
        department = visitor("department");
        leader = visitor("leader");
        county = visitor("county");
    }

    @Test
    void twoDossiersOfOnePersonAreJoinedAndBothNumbersStay() {
        var kept = person("倪书禾", "市水务局总工程师");
        var other = person("倪书禾", "市水务局科员");
        record(other, new Expertise("水文"), "2010-01");
        var address = "/api/v1/people/" + kept.id() + "/mergers";
        assertThat(department.post(address, Map.of("person", other.id())).code())
                .as("a reason must be given")
                .isEqualTo("incomplete");
        assertThat(department
                        .post(address, Map.of("person", kept.id(), "reason", PAPER))
                        .code())
                .isEqualTo("same-dossier");
        assertThat(county.post(address, Map.of("person", other.id(), "reason", PAPER))
                        .status())
                .as("out of sight")
                .isEqualTo(404);
        assertThat(leader.post(address, Map.of("person", other.id(), "reason", PAPER))
                        .status())
                .as("looks, and does not join")
                .isEqualTo(403);

        assertThat(department
                        .post(address, Map.of("person", other.id(), "reason", "身份证号相同，重复建档"))
                        .status())
                .isEqualTo(204);

        var page = department.get("/api/v1/people/" + other.id()).body();
        assertThat(page.path("id").asString("")).isEqualTo(kept.id().toString());
        assertThat(page.path("ids").toString())
                .contains(kept.id().toString(), other.id().toString());
        assertThat(page.path("facts").toString()).contains("水文", "总工程师");
        var lines =
                department.get("/api/v1/people/" + kept.id() + "/lines").body().path("facts");
        assertThat(lines.valueStream()
                        .filter(each -> each.toString().contains("水文"))
                        .map(each -> each.path("dossier").asString("")))
                .as("a split greys it: it stands in the dossier that joined")
                .containsExactly(other.id().toString());
        var joined = department.get(address).body().path(0);
        assertThat(joined.path("reason").asString("")).isEqualTo("身份证号相同，重复建档");
        assertThat(joined.path("line").path("recordedBy").asString("")).isEqualTo("department");
        assertThat(department
                        .post(address, Map.of("person", other.id(), "reason", PAPER))
                        .code())
                .isEqualTo("same-dossier");

        var undoing = address + "/" + other.id() + "/cancellations";
        assertThat(department.post(undoing, Map.of("reason", "")).code()).isEqualTo("incomplete");
        assertThat(department.post(undoing, Map.of("reason", "并错了，不是一人")).status())
                .isEqualTo(204);
        assertThat(department
                        .get("/api/v1/people/" + kept.id())
                        .body()
                        .path("facts")
                        .toString())
                .doesNotContain("水文");
        assertThat(department
                        .get("/api/v1/people/" + other.id())
                        .body()
                        .path("facts")
                        .toString())
                .contains("水文", "并错了，不是一人");
        assertThat(department.post(undoing, Map.of("reason", PAPER)).status()).isEqualTo(404);
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    @Test
    void nobodyHasTwoIdNumbers() {
        var one = person("杭思齐", "市水务局副局长");
        var other = person("杭思齐", "市水务局科长");
        record(one, new IdNumber("530101199002121239"), "1990-02");
        record(other, new IdNumber("530101199002125678"), "1990-02");

        var answer = department.post(
                "/api/v1/people/" + one.id() + "/mergers", Map.of("person", other.id(), "reason", "同名"));

        assertThat(answer.code()).isEqualTo("two-id-numbers");
        assertThat(answer.body().path("detail").asString("")).contains("更正").doesNotContain("5678");
    }

    @Test
    void whatBelongsToSomebodyElseMovesToANewDossierThatItsKeeperStillSees() {
        var mixed = person("樊立轩", "市水务局科员");
        var theirs = record(mixed, PostHeld.of("市水务局出纳").matchedTo(bureau, null), "2012-03");
        var address = "/api/v1/people/" + mixed.id() + "/splits";
        var facts = List.of(theirs);
        assertThat(department
                        .post(address, Map.of("facts", facts, "reason", PAPER))
                        .code())
                .isEqualTo("nameless");
        assertThat(department
                        .post(address, Map.of("facts", List.of(), "reason", PAPER, "name", "樊立轩"))
                        .code())
                .isEqualTo("incomplete");
        assertThat(department
                        .post(address, Map.of("facts", List.of(identity(mixed)), "reason", PAPER))
                        .code())
                .isEqualTo("left-nameless");

        var made = department.post(address, Map.of("facts", facts, "name", "樊立轩", "sex", "女", "reason", "同名两人误录一份"));

        assertThat(made.status()).isEqualTo(201);
        var fresh = made.body().path("id").asString("");
        assertThat(department
                        .get("/api/v1/people/" + fresh)
                        .body()
                        .path("facts")
                        .toString())
                .contains("出纳", "拆档：同名两人误录一份");
        assertThat(department
                        .get("/api/v1/people/" + mixed.id())
                        .body()
                        .path("facts")
                        .toString())
                .doesNotContain("出纳");
        assertThat(department
                        .post(address, Map.of("facts", facts, "name", "樊立轩", "reason", PAPER))
                        .code())
                .as("it moved already")
                .isEqualTo("not-all-there");
    }

    @Test
    void linesMoveToAPersonAlreadyThereUnlessTheySayOtherwiseOfTheSameDays() {
        var mixed = person("祁连云", "市水务局副局长");
        var right = person("祁连云", "市水务局工会主席");
        var moved = record(mixed, PostHeld.of("市水务局团委书记").matchedTo(bureau, null), "2008-05");
        var clashing = record(mixed, new Expertise("水利工程"), "2005-01");
        record(right, new Expertise("工会工作"), "2006-01");
        var address = "/api/v1/people/" + mixed.id() + "/splits";

        var clash = department.post(
                address, Map.of("facts", List.of(moved, clashing), "person", right.id(), "reason", "录错人"));
        assertThat(clash.status()).isEqualTo(409);
        assertThat(department
                        .get("/api/v1/people/" + right.id())
                        .body()
                        .path("facts")
                        .toString())
                .as("nothing half-moved")
                .doesNotContain("团委书记");

        assertThat(department
                        .post(address, Map.of("facts", List.of(moved), "person", right.id(), "reason", "录错人"))
                        .status())
                .isEqualTo(201);
        assertThat(department
                        .get("/api/v1/people/" + right.id())
                        .body()
                        .path("facts")
                        .toString())
                .contains("团委书记");
        assertThat(department
                        .post(address, Map.of("facts", List.of(clashing), "person", UUID.randomUUID(), "reason", PAPER))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anErasureIsLookedAtByTheSecondPersonBeforeItIsDone() {
        var person = person("刀岚香", "市水务局主任科员");
        var line = record(person, new Expertise("已无须保存的内容"), "2001-01");
        var address = "/api/v1/people/" + person.id() + "/erasures";
        assertThat(department
                        .post(address, Map.of("facts", List.of(line), "ground", "领导要求"))
                        .code())
                .isEqualTo("unknown-ground");
        assertThat(leader.post(address, Map.of("facts", List.of(line), "ground", "E02"))
                        .status())
                .as("who decides does not ask")
                .isEqualTo(403);
        var asked = department.post(address, Map.of("facts", List.of(line), "ground", "E02"));
        assertThat(asked.status()).isEqualTo(202);
        var id = asked.body().path("id").asString("");
        var done = "/api/v1/erasures/" + id + "/completions";
        assertThat(department.post(done, Map.of()).code()).isEqualTo("approval-pending");
        assertThat(county.get("/api/v1/erasures/" + id).status()).isEqualTo(404);

        var sheet = leader.get("/api/v1/erasures/" + id).body();
        assertThat(sheet.path("facts").toString()).contains("已无须保存的内容");
        assertThat(sheet.path("erasure").path("ground").asString("")).contains("第四十七条");
        leader.post("/api/v1/approvals/" + id + "/decisions", Map.of("agreed", true));
        assertThat(department.post(done, Map.of()).status()).isEqualTo(204);

        assertThat(department.get(address).body().path(0).path("state").asString(""))
                .isEqualTo("done");
        assertThat(department
                        .get("/api/v1/people/" + person.id())
                        .body()
                        .path("facts")
                        .toString())
                .doesNotContain("已无须保存的内容");
        assertThat(department.post(done, Map.of()).code()).isEqualTo("erased-already");
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    private UUID identity(Subject.Person person) {
        return dossiers.history(person).stream()
                .filter(each -> each.body() instanceof Identity)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Subject.Person person(String name, String post) {
        var person = dossiers.open();
        record(person, new Identity(name, "男", PartialDate.month(1980, 2), "汉族", null, null, null), "1980-02");
        record(person, PostHeld.of(post).matchedTo(bureau, null), "2020-03");
        record(person, new Managed("03"), "2020-03");
        return person;
    }

    private UUID record(Subject.Person person, FactBody body, String since) {
        return dossiers.record(clerk, person, body, Span.since(PartialDate.parse(since)), PAPER)
                .id();
    }

    private UUID found(String name, UnitKind kind, @org.jspecify.annotations.Nullable UUID parent) {
        return units.found(clerk, new FoundUnit(UnitIs.of(name, kind, null, parent), LONG_AGO, PAPER));
    }

    private void manages(UUID unit, @org.jspecify.annotations.Nullable UUID over) {
        var all = List.copyOf(Set.of(ManagementCategory.values()));
        authorities.grant(clerk, new GrantAuthority(unit, new Manages(over, true, all, Mode.LEADS), LONG_AGO, PAPER));
    }

    private Visitor visitor(String account) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(account, Staff.PASSWORD).status()).isEqualTo(201);
        return visitor;
    }
}
