package huoshui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A clock that stands at 09:00 of a day until it is moved; every test class begins on {@link #FIRST_DAY}. */
public final class TestClock extends Clock {

    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 9);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = morningOf(FIRST_DAY);

    /** Moves to 09:00 of this day. */
    public void goTo(LocalDate day) {
        now = morningOf(day);
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        var moved = this;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return moved.withZone(other);
            }

            @Override
            public Instant instant() {
                return moved.now;
            }
        };
    }

    private static Instant morningOf(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
