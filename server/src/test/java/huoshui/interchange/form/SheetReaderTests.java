package huoshui.interchange.form;

import static huoshui.interchange.form.Forms.codes;
import static huoshui.interchange.form.Forms.person;
import static huoshui.interchange.form.Forms.reading;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.form.PersonSheet.Education;
import huoshui.interchange.form.PersonSheet.Mode;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.CitizenNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("识读任免表：读得全，只提问，不猜")
class SheetReaderTests {

    /** A made-up number: region 110105, the given birth and order, and its right check character. */
    static String id(String birth, String order) {
        var head = "110105" + birth + order;
        return head + CitizenNumber.check(head);
    }

    @ParameterizedTest
    @CsvSource({
        "买买提。示例,买买提·示例",
        "买买提.示例,买买提·示例",
        "买买提．示例,买买提·示例",
        "买买提?示例,买买提·示例",
        "买买提？示例,买买提·示例",
        "买买提、示例,买买提·示例",
        "买买提•示例,买买提·示例",
        "买买提·示例·某,买买提·示例·某",
        "张　三,张三",
        "张 三 丰,张三丰",
        "'  张三\t',张三",
        "John  Smith,John Smith",
        "𠮷示例,𠮷示例"
    })
    void namesAreWrittenOneWay(String written, String name) {
        assertThat(person(Box.NAME, written).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "20020303,2002-03-03",
        "200203,2002-03",
        "2002,2002",
        "2002春,2002春",
        "2002夏,2002夏",
        "2002秋,2002秋",
        "2002冬,2002冬",
        "2002初,2002初",
        "2002中,2002中",
        "2002底,2002底",
        "2002.03,2002-03",
        "2002-03,2002-03",
        "2002.3,2002-03",
        "20020300,2002-03",
        "２００２０３,2002-03",
        "2002．03,2002-03",
        "2002年3月,2002-03",
        "2002年03月03日,2002-03-03",
        "2002/3/3,2002-03-03",
        "2002年,2002",
        "2002。03,2002-03",
        " 200203 ,2002-03",
        "2002.03（23岁）,2002-03",
        "2002-03-03 00:00:00,2002-03-03",
        "20020000,2002"
    })
    void datesAreReadInEverySpellingWithThePrecisionTheyHave(String written, String date) {
        var reading = reading(Box.WORK_STARTED, written);
        assertThat(reading.person().workStarted()).hasToString(date);
        assertThat(codes(reading)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "19661345,date.impossible",
        "19660230,date.impossible",
        "196613,date.impossible",
        "1966.13,date.impossible",
        "19660012,date.impossible",
        "0000,date.impossible",
        "不详,date.unreadable",
        "66.03,date.unreadable"
    })
    void anImpossibleDateIsToldAndNotBent(String written, String code) {
        var reading = reading(Box.BIRTH, written);
        assertThat(reading.person().birth()).isNull();
        assertThat(codes(reading)).containsExactly(code);
        assertThat(reading.faulty()).isTrue();
        assertThat(reading.problems().getFirst().message())
                .startsWith("读取“出生年月”：填写为“" + written + "”，")
                .contains("；请")
                .endsWith("。");
        assertThat(reading.problems().getFirst().field()).isEqualTo("birth");
    }

    @Test
    void aMonthOfOneDigitOneIsAskedAbout() {
        assertThat(codes(reading(Box.BIRTH, "1966.1"))).containsExactly("date.ambiguous");
        assertThat(person(Box.BIRTH, "1966.1").birth()).isEqualTo(PartialDate.month(1966, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "20020303|2002-03-03|",
                "200203|2002-03|",
                "200203；民盟|2002-03|民盟",
                "200203;民盟;民革|2002-03|民盟,民革",
                "200203、民盟、|2002-03|民盟",
                "无党派|-|无党派",
                "无党派；|-|无党派",
                "民盟；|-|民盟",
                "民盟|-|民盟",
                "民盟；民革|-|民盟,民革",
                "民盟；民革；九三学社|-|民盟,民革,九三学社",
                "(民建)|-|民建",
                "（民建）|-|民建",
                "(民建、民盟)|-|民建,民盟",
                "民建2001.08|2001-08|民建",
                "2001.08|2001-08|",
                "民建（2001.08）|2001-08|民建",
                "民盟、民革（2002.03）|2002-03|民盟,民革",
                "2001.08，九三|2001-08|九三学社",
                "农工；致公|-|农工党,致公党",
                "中国民主同盟|-|民盟",
                "2002年3月；台盟|2002-03|台盟",
                "2002春|2002春|",
                "中共党员2002.03|2002-03|",
                "2002.03；民盟盟员|2002-03|民盟"
            })
    void thePartyBoxIsReadInEverySpelling(String written, String joined, String parties) {
        var reading = reading(Box.PARTY, written);
        assertThat(String.valueOf(reading.person().partyJoined())).isEqualTo(joined == null ? "null" : joined);
        assertThat(reading.person().parties()).isEqualTo(parties == null ? List.of() : List.of(parties.split(",")));
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void unknownWordsOfThePartyBoxAreKeptAndAsked() {
        var reading = reading(Box.PARTY, "某某社；200203");
        assertThat(reading.person().parties()).containsExactly("某某社");
        assertThat(codes(reading)).containsExactly("party.unknown");
        assertThat(codes(reading(Box.PARTY, "200213"))).containsExactly("date.impossible");
        assertThat(codes(reading(Box.PARTY, "200203；200503"))).containsExactly("party.second-date");
    }

    @ParameterizedTest
    @CsvSource({
        "200203,2002.03,200203",
        "2002.03；民盟；民革,民盟、民革（2002.03）,200203；民盟；民革",
        "民盟；,（民盟）,民盟",
        "民盟；民革,（民盟、民革）,民盟；民革",
        "无党派；,无党派,无党派"
    })
    void thePartyBoxPrintsAsTheFormShowsIt(String written, String printed, String compact) {
        assertThat(PartyBox.read(written).printed()).isEqualTo(printed);
        assertThat(PartyBox.read(written).compact()).isEqualTo(compact);
        assertThat(PartyBox.read(printed)).isEqualTo(PartyBox.read(written));
    }

    @Test
    void sexAndEthnicityAreWordsAndShortOrCodedOnesAreAsked() {
        assertThat(person(Box.SEX, "1").sex()).isNull();
        assertThat(codes(reading(Box.SEX, "1"))).containsExactly("sex.unknown");
        var short_ = reading(Box.ETHNICITY, "汉");
        assertThat(codes(short_)).containsExactly("ethnicity.short");
        assertThat(short_.problems().getFirst().message()).contains("汉族");
        assertThat(short_.person().ethnicity()).isEqualTo("汉");
        assertThat(codes(reading(Box.ETHNICITY, "01"))).containsExactly("ethnicity.unknown");
        assertThat(codes(reading(Box.ETHNICITY, "维吾尔族"))).isEmpty();
    }

    @Test
    void whoHasNoNameSexOrBirthIsAnError() {
        var reading = new SheetReader().read(Forms.form("<MinZu>汉族</MinZu>"));
        assertThat(codes(reading)).containsExactly("required.name", "required.sex", "required.birth");
        assertThat(reading.problems()).allMatch(each -> each.severity() == Problem.Severity.ERROR);
        assertThat(reading.person().name()).isNull();
    }

    @Test
    void aSoundIdNumberIsQuietAndItsLowerCaseXIsRaised() {
        var number = IntStream.range(0, 1000)
                .mapToObj("%03d"::formatted)
                .filter(order -> (order.charAt(2) & 1) == 1)
                .map(order -> id("19840312", order))
                .filter(each -> each.endsWith("X"))
                .findFirst()
                .orElseThrow();
        var reading = reading(Box.ID_NUMBER, number.toLowerCase(java.util.Locale.ROOT));
        assertThat(reading.person().idNumber()).isEqualTo(number);
        assertThat(codes(reading)).isEmpty();
    }

    @Test
    void aContradictoryIdNumberAsksAndChangesNothing() {
        var other = reading(Box.ID_NUMBER, id("19850312", "001"));
        assertThat(codes(other)).containsExactly("id.birth");
        assertThat(other.person().birth()).isEqualTo(PartialDate.month(1984, 3));
        assertThat(codes(reading(Box.ID_NUMBER, id("19840312", "002")))).containsExactly("id.sex");
        var wrong = id("19840312", "001");
        var last = wrong.charAt(17) == '0' ? '1' : '0';
        assertThat(codes(reading(Box.ID_NUMBER, wrong.substring(0, 17) + last))).containsExactly("id.checksum");
        assertThat(codes(reading(Box.ID_NUMBER, "110105840312001"))).containsExactly("id.fifteen");
        assertThat(codes(reading(Box.ID_NUMBER, "110105840412002")))
                .containsExactly("id.fifteen", "id.birth", "id.sex");
        assertThat(codes(reading(Box.ID_NUMBER, "12345"))).containsExactly("id.format");
        assertThat(codes(reading(Box.ID_NUMBER, id("19841332", "001")))).containsExactly("id.birth");
        assertThat(other.problems()).allMatch(each -> each.field().equals("idNumber"));
    }

    @Test
    void levelAndDegreeOfOneSchoolAreOneStudyAndOfTwoSchoolsTwo() {
        assertThat(person(Box.FULLTIME_LEVEL, "大学", Box.FULLTIME_DEGREE, "工学学士", Box.FULLTIME_LEVEL_SCHOOL, "示例大学")
                        .education())
                .containsExactly(new Education(Mode.FULLTIME, "大学", "工学学士", "示例大学"));
        assertThat(person(
                                Box.INSERVICE_LEVEL, "省委党校研究生",
                                Box.INSERVICE_DEGREE, "公共管理硕士",
                                Box.INSERVICE_LEVEL_SCHOOL, "省委党校",
                                Box.INSERVICE_DEGREE_SCHOOL, "示例大学")
                        .education())
                .containsExactly(
                        new Education(Mode.INSERVICE, "省委党校研究生", null, "省委党校"),
                        new Education(Mode.INSERVICE, null, "公共管理硕士", "示例大学"));
        assertThat(codes(reading(Box.FULLTIME_LEVEL, "中央党校研究生"))).containsExactly("education.party-school");
        assertThat(codes(reading(Box.FULLTIME_LEVEL, "21"))).containsExactly("education.level");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "大学",
                "研究生",
                "大学普通班",
                "大专",
                "大学结业",
                "研究生肄业",
                "中央党校大学",
                "省（区、市）委党校研究生",
                "省委党校研究生",
                "中共示例省委党校大专",
                "硕士研究生",
                "高中"
            })
    void knownLevelsAreQuiet(String level) {
        assertThat(codes(reading(Box.INSERVICE_LEVEL, level))).isEmpty();
    }

    @Test
    void elevenFamilyRowsAreAllKept() {
        var rows = new ArrayList<FamilyRow>();
        for (int i = 1; i <= 11; i++)
            rows.add(new FamilyRow("其他", "亲属" + "甲乙丙丁戊己庚辛壬癸子".charAt(i - 1), "195001", "群众", ""));
        var reading = new SheetReader().read(Forms.with().withFamily(rows));
        assertThat(reading.person().family()).hasSize(11);
        assertThat(codes(reading)).containsExactly("family.many");
    }

    @Test
    void aFamilyRowsProblemNamesTheRow() {
        var reading = new SheetReader()
                .read(Forms.with()
                        .withFamily(List.of(
                                new FamilyRow("妻子", "赵示例", "198507", "群众", ""),
                                new FamilyRow("04", "", "198513", "13", ""))));
        assertThat(reading.problems()).extracting(Problem::message).allMatch(each -> each.contains("家庭成员第 2 行"));
        assertThat(codes(reading))
                .containsExactly("date.impossible", "family.nameless", "family.relation", "family.party");
        assertThat(reading.faulty()).isFalse();
    }

    @Test
    void familyIsOrderedAsOfficialWritersDo() {
        var rows = List.of("岳父", "母亲", "次女", "哥哥", "父亲", "长子", "妻子", "继母").stream()
                .map(each -> new PersonSheet.Relative(
                        each,
                        each,
                        PartialDate.read(each.equals("次女") ? "2012" : "2008").orElseThrow(),
                        null,
                        null))
                .toList();
        assertThat(Relatives.ordered(rows))
                .extracting(PersonSheet.Relative::relation)
                .containsExactly("妻子", "长子", "次女", "父亲", "母亲", "继母", "岳父", "哥哥");
    }

    @Test
    void overLongTextIsKeptWhole() {
        var text = "长".repeat(400);
        var reading = reading(Box.CURRENT_POST, text);
        assertThat(reading.person().currentPost()).isEqualTo(text);
        assertThat(codes(reading)).containsExactly("text.too-long");
        assertThat(reading.problems().getFirst().message()).contains("400 字").contains("324 字");
    }

    @Test
    void workBeforeBirthIsAContradiction() {
        assertThat(codes(reading(Box.WORK_STARTED, "198003"))).containsExactly("date.order");
    }

    @Test
    void aPhotoIsTakenFromWrappedBase64AndABrokenOneIsTold() {
        assertThat(reading(Box.PHOTO, "\n/9j/4AAQ\r\nSkZJRg==\n").photo()).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(codes(reading(Box.PHOTO, "不是照片"))).containsExactly("photo.unreadable");
        assertThat(codes(reading(Box.PHOTO, "AAAA"))).containsExactly("photo.format");
    }

    @ParameterizedTest
    @CsvSource({
        "204703,,false", // a man born in 1984-03: 63
        "204301,,true",
        "204903,改革前任职年龄界限为65岁,false",
        "204803,改革前任职年龄界限为65岁,true",
        "202001,已到龄人员,false"
    })
    void aRetirementMonthIsHeldAgainstTheBirthAndTheLimitStated(String month, @Nullable String limit, boolean differs) {
        var found = codes(reading(
                Box.BIRTH, "198403", Box.RETIREMENT_MONTH, month, Box.FORMER_AGE_LIMIT, limit == null ? "" : limit));
        assertThat(found.contains("retirement.differs")).isEqualTo(differs);
    }
}
