package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Visitor;
import huoshui.access.Staff;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.RoundOccasion;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.kernel.Actor;
import huoshui.kernel.Subject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("S21 深入分析研判、统筹用好结果：结论由集体作出，写明参会人员、理由和看过的材料；依规告知，可以申诉")
class S21ConclusionStory extends ArchiveStory {

    @Test
    void aMeetingOfNamedPeopleConcludesFromWhatItSawAndThePersonIsToldAndMayAnswer() {
        var he = house.person("何以宁", "市水务局副局长").id();
        house.open("he-yining", "cadre", he);
        var own = new Visitor(port);
        own.signIn("he-yining", Staff.PASSWORD);
        var round = past(RoundOccasion.SPECIAL, LocalDate.of(2025, 11, 12), About.PERSON, he);
        var other = house.person("沈知白", "市水务局副局长").id();
        var strange = past(RoundOccasion.SPECIAL, LocalDate.of(2025, 11, 12), About.PERSON, other);

        assertThat(conclude(he, List.of("岑望舒", "林知远"), round, "2025-11-20").code())
                .isEqualTo("too-few-deciders");
        assertThat(conclude(he, List.of("林知远", "甲某", "乙某"), round, "2025-11-20").code())
                .isEqualTo("no-convener");
        assertThat(conclude(he, named(), null, "2025-11-20").code()).isEqualTo("no-evidence");
        assertThat(conclude(he, named(), strange, "2025-11-20").code()).isEqualTo("not-seen");
        assertThat(conclude(he, named(), round, "2025-11-01").code())
                .as("before it was closed")
                .isEqualTo("not-seen");
        var plain = Map.of("code", "POLITICAL-QUALITY", "value", "好", "by", "部务会", "day", "2025-11-20", "basis", "纪要");
        assertThat(section.post("/api/v1/people/" + he + "/conclusions", plain).code())
                .as("not by the door for others")
                .isEqualTo("by-meeting");
        assertThat(facts(he)).isEmpty();
        var written = conclude(he, named(), round, "2025-11-20");
        assertThat(written.status()).as(written.body().toString()).isEqualTo(201);
        var id = written.body().path("id").asString();

        assertThat(facts(he)).hasSize(1);
        assertThat(facts(he).getFirst().by()).contains("岑望舒").contains("林知远");
        var line = leader.get(of(he) + "?" + PURPOSE).body().path("conclusions").get(0);
        assertThat(line.path("value").asString()).isEqualTo("好");
        assertThat(texts(line.path("deciders"))).isEqualTo(named());
        assertThat(line.path("seen").get(0).path("round").asString()).isEqualTo(round.toString());
        assertThat(leader.get(of(he) + "?asof=2025-11-19&" + PURPOSE).body().path("conclusions"))
                .as("the day before")
                .isEmpty();

        assertThat(own.get("/api/v1/own-notices").body()).isEmpty();
        assertThat(reply(own, id).status()).as("not yet told").isEqualTo(404);
        var served = section.post(
                "/api/v1/archive-conclusions/" + id + "/servings",
                Map.of("text", "总体评价为好；望继续在急难险重任务中锤炼", "way", "面谈", "on", "2025-11-25"));
        assertThat(served.status()).as(served.body().toString()).isEqualTo(204);
        var notice = own.get("/api/v1/own-notices").body();
        assertThat(notice).hasSize(1);
        assertThat(notice.toString())
                .contains("总体评价为好")
                .doesNotContain("会上一致认为")
                .doesNotContain("岑望舒");
        assertThat(reply(own, id).status()).isEqualTo(204);
        assertThat(leader.get(of(he) + "?" + PURPOSE)
                        .body()
                        .path("conclusions")
                        .get(0)
                        .path("replies")
                        .get(0)
                        .path("appeal")
                        .asBoolean())
                .isTrue();
        var stranger = new Visitor(port);
        house.open("shen-zhibai", "cadre", other);
        stranger.signIn("shen-zhibai", Staff.PASSWORD);
        assertThat(stranger.get("/api/v1/own-notices").body()).isEmpty();
        assertThat(reply(stranger, id).status()).isEqualTo(404);

        var fact = dossiers.of(new Subject.Person(he), acts.now()).stream()
                .filter(each -> each.body() instanceof Conclusion)
                .findFirst()
                .orElseThrow();
        dossiers.cancel(new Actor(UUID.randomUUID()), fact.id(), "会议纪要有误，已重新研究");
        var after = leader.get(of(he) + "?" + PURPOSE).body().path("conclusions");
        assertThat(after).as("cancelled, and still there to be read").hasSize(1);
        assertThat(after.get(0).path("cancelled").asBoolean()).isTrue();
    }

    private static List<String> named() {
        return List.of("岑望舒", "林知远", "苏怀瑾");
    }

    private Visitor.Answer conclude(
            UUID person, List<String> deciders, @org.jspecify.annotations.Nullable UUID round, String day) {
        var asked = new HashMap<String, Object>(Map.of(
                "subject", person,
                "kind", "PERSON",
                "code", "POLITICAL-QUALITY",
                "value", "好",
                "day", day,
                "meeting", "部务会",
                "convener", "岑望舒",
                "deciders", deciders,
                "reason", "会上一致认为急难险重任务中表现突出，未见反向情形",
                "basis", "部务会纪要〔2025〕41 号"));
        asked.put("seen", round == null ? List.of() : List.of(round));
        return section.post("/api/v1/archive-conclusions", asked);
    }

    private static Visitor.Answer reply(Visitor who, String id) {
        return who.post("/api/v1/own-notices/" + id + "/replies", Map.of("appeal", true, "text", "对其中一点有不同意见"));
    }

    private List<Conclusion> facts(UUID person) {
        return dossiers.of(new Subject.Person(person), acts.now()).stream()
                .filter(each -> each.body() instanceof Conclusion)
                .map(each -> (Conclusion) each.content())
                .toList();
    }
}
