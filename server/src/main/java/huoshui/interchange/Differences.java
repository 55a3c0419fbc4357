package huoshui.interchange;

import huoshui.access.Placement;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the words of a form and the facts say different things, and a person's word on which shall be printed. 文字与事实不一 */
@Component
public class Differences {

    /**
     * One box whose words stand beside the facts.
     *
     * @param printed as imported, or as somebody settled it
     * @param derived as the facts alone have it
     * @param settled whether somebody settled it
     */
    public record Difference(Box box, String label, String printed, String derived, boolean settled) {}

    private final Dossiers dossiers;
    private final Placement placement;
    private final Acts acts;

    Differences(Dossiers dossiers, Placement placement, Acts acts) {
        this.dossiers = dossiers;
        this.placement = placement;
        this.acts = acts;
    }

    /**
     * Boxes with words of their own, in chapters this account reads; sealed ones for a stated purpose only.
     *
     * @throws Refusal {@code no-person}
     */
    @Transactional
    public List<Difference> of(Signed who, Subject.Person person, AsOf at) {
        requireSeen(who, person);
        var form = new DossierForm(Held.of(known(person, at.known())), at.valid());
        var found = new ArrayList<Difference>();
        for (var box : Box.values()) {
            var text = form.printed(box).orElse(null);
            if (text == null || !reads(who, box)) continue;
            if (box.chapter().sealed()) dossiers.announceReading(who.actor(), person, box.chapter());
            found.add(
                    new Difference(box, DossierForm.box(box).label(), text.text(), form.derived(box), text.settled()));
        }
        return found;
    }

    private static boolean reads(Signed who, Box box) {
        return who.sight().reads(box.chapter()) && (!box.chapter().sealed() || who.purpose() != null);
    }

    /**
     * Says what the form shall print in a box from now on.
     *
     * @param text the words to print; null to print what the facts say
     * @throws Refusal {@code no-person}, {@code chapter}, {@code right}
     */
    @Transactional
    public void settle(Signed who, Subject.Person person, Box box, @Nullable String text) {
        acts.begin();
        who.require(Right.CORRECT_FACT);
        requireChanges(who, person);
        if (!who.sight().writes(box.chapter())) throw Refusal.sight("chapter", "未认定：您的角色不能写入此栏所在的章。请转有权限的科室认定。");
        var current = dossiers.history(person).stream()
                .filter(each -> each.superseded() == null && each.kind().equals("printed"))
                .filter(each -> each.slot().equals(box.name()))
                .toList();
        var changes = new ArrayList<Change<FactBody>>();
        var today = acts.today();
        for (var each : current) changes.addAll(endedOn(each, today, person));
        if (text != null && !text.isBlank())
            changes.add(Change.record(
                    person.id(), new PrintedText(box, text.strip(), true), Span.since(today), "经认定的表中文字"));
        if (!changes.isEmpty()) dossiers.apply(who.actor(), changes);
    }

    private static List<Change<FactBody>> endedOn(
            Fact<FactBody> fact, java.time.LocalDate today, Subject.Person person) {
        var changes = new ArrayList<Change<FactBody>>();
        if (fact.erased() || (fact.valid().to() != null && !fact.valid().to().isAfter(today))) return changes;
        changes.add(Change.supersede(fact));
        if (fact.valid().from().isBefore(today))
            changes.add(Change.record(person.id(), fact.content(), fact.valid().until(today), fact.basis()));
        return changes;
    }

    private List<Fact<FactBody>> known(Subject.Person person, long known) {
        return dossiers.history(person).stream()
                .filter(each -> each.known(known))
                .toList();
    }

    private void requireSeen(Signed who, Subject.Person person) {
        var place = placement.of(person.id());
        if (place.isEmpty() || !who.sight().sees(person.id(), place.get())) throw noPerson();
    }

    private void requireChanges(Signed who, Subject.Person person) {
        requireSeen(who, person);
        var place = placement.of(person.id()).orElseThrow(Differences::noPerson);
        if (!who.sight().changes(person.id(), place)) throw Refusal.sight("not-led", "未认定：此人不归您主管，只能查看。请转主管单位认定。");
    }

    private static Refusal noPerson() {
        return Refusal.absent("no-person", "未找到：您的可见范围内没有此人。请核对后再查。");
    }
}
