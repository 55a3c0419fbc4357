package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as people spell them. 日期的写法 */
class DateSpellingsTests {

    @ParameterizedTest
    @CsvSource({
        "196603, 1966-03",
        "1966.03, 1966-03",
        "1966-3, 1966-03",
        "1966/03, 1966-03",
        "1966年3月, 1966-03",
        "19660312, 1966-03-12",
        "1966-03-12, 1966-03-12",
        "1966.03.12, 1966-03-12",
        "1966年3月12日, 1966-03-12",
        "19660300, 1966-03",
        "1966, 1966",
        "19660000, 1966",
        "2002春, 2002春",
        "１９６６．０３, 1966-03"
    })
    void everySpellingIsTheSameDate(String spelling, String date) {
        assertThat(PartialDate.read(spelling)).map(PartialDate::text).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "196613",
                "196600 ",
                "1966.00",
                "1849.01",
                "2201.01",
                "1967-02-29",
                "1967-02-32",
                "9999",
                "66.03",
                "不详",
                ""
            })
    void whatTheCalendarDoesNotHaveIsNoDate(String spelling) {
        assertThat(PartialDate.read(spelling).filter(each -> each.month() > 0)).isEmpty();
    }

    @Test
    void theUsualSpellingsAreReadAsAllOthersAre() {
        var random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            var typed = typed(random);
            assertThat(PartialDate.read(typed)).as(typed).isEqualTo(PartialDate.read(" " + typed));
        }
    }

    /** Figures and marks, near enough to a date to be one now and then. */
    private static String typed(Random random) {
        var out = new StringBuilder().append(1800 + random.nextInt(420));
        for (int part = random.nextInt(3); part > 0; part--) {
            out.append(new String[] {"", "-", ".", "/", "年", " "}[random.nextInt(6)]);
            int number = random.nextInt(35);
            out.append(number < 10 && random.nextInt(4) > 0 ? "0" : "").append(number);
        }
        return out.toString();
    }
}
