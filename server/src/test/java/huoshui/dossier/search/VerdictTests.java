package huoshui.dossier.search;

import static huoshui.dossier.search.Verdict.MET;
import static huoshui.dossier.search.Verdict.NOT_MET;
import static huoshui.dossier.search.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("判定：三值（Kleene），未知不当作通过，也不当作不通过")
class VerdictTests {

    @ParameterizedTest
    @CsvSource({
        "MET, MET, MET, MET",
        "MET, NOT_MET, NOT_MET, MET",
        "MET, UNKNOWN, UNKNOWN, MET",
        "NOT_MET, NOT_MET, NOT_MET, NOT_MET",
        "NOT_MET, UNKNOWN, NOT_MET, UNKNOWN",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void togetherAndEitherWay(Verdict one, Verdict other, Verdict both, Verdict either) {
        assertThat(one.and(other)).isEqualTo(both);
        assertThat(other.and(one)).isEqualTo(both);
        assertThat(one.or(other)).isEqualTo(either);
        assertThat(other.or(one)).isEqualTo(either);
    }

    @Test
    void theOppositeOfUnknownIsUnknown() {
        assertThat(MET.negated()).isEqualTo(NOT_MET);
        assertThat(NOT_MET.negated()).isEqualTo(MET);
        assertThat(UNKNOWN.negated()).isEqualTo(UNKNOWN);
        assertThat(Verdict.of(true)).isEqualTo(MET);
        assertThat(Verdict.of(false)).isEqualTo(NOT_MET);
    }
}
