package huoshui.interchange.general;

import static huoshui.interchange.general.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.StandingFact.SelectedGraduate;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GeneralSheetTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final UUID UNIT = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UnitKeys UNITS = new UnitKeys() {
        @Override
        public Optional<UUID> unit(String key) {
            return key.equals("001.001") ? Optional.of(UNIT) : Optional.empty();
        }

        @Override
        public Optional<String> key(UUID unit) {
            return unit.equals(UNIT) ? Optional.of("001.001") : Optional.empty();
        }
    };

    @Test
    void everyColumnWithAHomeComesBackAsItWas() {
        var person = full();
        var reading = read(person);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.unplaced()).isEmpty();
        var written = GeneralSheet.write("P1", reading.facts(), DAY, UNITS);
        assertThat(written).isEqualTo(person);
    }

    @Test
    void factsFromElsewhereAreWrittenAlikeInWhateverOrderTheyCome() {
        var facts = read(full()).facts().stream()
                .map(each -> SheetFact.of(each.body(), each.valid()))
                .toList();
        assertThat(GeneralSheet.write("P1", facts.reversed(), DAY, UNITS))
                .isEqualTo(GeneralSheet.write("P1", facts, DAY, UNITS));
    }

    @Test
    void codesBecomeWordsAndDatesKeepTheirPrecision() {
        var facts = read(full()).facts();
        assertThat(bodies(facts, Identity.class))
                .containsExactly(new Identity("林示例", "男", PartialDate.month(1984, 3), "白族", "云南示范", "云南示范", null));
        assertThat(bodies(facts, PartyMembership.class))
                .containsExactly(
                        new PartyMembership("中共党员", PartialDate.month(2005, 6)), new PartyMembership("民盟", null));
        assertThat(bodies(facts, LevelHeld.class)).containsExactly(new LevelHeld("县处级副职", "1A32", null));
        assertThat(bodies(facts, RankHeld.class))
                .containsExactly(new RankHeld("一级主任科员", "17", null), new RankHeld("四级调研员", "1A16", "示组〔2021〕1号"));
        assertThat(bodies(facts, SelectedGraduate.class))
                .extracting(SelectedGraduate::kind)
                .containsExactly("是");
        assertThat(bodies(facts, AnnualGrade.class)).containsExactly(new AnnualGrade(2025, "优秀", "1"));
        var rank = of(facts, RankHeld.class).getFirst();
        assertThat(rank.valid()).isEqualTo(Span.between(PartialDate.month(2019, 6), PartialDate.month(2021, 5)));
    }

    @Test
    void aPostKnowsItsUnitAndWhetherItStillHolds() {
        var posts = of(read(full()).facts(), PostHeld.class);
        var past = (PostHeld) posts.getFirst().body();
        var present = (PostHeld) posts.getLast().body();
        assertThat(past.text()).isEqualTo("示例市规划局科员");
        assertThat(posts.getFirst().valid())
                .isEqualTo(Span.between(PartialDate.month(2006, 8), PartialDate.month(2015, 3)));
        assertThat(present.unit()).isEqualTo(UNIT);
        assertThat(present.leading()).isTrue();
        assertThat(present.member()).isEqualTo("副职");
        assertThat(present.level()).isNull();
        assertThat(posts.getLast().valid().open()).isTrue();
    }

    @Test
    void rewardsAndSanctionsAreToldApart() {
        var facts = read(full()).facts();
        assertThat(bodies(facts, Reward.class)).extracting(Reward::name).containsExactly("记三等功");
        assertThat(bodies(facts, Sanction.class)).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("警告");
            assertThat(each.influenceUntil()).isEqualTo(PartialDate.month(2018, 9));
        });
        assertThat(read(with("A14", row("A0000", "P1", "A1404A", "某项"))).problems())
                .extracting(GeneralProblem::code)
                .containsExactly("general.no-award");
    }

    @Test
    void anEarlierLevelWithoutAnEndEndsWhereTheNextBegins() {
        var reading = read(with(
                "A05",
                row("A0000", "P1", "A0531", "0", "A0501B", "0141", "A0504", "201001", "A0524", "0"),
                row("A0000", "P1", "A0531", "0", "A0501B", "0132", "A0504", "201503", "A0524", "1")));
        assertThat(of(reading.facts(), LevelHeld.class).getFirst().valid())
                .isEqualTo(Span.between(PartialDate.month(2010, 1), PartialDate.month(2015, 3)));
        assertThat(reading.problems()).extracting(GeneralProblem::code).containsExactly("general.end-inferred");
    }

    @Test
    void twoLevelsOnOneDayAreToldAndKeptForAPersonToSettle() {
        var reading = read(with(
                "A05",
                row("A0000", "P1", "A0531", "0", "A0501B", "0141", "A0504", "201001", "A0517", "201601"),
                row("A0000", "P1", "A0531", "0", "A0501B", "0132", "A0504", "201503", "A0524", "1")));
        assertThat(reading.problems()).singleElement().satisfies(each -> {
            assertThat(each.error()).isTrue();
            assertThat(each.message()).isEqualTo("林示例职务层次（A05）第 2 行：与职务层次（A05）第 1 行时间重叠，两者不能同时成立。请核对起止时间。");
        });
    }

    @Test
    void whatA01RepeatsCountsOnlyWhereA05IsSilent() {
        var alone = read(new GeneralPerson(
                "P1",
                Map.of(
                        "A01",
                        List.of(row(
                                "A0000", "P1", "A0101", "林示例", "A0221", "0132", "A0288", "202001", "A0192E", "16")))));
        assertThat(bodies(alone.facts(), LevelHeld.class)).containsExactly(new LevelHeld("县处级副职", "0132", null));
        assertThat(bodies(alone.facts(), RankHeld.class)).containsExactly(new RankHeld("四级调研员", "16", null));
    }

    @Test
    void anImpossibleDateIsToldAndKeptWhereItStands() {
        var reading = read(with("A02", row("A0000", "P1", "A0215A", "主任", "A0243", "201513", "A0255", "1")));
        assertThat(reading.problems()).singleElement().satisfies(each -> {
            assertThat(each.code()).isEqualTo("general.bad-date");
            assertThat(each.message())
                    .isEqualTo("林示例职务（A02）第 1 行的任职时间（A0243）：“201513”不是日历上的时间：未计入。请按 YYYYMM 或 YYYYMMDD 改正。");
        });
        assertThat(reading.unplaced()).containsExactly(new GeneralReading.Unplaced("A02", 1, "A0243", "201513"));
        assertThat(of(reading.facts(), PostHeld.class).getFirst().valid()).isEqualTo(Span.evidenced(DAY));
    }

    @Test
    void whatNoFactCarriesIsListedAndNotDroppedUnseen() {
        var reading = read(new GeneralPerson(
                "P1",
                Map.of(
                        "A01", List.of(row("A0000", "P1", "A0101", "林示例", "A0197", "1", "X9", "甲")),
                        "A33", List.of(row("A0000", "P1", "A3310", "1000")))));
        assertThat(reading.unplaced())
                .containsExactlyInAnyOrder(
                        new GeneralReading.Unplaced("A01", 1, "A0197", "1"),
                        new GeneralReading.Unplaced("A01", 1, "X9", "甲"),
                        new GeneralReading.Unplaced("A33", 1, "A3310", "1000"));
    }

    @Test
    void aPostThatEndedNobodyKnowsWhenIsPastAllTheSame() {
        var reading = read(with("A02", row("A0000", "P1", "A0215A", "主任", "A0243", "201003", "A0255", "0")));
        var span = of(reading.facts(), PostHeld.class).getFirst().valid();
        assertThat(span.covers(DAY)).isFalse();
        assertThat(span.lastDate()).isNull();
        var ended = read(with("A02", row("A0000", "P1", "A0215A", "主任", "A0265", "201003")));
        assertThat(of(ended.facts(), PostHeld.class).getFirst().valid().firstDate())
                .isNull();
    }

    @Test
    void studyWithoutAKindIsReadFromTheFlagsOrLeftForAPerson() {
        var flagged = read(with("A08", row("A0000", "P1", "A0801A", "大学", "A0831", "1")));
        assertThat(bodies(flagged.facts(), Study.class)).extracting(Study::mode).containsExactly("fulltime");
        var party = read(with("A08", row("A0000", "P1", "A0801A", "省委党校研究生")));
        assertThat(bodies(party.facts(), Study.class)).extracting(Study::mode).containsExactly("inservice");
        var unknown = read(with("A08", row("A0000", "P1", "A0801A", "大学")));
        assertThat(unknown.problems()).extracting(GeneralProblem::code).containsExactly("general.no-study");
        assertThat(unknown.unplaced()).hasSize(1);
    }

    @Test
    void aRelationGivenByCodeIsReadAndDoubted() {
        var reading = read(with("A36", row("A0000", "P1", "A3604A", "04", "A3601", "赵示例", "A3627", "13")));
        assertThat(bodies(reading.facts(), FamilyMember.class)).singleElement().satisfies(each -> {
            assertThat(each.relation()).isEqualTo("妻子");
            assertThat(each.party()).isEqualTo("群众");
        });
        assertThat(reading.problems()).extracting(GeneralProblem::code).containsExactly("general.relation-code");
    }

    @Test
    void theResumeIsKeptAsPrintedAndThePortraitByItsDigest() {
        var photo = GeneralPhoto.of("P1.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
        var facts = GeneralSheet.read(full(), photo, DAY, UNITS).facts();
        assertThat(bodies(facts, PrintedText.class))
                .contains(new PrintedText(
                        Box.RESUME, "2006.08--2015.03  示例市规划局科员\n2015.03--         示例市自然资源和规划局副局长", false));
        var portrait = bodies(facts, Photo.class).getFirst();
        assertThat(portrait.digest()).hasSize(64);
        assertThat(GeneralSheet.photoName("P1", portrait)).isEqualTo("P1.jpg");
        assertThat(GeneralSheet.write("P1", facts, DAY, UNITS).value("A57", "A5714"))
                .contains("P1.jpg");
    }

    @Test
    void aUnitComesBackAsItWas() {
        var row = row(
                "B0101", "示例市规划局", "B0104", "规划局", "B0114", "530001", "B0111", "001.002", "B0121", "001", "B0127",
                "107", "B0131", "3418", "B0194", "1", "B0183", "1", "B0185", "3", "B0227", "42", "B0238", "2007",
                "SORTID", "7");
        var unit = GeneralUnit.of(row);
        assertThat(unit.row()).isEqualTo(row);
        assertThat(unit.numbers()).containsEntry("B0185", 3);
        assertThat(GeneralUnit.of(row("B0101", "办公室", "B0111", "001.002.001")).parent())
                .isEqualTo("001.002");
    }

    private static GeneralReading read(GeneralPerson person) {
        return GeneralSheet.read(person, null, DAY, UNITS);
    }

    private static List<SheetFact> of(List<SheetFact> facts, Class<? extends FactBody> type) {
        return facts.stream().filter(each -> type.isInstance(each.body())).toList();
    }

    private static <B extends FactBody> List<B> bodies(List<SheetFact> facts, Class<B> type) {
        return of(facts, type).stream().map(each -> type.cast(each.body())).toList();
    }

    @SafeVarargs
    private static GeneralPerson with(String set, Map<String, String>... rows) {
        return new GeneralPerson("P1", Map.of("A01", List.of(row("A0000", "P1", "A0101", "林示例")), set, List.of(rows)));
    }

    private static GeneralPerson full() {
        var sets = new LinkedHashMap<String, List<Map<String, String>>>();
        sets.put(
                "A01",
                List.of(row(
                        "A0000",
                        "P1",
                        "A0101",
                        "林示例",
                        "A0104",
                        "1",
                        "A0107",
                        "198403",
                        "A0111A",
                        "云南示范",
                        "A0114A",
                        "云南示范",
                        "A0117",
                        "14",
                        "A0128",
                        "健康",
                        "A0134",
                        "200608",
                        "A0140",
                        "民盟（2005.06）",
                        "A0141",
                        "01",
                        "A0144",
                        "200506",
                        "A3921",
                        "05",
                        "A0160",
                        "1",
                        "A0163",
                        "1",
                        "A0165",
                        "03",
                        "A0184",
                        "530000198403010019",
                        "A0187A",
                        "城乡规划",
                        "A0192A",
                        "示例市自然资源和规划局副局长",
                        "A0221",
                        "1A32",
                        "A0288",
                        "201503",
                        "A0192E",
                        "1A16",
                        "A0192C",
                        "202105",
                        "A0196",
                        "工程师",
                        "A0195",
                        "001.001",
                        "A1701",
                        "2006.08--2015.03  示例市规划局科员\n2015.03--         示例市自然资源和规划局副局长",
                        "A14Z101",
                        "无",
                        "A15Z101",
                        "2025年优秀",
                        "A0120",
                        "18",
                        "A0121",
                        "1",
                        "A2949",
                        "200708",
                        "A0180",
                        "备注")));
        sets.put(
                "A02",
                List.of(
                        row(
                                "A0000",
                                "P1",
                                "A0201A",
                                "示例市规划局",
                                "A0215A",
                                "科员",
                                "A0219",
                                "2",
                                "A0223",
                                "2",
                                "A0243",
                                "200608",
                                "A0255",
                                "0",
                                "A0265",
                                "201503",
                                "A0267",
                                "示组〔2015〕3号",
                                "A0281",
                                "false"),
                        row(
                                "A0000",
                                "P1",
                                "A0201A",
                                "示例市自然资源和规划局",
                                "A0201B",
                                "001.001",
                                "A0201D",
                                "1",
                                "A0201E",
                                "3",
                                "A0215A",
                                "副局长",
                                "A0219",
                                "1",
                                "A0223",
                                "1",
                                "A0225",
                                "3",
                                "A0243",
                                "201503",
                                "A0245",
                                "示组〔2015〕2号",
                                "A0247",
                                "1",
                                "A0255",
                                "1",
                                "A0281",
                                "true",
                                "A0279",
                                "1")));
        sets.put(
                "A05",
                List.of(
                        row("A0000", "P1", "A0531", "0", "A0501B", "1A32", "A0504", "201503", "A0524", "1"),
                        row(
                                "A0000", "P1", "A0531", "1", "A0501B", "17", "A0504", "201906", "A0517", "202105",
                                "A0524", "0"),
                        row(
                                "A0000",
                                "P1",
                                "A0531",
                                "1",
                                "A0501B",
                                "1A16",
                                "A0504",
                                "202105",
                                "A0511",
                                "示组〔2021〕1号",
                                "A0524",
                                "1")));
        sets.put(
                "A06",
                List.of(row(
                        "A0000", "P1", "A0602", "工程师", "A0604", "201111", "A0607", "1", "A0611", "示例评委会", "A0699",
                        "true")));
        sets.put(
                "A08",
                List.of(
                        row(
                                "A0000", "P1", "A0801A", "大学", "A0801B", "21", "A0901A", "工学学士", "A0901B", "408",
                                "A0804", "200209", "A0807", "200607", "A0904", "200607", "A0814", "示例大学建筑系", "A0824",
                                "城市规划", "A0837", "1", "A0811", "4", "A0831", "1", "A0832", "1", "A0834", "0", "A0835",
                                "1", "A0838", "0", "A0839", "0", "A0899", "true"),
                        row(
                                "A0000", "P1", "A0801A", "省委党校研究生", "A0801B", "1B", "A0804", "201309", "A0807",
                                "201607", "A0814", "省委党校", "A0824", "经济管理", "A0837", "2", "A0831", "0", "A0832", "0",
                                "A0834", "1", "A0835", "0", "A0838", "1", "A0839", "0", "A0899", "true")));
        sets.put(
                "A11",
                List.of(row(
                        "A0000",
                        "P1",
                        "A1101",
                        "2",
                        "A1104",
                        "1",
                        "A1107",
                        "20230301",
                        "A1111",
                        "20230430",
                        "A1114",
                        "示例市委组织部",
                        "A1121A",
                        "示例市委党校",
                        "A1131",
                        "县处级干部任职培训班",
                        "A1151",
                        "0",
                        "A1108",
                        "120",
                        "A1107C",
                        "60")));
        sets.put(
                "A14",
                List.of(
                        row(
                                "A0000", "P1", "A1404A", "记三等功", "A1404B", "01114", "A1407", "201201", "A1411A",
                                "示例市政府", "A1414", "105"),
                        row(
                                "A0000", "P1", "A1404A", "警告", "A1404B", "02110", "A1407", "201803", "A1411A", "示例市监委",
                                "A1423", "201809")));
        sets.put("A15", List.of(row("A0000", "P1", "A1517", "1", "A1521", "2025")));
        sets.put(
                "A29",
                List.of(row(
                        "A0000", "P1", "A2907", "200608", "A2911", "213", "A2921A", "示例大学", "A2947", "200608", "A2949",
                        "200708")));
        sets.put(
                "A36",
                List.of(row(
                        "A0000",
                        "P1",
                        "A3601",
                        "赵示例",
                        "A3604A",
                        "妻子",
                        "A3607",
                        "198507",
                        "A3627",
                        "群众",
                        "A3611",
                        "示例市第一小学教师",
                        "SORTID",
                        "1")));
        sets.put("A37", List.of(row("A0000", "P1", "A3707C", "13000000000")));
        sets.put(
                "A61",
                List.of(row(
                        "A0000", "P1", "A2970", "01", "A2970A", "01", "A2970B", "示范镇", "A2970C", "2年", "A6104",
                        "200608", "A6108", "大学", "A6110", "工学学士")));
        return new GeneralPerson("P1", sets);
    }
}
