package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * That a row of somebody's family is a person of this store: a named person confirms it on a stated basis, never a program. From
 * then on neither deals with the other's dossier as staff. 亲属确认
 */
@Component
public class Kinships {

    private final Ledger<FactBody> ledger;
    private final Acts acts;

    Kinships(Ledger<FactBody> ledger, Acts acts) {
        this.ledger = ledger;
        this.acts = acts;
    }

    /**
     * Confirms whom a row means.
     *
     * @param own every id of the person whose family it is
     * @throws Refusal {@code not-family}, {@code oneself}, {@code confirmed-already}, {@code superseded}
     */
    @Transactional
    public Fact<FactBody> confirm(Actor actor, Collection<UUID> own, UUID row, Subject.Person kin, String basis) {
        acts.begin();
        var held = row(row);
        var member = (FamilyMember) held.content();
        if (own.contains(kin.id())) throw Refusal.input("oneself", "未确认：所选就是本人。请另选。");
        if (member.person() != null) throw Refusal.input("confirmed-already", "未确认：这一行已确认为库中的一人。如有误，请先撤销该确认，再另行确认。");
        return write(actor, held, linked(member, kin.id()), "；亲属确认：" + basis);
    }

    /**
     * Takes a confirmation back.
     *
     * @throws Refusal {@code not-family}, {@code not-confirmed}, {@code superseded}
     */
    @Transactional
    public Fact<FactBody> withdraw(Actor actor, UUID row, String reason) {
        acts.begin();
        var held = row(row);
        var member = (FamilyMember) held.content();
        if (member.person() == null) throw Refusal.input("not-confirmed", "未撤销：这一行没有确认为库中的任何人。");
        return write(actor, held, linked(member, null), "；撤销亲属确认：" + reason);
    }

    private Fact<FactBody> row(UUID id) {
        return ledger.find(id)
                .filter(each -> each.body() instanceof FamilyMember)
                .orElseThrow(() -> Refusal.absent("not-family", "未找到这一行家庭成员。请回到档案重新打开。"));
    }

    private Fact<FactBody> write(Actor actor, Fact<FactBody> held, FamilyMember now, String basis) {
        return ledger.write(
                        actor,
                        List.of(
                                Change.supersede(held),
                                Change.record(held.subject(), now, held.valid(), held.basis() + basis)))
                .getFirst();
    }

    private static FamilyMember linked(FamilyMember is, @Nullable UUID person) {
        return new FamilyMember(is.order(), is.relation(), is.name(), is.birth(), is.party(), is.post(), person);
    }
}
