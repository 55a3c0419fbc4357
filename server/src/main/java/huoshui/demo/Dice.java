package huoshui.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that falls the same way for the same seed. 随机源
 *
 * <p>A fork depends on its name and not on how often the parent was thrown, so that one detail more in one person changes
 * nobody else.
 */
final class Dice {

    private final long seed;
    private final SplittableRandom random;

    Dice(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    Dice fork(String name) {
        return new Dice(mix(seed ^ (name.hashCode() * 0x9E37_79B9_7F4A_7C15L)));
    }

    Dice fork(long number) {
        return new Dice(mix(seed + (number + 1) * 0xD1B5_4A32_D192_ED03L));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double unit() {
        return random.nextDouble();
    }

    /** Roughly normal around 0 with deviation 1. */
    double normal() {
        return random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** The index of a weight, drawn in proportion. */
    int weighted(int... weights) {
        int total = 0;
        for (int each : weights) total += each;
        int at = random.nextInt(total);
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) return i;
        }
        return weights.length - 1;
    }
}
