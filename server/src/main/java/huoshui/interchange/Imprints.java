package huoshui.interchange;

import huoshui.access.Signed;
import huoshui.document.paper.Imprint;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Both clocks, the hand and the minute, as prints carry them. 印记 */
@Component
class Imprints {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm").withZone(Acts.ZONE);

    private final Acts acts;
    private final Clock clock;

    Imprints(Acts acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    Imprint of(Signed who, AsOf at) {
        var now = MINUTE.format(clock.instant());
        return new Imprint(
                "情况截至 " + at.valid().format(DAY) + "｜信息录至 " + MINUTE.format(known(at.known())),
                "打印人 " + who.displayName() + "　" + now,
                who.displayName() + "　" + now);
    }

    /** When the record ended that was read; read to its end, that is now. */
    private Instant known(long number) {
        if (number >= acts.head()) return clock.instant();
        return acts.of(List.of(number)).getOrDefault(number, Instant.EPOCH);
    }
}
