package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.TestClock;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.PastRounds.Paper;
import huoshui.assessment.RoundOccasion;
import huoshui.dossier.fact.AssessmentFact.Assessed;
import huoshui.kernel.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S20 干部政治素质档案：历次测评按维度陈列，正反两向事例，可按任一天查看，查阅留痕")
class S20ArchiveStory extends ArchiveStory {

    @Test
    void roundsStandSideBySideByDimensionWithNAndSpreadAndTheReadingIsJournaled() {
        var han = house.person("韩若川", "市水务局副局长").id();
        past(RoundOccasion.SPECIAL, LocalDate.of(2024, 11, 12), About.PERSON, han);
        var latest = past(RoundOccasion.SPECIAL, LocalDate.of(2025, 11, 12), About.PERSON, han);
        var words = section.get("/api/v1/rounds/" + latest + "/results/" + han + "/words?" + PURPOSE)
                .body();
        for (var each : words) {
            if (!each.path("item").asString().equals("N01")) continue;
            section.post(
                    "/api/v1/rounds/" + latest + "/words/" + each.path("id").asString() + "/paraphrases?" + PURPOSE,
                    Map.of("text", "防汛工作中有推诿情形"));
        }

        assertThat(leader.get(of(han)).code()).isEqualTo("purpose-required");
        long journal = count();
        var archive = leader.get(of(han) + "?" + PURPOSE).body();
        assertThat(count()).as("journaled").isEqualTo(journal + 1);

        assertThat(archive.path("held")).hasSize(2);
        assertThat(archive.path("held").get(0).path("day").asString()).isEqualTo("2025-11-12");
        assertThat(texts(archive.path("blanks")))
                .containsExactly("ROUTINE", "ANNUAL", "PRE_APPOINTMENT", "TERM_CHANGE");
        var loyalty = archive.path("dimensions").get(0);
        assertThat(loyalty.path("name").asString()).isEqualTo("政治忠诚");
        assertThat(loyalty.path("points")).hasSize(2);
        var group = loyalty.path("points").get(0).path("byGroup").get(0);
        assertThat(group.path("n").asInt()).isEqualTo(8);
        assertThat(group.path("mean").asDouble()).isEqualTo((75 + 7 * 100) / 8.0);
        assertThat(group.path("spread").asDouble()).isPositive();
        assertThat(group.path("words").asString()).isEqualTo("样本少，不作检验");
        assertThat(archive.path("instances")).hasSize(1);
        assertThat(archive.path("instances").get(0).path("sign").asString()).isEqualTo("NEGATIVE");
        assertThat(archive.toString()).contains("防汛工作中有推诿情形").doesNotContain("延误半日");

        var before = leader.get(of(han) + "?asof=2025-06-30&" + PURPOSE).body();
        assertThat(before.path("held")).as("on a day between").hasSize(1);
        assertThat(leader.get(of(han) + "?asof=2023-06-30&" + PURPOSE).body().path("blanks"))
                .hasSize(5);
        assertThat(dossiers.of(new Subject.Person(han), acts.now()).stream()
                        .filter(each -> each.body() instanceof Assessed)
                        .map(each -> each.valid().from()))
                .as("true since they were held")
                .containsExactlyInAnyOrder(LocalDate.of(2024, 11, 12), LocalDate.of(2025, 11, 12));
    }

    @Test
    void aPaperThatIsHalfFilledOrOneTooManyLeavesNothingBehind() {
        var lu = house.person("陆行远", "市水务局局长").id();
        var day = LocalDate.of(2025, 11, 12);
        long rounds = jdbc.sql("select count(*) from assessment.round")
                .query(Long.class)
                .single();
        var papers = papers(3, lu);
        var half = new HashMap<>(papers.get(1).sheets().getFirst().answers());
        half.remove("P03");
        papers.set(1, new Paper("peer", List.of(new huoshui.assessment.VoiceSheet(lu, half))));
        var refused = section.post("/api/v1/rounds/past", asked(RoundOccasion.SPECIAL, day, About.PERSON, papers, lu));
        assertThat(refused.code()).isEqualTo("half-filled");
        assertThat(refused.body().path("detail").asString()).contains("第 2 张票").contains("陆行远");
        assertThat(section.post(
                                "/api/v1/rounds/past",
                                asked(RoundOccasion.SPECIAL, day, About.PERSON, papers(9, lu), lu))
                        .code())
                .isEqualTo("more-than-issued");
        assertThat(section.post(
                                "/api/v1/rounds/past",
                                asked(
                                        RoundOccasion.SPECIAL,
                                        TestClock.FIRST_DAY.plusDays(3),
                                        About.PERSON,
                                        papers(6, lu),
                                        lu))
                        .code())
                .isEqualTo("bad-window");
        assertThat(jdbc.sql("select count(*) from assessment.round")
                        .query(Long.class)
                        .single())
                .isEqualTo(rounds);
    }

    private long count() {
        return jdbc.sql("select count(*) from audit.entry where verb = 'READ'")
                .query(Long.class)
                .single();
    }
}
