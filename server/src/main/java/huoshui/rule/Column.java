package huoshui.rule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one measure reads of everybody, by place: numbers or codes, and a bit for whom anything is known of. 量度一列
 *
 * <p>Evidence and words are not kept: whoever wants them asks the person.
 */
final class Column {

    private final long[] known;
    private final int[] least;
    private final int[] most;
    private final long[] codes;

    private Column(long[] known, int[] least, int[] most, long[] codes) {
        this.known = known;
        this.least = least;
        this.most = most;
        this.codes = codes;
    }

    /** Nothing is known of anybody yet; whole words of people, so that comparing needs no rest. */
    static Column blank(boolean numbers, int places) {
        int words = (places + 63) >> 6;
        int people = words << 6;
        int numbered = numbers ? people : 0;
        return new Column(new long[words], new int[numbered], new int[numbered], new long[people - numbered]);
    }

    Column copied(int places) {
        int words = (places + 63) >> 6;
        int people = words << 6;
        int numbered = least.length == 0 ? 0 : people;
        return new Column(
                Arrays.copyOf(known, words),
                Arrays.copyOf(least, numbered),
                Arrays.copyOf(most, numbered),
                Arrays.copyOf(codes, people - numbered));
    }

    /** Only while it is being made: what is shared never changes. */
    void put(int place, @Nullable Reading reading) {
        long bit = 1L << place;
        if (reading == null || !reading.known()) {
            known[place >> 6] &= ~bit;
            return;
        }
        known[place >> 6] |= bit;
        if (least.length == 0) codes[place] = reading.codes();
        else {
            least[place] = reading.least();
            most[place] = reading.most();
        }
    }

    /**
     * Everybody's number against a range, as {@link Range#holds} does it for one.
     *
     * <p>A difference below zero sets the sign, which becomes the answer's bit: with a branch for each, every other person would be
     * guessed wrong, and that costs more than the comparison.
     */
    Verdicts within(Range range) {
        long low = range.low();
        long high = range.high();
        var all = new Verdicts(new long[known.length], new long[known.length]);
        for (int word = 0; word < known.length; word++) {
            long met = 0;
            long not = 0;
            int first = word << 6;
            for (int i = 0; i < 64; i++) {
                long one = least[first + i];
                long other = most[first + i];
                met |= (~((one - low) | (high - other)) >>> 63) << i;
                not |= (((other - low) | (high - one)) >>> 63) << i;
            }
            all.met()[word] = met & known[word];
            all.not()[word] = not & known[word];
        }
        return all;
    }

    /** Everybody's codes against those allowed, as {@link Criterion.OneOf} does it for one. */
    Verdicts oneOf(long allowed, boolean negated) {
        var all = new Verdicts(new long[known.length], new long[known.length]);
        for (int word = 0; word < known.length; word++) {
            long hit = 0;
            int first = word << 6;
            for (int i = 0; i < 64; i++) {
                long both = codes[first + i] & allowed;
                hit |= ((both | -both) >>> 63) << i;
            }
            all.met()[word] = hit & known[word];
            all.not()[word] = ~hit & known[word];
        }
        return negated ? all.negated() : all;
    }
}
