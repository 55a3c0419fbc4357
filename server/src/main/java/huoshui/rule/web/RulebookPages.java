package huoshui.rule.web;

import huoshui.access.SignedIn;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.rule.Blocked;
import huoshui.rule.Book;
import huoshui.rule.Effect;
import huoshui.rule.NotCarried;
import huoshui.rule.Occasion;
import huoshui.rule.Opening;
import huoshui.rule.Provision;
import huoshui.rule.Rulebook;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rulebook to read in: clauses in force on a day, and one clause with its editions and cases. 条款目录与条款 */
@RestController
@RequestMapping("/api/v1/rulebook")
class RulebookPages {

    private final Rulebook rulebook;

    RulebookPages(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    record Row(
            String code,
            String title,
            String citation,
            String regulation,
            Effect effect,
            String status,
            boolean virtue,
            String subject,
            List<Occasion> occasions,
            LocalDate from,
            @Nullable LocalDate to) {

        static Row of(Provision is) {
            return new Row(
                    is.code(),
                    is.title(),
                    is.cite().words(is.status()),
                    is.cite().regulation(),
                    is.effect(),
                    is.status().code(),
                    is.virtue(),
                    is.scope().subject().code(),
                    is.scope().occasions().stream().sorted().toList(),
                    is.from(),
                    is.to());
        }
    }

    record Clauses(AsOf at, List<Row> clauses, List<NotCarried> notCarried) {}

    /** @param expect null where the clause is to say nothing */
    record Case(String told, @Nullable String expect) {}

    /**
     * One edition.
     *
     * @param when the situation in words
     * @param inForce whether it is the one of the day asked about
     */
    record Edition(
            Row row,
            String edition,
            boolean inForce,
            String note,
            @Nullable String target,
            @Nullable String applies,
            String when,
            @Nullable String unless,
            String message,
            List<Case> cases) {}

    record Clause(AsOf at, String code, boolean inForce, List<Edition> editions) {}

    @SignedIn
    @GetMapping
    Clauses all(AsOf at) {
        var book = rulebook.book(at.known());
        return new Clauses(
                at,
                book.provisions().stream()
                        .filter(each -> each.inForce(at.valid()))
                        .map(Row::of)
                        .toList(),
                book.notCarried());
    }

    /** Newest first; says so where none is in force on the day. */
    @SignedIn
    @GetMapping("/{code}")
    Clause one(@PathVariable String code, AsOf at) {
        var book = rulebook.book(at.known());
        var editions = book.editions(code);
        if (editions.isEmpty()) throw Refusal.absent("no-provision", "未找到代码为“%s”的条款。请从条款目录中选取。".formatted(code));
        return new Clause(
                at,
                code,
                editions.stream().anyMatch(each -> each.inForce(at.valid())),
                editions.reversed().stream()
                        .map(each -> edition(each, book, at))
                        .toList());
    }

    private static Edition edition(Provision is, Book book, AsOf at) {
        var aim = is.scope().target();
        var applies = is.scope().applies();
        var when = is.when();
        var opens = is.opens();
        return new Edition(
                Row.of(is),
                is.edition(),
                is.inForce(at.valid()),
                is.status().note(),
                aim == null ? null : aim.words(),
                applies == null ? null : applies.asked(),
                when != null ? when.asked() : opens == null ? "" : opened(opens),
                is.unless() == null ? null : is.unless().asked(),
                is.message(),
                is.cases().stream()
                        .map(each -> new Case(
                                book.words(each),
                                each.expect() == null ? null : each.expect().name()))
                        .toList());
    }

    static String opened(Opening opens) {
        var against = opens.blocks().stream().sorted().map(Blocked::word).toList();
        return "%s之日起 %d 个月内不得%s（%s）"
                .formatted(
                        opens.title(),
                        opens.months(),
                        String.join("、", against),
                        opens.family().word());
    }
}
