package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("时间：写到哪里算到哪里，年、年段、月、日各有其首日与次日")
class PartialDateTests {

    @ParameterizedTest
    @CsvSource({
        "196603, 1966-03",
        "19660312, 1966-03-12",
        "19660300, 1966-03",
        "19660000, 1966",
        "1966, 1966",
        "2002春, 2002春",
        "2002年 底, 2002底",
        "1966.03, 1966-03",
        "1966-3, 1966-03",
        "1966年3月, 1966-03",
        "1966年3月12日, 1966-03-12",
        "１９６６．０３, 1966-03",
        "' 1966/3/12 ', 1966-03-12",
        "1850, 1850",
        "2200.12, 2200-12"
    })
    void everySpellingMetInFormsIsRead(String written, String read) {
        var date = PartialDate.read(written).orElseThrow();
        assertThat(date.text()).isEqualTo(read);
        assertThat(date.toString()).isEqualTo(read);
        assertThat(PartialDate.parse(date.text())).isEqualTo(date);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "196", "不详", "19661301", "1966-02-30", "1966年13月", "1849", "2201.01", "2002夜", "1966.3.12.1"
            })
    void whatNoCalendarHasIsNoDate(String written) {
        assertThat(PartialDate.read(written)).isEmpty();
    }

    @Test
    void whatCannotBeReadBackIsToldWithItsWords() {
        assertThatThrownBy(() -> PartialDate.parse("某年"))
                .isInstanceOf(DateTimeException.class)
                .hasMessageContaining("某年");
    }

    @Test
    void aDateThatIsNoneCannotBeMade() {
        assertThatThrownBy(() -> PartialDate.month(1980, 13)).hasMessage("month 13");
        assertThatThrownBy(() -> PartialDate.month(1980, -1)).hasMessage("month -1");
        assertThatThrownBy(() -> new PartialDate(1980, 0, 5, null)).hasMessage("month 0");
        assertThatThrownBy(() -> new PartialDate(1981, 2, 29, null)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> PartialDate.year(1849)).hasMessage("year 1849");
        assertThatThrownBy(() -> PartialDate.year(2201)).hasMessage("year 2201");
        assertThatThrownBy(() -> new PartialDate(1980, 4, 0, Season.SPRING)).hasMessage("season and month");
    }

    @ParameterizedTest
    @CsvSource({
        "1966-03-31, DAY, 1966-03-31, 1966-04-01",
        "1966-12, MONTH, 1966-12-01, 1967-01-01",
        "1966春, SEASON, 1966-04-01, 1966-05-01",
        "1966底, SEASON, 1966-12-01, 1967-01-01",
        "1966, YEAR, 1966-01-01, 1967-01-01"
    })
    void itMeansFromItsFirstDayToTheDayBeforeTheDayAfter(
            String date, Precision precision, LocalDate first, LocalDate after) {
        var is = PartialDate.parse(date);
        assertThat(is.precision()).isEqualTo(precision);
        assertThat(is.firstDay()).isEqualTo(first);
        assertThat(is.dayAfter()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "1966-03-12, 19660312, 1966.03, 1966-03",
        "1966-03, 196603, 1966.03, 1966-03",
        "1966, 1966, 1966, 1966",
        "2002春, 2002春, 2002春, 2002春"
    })
    void itIsWrittenInFormsPrintedForPeopleAndCutToTheMonth(String date, String compact, String printed, String month) {
        var is = PartialDate.parse(date);
        assertThat(is.compact()).isEqualTo(compact);
        assertThat(is.printed()).isEqualTo(printed);
        assertThat(is.toMonth()).isEqualTo(PartialDate.parse(month));
    }

    @Test
    void datesStandInOrderOfTheirFirstDays() {
        assertThat(PartialDate.month(1990, 5)).isLessThan(PartialDate.day(LocalDate.of(1990, 5, 2)));
        assertThat(PartialDate.year(1990)).isLessThan(PartialDate.month(1990, 2));
        assertThat(PartialDate.parse("1990秋")).isGreaterThan(PartialDate.month(1990, 9));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheLedgerKeepsOfAPrecisionReadsBack(Precision precision) {
        assertThat(Precision.of(precision.code())).isEqualTo(precision);
        assertThatThrownBy(() -> Precision.of('x')).hasMessage("no precision x");
    }

    @ParameterizedTest
    @EnumSource
    void everySeasonIsFoundByItsWordAndStandsForAMonth(Season season) {
        assertThat(Season.of(season.word())).contains(season);
        assertThat(new PartialDate(2002, 0, 0, season).firstDay()).isEqualTo(LocalDate.of(2002, season.month(), 1));
        assertThat(Season.of("夜")).isEmpty();
    }
}
