package huoshui.rule;

import static huoshui.org.fact.SeatCategory.DEPUTY;
import static huoshui.org.fact.SeatCategory.HEAD;
import static huoshui.org.fact.SeatCategory.NOT_LEADING;
import static huoshui.org.fact.SeatCategory.SECTION_DEPUTY;
import static huoshui.org.fact.SeatCategory.SECTION_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("任职回避：同一单位的两个职位是否直接隶属，分管关系未记录的不作断定")
class KinMeasuresTests {

    @Test
    void oneTeamOneSectionAndHeadWithSectionHeadStandInOneLine() {
        assertThat(KinMeasures.nearby(HEAD, DEPUTY, false)).isTrue();
        assertThat(KinMeasures.nearby(DEPUTY, DEPUTY, false)).isTrue();
        assertThat(KinMeasures.nearby(SECTION_HEAD, HEAD, false)).isTrue();
        assertThat(KinMeasures.nearby(NOT_LEADING, SECTION_DEPUTY, true)).isTrue();
    }

    @Test
    void whoIsInChargeOfWhomIsNotRecordedSoItIsOpen() {
        assertThat(KinMeasures.nearby(SECTION_HEAD, SECTION_DEPUTY, false)).isNull();
        assertThat(KinMeasures.nearby(DEPUTY, SECTION_HEAD, false)).isNull();
        assertThat(KinMeasures.nearby(HEAD, NOT_LEADING, false)).isNull();
        assertThat(KinMeasures.nearby(NOT_LEADING, NOT_LEADING, false)).isNull();
    }
}
