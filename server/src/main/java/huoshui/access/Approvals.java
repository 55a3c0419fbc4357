package huoshui.access;

import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What one person alone may not do: exporting many people, erasing. One asks, another agrees, the first does it once. 双人复核 */
@Component
public class Approvals {

    /** So many people one account exports alone. */
    public static final int ALONE = 20;

    /** How long an asking waits, and then how long an agreement may be used. */
    static final Duration LIFE = Duration.ofHours(24);

    private final ApprovalTable table;
    private final AccountTable accounts;
    private final Herald herald;
    private final Acts acts;
    private final Clock clock;

    Approvals(ApprovalTable table, AccountTable accounts, Herald herald, Acts acts, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.herald = herald;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Asks for a second person. Asking again for the same thing gives the asking that still stands.
     *
     * @param digest hexadecimal digest of exactly what is to be done: whom, which format, both clocks
     * @param summary in words, for the second person; names nobody
     */
    @Transactional
    public Approval ask(Signed who, Approval.Kind kind, String digest, String summary, int people) {
        acts.lock();
        who.require(kind.asking());
        var now = clock.instant();
        var standing = table.of(who.account(), kind, digest, now).stream()
                .filter(each -> !Boolean.FALSE.equals(each.agreed()))
                .findFirst();
        if (standing.isPresent()) return standing.get();
        var asked = new Approval(
                Ids.next(), kind, digest, summary, people, who.account(), now, now.plus(LIFE), null, null, false);
        table.insert(asked);
        tell(who, asked, "ask");
        return asked;
    }

    /**
     * A second person agrees or declines.
     *
     * @throws Refusal {@code oneself}, {@code right}, {@code no-such-approval}, {@code decided-already}
     */
    @Transactional
    public Approval decide(Signed who, UUID id, boolean agreed) {
        acts.lock();
        var asked = table.of(id)
                .filter(each -> each.expires().isAfter(clock.instant()))
                .filter(each -> each.askedBy().equals(who.account()) || mayDecide(who, each))
                .orElseThrow(() -> Refusal.absent("no-such-approval", "未找到：没有这项复核，或已过期。请申请人重新提请。"));
        if (asked.askedBy().equals(who.account())) throw Refusal.sight("oneself", "未复核：提请人不能复核自己提请的事项。请另一人办理。");
        if (asked.decidedBy() != null) throw Refusal.input("decided-already", "未复核：此事已有人复核。请刷新后查看结果。");
        var now = clock.instant();
        table.decide(id, who.account(), agreed, now, now.plus(LIFE));
        tell(who, asked, agreed ? "agree" : "decline");
        return table.of(id).orElseThrow();
    }

    /**
     * Uses up the agreement to exactly this, in the transaction that does it.
     *
     * @throws Refusal {@code approval-required} when there is none, {@code approval-pending} while it is undecided,
     *     with its id as {@code approval}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(Signed who, Approval.Kind kind, String digest) {
        acts.lock();
        var now = clock.instant();
        var mine = table.of(who.account(), kind, digest, now);
        var agreed = mine.stream()
                .filter(each -> Boolean.TRUE.equals(each.agreed()))
                .findFirst()
                .orElseThrow(() -> lacking(mine));
        table.use(agreed.id(), now);
        tell(who, agreed, "use");
    }

    /** The asking with this id, expired or not. */
    public Optional<Approval> find(UUID id) {
        return table.of(id);
    }

    /** Whether it can be neither decided nor used any more. */
    public boolean expired(Approval asked) {
        return !asked.expires().isAfter(clock.instant());
    }

    /** Whether this account asked it or may decide it. */
    public boolean concerns(Signed who, Approval asked) {
        return asked.askedBy().equals(who.account()) || mayDecide(who, asked);
    }

    /** One's own askings, and those one may decide, which have not expired; newest first. */
    public List<Approval> list(Signed who) {
        return table.open(clock.instant()).stream()
                .filter(each -> each.askedBy().equals(who.account()) || mayDecide(who, each))
                .toList();
    }

    /** Who sees the whole city, or works in the asker's unit. */
    private boolean mayDecide(Signed who, Approval asked) {
        if (!who.sight().may(asked.kind().deciding())) return false;
        if (who.sight().everything()) return true;
        var mine = accounts.of(who.account()).map(Account::unit);
        return mine.isPresent()
                && Objects.equals(mine, accounts.of(asked.askedBy()).map(Account::unit));
    }

    private static Refusal lacking(List<Approval> mine) {
        var pending = mine.stream().filter(each -> each.agreed() == null).findFirst();
        return pending.map(each -> new Refusal(
                        Refusal.Sort.SIGHT,
                        "approval-pending",
                        "未办理：此事已提请复核，尚未同意。请等另一人复核后再办。",
                        Map.of("approval", each.id())))
                .orElseGet(() -> Refusal.sight("approval-required", "未办理：此事须由另一人复核同意。请先提请复核。"));
    }

    private void tell(Signed who, Approval about, String what) {
        herald.announce(
                who.actor(),
                Verb.ADMINISTER,
                about.id(),
                acts.begin().number(),
                new Canonical()
                        .add(what)
                        .add(about.kind().name())
                        .add(about.digest())
                        .add(about.people()));
    }
}
