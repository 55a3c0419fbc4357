package huoshui.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelAndRankTests {

    @ParameterizedTest
    @CsvSource({
        "0131, DIVISION_CHIEF",
        "1A31, DIVISION_CHIEF",
        "1a31, DIVISION_CHIEF",
        "013102, DIVISION_CHIEF",
        "012201, BUREAU_DEPUTY",
        "0122, BUREAU_DEPUTY",
        "县处级正职, DIVISION_CHIEF",
        "正处级, DIVISION_CHIEF",
        "正县级, DIVISION_CHIEF",
        "县（处）级正职, DIVISION_CHIEF",
        "副处级, DIVISION_DEPUTY",
        "副县级, DIVISION_DEPUTY",
        "正科级, SECTION_CHIEF",
        "乡（科）级副职, SECTION_DEPUTY",
        "1A50, STAFF",
        "0160, CLERK",
        "1A98, PROBATIONER",
        "试用期, PROBATIONER",
        "0199, OTHER",
        "正 厅 级, BUREAU_CHIEF",
        "副省部级, MINISTERIAL_DEPUTY"
    })
    void everySpellingOfALevelIsRead(String text, LeadershipLevel level) {
        assertThat(LeadershipLevel.read(text)).contains(level);
    }

    @ParameterizedTest
    @CsvSource({"正局级", "31", "0177", "处级", "01B01"})
    void aDoubtfulLevelIsNotGuessed(String text) {
        assertThat(LeadershipLevel.read(text)).isEmpty();
    }

    @Test
    void levelsWriteBackBothOfTheirCodesAndTheirName() {
        for (var each : LeadershipLevel.values()) {
            assertThat(LeadershipLevel.read(each.code())).contains(each);
            assertThat(LeadershipLevel.read(each.databaseCode())).contains(each);
            assertThat(LeadershipLevel.read(each.title())).contains(each);
            assertThat(Codes.list("ZB09").name(each.code())).contains(each.title());
        }
    }

    @Test
    void levelsAreOrderedAndProbationersStandOutside() {
        assertThat(LeadershipLevel.DIVISION_CHIEF.above(LeadershipLevel.DIVISION_DEPUTY))
                .isTrue();
        assertThat(LeadershipLevel.DIVISION_DEPUTY.atLeast(LeadershipLevel.DIVISION_DEPUTY))
                .isTrue();
        assertThat(LeadershipLevel.PROBATIONER.atLeast(LeadershipLevel.CLERK)).isFalse();
        assertThat(LeadershipLevel.NATIONAL_CHIEF.above(LeadershipLevel.OTHER)).isFalse();
        assertThat(LeadershipLevel.STAFF.leading()).isFalse();
    }

    @Test
    void ranksAreReadFromBothCodesAndFromTheirNames() {
        for (var each : Rank.values()) {
            assertThat(Rank.read(each.code())).contains(each);
            assertThat(Rank.read(each.databaseCode())).contains(each);
            assertThat(Rank.read(each.title())).contains(each);
        }
        assertThat(Rank.read("调研员")).isEmpty();
    }

    @Test
    void aLeaderHoldsAtLeastTheLowestRankOfTheLevel() {
        assertThat(Rank.lowestFor(LeadershipLevel.BUREAU_DEPUTY)).contains(Rank.COUNSEL_2);
        assertThat(Rank.lowestFor(LeadershipLevel.DIVISION_CHIEF)).contains(Rank.CONSULTANT_2);
        assertThat(Rank.lowestFor(LeadershipLevel.DIVISION_DEPUTY)).contains(Rank.CONSULTANT_4);
        assertThat(Rank.lowestFor(LeadershipLevel.SECTION_CHIEF)).contains(Rank.PRINCIPAL_STAFF_2);
        assertThat(Rank.lowestFor(LeadershipLevel.SECTION_DEPUTY)).contains(Rank.PRINCIPAL_STAFF_4);
        assertThat(Rank.lowestFor(LeadershipLevel.STAFF)).isEmpty();
        assertThat(Rank.CONSULTANT_1.atLeast(Rank.CONSULTANT_4)).isTrue();
        assertThat(Rank.PRINCIPAL_STAFF_1.next()).contains(Rank.CONSULTANT_4);
    }

    @ParameterizedTest
    @CsvSource({
        "一级调研员, GENERAL, 13",
        "1A13, GENERAL, 13",
        "三级高级法官, JUDGE, 106",
        "206, PROSECUTOR, 206",
        "一级警长, POLICE_OFFICER, 407",
        "407, POLICE_OFFICER, 407",
        "601, OTHER, 601",
        "警务技术二级主任, POLICE_TECHNICAL, 304"
    })
    void ranksOfOtherFamiliesKeepTheirCode(String text, RankFamily family, String code) {
        var word = RankWord.read(text).orElseThrow();
        assertThat(word.family()).isEqualTo(family);
        assertThat(word.code()).isEqualTo(code);
    }

    @Test
    void institutionStaffAreReadByName() {
        assertThat(RankWord.read("五级职员").map(RankWord::family)).contains(RankFamily.INSTITUTION_STAFF);
        assertThat(RankWord.read("一级主办").map(RankWord::family)).contains(RankFamily.ENFORCEMENT);
        assertThat(RankWord.read("正处级").map(RankWord::family)).contains(RankFamily.BEFORE_2019);
        assertThat(RankWord.read("某某级")).isEmpty();
    }

    @Test
    void aCityTellsWhatItsOwnManagementCodesMean() {
        assertThat(ManagementCode.read("02")).contains(ManagementCode.PROVINCIAL);
        assertThat(ManagementCode.read("市管干部")).contains(ManagementCode.CITY);
        assertThat(ManagementCode.read("18")).isEmpty();
        assertThat(ManagementCode.read("18", Map.of("18", ManagementCode.COUNTY)))
                .isEqualTo(Optional.of(ManagementCode.COUNTY));
    }
}
