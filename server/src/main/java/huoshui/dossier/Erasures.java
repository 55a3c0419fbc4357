package huoshui.dossier;

import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Acts;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import huoshui.kernel.Sm3;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Ledger;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erasure: two people empty named lines on a legal ground; rows, kinds and digests stay, and the journal notes it. 抹除
 *
 * <p>Ordinary work never deletes: a mistake is cancelled. This is for what the law says may no longer be kept.
 */
@Component
public class Erasures {

    private final Ledger<FactBody> ledger;
    private final Approvals approvals;
    private final Acts acts;

    Erasures(Ledger<FactBody> ledger, Approvals approvals, Acts acts) {
        this.ledger = ledger;
        this.approvals = approvals;
        this.acts = acts;
    }

    /**
     * Asks a second person.
     *
     * @param ground the legal ground, as the journal will state it; names nobody
     * @throws Refusal {@code not-of-this-dossier}, {@code ground-required}
     */
    @Transactional
    public Approval ask(Signed who, Subject.Person person, Collection<UUID> facts, String ground) {
        who.require(Right.ERASE);
        requireGround(ground);
        requireOwn(person, facts);
        return approvals.ask(
                who,
                Approval.Kind.ERASURE,
                digest(person, facts, ground),
                "抹除 %d 条事实，依据：%s".formatted(facts.size(), ground),
                1);
    }

    /**
     * Does what a second person agreed to.
     *
     * @throws Refusal {@code approval-required}, {@code approval-pending}
     */
    @Transactional
    public void erase(Signed who, Subject.Person person, Collection<UUID> facts, String ground) {
        acts.begin();
        who.require(Right.ERASE);
        requireGround(ground);
        requireOwn(person, facts);
        approvals.use(who, Approval.Kind.ERASURE, digest(person, facts, ground));
        ledger.erase(who.because(ground).actor(), facts);
    }

    private static void requireGround(String ground) {
        if (ground.isBlank()) throw Refusal.input("ground-required", "未抹除：抹除须写明法律依据。请填写后再提请。");
    }

    private void requireOwn(Subject.Person person, Collection<UUID> facts) {
        var own = ledger.history(person.id()).stream()
                .filter(each -> !each.erased())
                .map(each -> each.id())
                .toList();
        if (facts.isEmpty() || !own.containsAll(List.copyOf(facts)))
            throw Refusal.input("not-of-this-dossier", "未抹除：所列事实中有不属于本档案或已抹除的。请重新勾选。");
    }

    private static String digest(Subject.Person person, Collection<UUID> facts, String ground) {
        var canonical = new Canonical().add(person.id()).add(ground);
        facts.stream().sorted().forEach(canonical::add);
        return HexFormat.of().formatHex(Sm3.of(canonical.bytes()));
    }
}
