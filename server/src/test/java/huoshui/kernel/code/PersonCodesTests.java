package huoshui.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.code.EducationWord.Outcome;
import huoshui.kernel.code.EducationWord.School;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonCodesTests {

    @ParameterizedTest
    @CsvSource({"汉, 01, 汉族", "汉族, 01, 汉族", "01, 01, 汉族", "1, 01, 汉族", "维吾尔, 05, 维吾尔族", "彝　族, 07, 彝族", "其他, 91, 其他"})
    void anEthnicGroupIsReadWithOrWithoutItsLastWord(String text, String code, String title) {
        assertThat(Ethnicity.read(text)).contains(new Ethnicity(code, title));
    }

    @Test
    void hanAndOthersAreNoMinority() {
        assertThat(Ethnicity.HAN.minority()).isFalse();
        assertThat(Ethnicity.read("白族").orElseThrow().minority()).isTrue();
        assertThat(Ethnicity.read("其他").orElseThrow().minority()).isFalse();
        assertThat(Ethnicity.read("火星族")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01, PARTY_MEMBER",
        "党员, PARTY_MEMBER",
        "中共预备党员, PROBATIONARY_PARTY_MEMBER",
        "民盟盟员, DEMOCRATIC_LEAGUE",
        "民建会员, NATIONAL_CONSTRUCTION",
        "九三, JIU_SAN",
        "九三学社社员, JIU_SAN",
        "中国致公党党员, ZHI_GONG",
        "农工党党员, PEASANTS_AND_WORKERS",
        "无党派人士, NO_PARTY",
        "群众, CITIZEN",
        "13, CITIZEN",
        "共青团员, LEAGUE_MEMBER"
    })
    void politicalStatusIsReadFromAMembersTitleToo(String text, PoliticalStatus status) {
        assertThat(PoliticalStatus.read(text)).contains(status);
    }

    @ParameterizedTest
    @CsvSource({
        "大学, 21, UNDERGRADUATE, ORDINARY, GRADUATED",
        "大学本科, 21, UNDERGRADUATE, ORDINARY, GRADUATED",
        "研究生, 11, POSTGRADUATE, ORDINARY, GRADUATED",
        "大专, 31, JUNIOR_COLLEGE, ORDINARY, GRADUATED",
        "大学普通班, 3B, ORDINARY_CLASS, ORDINARY, GRADUATED",
        "中央党校研究生, 1A, POSTGRADUATE, CENTRAL_PARTY_SCHOOL, GRADUATED",
        "省委党校研究生, 1B, POSTGRADUATE, PROVINCIAL_PARTY_SCHOOL, GRADUATED",
        "云南省委党校大学, 2B, UNDERGRADUATE, PROVINCIAL_PARTY_SCHOOL, GRADUATED",
        "省（区、市）委党校大专, 37, JUNIOR_COLLEGE, PROVINCIAL_PARTY_SCHOOL, GRADUATED",
        "大学肄业, , UNDERGRADUATE, ORDINARY, LEFT",
        "研究生结业, , POSTGRADUATE, ORDINARY, COMPLETED",
        "1A, 1A, POSTGRADUATE, CENTRAL_PARTY_SCHOOL, GRADUATED",
        "61, 61, SENIOR_HIGH, ORDINARY, GRADUATED"
    })
    void schoolingIsReadWithWhoTaughtAndHowItEnded(
            String text, String code, EducationLevel level, School school, Outcome outcome) {
        var word = EducationWord.read(text).orElseThrow();
        assertThat(word.code()).isEqualTo(code);
        assertThat(word.level()).isEqualTo(level);
        assertThat(word.school()).isEqualTo(school);
        assertThat(word.outcome()).isEqualTo(outcome);
    }

    @Test
    void everyCodeOfTheListIsUnderstood() {
        assertThat(Codes.list("ZB64").codes())
                .allSatisfy(each -> assertThat(EducationLevel.read(each.code())).isPresent());
        assertThat(Codes.list("GB6864").codes())
                .allSatisfy(each -> assertThat(Degree.read(each.code())).isPresent());
        assertThat(Codes.list("ZB18").codes())
                .allSatisfy(
                        each -> assertThat(AnnualGradeWord.read(each.code())).isPresent());
        assertThat(Codes.list("GB4762").codes())
                .allSatisfy(each -> assertThat(
                                PoliticalStatus.read(each.code()).orElseThrow().title())
                        .isEqualTo(each.name()));
    }

    @Test
    void unfinishedSchoolingIsNoLevelAttained() {
        assertThat(EducationLevel.read("大学肄业")).isEmpty();
        assertThat(EducationLevel.UNDERGRADUATE.atLeast(EducationLevel.ORDINARY_CLASS))
                .isTrue();
        assertThat(EducationLevel.JUNIOR_COLLEGE.atLeast(EducationLevel.ORDINARY_CLASS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "理学学士, 407, 理学, BACHELOR",
        "理学学士学位, 407, 理学, BACHELOR",
        "407, 407, 理学, BACHELOR",
        "工商管理硕士, 346, 工商管理, MASTER",
        "艺术学硕士, 3, 艺术学, MASTER",
        "硕士, 3, , MASTER",
        "法学博士, 203, 法学, DOCTOR"
    })
    void aDegreeIsReadWithItsField(String text, String code, String field, Degree degree) {
        var word = DegreeWord.read(text).orElseThrow();
        assertThat(word.code()).isEqualTo(code);
        assertThat(word.field()).isEqualTo(field);
        assertThat(word.degree()).isEqualTo(degree);
    }

    @Test
    void twoDegreesInOneTextAndPostdocsAreNotGuessed() {
        assertThat(DegreeWord.read("管理学学士、法学学士")).isEmpty();
        assertThat(DegreeWord.read("博士后")).isEmpty();
        assertThat(Degree.HONORARY_DOCTOR.atLeast(Degree.BACHELOR)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "优秀, OUTSTANDING",
        "2, COMPETENT",
        "2b, QUALIFIED",
        "基本称职, BASICALLY_COMPETENT",
        "5A, UNDETERMINED",
        "6B, NOT_ASSESSED",
        "不确定等次, UNDETERMINED",
        "受政纪处分期间年度考核不确定等次, UNDETERMINED"
    })
    void annualGradesAreReadInBothVocabularies(String text, AnnualGradeWord grade) {
        assertThat(AnnualGradeWord.read(text)).contains(grade);
    }

    @Test
    void sexIsReadFromWordOrCode() {
        assertThat(Sex.read(" 女 ")).contains(Sex.FEMALE);
        assertThat(Sex.read("1")).contains(Sex.MALE);
        assertThat(Sex.read("3")).isEmpty();
    }
}
