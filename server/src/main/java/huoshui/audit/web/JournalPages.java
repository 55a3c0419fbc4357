package huoshui.audit.web;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Needs;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.audit.Entry;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.audit.Verification;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The journal to look through; what was written stays with the rooms, so whoever reads this reads no dossier. 操作留痕 */
@RestController
@RequestMapping("/api/v1/journal")
class JournalPages {

    private static final int MOST = 200;

    private final Journal journal;
    private final Verification verification;
    private final Accounts accounts;
    private final Purposes purposes;

    JournalPages(Journal journal, Verification verification, Accounts accounts, Purposes purposes) {
        this.journal = journal;
        this.verification = verification;
        this.accounts = accounts;
        this.purposes = purposes;
    }

    record EntryLine(
            long number,
            Instant at,
            UUID actor,
            String actorName,
            @Nullable String purpose,
            Verb verb,
            @Nullable UUID subject,
            @Nullable Chapter chapter,
            @Nullable Long act,
            String link) {}

    record EntryList(List<EntryLine> items, @Nullable Long next) {}

    @Needs(Right.READ_JOURNAL)
    @GetMapping
    EntryList list(
            @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Verb verb,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "100") int size) {
        int wanted = Math.clamp(size, 1, MOST);
        var found = journal.page(new JournalQuery(
                cursor, subject, actor, verb, start(from), start(to == null ? null : to.plusDays(1)), wanted));
        Map<UUID, String> names = new HashMap<>();
        var lines = found.stream().map(each -> line(each, names)).toList();
        return new EntryList(
                lines, lines.size() < wanted ? null : lines.getLast().number());
    }

    @Needs(Right.READ_JOURNAL)
    @PostMapping("/verifications")
    Verification.Report verify(@RequestParam(required = false) @Nullable String against) {
        return verification.verify(against);
    }

    private static @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Acts.ZONE).toOffsetDateTime();
    }

    private EntryLine line(Entry each, Map<UUID, String> names) {
        var name = names.computeIfAbsent(
                each.actor(), id -> accounts.find(id).map(Account::displayName).orElse("系统"));
        return new EntryLine(
                each.number(),
                each.at(),
                each.actor(),
                name,
                purposes.words(each.purpose()),
                each.verb(),
                each.subject(),
                each.chapter(),
                each.act(),
                HexFormat.of().formatHex(each.link()));
    }
}
