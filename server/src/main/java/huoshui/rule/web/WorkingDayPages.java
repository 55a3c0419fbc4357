package huoshui.rule.web;

import huoshui.access.SignedIn;
import huoshui.kernel.Refusal;
import huoshui.kernel.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many working days lie between two days, or which day is so many working days on: for notices, replies, publicity. 工作日推算 */
@RestController
@RequestMapping("/api/v1/working-days")
class WorkingDayPages {

    private static final int MOST = 1000;
    private static final long LONGEST = 3660;

    private final WorkingDays days;

    WorkingDayPages(WorkingDays days) {
        this.days = days;
    }

    /**
     * @param last the last day counted
     * @param days working days from the first day on: both ends counted where two days were given, the first not where a number was
     * @param provisional 暂按: a year was met whose holidays nobody has entered
     * @param unentered those years
     * @param years of which holidays are entered, the last one
     */
    record Reckoned(
            LocalDate first, LocalDate last, int days, boolean provisional, List<Integer> unentered, int years) {}

    /**
     * @param to the last day; or else
     * @param number how many working days after the first day, which does not count
     */
    @SignedIn
    @GetMapping
    Reckoned reckon(
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer number) {
        if ((to == null) == (number == null)) throw Refusal.input("bad-working-days", "未推算：止日和工作日数须填一样，只填一样。请改填。");
        if (number != null) {
            if (Math.abs(number) > MOST)
                throw Refusal.input(
                        "bad-working-days", "未推算：工作日数须在 -%d 到 %d 之间，所填为 %d。请改填。".formatted(MOST, MOST, number));
            var day = days.after(from, number);
            return told(from, day.day(), number, day.provisional());
        }
        var last = java.util.Objects.requireNonNull(to);
        if (last.isBefore(from))
            throw Refusal.input("bad-working-days", "未推算：止日 %s 早于起日 %s。请改填。".formatted(last, from));
        if (ChronoUnit.DAYS.between(from, last) > LONGEST) throw Refusal.input("bad-working-days", "未推算：起止相隔最多十年。请改填。");
        var counted = days.between(from, last);
        return told(from, last, counted.days(), counted.provisional());
    }

    private Reckoned told(LocalDate first, LocalDate last, int number, boolean provisional) {
        int one = Math.min(first.getYear(), last.getYear());
        int other = Math.max(first.getYear(), last.getYear());
        var unentered = java.util.stream.IntStream.rangeClosed(one, other)
                .filter(year -> !days.entered(year))
                .boxed()
                .toList();
        int entered = days.years().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Reckoned(first, last, number, provisional, unentered, entered);
    }
}
