package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Seeds;
import huoshui.dossier.search.Verdict;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一列读数逐人比较，与单个读数比较同一答案，两端之数、未知、任意人数都在内")
class ColumnTests {

    private static final int[] ENDS = {Integer.MIN_VALUE, Integer.MIN_VALUE + 1, -1, 0, 1, 24, Integer.MAX_VALUE};

    private final long seed = Seeds.next();
    private final Random random = new Random(seed);

    @Test
    void everybodysNumberIsHeldAgainstARangeAsOneIs() {
        for (int trial = 0; trial < 500; trial++) {
            var readings = new Reading[1 + random.nextInt(200)];
            var column = Column.blank(true, readings.length);
            for (int i = 0; i < readings.length; i++) {
                int one = number();
                int other = number();
                readings[i] = random.nextInt(4) == 0
                        ? Reading.unknown("未记录")
                        : new Reading(true, Math.min(one, other), Math.max(one, other), 0, Evidence.NONE, null);
                column.put(i, readings[i]);
            }
            int low = number();
            int high = number();
            var range = new Range(Math.min(low, high), Math.max(low, high), "");
            var verdicts = column.within(range);
            for (int i = 0; i < readings.length; i++)
                assertThat(verdicts.at(i))
                        .as("seed %d, %s against %s", seed, readings[i], range)
                        .isEqualTo(
                                readings[i].known()
                                        ? range.holds(readings[i].least(), readings[i].most())
                                        : Verdict.UNKNOWN);
        }
    }

    @Test
    void everybodysCodesAreHeldAgainstThoseAllowedAndWhoIsGoneIsOpen() {
        for (int trial = 0; trial < 500; trial++) {
            var codes = new long[1 + random.nextInt(200)];
            var column = Column.blank(false, codes.length);
            for (int i = 0; i < codes.length; i++) {
                codes[i] = random.nextInt(5) == 0 ? 0 : 1L << random.nextInt(62) | 1L << random.nextInt(62);
                column.put(i, Reading.codes(codes[i], Evidence.NONE));
            }
            int gone = random.nextInt(codes.length);
            column.put(gone, null);
            long allowed = random.nextLong() & random.nextLong();
            boolean negated = random.nextBoolean();
            var verdicts = column.oneOf(allowed, negated);
            for (int i = 0; i < codes.length; i++)
                assertThat(verdicts.at(i))
                        .as("seed %d, %x against %x", seed, codes[i], allowed)
                        .isEqualTo(i == gone ? Verdict.UNKNOWN : Verdict.of((codes[i] & allowed) != 0 != negated));
        }
    }

    @Test
    void aLongerColumnKeepsWhatWasReadAndIsOpenBeyondAndIsItsOwn() {
        for (var numbers : new boolean[] {true, false}) {
            var column = Column.blank(numbers, 64);
            for (int i = 0; i < 64; i++)
                column.put(i, numbers ? Reading.number(7, Evidence.NONE) : Reading.flag(true, Evidence.NONE));
            var longer = column.copied(65);
            assertThat(at(longer, numbers, 63)).isEqualTo(Verdict.MET);
            assertThat(at(longer, numbers, 64)).isEqualTo(Verdict.UNKNOWN);
            longer.put(64, numbers ? Reading.number(8, Evidence.NONE) : Reading.flag(false, Evidence.NONE));
            longer.put(0, Reading.unknown("未记录"));
            assertThat(at(longer, numbers, 64)).isEqualTo(Verdict.NOT_MET);
            assertThat(at(longer, numbers, 0)).isEqualTo(Verdict.UNKNOWN);
            assertThat(at(column, numbers, 0)).isEqualTo(Verdict.MET);
        }
    }

    private static Verdict at(Column column, boolean numbers, int place) {
        return numbers
                ? column.within(new Range(7, 7, "")).at(place)
                : column.oneOf(2, false).at(place);
    }

    private int number() {
        return random.nextBoolean() ? ENDS[random.nextInt(ENDS.length)] : random.nextInt(100);
    }
}
