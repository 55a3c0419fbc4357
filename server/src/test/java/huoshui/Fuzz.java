package huoshui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;

/** How long random tests of one reader go on, and what counts as hanging. 乱测 */
public final class Fuzz {

    /** Ten seconds a reader in the gate, two minutes in the long run. */
    private static final long MILLIS =
            Long.getLong("huoshui.fuzz.millis", Boolean.getBoolean("huoshui.long") ? 120_000 : 10_000);

    /** Of the processor, not of the clock: other work on the machine is no fault of the reader. */
    private static final long HANG = 1_000_000_000L;

    /** One damaged thing to be read. */
    public interface Round {
        void run(int number) throws Exception;
    }

    private Fuzz() {}

    /**
     * Runs rounds until the time is over; whatever they throw, and whatever takes a second, fails with seed and round.
     *
     * @return how many there were
     */
    public static int rounds(String reader, long seed, Round round) {
        return rounds(reader, seed, MILLIS, round);
    }

    public static int rounds(String reader, long seed, long millis, Round round) {
        long until = System.nanoTime() + millis * 1_000_000;
        int number = 0;
        for (; System.nanoTime() < until; number++) {
            long began = cpuTime();
            try {
                round.run(number);
            } catch (Exception | AssertionError | StackOverflowError fault) {
                throw new AssertionError("%s, seed %d, round %d".formatted(reader, seed, number), fault);
            }
            assertThat(cpuTime() - began)
                    .as("nanoseconds of %s, seed %d, round %d", reader, seed, number)
                    .isLessThan(HANG);
        }
        System.out.println(reader + ": seed " + seed + ", " + number + " rounds");
        assertThat(number).as("rounds of " + reader).isPositive();
        return number;
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
