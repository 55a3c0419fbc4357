package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.form.CareerReading;
import huoshui.interchange.form.CareerReading.Sort;
import huoshui.interchange.form.Resume;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B11 简历文字读成经历：每段注明所在行，读不出的照原样列出，级别只认文字写明的")
class B11ResumeStory {

    private static final String TEXT = """
            1997.09--2001.07  云川大学法学院法学专业学习
            2001.07--2006.01  凤溪县司法局科员
            2006.01--2012.08  凤溪县木瓜乡党委委员、副乡长（副科级）（其间：2009.03--2009.07市委党校中青班学习）
            ????.??--????.??  （此段待查档案）
            2013.03--         凤溪县统计局党组书记、局长
            """;

    private final CareerReading reading = CareerReading.of(Resume.read(TEXT));

    @Test
    void everyStretchCitesItsLine() {
        assertThat(reading.stretches()).extracting(CareerReading.Stretch::line).containsExactly(1, 2, 3, 3, 5);
        assertThat(reading.stretches())
                .extracting(CareerReading.Stretch::sort)
                .containsExactly(Sort.STUDY, Sort.WORK, Sort.WORK, Sort.STUDY, Sort.WORK);
    }

    @Test
    void unitsAndPostsAreToldApartAndACarriedUnitIsNotPutThere() {
        assertThat(reading.stretches().get(2).positions())
                .extracting(each -> each.unit() + "/" + each.post())
                .containsExactly("凤溪县木瓜乡党委/委员", "null/副乡长");
    }

    @Test
    void aLevelStandsOnlyWhereTheWordsStateIt() {
        assertThat(reading.stretches().get(2).positions().getLast().level()).isEqualTo("副科级");
        assertThat(reading.stretches().getLast().positions())
                .extracting(CareerReading.Position::level)
                .containsOnlyNulls();
    }

    @Test
    void whatNobodyCanReadIsShownAsItStands() {
        assertThat(reading.unread()).extracting(Resume.Unread::line).containsExactly(4);
        assertThat(reading.unread().getFirst().text()).contains("????");
    }

    @Test
    void gapsAndOverlapsArePointedOut() {
        assertThat(reading.resume().breaches()).singleElement().satisfies(each -> {
            assertThat(each.gap()).isTrue();
            assertThat(each.before().line()).isEqualTo(3);
            assertThat(each.after().line()).isEqualTo(5);
        });
    }
}
