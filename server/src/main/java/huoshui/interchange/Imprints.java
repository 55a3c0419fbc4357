package huoshui.interchange;

import huoshui.access.Purposes;
import huoshui.access.Signed;
import huoshui.document.paper.Imprint;
import huoshui.interchange.form.ExportMark;
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

    private final Purposes purposes;
    private final Acts acts;
    private final Clock clock;

    Imprints(Purposes purposes, Acts acts, Clock clock) {
        this.purposes = purposes;
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

    /** @param entries of the journal, the first and the last */
    ExportMark mark(Signed who, AsOf at, int people, Entries entries) {
        var purpose =
                who.purpose() == null ? null : purposes.words(who.purpose().code());
        return new ExportMark(List.of(
                "导出人：" + who.displayName() + "（" + who.name() + "）",
                "导出时间：" + MINUTE.format(clock.instant()),
                "事由：" + (purpose == null ? "未注明" : purpose),
                "人数：" + people,
                "情况截至：" + at.valid().format(DAY) + "　信息录至：" + MINUTE.format(known(at.known())),
                "操作留痕：" + entries.words()));
    }

    /** Where the journal has an export. 留痕的条号 */
    record Entries(long first, long last) {

        String words() {
            if (last < first) return "无";
            return first == last ? "第 " + first + " 条" : "第 " + first + " 至 " + last + " 条";
        }
    }

    /** When the record ended that was read; read to its end, that is now. */
    private Instant known(long number) {
        if (number >= acts.head()) return clock.instant();
        return acts.of(List.of(number)).getOrDefault(number, Instant.EPOCH);
    }
}
