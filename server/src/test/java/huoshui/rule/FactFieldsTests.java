package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("可计数的事实与字段：每一种、每一项都读得出")
class FactFieldsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sanction | name: 政务警告, authority-level: 市级, lifted: 2026-01 | name=政务警告 code=02110 authority-level=市级 lifted=true",
                "org-measure | measure: 诫勉, ground: 问责 | measure=诫勉 ground=问责 rescinded=false",
                "org-measure | measure: 诫勉, rescinded: 2026-01 | measure=诫勉 ground=null rescinded=true",
                "reward | name: 嘉奖, code: '01115', authority-level: 县级 | name=嘉奖 code=01115 authority-level=县级",
                "frontline | sort: 吃劲岗位, front: 专班, showing: 优秀, assessed-by: 甲, proof: 乙 | sort=吃劲岗位 front=专班 showing=优秀 proven=true",
                "frontline | sort: 吃劲岗位, front: 专班, showing: 优秀 | sort=吃劲岗位 front=专班 showing=优秀 proven=null",
                "annual-grade | year: 2025, grade: 合格 | year=2025 grade=称职",
                "annual-grade | year: 2025, grade: 尚可, code: '1' | year=2025 grade=优秀",
                "annual-grade | year: 2025, grade: 尚可 | year=2025 grade=null",
                "training | course: 甲, category: 乙, hours: 40, days: 5, abroad: false | course=甲 category=乙 hours=40 days=5 abroad=false",
                "study | mode: fulltime, level: 大学, degree: 工学学士 | mode=fulltime level=大学 degree=工学学士",
                "post | text: 局长, level: 县处级正职, leading: true, member: 正职, main: false, way: 委任 | text=局长 level=县处级正职 leading=true member=正职 main=false way=委任",
                "rank | rank: 三级调研员 | rank=三级调研员",
                "level | level: 县处级副职 | level=县处级副职",
                "secondment | text: 挂职, track: 乡村振兴 | text=挂职 track=乡村振兴",
                "overseas | place: 某地, purpose: 进修 | place=某地 purpose=进修",
                "part-time | organization: 学会, post: 理事 | organization=学会 post=理事",
                "entered | way: 调任 | way=调任",
                "departed | way: 退休 | way=退休",
                "title | title: 工程师 | title=工程师",
                "selected-graduate | kind: 中央选调 | kind=中央选调",
                "family | order: 1, relation: 姐姐 | relation=姐姐"
            })
    void everyFieldIsReadFromItsFact(String kind, String fact, String values) {
        var body = kind.equals("selected-graduate")
                ? new huoshui.dossier.fact.StandingFact.SelectedGraduate("中央选调", null, null, null, null, null)
                : OnPaper.on("2026-06-15", "- { kind: %s, %s }".formatted(kind, fact))
                        .lines()
                        .getFirst()
                        .body();
        var read = new LinkedHashMap<String, Object>();
        java.util.Objects.requireNonNull(FactFields.of(kind))
                .fields()
                .forEach((name, field) -> read.put(name, field.read().apply(body)));
        var told = new ArrayList<String>();
        read.forEach((name, value) -> told.add(name + "=" + value));
        assertThat(told).isEqualTo(List.of(values.split(" ")));
    }

    @Test
    void eventsAreCountedByTheirDayAndWhatLastsWhileItDoes() {
        var events = FactFields.all().values().stream()
                .filter(each -> !each.lasts())
                .map(FactFields.Counted::kind)
                .sorted()
                .toList();
        assertThat(events).containsExactly("annual-grade", "departed", "entered", "org-measure", "reward", "sanction");
        assertThat(FactFields.of("marriage")).isNull();
    }
}
