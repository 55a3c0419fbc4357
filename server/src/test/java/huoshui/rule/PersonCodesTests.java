package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("个人代码与是非量度：档案怎样写就怎样读，没有写的说缺什么")
class PersonCodesTests {

    static final OnPaper SOMEBODY = OnPaper.on("2026-06-15", """
            - { kind: identity, name: 某, sex: 女, ethnicity: 彝族 }
            - { kind: party, party: 中共党员, from: 2005-06 }
            - { kind: study, mode: fulltime, level: 大学, degree: 工学学士, from: 1998-09, to: 2002-07 }
            - { kind: study, mode: inservice, level: 研究生, degree: 管理学硕士, from: 2008-09, to: 2011-07 }
            - { kind: level, level: 县处级副职, from: 2020-01 }
            - { kind: rank, rank: 三级调研员, from: 2022-01 }
            - { kind: managed, category: "03", from: 2020-01 }
            - { kind: standing, state: "1", from: 2003-07 }
            - { kind: post, text: 市水务局副局长, leading: true, from: 2020-01 }
            - { kind: annual-grade, year: 2025, grade: 优秀 }
            - { kind: selected-graduate, from: 2003-07 }
            """);

    static final OnPaper NOBODY = OnPaper.on("2026-06-15", "- { kind: expertise, text: 水利工程 }");

    @ParameterizedTest
    @CsvSource({
        "sex, 性别：女, 0",
        "party, 政治面貌：中共党员, 1",
        "education, 学历：研究生, 2 3",
        "fulltime-education, 全日制学历：大学, 2 3",
        "degree, 学位：硕士, 2 3",
        "level, 职务层次：县处级副职, 4",
        "rank, 职级：三级调研员, 5",
        "category, 管理类别：市管, 6",
        "state, 人员状态：在职, 7",
        "last-grade, 上年度考核：优秀, 9",
        "leading, 担任领导职务：是, 8",
        "communist, 中共党员：是, 1",
        "minority, 少数民族：是, 0",
        "selected-graduate, 选调生：是, 10",
        "in-service, 在职：是, 7"
    })
    void whatTheDossierSaysIsReadWithTheFactThatSaysIt(String measure, String said, String facts) {
        assertThat(SOMEBODY.says(measure)).isEqualTo(said);
        assertThat(SOMEBODY.restsOn(measure).stream().map(String::valueOf).toList())
                .containsExactly(facts.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 性别：性别未记录",
        "party, 政治面貌：政治面貌未记录",
        "education, 学历：学历未记录",
        "fulltime-education, 全日制学历：学历未记录",
        "degree, 学位：学历学位未记录",
        "level, 职务层次：职务层次未记录",
        "rank, 职级：职级未记录",
        "category, 管理类别：管理类别未记录",
        "state, 人员状态：在职",
        "unit-kind, 所在单位类别：现任职务未挂接到单位",
        "sector, 战线：现任职务未挂接到单位",
        "last-grade, 上年度考核：2025 年度考核未记录",
        "post-tier, 岗位分类：现任职务未记录",
        "local-body, 所在地方领导机关：现任职务未挂接到单位",
        "seat-category, 现任职位类别：现任职务未记录",
        "leading, 担任领导职务：现任职务是否领导职务未记录",
        "principal, 一把手：现任职务未挂接到职位",
        "communist, 中共党员：政治面貌未记录",
        "minority, 少数民族：民族未记录",
        "selected-graduate, 选调生：任职经历未记录",
        "in-service, 在职：是",
        "termed, 任期制职位：现任职务未记录",
        "on-probation, 任职试用期内：现任职务未记录",
        "at-upbringing-place, 在成长地任职：成长地未记录",
        "kin-in-line, 亲属在同一领导线上：家庭成员未记录",
        "terms-in-post, 连续任期：现任职务未记录",
        "time-in-unit, 在现单位：现任职务未记录",
        "units-served, 任职单位数：任职经历未记录",
        "grassroots, 基层工作经历：基层工作经历：有任职未挂接到单位，或参加工作时间未记录",
        "influence, 影响期未满：档案无履历，不能断定有无处分、诫勉或组织处理",
        "influence-left, 影响期剩余：档案无履历，不能断定有无处分、诫勉或组织处理",
        "target-level, 拟任职务层次：须先选定拟任职位、层次或职级"
    })
    void ofADossierThatSaysNothingOfItNothingIsKnown(String measure, String said) {
        assertThat(NOBODY.says(measure)).isEqualTo(said);
    }

    @Test
    void wordsThatCannotBeReadAreNoAnswerAndWhatIsSurelyNotThereIsNone() {
        assertThat(with("- { kind: study, mode: fulltime, level: 速成班, from: 1998-09, to: 2002-07 }")
                        .says("education"))
                .isEqualTo("学历：学历未能认读");
        assertThat(with("- { kind: study, mode: inservice, level: 大学, from: 1998-09, to: 2002-07 }")
                        .says("fulltime-education"))
                .isEqualTo("全日制学历：无");
        assertThat(with("- { kind: study, mode: inservice, level: 大学, from: 1998-09, to: 2002-07 }")
                        .says("degree"))
                .isEqualTo("学位：无");
        assertThat(with("- { kind: study, mode: fulltime, level: 速成班, from: 1998-09, to: 2002-07 }")
                        .says("fulltime-education"))
                .isEqualTo("全日制学历：学历未能认读");
        assertThat(with("- { kind: rank, rank: 一级警长, from: 2020-01 }").says("rank"))
                .as("a rank of another family is none of these")
                .isEqualTo("职级：无");
        assertThat(with("- { kind: annual-grade, year: 2025, grade: 尚可 }").says("last-grade"))
                .isEqualTo("上年度考核：2025 年度考核未能认读");
        assertThat(with("- { kind: annual-grade, year: 2024, grade: 优秀 }").says("last-grade"))
                .as("the year before last")
                .isEqualTo("上年度考核：2025 年度考核未记录");
    }

    @Test
    void whoIsNeitherIsToldSo() {
        var other = with("""
                - { kind: identity, name: 某, sex: 男, ethnicity: 汉族 }
                - { kind: party, party: 民盟, from: 2005-06 }
                - { kind: post, text: 科员, leading: false, from: 2020-01 }
                - { kind: departed, way: 退休, from: 2026-01 }
                """);
        assertThat(other.says("minority")).isEqualTo("少数民族：否");
        assertThat(other.says("communist")).isEqualTo("中共党员：否");
        assertThat(other.says("leading")).isEqualTo("担任领导职务：否");
        assertThat(other.says("selected-graduate"))
                .as("a career told without it")
                .isEqualTo("选调生：否");
        assertThat(other.says("state")).isEqualTo("人员状态：离退");
        assertThat(other.says("in-service")).isEqualTo("在职：否");
        assertThat(other.says("influence")).isEqualTo("影响期未满：否");
        assertThat(other.says("influence-left")).isEqualTo("影响期剩余 0 个月");
        assertThat(other.says("at-upbringing-place")).isEqualTo("在成长地任职：成长地未记录");
    }

    @Test
    void severalPartiesAreAllRead() {
        assertThat(with("""
                - { kind: party, party: 中共党员, from: 2005-06 }
                - { kind: party, party: 民盟, from: 2004-06 }
                """).says("party")).isEqualTo("政治面貌：中共党员、民盟");
    }

    @Test
    void whatIsAimedAtIsReadAsItIs() {
        var level = SOMEBODY.aimingAt(new Target.Level(LeadershipLevel.DIVISION_CHIEF));
        assertThat(level.says("target-level")).isEqualTo("拟任职务层次：县处级正职");
        assertThat(level.says("target-rank")).isEqualTo("拟晋升职级：须先选定拟晋升职级");
        assertThat(level.says("target-tier")).isEqualTo("拟任岗位分类：须先选定拟任职位");
        assertThat(level.says("target-held")).isEqualTo("拟任即现任职位：须先选定拟任职位");
        var rank = SOMEBODY.aimingAt(new Target.Rank(Rank.CONSULTANT_2));
        assertThat(rank.says("target-rank")).isEqualTo("拟晋升职级：二级调研员");
        assertThat(rank.says("target-level")).isEqualTo("拟任职务层次：须先选定拟任职位或层次");
    }

    private static OnPaper with(String dossier) {
        return OnPaper.on("2026-06-15", dossier);
    }
}
