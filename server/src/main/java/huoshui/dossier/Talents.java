package huoshui.dossier;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens the dossiers of talents who are no cadres. 人才入库 */
@Component
public class Talents {

    private final Dossiers dossiers;
    private final Lookup lookup;
    private final Acts acts;

    Talents(Dossiers dossiers, Lookup lookup, Acts acts) {
        this.dossiers = dossiers;
        this.lookup = lookup;
        this.acts = acts;
    }

    /**
     * Somebody new, and on what ground.
     *
     * @param valid of the ground
     * @param another said by a person: nobody of the same name in the store is this one
     */
    public record Entering(
            Identity identity,
            @Nullable String idNumber,
            TalentListed listed,
            @Nullable TalentWork work,
            Span valid,
            String basis,
            boolean another) {}

    /**
     * Opens a dossier that rests on this ground.
     *
     * @throws Refusal {@code known-number}, {@code same-name}, and what a ground is refused for by {@link TalentGround}
     */
    @Transactional
    public Subject.Person enter(Actor actor, Entering who) {
        acts.begin();
        requireNew(who);
        var person = new Subject.Person(Ids.next());
        var changes = new ArrayList<Change<FactBody>>();
        var since = Span.evidenced(who.valid().from());
        changes.add(Change.record(person.id(), who.identity(), since, who.basis()));
        if (who.idNumber() != null)
            changes.add(Change.record(person.id(), new IdNumber(who.idNumber()), since, who.basis()));
        changes.add(Change.record(person.id(), who.listed(), who.valid(), who.basis()));
        if (who.work() != null) changes.add(Change.record(person.id(), who.work(), since, who.basis()));
        dossiers.open(actor, List.of(person), changes);
        return person;
    }

    private void requireNew(Entering who) {
        var number = who.idNumber();
        if (number != null && !lookup.byIdNumber(List.of(number)).isEmpty())
            throw Refusal.input("known-number", "未入库：库中已有这个公民身份号码的档案。同一人只有一份档案：请在其档案中记人才入库；看不到其档案的，请转主管单位办理。");
        if (who.another()) return;
        var birth = who.identity().birth();
        boolean same = lookup.byName(List.of(who.identity().name())).stream()
                .anyMatch(each -> birth == null
                        || each.birth() == null
                        || each.birth().toMonth().equals(birth.toMonth()));
        if (same) throw Refusal.input("same-name", "未入库：库中已有同名、出生年月相同或未载的人员。是同一人的，请在其档案中记人才入库；确不是同一人，请勾选“不是同一人”再提交。");
    }
}
