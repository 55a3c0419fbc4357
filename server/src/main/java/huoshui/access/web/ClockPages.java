package huoshui.access.web;

import huoshui.access.SignedIn;
import huoshui.kernel.Acts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What day it is by the house's clock, and how far the record goes. 时钟 */
@RestController
class ClockPages {

    private final Acts acts;
    private final Clock clock;

    ClockPages(Acts acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /** @param head number of the last act */
    record Now(LocalDate today, long head, Instant at) {}

    @SignedIn
    @GetMapping("/api/v1/clock")
    Now now() {
        return new Now(acts.today(), acts.head(), clock.instant());
    }
}
