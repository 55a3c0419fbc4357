package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Department;
import huoshui.ServerTest;
import huoshui.access.Accounts;
import huoshui.access.Authority;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.interchange.Exports.Format;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("任免审批表只含查阅人能看的章：看不到处分的看不到处分，看不到健康的看不到健康")
class FormSightTests {

    private static final String SANCTION = "政务记过处分";
    private static final String NUMBER = "990101198002010017";
    private static final String HEALTH = "须定期复查";

    @LocalServerPort
    int port;

    @Autowired
    Exports exports;

    @Autowired
    Imports imports;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    private Department house = null;
    private int accounts;

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

    @Test
    void anIdNumberIsMaskedInTheFormAndLeftOutOfWhatGoesOutForWhoeverSeesItMasked(@TempDir Path folder)
            throws IOException {
        var person = house.person("倪禾生", "市水务局工程师");
        house.record(person, new IdNumber(NUMBER), "1980-02");
        assertThat(form("department-leader", person.id()))
                .doesNotContain(NUMBER)
                .contains(NUMBER.substring(0, 6) + "*");
        assertThat(form("cadre-section", person.id())).contains(NUMBER);

        var leader = signed(EnumSet.of(Right.READ_PEOPLE, Right.EXPORT));
        var clerk = signed(EnumSet.allOf(Right.class));
        for (var format : List.of(Format.LRMX, Format.TONGYONG)) {
            var out = folder.resolve("leader" + format.suffix());
            exports.run(leader, format, List.of(person.id()), acts.now(), out);
            assertThat(text(out)).contains("倪禾生").doesNotContain(NUMBER).doesNotContain("****");
            exports.run(clerk, format, List.of(person.id()), acts.now(), folder.resolve("clerk" + format.suffix()));
            assertThat(text(folder.resolve("clerk" + format.suffix()))).contains(NUMBER);

            var before = dossiers.history(person);
            imports.run(clerk, List.of(out), false, each -> {});
            assertThat(dossiers.history(person)).isEqualTo(before);
        }
    }

    @Test
    void whatBeginsAfterTheDayDoesNotGoOutInAPackageAndIsNotTakenAwayByIt(@TempDir Path folder) throws IOException {
        var person = house.person("倪明岁", "市水务局工程师");
        house.record(person, new IdNumber("99010119800201003X"), "1980-02");
        house.record(person, PostHeld.of("市水务局总规划师"), "2090-01");
        var clerk = signed(EnumSet.allOf(Right.class));
        var out = folder.resolve("today.zip");

        exports.run(clerk, Format.TONGYONG, List.of(person.id()), acts.now(), out);

        assertThat(text(out)).contains("市水务局工程师").doesNotContain("市水务局总规划师");
        imports.run(clerk, List.of(out), false, each -> {});
        assertThat(dossiers.known(person, acts.head()))
                .anyMatch(each ->
                        each.body() instanceof PostHeld post && post.text().equals("市水务局总规划师"));
    }

    @Test
    void anOpenedChapterIsOfTheDayThatIsAskedAboutToo() {
        var person = house.person("倪前年", "市水务局工程师");
        house.record(person, new HealthStatement("往年健康"), "2015-05");
        house.record(person, new HealthStatement("近年复查"), "2024-05");
        var visitor = house.visitor(port, "information-section");
        var path = "/api/v1/people/" + person.id() + "/chapters/HEALTH?purpose=P04&asof=";
        assertThat(visitor.get(path + "2020-01-01").body().toString())
                .contains("往年健康")
                .doesNotContain("近年复查");
        assertThat(visitor.get(path + "2025-01-01").body().toString()).contains("往年健康", "近年复查");
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".zip")) return Files.readString(file);
        var all = new StringBuilder();
        try (var zip = FileSystems.newFileSystem(file);
                var found = Files.walk(zip.getPath("/"))) {
            for (var each : found.filter(Files::isRegularFile).toList())
                if (each.toString().endsWith(".xml")) all.append(Files.readString(each));
        }
        return all.toString();
    }

    private static Signed signed(Set<Right> rights) {
        var id = UUID.randomUUID();
        var chapters = EnumSet.allOf(Chapter.class);
        var role = new Role("some", "某科", false, true, rights, chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "clerk", "clerk", null, false, sight, new Purpose("P05"));
    }

    private String form(String role, UUID person) {
        var answer =
                house.colleague(port, role + ++accounts, role).get("/api/v1/people/" + person + "/form?purpose=P04");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().toString();
    }
}
