package huoshui.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Makes time-ordered identifiers (UUID version 7, RFC 9562). 标识 */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int COUNTER_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** Each later than the one before, also within one millisecond, so that lines keep the order they were written in. */
    public static UUID next() {
        long now = System.currentTimeMillis() << COUNTER_BITS;
        return at(LAST.updateAndGet(last -> Math.max(last + 1, now)));
    }

    private static UUID at(long tick) {
        long high = (tick >>> COUNTER_BITS << 16) | 0x7000L | (tick & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
