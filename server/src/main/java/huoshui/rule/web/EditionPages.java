package huoshui.rule.web;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.rule.Drafting;
import huoshui.rule.Edition;
import huoshui.rule.EditionDesk;
import huoshui.rule.EditionDesk.Seen;
import huoshui.rule.EditionKind;
import huoshui.rule.Editions;
import huoshui.rule.Practice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is proposed for the book, by whom, and what became of it. 待公布与已公布的版本 */
@RestController
@RequestMapping("/api/v1/editions")
@Needs(Right.READ_PEOPLE)
class EditionPages {

    private static final int DECIDED = 60;

    private final Editions editions;
    private final EditionDesk desk;
    private final Drafting drafting;
    private final Practice practice;
    private final Accounts accounts;
    private final Acts acts;

    EditionPages(
            Editions editions, EditionDesk desk, Drafting drafting, Practice practice, Accounts accounts, Acts acts) {
        this.editions = editions;
        this.desk = desk;
        this.drafting = drafting;
        this.practice = practice;
        this.accounts = accounts;
        this.acts = acts;
    }

    /**
     * One text that was proposed.
     *
     * @param by who wrote it, or took it in from a file; null while nobody has
     * @param fate null while it is a proposal
     * @param decidedBy null where the program published it on opening the house
     */
    record Row(
            UUID id,
            EditionKind kind,
            String kindWord,
            String code,
            @Nullable LocalDate from,
            String title,
            String file,
            Edition.Source source,
            @Nullable String by,
            boolean mine,
            Instant at,
            String reason,
            Edition.@Nullable Fate fate,
            @Nullable Integer version,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String grounds,
            @Nullable String seen) {}

    /** @param standing text that stands in its place now; null where none does */
    record Sheet(Row row, String text, @Nullable String standing) {}

    record Desk(List<Row> proposals, List<Row> decided, Practice.@Nullable Told files) {}

    record Proposal(@Nullable String text, @Nullable String reason) {}

    record Proposed(UUID id) {}

    record Deciding(
            @Nullable List<UUID> editions,
            @Nullable Boolean publish,
            @Nullable String reason,
            @Nullable Seen seen) {}

    record Reason(@Nullable String reason) {}

    @GetMapping
    Desk desk(Signed signed) {
        return new Desk(
                editions.proposals().stream().map(each -> row(each, signed)).toList(),
                editions.decided(DECIDED).stream()
                        .map(each -> row(each, signed))
                        .toList(),
                keeps(signed) ? practice.last() : null);
    }

    /** All that was ever proposed for a clause, newest first, with its texts. */
    @GetMapping(params = "code")
    List<Sheet> history(@RequestParam String code, Signed signed) {
        return editions.history(code).stream()
                .map(each -> new Sheet(row(each, signed), each.text(), null))
                .toList();
    }

    @GetMapping("/{id}")
    Sheet one(@PathVariable UUID id, Signed signed) {
        var edition = editions.find(id).orElseThrow(() -> Refusal.absent("no-edition", "未找到：没有这项提请。请从待公布的条款中选取。"));
        return new Sheet(
                row(edition, signed),
                edition.text(),
                editions.text(edition.place()).orElse(null));
    }

    @Needs(Right.DRAFT_CLAUSE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Proposed propose(@RequestBody Proposal asked, Signed signed) {
        return new Proposed(drafting.propose(signed, text(asked.text()), Objects.requireNonNullElse(asked.reason(), ""))
                .id());
    }

    static String text(@Nullable String text) {
        if (text == null || text.isBlank()) throw Refusal.input("no-text", "未办理：没有写条款。请先写草案。");
        return text;
    }

    /** Publishes or refuses, all or none. */
    @Needs(Right.PUBLISH_CLAUSE)
    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@RequestBody Deciding asked, Signed signed) {
        if (asked.publish() == null) throw Refusal.input("no-decision", "未办理：没有说明公布还是不予公布。请选定后再提交。");
        var ids = asked.editions() == null ? List.<UUID>of() : asked.editions();
        var reason = Objects.requireNonNullElse(asked.reason(), "");
        if (asked.publish()) desk.publish(signed, ids, reason, asked.seen());
        else desk.refuse(signed, ids, reason);
    }

    @Needs(Right.DRAFT_CLAUSE)
    @PostMapping("/{id}/withdrawals")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @RequestBody Reason why, Signed signed) {
        desk.withdraw(signed, id, Objects.requireNonNullElse(why.reason(), ""));
    }

    record Taking(@Nullable List<UUID> editions) {}

    /** Takes in what was read from files while nobody asked for it; whoever does is the drafter. */
    @Needs(Right.DRAFT_CLAUSE)
    @PostMapping("/takings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@RequestBody Taking asked, Signed signed) {
        desk.take(signed, asked.editions() == null ? List.of() : asked.editions());
    }

    /** Reads the city's files again, so that a mended one need not wait for the next start; what is new is taken in by this account. */
    @Needs(Right.DRAFT_CLAUSE)
    @PostMapping("/readings")
    Practice.Told read(Signed signed) {
        return practice.read(signed);
    }

    private Row row(Edition is, Signed signed) {
        var decision = is.decision();
        return new Row(
                is.id(),
                is.place().kind(),
                is.place().kind().word(),
                is.place().code(),
                is.place().from(),
                is.title(),
                is.file(),
                is.source(),
                name(is.proposedBy()),
                signed.account().equals(is.proposedBy()),
                acts.of(is.proposedAct()).at(),
                is.reason(),
                decision == null ? null : decision.fate(),
                decision == null ? null : decision.version(),
                decision == null ? null : name(decision.by()),
                decision == null ? null : acts.of(decision.act()).at(),
                decision == null ? null : decision.reason(),
                decision == null || !keeps(signed) ? null : decision.seen());
    }

    /** Where files lie, and how many people a decision was compared over, concerns those who keep the rules alone. */
    private static boolean keeps(Signed signed) {
        return signed.sight().may(Right.DRAFT_CLAUSE) || signed.sight().may(Right.PUBLISH_CLAUSE);
    }

    private @Nullable String name(@Nullable UUID account) {
        return account == null
                ? null
                : accounts.find(account).map(Account::displayName).orElse("账号已注销");
    }
}
