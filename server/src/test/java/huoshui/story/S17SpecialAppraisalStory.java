package huoshui.story;

import static huoshui.assessment.PollingPlace.heads;
import static huoshui.assessment.PollingPlace.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.TestClock;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.access.Staff;
import huoshui.assessment.Confidentiality;
import huoshui.assessment.PollingPlace;
import huoshui.assessment.Rounds;
import huoshui.assessment.Slips;
import huoshui.assessment.VoiceSheet;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AssessmentFact.Assessed;
import huoshui.kernel.Acts;
import huoshui.kernel.Subject;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("S17 政治素质专项测评：分主体无记名，各主体有权重，负面须有事例，票不可追，不足五票不单独出数")
class S17SpecialAppraisalStory {

    static final String INSTANCE = "去年八月防汛调度会议上推说不归口，延误半日";
    static final String PURPOSE = "?purpose=P04";

    @LocalServerPort
    int port;

    final Department house;
    final PollingPlace place;
    final Dossiers dossiers;
    final Acts acts;
    final TestClock clock;
    final JdbcClient jdbc;
    Visitor section = new Visitor(0);
    Visitor leader = new Visitor(0);
    LocalDate day = TestClock.FIRST_DAY;

    S17SpecialAppraisalStory(
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired Rounds rounds,
            @Autowired Slips slips,
            @Autowired Acts acts,
            @Autowired TestClock clock,
            @Autowired JdbcClient jdbc) {
        this.house = new Department(units, authorities, dossiers, accounts, grants);
        this.place = new PollingPlace(rounds, slips, accounts);
        this.dossiers = dossiers;
        this.acts = acts;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void signIn() {
        if (section.cookies().isEmpty()) {
            section = house.visitor(port, "assessment-section");
            leader = house.visitor(port, "department-leader");
        }
        day = acts.today();
        goTo(day);
    }

    /** Days later sessions are over. */
    private void goTo(LocalDate then) {
        clock.goTo(then);
        section.signIn("assessment-section", Staff.PASSWORD);
        leader.signIn("department-leader", Staff.PASSWORD);
    }

    @Test
    void groupsAnswerBySlipsAndTheOutcomeIsAFactByDimensionWithItsEditionAndBasis() {
        var han = house.person("韩若川", "市水务局副局长").id();
        var round = opened(List.of(han), heads("superior", 2), heads("peer", 9), heads("subordinate", 12));

        var superior = place.printed(place.signed("assessment-section"), round, "superior");
        var peer = place.printed(place.signed("assessment-section"), round, "peer");
        var subordinate = place.printed(place.signed("assessment-section"), round, "subordinate");
        assertThat(superior).hasSize(3);
        assertThat(peer).hasSize(10);
        assertThat(subordinate).as("a tenth more, rounded up").hasSize(14).doesNotHaveDuplicates();
        assertThat(vote(peer.getFirst(), 0, sheet(han, "好", "没有", INSTANCE)).code())
                .isEqualTo("not-begun");

        goTo(day.plusDays(2));
        for (int i = 0; i < 2; i++) voted(superior.get(i), sheet(han, "好", "没有", INSTANCE));
        for (int i = 0; i < 7; i++) voted(peer.get(i), sheet(han, i < 4 ? "好" : "较好", "没有", INSTANCE));
        for (int i = 0; i < 12; i++)
            voted(subordinate.get(i), sheet(han, i < 6 ? "较好" : "一般", i == 0 ? "偶有" : "没有", INSTANCE));
        assertThat(progress(round))
                .as("in steps of five")
                .isEqualTo(Map.of("superior", 0, "peer", 5, "subordinate", 10));
        assertThat(section.get(result(round, han)).code()).isEqualTo("not-closed");

        goTo(day.plusDays(4));
        var closed = section.post("/api/v1/rounds/" + round + "/closings", Map.of());
        assertThat(closed.status()).as(closed.body().toString()).isEqualTo(201);

        assertThat(section.get("/api/v1/rounds/" + round + "/results/" + han).code())
                .isEqualTo("purpose-required");
        var card = leader.get(result(round, han)).body().path("scorecard");
        assertThat(texts(card.path("groups"), "key")).containsExactlyInAnyOrder("peer+superior", "subordinate");
        assertThat(card.path("notes").toString()).contains("上级、同级因票数不足合并统计");
        var loyalty = card.path("dimensions").get(0);
        assertThat(loyalty.path("name").asString()).isEqualTo("政治忠诚");
        double ours = (6 * 100 + 3 * 75) / 9.0;
        double below = 62.5;
        assertThat(loyalty.path("overall").path("mean").asDouble())
                .isCloseTo((55 * ours + 20 * below) / 75, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(loyalty.path("overall").path("n").asInt()).isEqualTo(21);

        var fact = dossiers.of(new Subject.Person(han), acts.now()).stream()
                .filter(each -> each.body() instanceof Assessed)
                .findFirst()
                .orElseThrow();
        var body = (Assessed) fact.content();
        assertThat(body.occasion()).isEqualTo("专项");
        assertThat(body.voices()).isEqualTo(21);
        assertThat(body.edition()).isEqualTo(1);
        assertThat(body.marks()).hasSize(13);
        assertThat(fact.basis())
                .contains("部务会纪要〔2026〕30 号")
                .contains("《政治素质专项测评表》第 1 版")
                .contains("无记名");
        assertThat(fact.chapter().sealed()).isTrue();
    }

    @Test
    void aNegativeMarkNeedsAnInstanceWhichIsReadOnlyAsItsEditorPutItWithoutASource() {
        var lu = house.person("陆行远", "市水务局局长").id();
        var round = opened(List.of(lu), heads("peer", 8));
        var codes = place.printed(place.signed("assessment-section"), round, "peer");
        goTo(day.plusDays(2));
        var bare = vote(codes.getFirst(), 0, sheet(lu, "好", "明显", ""));
        assertThat(bare.code()).isEqualTo("instance-required");
        assertThat(bare.body().path("detail").asString()).contains("陆行远").contains("须写具体事例");
        for (int i = 0; i < 8; i++) voted(codes.get(i), sheet(lu, "较好", i == 0 ? "明显" : "没有", INSTANCE));
        goTo(day.plusDays(4));
        section.post("/api/v1/rounds/" + round + "/closings", Map.of());

        var before = leader.get(result(round, lu)).body();
        assertThat(before.toString()).doesNotContain("延误半日");
        assertThat(before.path("unedited").asInt()).isEqualTo(22);
        assertThat(leader.get("/api/v1/rounds/" + round + "/results/" + lu + "/words" + PURPOSE)
                        .status())
                .isEqualTo(403);

        var words = section.get("/api/v1/rounds/" + round + "/results/" + lu + "/words" + PURPOSE)
                .body();
        assertThat(words).hasSize(22);
        var first = words.get(0);
        assertThat(first.path("words").asString()).isEqualTo(INSTANCE);
        var address = "/api/v1/rounds/" + round + "/words/" + first.path("id").asString() + "/paraphrases" + PURPOSE;
        assertThat(section.post(address, Map.of("text", INSTANCE)).code()).isEqualTo("same-words");
        assertThat(section.post(address, Map.of("text", "防汛工作中有推诿情形")).status()).isEqualTo(204);
        assertThat(section.post(address, Map.of("text", "又一种说法")).code()).isEqualTo("edited-already");
        var after = leader.get(result(round, lu)).body();
        assertThat(after.path("instances").get(0).path("paraphrase").asString()).isEqualTo("防汛工作中有推诿情形");
        assertThat(after.path("unedited").asInt()).isEqualTo(21);
    }

    @Test
    void anAnswerMayBeChangedUntilTheCloseAndNothingIsTakenAfterwards() {
        var he = house.person("何以宁", "市水务局副局长").id();
        var round = opened(List.of(he), heads("peer", 6));
        var codes = place.printed(place.signed("assessment-section"), round, "peer");
        goTo(day.plusDays(2));
        var code = codes.getFirst();
        voted(code, sheet(he, "差", "没有", INSTANCE));
        var opened = new Visitor(port)
                .post("/api/v1/ballots/openings", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));
        assertThat(opened.body().path("version").asInt()).isEqualTo(1);
        assertThat(opened.body().path("sheets").isEmpty())
                .as("whoever printed the code could read it")
                .isTrue();
        assertThat(opened.body().path("statement").asString()).contains("无记名");
        assertThat(vote(code, 0, sheet(he, "好", "没有", INSTANCE)).code())
                .as("twice at once")
                .isEqualTo("code-used");
        assertThat(vote(code, 1, sheet(he, "好", "没有", INSTANCE)).status()).isEqualTo(201);
        for (int i = 1; i < 6; i++) voted(codes.get(i), sheet(he, "较好", "没有", INSTANCE));

        goTo(day.plusDays(4));
        assertThat(vote(codes.get(6), 0, sheet(he, "好", "没有", INSTANCE)).code())
                .as("late")
                .isEqualTo("over");
        section.post("/api/v1/rounds/" + round + "/closings", Map.of());
        assertThat(vote(code, 2, sheet(he, "差", "没有", INSTANCE)).code()).isEqualTo("no-such-code");
        var bars = leader.get(result(round, he))
                .body()
                .path("scorecard")
                .path("items")
                .get(0)
                .path("overall")
                .path("bars");
        assertThat(bars.toString()).contains("{\"word\":\"好\",\"count\":1}").contains("{\"word\":\"差\",\"count\":0}");
    }

    @Test
    void forgedHalfFilledAndEmptyBallotsAreRefusedAndWhoeverWasTakenOutIsTold() {
        var shen = house.person("沈知白", "市水务局副局长").id();
        var gu = house.person("顾南乔", "市水务局总工程师").id();
        var round = opened(List.of(shen, gu), heads("peer", 6));
        var code =
                place.printed(place.signed("assessment-section"), round, "peer").getFirst();
        goTo(day.plusDays(2));
        var flipped = code.substring(0, 13) + (code.charAt(13) == 'A' ? 'B' : 'A');
        assertThat(vote(flipped, 0, sheet(shen, "好", "没有", INSTANCE)).code()).isEqualTo("bad-code");
        assertThat(vote("2222-2222-2222", 0, sheet(shen, "好", "没有", INSTANCE)).code())
                .isIn("bad-code", "no-such-code");
        var half = new HashMap<>(sheet(shen, "好", "没有", INSTANCE).answers());
        half.remove("N07");
        assertThat(vote(code, 0, new VoiceSheet(shen, half)).code()).isEqualTo("half-filled");
        assertThat(vote(code, 0).code()).isEqualTo("empty-ballot");
        assertThat(vote(code, 0, sheet(UUID.randomUUID(), "好", "没有", INSTANCE)).code())
                .isEqualTo("not-asked");

        var taken = section.post(
                "/api/v1/rounds/" + round + "/withdrawals", Map.of("subject", gu.toString(), "reason", "已调离本市"));
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        var answer = vote(code, 0, sheet(shen, "好", "没有", INSTANCE), sheet(gu, "好", "没有", INSTANCE));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("kept").asInt()).isEqualTo(1);
        assertThat(answer.body().path("withdrawn").toString()).contains("顾南乔");
        assertThat(section.post("/api/v1/rounds/" + round + "/annulments", Map.of())
                        .code())
                .isEqualTo("incomplete");
        assertThat(section.post("/api/v1/rounds/" + round + "/annulments", Map.of("reason", "名单有误"))
                        .status())
                .isEqualTo(201);
        assertThat(section.get(result(round, shen)).code()).isEqualTo("not-closed");
    }

    @Test
    void aVoterIsJournaledNowhereAndASessionBesideTheBallotStaysAsItWas() {
        var tang = house.person("唐既明", "市水务局副局长").id();
        var round = opened(List.of(tang), heads("peer", 6));
        var codes = place.printed(place.signed("assessment-section"), round, "peer");
        goTo(day.plusDays(2));
        var colleague = house.colleague(port, "colleague-" + day, "cadre-section");
        long journal = count("audit.entry");
        long acts = count("kernel.act");
        var sessions = jdbc.sql("select row_to_json(s)::text from access.session s order by 1")
                .query(String.class)
                .list();
        clock.advance(java.time.Duration.ofMinutes(7));
        var answer = colleague.post("/api/v1/ballots", ballot(codes.getFirst(), 0, sheet(tang, "好", "没有", INSTANCE)));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(colleague.post("/api/v1/ballots", ballot("x", 0)).code()).isEqualTo("bad-code");
        assertThat(count("audit.entry")).isEqualTo(journal);
        assertThat(count("kernel.act")).isEqualTo(acts);
        assertThat(jdbc.sql("select row_to_json(s)::text from access.session s order by 1")
                        .query(String.class)
                        .list())
                .isEqualTo(sessions);
    }

    @Test
    void aRoundOfAnotherUnitIsNotThere() {
        var xu = house.person("许清和", "市水务局副局长").id();
        var round = opened(List.of(xu), heads("peer", 6));
        var county = house.countyVisitor(port, "assessment-section");
        assertThat(county.get("/api/v1/rounds").body().toString()).doesNotContain(round.toString());
        for (var path : List.of("", "/results/" + xu + PURPOSE, "/results/" + xu + "/words" + PURPOSE))
            assertThat(county.get("/api/v1/rounds/" + round + path).status())
                    .as(path)
                    .isEqualTo(404);
        for (var path : List.of("/slips", "/closings", "/annulments", "/withdrawals"))
            assertThat(county.post("/api/v1/rounds/" + round + path, Map.of("reason", "试", "voice", "peer"))
                            .status())
                    .as(path)
                    .isEqualTo(404);
        var stranger = place.special(day, List.of(xu), List.of(heads("peer", 6)), Confidentiality.SECRET);
        assertThat(county.post("/api/v1/rounds", stranger).code())
                .as("nor whom it may ask about")
                .isEqualTo("no-such-person");
    }

    private UUID opened(List<UUID> about, huoshui.assessment.OpenRound.Group... groups) {
        var answer = section.post("/api/v1/rounds", place.special(day, about, List.of(groups), Confidentiality.SECRET));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return UUID.fromString(answer.body().path("round").path("id").asString());
    }

    private Map<String, Integer> progress(UUID round) {
        var all = new HashMap<String, Integer>();
        for (var each : section.get("/api/v1/rounds/" + round).body().path("groups"))
            all.put(each.path("voice").asString(), each.path("answered").asInt());
        return all;
    }

    private void voted(String code, VoiceSheet sheet) {
        var answer = vote(code, 0, sheet);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    /** Somebody nobody knows, at a phone of their own. */
    private Visitor.Answer vote(String code, int version, VoiceSheet... sheets) {
        return new Visitor(port).post("/api/v1/ballots", ballot(code, version, sheets));
    }

    private static Map<String, Object> ballot(String code, int version, VoiceSheet... sheets) {
        return Map.of("code", code, "version", version, "sheets", List.of(sheets));
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static String result(UUID round, UUID subject) {
        return "/api/v1/rounds/" + round + "/results/" + subject + PURPOSE;
    }

    private static List<String> texts(JsonNode list, String field) {
        var all = new ArrayList<String>();
        for (var each : list) all.add(each.path(field).asString());
        return all;
    }
}
