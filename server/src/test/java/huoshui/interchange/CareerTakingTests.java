package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What a résumé's line suggests is shown first and written whole, with the line as its basis, when somebody takes it. */
@RoomTest
class CareerTakingTests {

    private static final String RESUME = """
            2001.07--2006.01  凤溪县司法局科员
            2006.01--2012.08  凤溪县木瓜乡党委委员、副乡长（副科级）（其间：2009.03--2009.07市委党校中青班学习）
            2012.08--         凤溪县统计局党组书记、局长""";

    @TempDir
    Path folder;

    final Imports imports;
    final CareerReadings readings;
    final Dossiers dossiers;
    final Acts acts;

    CareerTakingTests(
            @Autowired Imports imports,
            @Autowired CareerReadings readings,
            @Autowired Dossiers dossiers,
            @Autowired Acts acts) {
        this.imports = imports;
        this.readings = readings;
        this.dossiers = dossiers;
        this.acts = acts;
    }

    private Subject.Person person() {
        var form = Sheaf.with(Sheaf.plain(1).getFirst(), "JianLi", RESUME);
        var items = new ArrayList<Item>();
        var file = Sheaf.lay(folder, "a.lrmx", Sheaf.with(form, "XianRenZhiWu", "凤溪县统计局党组书记、局长"));
        imports.run(RosterInTests.WHO, List.of(file), false, items::add);
        return new Subject.Person(items.getFirst().personId());
    }

    private List<Fact<FactBody>> now(Subject.Person person, Class<? extends FactBody> type) {
        return dossiers.history(person).stream()
                .filter(each -> each.superseded() == null && type.isInstance(each.content()))
                .toList();
    }

    private static List<String> posts(List<Fact<FactBody>> facts) {
        return facts.stream()
                .map(each -> ((PostHeld) each.content()).text())
                .sorted()
                .toList();
    }

    @Test
    void aLineIsShownFirstAndThenWrittenWholeWithTheLineAsItsBasis() {
        var person = person();
        assertThat(posts(now(person, PostHeld.class))).contains("凤溪县木瓜乡党委委员、副乡长（副科级）");

        var shown = readings.of(RosterInTests.WHO, person, acts.now()).proposals().stream()
                .filter(each -> each.line() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(shown.facts())
                .extracting(each -> each.kind() + " " + each.words())
                .containsExactly("post 凤溪县木瓜乡党委委员", "post 凤溪县木瓜乡副乡长", "level 乡科级副职");

        assertThatThrownBy(() -> readings.take(RosterInTests.WHO, person, 2, "另一段文字"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已有变动");
        readings.take(RosterInTests.WHO, person, 2, shown.words());

        assertThat(posts(now(person, PostHeld.class)))
                .containsExactly("凤溪县司法局科员", "凤溪县木瓜乡党委委员", "凤溪县木瓜乡副乡长", "凤溪县统计局党组书记、局长");
        assertThat(now(person, LevelHeld.class)).singleElement().satisfies(each -> {
            assertThat(each.valid().firstDate().text()).isEqualTo("2006-01");
            assertThat(each.basis()).startsWith("简历第 2 行：2006.01--2012.08");
        });
        assertThat(readings.of(RosterInTests.WHO, person, acts.now()).proposals())
                .noneMatch(each -> each.line() == 2 && !each.facts().isEmpty());
        assertThatThrownBy(() -> readings.take(RosterInTests.WHO, person, 2, shown.words()))
                .hasMessageContaining("没有可写入的内容");
    }
}
