package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import huoshui.RoomTest;
import huoshui.dossier.Dossiers;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.interchange.general.GeneralPackage;
import huoshui.kernel.Acts;
import huoshui.org.OrgLoader;
import huoshui.org.Organization;
import huoshui.org.fact.UnitFact.Headcount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("通用格式包里的机构：能收的按主管范围收，不能收的说明原因，人员照常进来")
class UnitsOfPackagesTests {

    static int round;

    @TempDir
    Path folder = Path.of("");

    final Imports imports;
    final Exports exports;
    final Acts acts;
    final Organization organization;
    final TwoCounties city;

    UnitsOfPackagesTests(
            @Autowired OrgLoader loader,
            @Autowired Dossiers dossiers,
            @Autowired Organization organization,
            @Autowired Acts acts,
            @Autowired Imports imports,
            @Autowired Exports exports) {
        this.exports = exports;
        this.acts = acts;
        this.organization = organization;
        this.imports = imports;
        city = TwoCounties.founded(loader, dossiers, organization, acts);
    }

    @BeforeEach
    void another() {
        round++;
    }

    @Test
    void aSuperiorThatIsNowhereStopsNeitherThePackageNorWhatLiesBesideIt() {
        packed("a.zip")
                .unit(key("001.007.002"), "远山县水务局" + round, null)
                .unit(key("001.007.002.001"), "远山县水务局办公室" + round, null)
                .person("周甲" + round, key("001.007.002.001"), "远山县水务局办公室主任")
                .lay();
        packed("b.zip").person("周乙" + round, null, "示例局科员").lay();

        var dry = city.run(imports, city.everybody(), folder, true);
        assertThat(organization.now().named("远山县水务局" + round)).isEmpty();
        var run = city.run(imports, city.everybody(), folder, false);

        for (var each : List.of(dry, run)) {
            assertThat(each.items()).extracting(Item::status).containsExactly(Status.NEW, Status.NEW);
            assertThat(each.units())
                    .extracting(UnitNews::name, UnitNews::status, UnitNews::under)
                    .containsExactly(
                            tuple("远山县水务局" + round, UnitNews.Status.NEW, "澜江示例市"),
                            tuple("远山县水务局办公室" + round, UnitNews.Status.NEW, "远山县水务局" + round));
            assertThat(each.units().getFirst().problems())
                    .extracting(Problem::code)
                    .containsExactly("unit.superior-unknown");
        }
        var bureau = organization.now().named("远山县水务局" + round).getFirst();
        assertThat(bureau.is().parent()).isEqualTo(city.top());
        assertThat(city.placed(run.items().getFirst()))
                .contains(
                        organization.now().named("远山县水务局办公室" + round).getFirst().id());
        var again = city.run(imports, city.everybody(), folder, false);
        assertThat(again.units()).isEmpty();
        assertThat(again.items()).extracting(Item::status).containsExactly(Status.SAME, Status.SAME);
    }

    @Test
    void unitsThatCannotBeAreLeftEachWithWhyAndTheOthersComeIn() {
        packed("a.zip")
                .unit(key("9"), "省直示例单位" + round, "CITY")
                .unit(key("9.1"), "首个" + round, key("9"))
                .unit(key("9.1"), "编码相同" + round, key("9"))
                .unit(key("9.2"), "首个" + round, key("9"))
                .unit(key("9.3"), "绕圈甲" + round, key("9.4"))
                .unit(key("9.4"), "绕圈乙" + round, key("9.3"))
                .unit(key("9.5"), "长".repeat(201), key("9"))
                .person("周丙" + round, key("9.4"), "绕圈乙科员")
                .lay();

        var run = city.run(imports, city.everybody(), folder, false);

        assertThat(run.items()).extracting(Item::status).containsExactly(Status.NEW);
        assertThat(run.codes())
                .containsExactly(
                        "new", "new", "unit.twice", "unit.same-name", "unit.cycle", "unit.cycle", "unit.long-name");
        assertThat(organization.now().named("省直示例单位" + round).getFirst().is().parent())
                .isEqualTo(city.top());
        assertThat(city.placed(run.items().getFirst())).isEmpty();
    }

    @Test
    void aCountyFoundsBelowWhatItLeadsOnlyAndEverybodyComesInAllTheSame() {
        packed("a.zip")
                .unit(key("c.1"), "云岭县新设局" + round, "COUNTY1")
                .unit(key("c.2"), "市直新设局" + round, "CITY")
                .unit(key("c.2.1"), "市直新设局办公室" + round, key("c.2"))
                .unit(key("c.3"), "清溪县新设局" + round, "COUNTY2")
                .unit(key("c.4"), "顶层新设单位" + round, "-1")
                .unit(key("c.5.6"), "无主新设局" + round, key("c.5"))
                .person("吴甲" + round, key("c.1"), "云岭县新设局局长")
                .person("吴乙" + round, key("c.2.1"), "市直新设局办公室主任")
                .lay();

        var dry = city.run(imports, city.county(), folder, true);
        var run = city.run(imports, city.county(), folder, false);

        for (var each : List.of(dry, run))
            assertThat(each.codes())
                    .containsExactly(
                            "new",
                            "unit.not-led",
                            "unit.superior-left",
                            "unit.not-led",
                            "unit.no-superior",
                            "unit.superior-unknown new");
        assertThat(run.items()).extracting(Item::status).containsExactly(Status.NEW, Status.NEW);
        var now = organization.now();
        assertThat(now.named("云岭县新设局" + round).getFirst().is().parent()).isEqualTo(city.one());
        assertThat(now.named("无主新设局" + round).getFirst().is().parent()).isEqualTo(city.one());
        for (var name : List.of("市直新设局", "市直新设局办公室", "清溪县新设局", "顶层新设单位"))
            assertThat(now.named(name + round)).as(name).isEmpty();
        assertThat(city.placed(run.items().getFirst()))
                .contains(now.named("云岭县新设局" + round).getFirst().id());
        assertThat(city.placed(run.items().getLast())).isEmpty();
    }

    @Test
    void whoeverKeepsNoUnitsIsToldThatNoneIsFounded() {
        packed("a.zip")
                .unit(key("n.1"), "谁建的局" + round, "COUNTY1")
                .person("郑甲" + round, key("n.1"), "局长")
                .lay();

        var run = city.run(imports, city.withoutUnits(), folder, false);

        assertThat(run.codes()).containsExactly("unit.right");
        assertThat(run.items()).extracting(Item::status).containsExactly(Status.NEW);
        assertThat(organization.now().named("谁建的局" + round)).isEmpty();
    }

    @Test
    void anOfficeIsTheOneBelowItsOwnSuperiorNotOneOfTheSameNameElsewhere() {
        packed("a.zip")
                .unit(key("o.1"), "云岭县财政局", null)
                .unit(key("o.1.1"), "办公室", key("o.1"))
                .person("冯甲" + round, key("o.1.1"), "云岭县财政局办公室主任")
                .lay();

        var run = city.run(imports, city.everybody(), folder, false);

        assertThat(run.units()).isEmpty();
        assertThat(city.placed(run.items().getFirst())).contains(city.officeOfFinance());
    }

    @Test
    void everyNumberAndPaperOfAUnitComesInAndGoesOutAgain() throws Exception {
        var said = TwoCounties.Packing.row(
                "B0150",
                "9",
                "B0183",
                "1",
                "B0185",
                "4",
                "B0227",
                "40",
                "B0232",
                "12",
                "B0233",
                "7",
                "B0234",
                "2",
                "B0235",
                "30",
                "B0236",
                "5",
                "B0238",
                "2010",
                "B0239",
                "示组发〔2010〕5号",
                "B0246",
                "3",
                "B0247",
                "1",
                "B0248",
                "2",
                "B0249",
                "6",
                "SORTID",
                "17",
                "UNIFY_CODE",
                "11320000000000000X");
        var columns = said.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .toArray(String[]::new);
        packed("a.zip")
                .unit(key("n.1"), "全数局" + round, "CITY", columns)
                .person("何甲" + round, key("n.1"), "全数局局长")
                .lay();

        var run = city.run(imports, city.everybody(), folder, false);

        assertThat(run.codes()).containsExactly("new");
        var unit = organization.now().named("全数局" + round).getFirst();
        assertThat(unit.is().civilManaged()).isEqualTo("2010 示组发〔2010〕5号");
        assertThat(organization.now().headcount(unit.id())).contains(new Headcount(40, 12, 7, 5, 30, 2, null));
        var out = Files.createTempDirectory("units").resolve("out.zip");
        exports.run(
                city.everybody(),
                Exports.Format.TONGYONG,
                List.of(Objects.requireNonNull(run.items().getFirst().personId())),
                acts.now(),
                out);
        try (var open = GeneralPackage.open(out)) {
            assertThat(open.units())
                    .filteredOn(each -> key("n.1").equals(each.get("B0111")))
                    .singleElement()
                    .satisfies(each -> assertThat(each).containsAllEntriesOf(said));
        }
        assertThat(city.run(imports, city.everybody(), out, true).units()).isEmpty();
    }

    @Test
    void aUnitWeHaveOtherwiseIsToldToThoseWhoSeeItAndStaysAsItIs() {
        packed("a.zip")
                .unit("BUREAU", "市示例局", "COUNTY1", "B0183", "2", "B0227", "30")
                .unit("FIN1", "云岭县财政和国资局", "COUNTY1", "B0183", "1", "B0185", "多")
                .person("何乙" + round, "FIN1", "云岭县财政局科员")
                .lay();

        var all = city.run(imports, city.everybody(), folder, true);
        var county = city.run(imports, city.county(), folder, false);

        assertThat(all.codes()).containsExactly("unit.differs differs", "unit.differs differs");
        assertThat(all.units().getFirst().problems().getFirst().message())
                .contains("上级", "正职领导职数（B0183） 来文 2，库中 1", "行政编制数（B0227） 来文 30，库中未核定");
        assertThat(county.units()).extracting(UnitNews::name).containsExactly("云岭县财政和国资局");
        assertThat(organization.now().requireUnit(city.unit("FIN1")).is().name())
                .isEqualTo("云岭县财政局");
    }

    private TwoCounties.Packing packed(String name) {
        return new TwoCounties.Packing(folder.resolve(name));
    }

    private static String key(String key) {
        return "R" + round + "." + key;
    }
}
