package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.LrmxReader;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("旧时的来文：按从前某日导出的件再导入，不拿走此后开始的，并说明是哪一日的件")
class OlderFileTests {

    private static final Signed WHO = RosterOutTests.somebody(EnumSet.allOf(Chapter.class));
    private static int number = 60;

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    private String form = "";
    private Subject.Person person = new Subject.Person(UUID.randomUUID());

    @BeforeEach
    void somebodyWhoseTimesMovedOn() {
        form = Sheaf.with(
                Sheaf.with(Sheaf.plain(++number).getLast(), "TianBiaoShiJian", ""), "JiSuanNianLingShiJian", "");
        Sheaf.lay(folder.resolve("in"), "a.lrmx", form);
        var item = run(folder.resolve("in")).getFirst();
        person = new Subject.Person(Objects.requireNonNull(item.personId()));
        span(new HealthStatement("往年健康"), "2012-01", "2021-01");
        span(new HealthStatement("近年复查"), "2021-01", null);
        span(new Expertise("水利"), "2010-01", "2022-01");
        span(new Expertise("水利、应急"), "2022-01", null);
        span(new RankHeld("四级调研员", null, null), "2012-06", "2023-06");
        span(new RankHeld("三级调研员", null, null), "2023-06", null);
        span(PostHeld.of("示例市水务局局长"), "2022-03", null);
        span(new Reward("三等功", null, null, null, null, null), "2024-05", null);
    }

    @ParameterizedTest
    @CsvSource({
        "LRMX,2018-01-01",
        "LRMX,2021-06-30",
        "LRMX,2024-01-01",
        "TONGYONG,2018-01-01",
        "TONGYONG,2021-06-30",
        "TONGYONG,2024-01-01"
    })
    void whatWentOutForAnEarlierDayTakesNothingAwayAndSaysOfWhichDayItIs(Format format, LocalDate day) {
        var out = folder.resolve("out" + format.suffix());
        exports.run(WHO, format, List.of(person.id()), new AsOf(day, acts.head()), out);
        // A package gives grades the codes of their words.
        var before = standing().stream()
                .filter(each -> format == Format.LRMX || !each.kind().equals("annual-grade"))
                .toList();

        var item = run(out).getFirst();

        assertThat(standing()).as(item.toString()).containsAll(before);
        assertThat(item.problems())
                .filteredOn(each -> each.code().equals("file.earlier-day"))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains(day.toString().replace('-', '.'));
        if (format == Format.LRMX) assertThat(item.status()).as(item.toString()).isEqualTo(Status.SAME);
        assertThat(run(out)).extracting(Item::status).containsExactly(Status.SAME);
        assertThat(standing()).containsAll(before);
    }

    @Test
    void aFormOfAnEarlierDaySaysFromWhenItCountsAgesAndOneOfTodayIsLeftAsItIs() throws IOException {
        var then = folder.resolve("then.lrmx");
        exports.run(WHO, Format.LRMX, List.of(person.id()), new AsOf(LocalDate.of(2018, 1, 1), acts.head()), then);
        assertThat(new LrmxReader().read(Files.readAllBytes(then)).text(Box.AGE_REFERENCE))
                .isEqualTo("20180101");
        var now = folder.resolve("now.lrmx");
        exports.run(WHO, Format.LRMX, List.of(person.id()), acts.now(), now);
        assertThat(new LrmxReader().read(Files.readAllBytes(now)).text(Box.AGE_REFERENCE))
                .isEmpty();
    }

    @Test
    void aFormFilledInEarlierPutsBackNothingThatCameLater() {
        var older = Sheaf.with(Sheaf.with(form, "TianBiaoShiJian", "20190501"), "JianKangZhuangKuang", "当年一般");
        Sheaf.lay(folder.resolve("older"), "a.lrmx", Sheaf.with(older, "ShuXiZhuanYeYouHeZhuanChang", "当年规划"));
        var after = standing().stream()
                .filter(each -> each.valid().from().isAfter(LocalDate.of(2019, 5, 1)))
                .toList();

        var item = run(folder.resolve("older")).getFirst();

        assertThat(item.problems()).extracting(Problem::code).contains("file.earlier-day");
        assertThat(standing()).containsAll(after);
        assertThat(on(LocalDate.of(2019, 6, 1), HealthStatement.class)).containsExactly(new HealthStatement("当年一般"));
        assertThat(on(acts.today(), HealthStatement.class)).containsExactly(new HealthStatement("近年复查"));
        assertThat(on(acts.today(), Expertise.class)).containsExactly(new Expertise("水利、应急"));
        assertThat(run(folder.resolve("older"))).extracting(Item::status).containsExactly(Status.SAME);
    }

    private void span(FactBody body, String from, String to) {
        var since = PartialDate.read(from).orElseThrow();
        var span = Span.since(since);
        if (to != null) span = span.until(PartialDate.read(to).orElseThrow().firstDay());
        var now = standing().stream()
                .filter(each -> each.content().getClass() == body.getClass() && !(body instanceof PostHeld))
                .filter(each -> each.basis().startsWith("干部任免审批表"))
                .toList();
        now.forEach(each -> dossiers.cancel(WHO.actor(), each.id(), "测试"));
        dossiers.record(WHO.actor(), person, body, span, "文件");
    }

    private List<Fact<FactBody>> standing() {
        return dossiers.known(person, acts.head());
    }

    private <F extends FactBody> List<FactBody> on(LocalDate day, Class<F> type) {
        return dossiers.of(person, new AsOf(day, acts.head())).stream()
                .map(Fact::content)
                .filter(type::isInstance)
                .toList();
    }

    private List<Item> run(Path path) {
        var items = new ArrayList<Item>();
        imports.run(WHO, List.of(path), false, items::add);
        return items;
    }
}
