package huoshui.interchange.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The reader against what another hand wrote: what it may miss is bounded, and nothing is left unsaid. */
@DisplayName("B11 简历识读对照金标准：起止 F1 不低于 0.98，单位及职务不低于 0.95")
class CareerReadingTests {

    @Test
    void onTheResumesItWasMadeWith() {
        holds(new Comparison(GoldResume.dev()));
    }

    @Test
    void onTheResumesHeldBack() {
        holds(new Comparison(GoldResume.held()));
    }

    private static void holds(Comparison comparison) {
        assertThat(comparison.dates.f1()).as("%s", comparison).isGreaterThanOrEqualTo(0.98);
        assertThat(comparison.both.f1()).as("%s", comparison).isGreaterThanOrEqualTo(0.95);
        assertThat(comparison.lines.f1()).as("%s", comparison).isGreaterThanOrEqualTo(0.99);
    }
}
