package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.rule.Book;
import huoshui.rule.Rulebook;
import huoshui.rule.sweep.ComingDates;
import huoshui.rule.sweep.ComingDates.Coming;
import huoshui.rule.sweep.ComingDates.Dates;
import huoshui.rule.sweep.ComingDates.Kind;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What clauses say will come of whom, month by month. 来日各月 */
@RestController
@RequestMapping("/api/v1/coming-dates")
@Needs(Right.READ_PEOPLE)
class ComingPages {

    private static final int LARGEST_PAGE = 200;

    private final ComingDates dates;
    private final Organization organization;
    private final Rulebook rulebook;

    ComingPages(ComingDates dates, Organization organization, Rulebook rulebook) {
        this.dates = dates;
        this.organization = organization;
        this.rulebook = rulebook;
    }

    /**
     * @param clause code of the clause it follows from; null where several do, or none is carried
     * @param citation of that clause, or of the row of the register that is none
     * @param cited of how many of those listed it speaks
     * @param past how many it has come to already
     * @param months how many in each month, in order
     * @param unknown of how many it cannot be told
     * @param untold the same where nobody is listed for it
     */
    record Row(
            Kind kind,
            String word,
            @Nullable String clause,
            @Nullable String citation,
            int cited,
            int past,
            List<Integer> months,
            int unknown,
            @Nullable Integer untold) {}

    /** @param sealed whether influence periods were read */
    record Months(AsOf at, List<String> months, List<Row> rows, boolean sealed) {}

    @GetMapping
    Months all(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "12") int months,
            AsOf at,
            Signed signed) {
        var found = dates.of(signed, unit, months, at);
        var first = YearMonth.from(at.valid());
        var all = new ArrayList<YearMonth>();
        for (int i = 0; i <= months; i++) all.add(first.plusMonths(i));
        return new Months(
                at,
                all.stream().map(YearMonth::toString).toList(),
                found.kinds().stream().map(each -> row(found, each, all, at)).toList(),
                found.sealed());
    }

    private Row row(Dates found, Kind kind, List<YearMonth> months, AsOf at) {
        var cited = Cited.of(kind.clause(), rulebook.book(at.known()), at);
        return new Row(
                kind,
                kind.word(),
                cited.clause(),
                cited.citation(),
                count(found, kind, each -> each.clause() != null),
                count(found, kind, Coming::past),
                months.stream()
                        .map(month -> count(found, kind, each -> month.equals(each.month())))
                        .toList(),
                count(found, kind, ComingPages::open),
                found.untold().get(kind));
    }

    /** A clause by its code, and how it is cited. */
    private record Cited(@Nullable String clause, @Nullable String citation) {

        static Cited of(@Nullable String code, Book book, AsOf at) {
            if (code == null) return new Cited(null, null);
            var clause = book.on(code, at.valid());
            if (clause.isPresent())
                return new Cited(code, clause.get().cite().words(clause.get().status()));
            return new Cited(
                    null,
                    book.notCarried().stream()
                            .filter(each -> each.code().equals(code))
                            .map(each -> code + " " + each.title())
                            .findFirst()
                            .orElse(null));
        }
    }

    private static boolean open(Coming coming) {
        return !coming.past() && coming.month() == null;
    }

    private static int count(Dates found, Kind kind, Predicate<Coming> which) {
        return (int) found.all().stream()
                .filter(each -> each.kind() == kind)
                .filter(which)
                .count();
    }

    /** Somebody it comes to, or has come to. */
    record Line(
            UUID id,
            String name,
            boolean photo,
            @Nullable String unit,
            @Nullable String post,
            Kind kind,
            String word,
            @Nullable String month,
            @Nullable String latest,
            boolean past,
            List<String> missing,
            String words,
            @Nullable String clause,
            @Nullable String citation) {}

    record People(AsOf at, int count, int from, List<Line> people) {}

    /** @param month {@code 2027-03}, {@code past} or {@code unknown}; all months where left out */
    @GetMapping("/people")
    People people(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int size,
            AsOf at,
            Signed signed) {
        var chart = organization.at(at);
        var book = rulebook.book(at.known());
        var some = dates.of(signed, unit, months, at).all().stream()
                .filter(each -> kind == null || each.kind() == kind)
                .filter(which(month))
                .toList();
        return new People(
                at,
                some.size(),
                Math.max(0, from),
                some.stream()
                        .skip(Math.max(0, from))
                        .limit(Math.clamp(size, 1, LARGEST_PAGE))
                        .map(each -> line(each, Cited.of(each.clause(), book, at), chart))
                        .toList());
    }

    private static Predicate<Coming> which(@Nullable String month) {
        if (month == null || month.isEmpty()) return each -> true;
        if (month.equals("past")) return Coming::past;
        if (month.equals("unknown")) return ComingPages::open;
        try {
            var wanted = YearMonth.parse(month);
            return each -> wanted.equals(each.month());
        } catch (DateTimeParseException unreadable) {
            throw Refusal.input("bad-month", "未列出：“%s”不是月份。请写如 2027-03。".formatted(month));
        }
    }

    private static Line line(Coming coming, Cited cited, Chart chart) {
        var person = coming.person();
        var month = coming.month();
        var latest = coming.latest();
        return new Line(
                person.id(),
                person.who().name(),
                person.who().photo(),
                chart.unit(person.service().unit()).map(each -> each.called()).orElse(null),
                person.posts().text(),
                coming.kind(),
                coming.kind().word(),
                month == null ? null : month.toString(),
                latest == null ? null : latest.toString(),
                coming.past(),
                coming.missing(),
                coming.words(),
                cited.clause(),
                cited.citation());
    }
}
