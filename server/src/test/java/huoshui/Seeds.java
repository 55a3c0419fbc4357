package huoshui;

/** Seeds of random tests: always the same in the gate, new ones in the long run, a given one to repeat a failure. */
public final class Seeds {

    private static final long IN_THE_GATE = 20_261_130L;

    private Seeds() {}

    public static long next() {
        return Long.getLong(
                "huoshui.seed",
                Boolean.getBoolean("huoshui.long") ? System.nanoTime() % 1_000_000_000_000L : IN_THE_GATE);
    }
}
