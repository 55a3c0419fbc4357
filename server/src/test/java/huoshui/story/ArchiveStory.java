package huoshui.story;

import static huoshui.assessment.PollingPlace.heads;
import static huoshui.assessment.PollingPlace.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.assessment.Confidentiality;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.OpenRound;
import huoshui.assessment.PastRounds.Paper;
import huoshui.assessment.RoundOccasion;
import huoshui.dossier.Dossiers;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.org.Authorities;
import huoshui.org.Posts;
import huoshui.org.Teams;
import huoshui.org.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The archive of political quality: gathered from rounds, read for a purpose, concluded from by people alone. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ArchiveStory {

    static final String PURPOSE = "purpose=P06";
    static final String INSTANCE = "去年八月防汛调度会议上推说不归口，延误半日";
    static final String PAPER = "文件";
    static final PartialDate LONG_AGO = PartialDate.month(2016, 1);

    @LocalServerPort
    int port;

    @Autowired
    Units units;

    @Autowired
    Authorities authorities;

    @Autowired
    Teams teams;

    @Autowired
    Posts posts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init")
    Department house;

    Visitor section = new Visitor(0);
    Visitor leader = new Visitor(0);

    @BeforeEach
    void signIn() {
        if (!section.cookies().isEmpty()) return;
        house = new Department(units, authorities, dossiers, accounts, grants);
        section = house.visitor(port, "assessment-section");
        leader = house.visitor(port, "department-leader");
    }

    /** A round of last year on paper, typed in. */
    UUID past(RoundOccasion occasion, LocalDate closed, About kind, UUID... about) {
        var answer = section.post("/api/v1/rounds/past", asked(occasion, closed, kind, papers(8, about), about));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return UUID.fromString(answer.body().path("round").path("id").asString());
    }

    Map<String, Object> asked(RoundOccasion occasion, LocalDate closed, About kind, List<Paper> papers, UUID... about) {
        var round = new OpenRound(
                "ZZ-SPECIAL",
                "政治素质" + occasion.word() + "考察测评",
                occasion,
                Confidentiality.SECRET,
                closed.minusDays(2).atTime(9, 0),
                closed.atTime(18, 0),
                "部务会纪要",
                List.of(about).stream()
                        .map(each -> new OpenRound.Subject(each, kind))
                        .toList(),
                List.of(heads("peer", 8)));
        return Map.of("round", round, "papers", papers);
    }

    List<Paper> papers(int count, UUID... about) {
        var papers = new ArrayList<Paper>();
        for (int i = 0; i < count; i++) {
            boolean first = i == 0;
            papers.add(new Paper(
                    "peer",
                    List.of(about).stream()
                            .map(each -> sheet(each, first ? "较好" : "好", first ? "偶有" : "没有", INSTANCE))
                            .toList()));
        }
        return papers;
    }

    static String of(UUID person) {
        return "/api/v1/archives/people/" + person;
    }

    static List<String> texts(JsonNode list) {
        var all = new ArrayList<String>();
        for (var each : list) all.add(each.asString());
        return all;
    }
}
