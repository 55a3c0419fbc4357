package huoshui.interchange;

import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Something that holds of a person, on the ledger already or about to be written. 所持事实 */
record Held(FactBody body, Span valid) {

    static List<Held> of(List<Fact<FactBody>> facts) {
        return facts.stream()
                .filter(each -> !each.erased())
                .map(each -> new Held(each.content(), each.valid()))
                .toList();
    }

    /** What will hold once these changes are carried out. */
    static List<Held> after(List<Fact<FactBody>> facts, List<Change<FactBody>> changes) {
        var gone = changes.stream()
                .filter(each -> each instanceof Change.Supersede<FactBody>)
                .map(each -> ((Change.Supersede<FactBody>) each).fact())
                .collect(Collectors.<UUID>toSet());
        var held = new ArrayList<>(
                of(facts.stream().filter(each -> !gone.contains(each.id())).toList()));
        for (var change : changes) {
            if (change instanceof Change.Record<FactBody> one) held.add(new Held(one.body(), one.valid()));
        }
        return held;
    }
}
