package huoshui.org;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.PurposeLine;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.Canonical;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.NoteFact.Cancelled;
import huoshui.org.fact.OrgFact;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erasure of lines about units, posts and teams: two people empty one on a legal ground; row, kind and digest stay. 机构记录抹除
 *
 * <p>Only a line that counts no more, or the note of a cancellation: what units, posts and teams rest on is first corrected or
 * cancelled, so that the organization never loses a piece by an erasure.
 */
@Component
public class OrgErasures {

    private final OrgLedger ledger;
    private final OrgErasureTable table;
    private final Approvals approvals;
    private final Purposes purposes;
    private final Acts acts;
    private final Clock clock;

    OrgErasures(
            OrgLedger ledger, OrgErasureTable table, Approvals approvals, Purposes purposes, Acts acts, Clock clock) {
        this.ledger = ledger;
        this.table = table;
        this.approvals = approvals;
        this.purposes = purposes;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Asks a second person.
     *
     * @param unit whose line it is, or whose post's or team's
     * @param ground code of the legal ground
     * @throws Refusal {@code unknown-ground}, {@code still-counts}, {@code erased-already}
     */
    @Transactional
    public OrgErasure ask(Signed who, UUID fact, UUID unit, @Nullable String ground) {
        who.require(Right.ERASE);
        var law = purposes.ground(ground);
        requireErasable(fact);
        var asked = approvals.ask(who, Approval.Kind.ORGANIZATION_ERASURE, digest(fact, law.code()), summary(law), 0);
        var erasure = new OrgErasure(asked.id(), fact, unit, law.code(), who.account(), asked.askedAt(), null);
        table.insert(erasure);
        return erasure;
    }

    private static String summary(PurposeLine law) {
        return "抹除 1 条机构记录，依据：%s".formatted(law.name());
    }

    /**
     * Does what a second person agreed to.
     *
     * @throws Refusal {@code no-erasure}, {@code erased-already}, {@code approval-required}, {@code approval-pending}
     */
    @Transactional
    public void erase(Signed who, UUID id) {
        acts.begin();
        who.require(Right.ERASE);
        var asked = find(id).filter(each -> each.askedBy().equals(who.account()))
                .orElseThrow(() -> Refusal.absent("no-erasure", "未抹除：没有由您提请的这项抹除。请从双人复核中打开。"));
        requireErasable(asked.fact());
        approvals.use(who, Approval.Kind.ORGANIZATION_ERASURE, digest(asked.fact(), asked.ground()));
        ledger.facts().erase(who.because(new Purpose(asked.ground())).actor(), List.of(asked.fact()));
        table.done(id, clock.instant());
    }

    public Optional<OrgErasure> find(UUID id) {
        return table.find(id);
    }

    /** What was asked about these lines, the newest asking of each. */
    public List<OrgErasure> of(Collection<UUID> facts) {
        return facts.isEmpty() ? List.of() : table.of(facts);
    }

    private Fact<OrgFact> requireErasable(UUID id) {
        var fact = ledger.facts().find(id).orElseThrow(() -> Refusal.absent("no-fact", "找不到这条记录。请刷新页面后重选。"));
        if (fact.erased()) throw Refusal.input("erased-already", "未抹除：这条记录的内容已经抹除。请刷新后查看。");
        if (fact.superseded() == null && !(fact.content() instanceof Cancelled))
            throw Refusal.input("still-counts", "未抹除：这条记录仍然有效，现有机构、职位或班子以它为据。请先更正或撤销，再抹除留下的旧记录。");
        return fact;
    }

    private static String digest(UUID fact, String ground) {
        return HexFormat.of()
                .formatHex(Sm3.of(new Canonical().add(fact).add(ground).bytes()));
    }
}
