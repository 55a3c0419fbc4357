package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.search.IdNumbers;
import huoshui.kernel.ledger.Fact;
import java.util.List;

/** What of a person a form or a package may say to this account. 表的可见范围 */
final class FormSight {

    private FormSight() {}

    /**
     * Facts of chapters that are read. Whoever sees only the mask of an id number gets a form without it: a mask in a box
     * would be read as a number that is wrong, and a blank box says nothing.
     */
    static List<Fact<FactBody>> of(List<Fact<FactBody>> facts, Sight sight) {
        boolean whole = IdNumbers.searchable(sight);
        return facts.stream()
                .filter(each -> sight.reads(each.chapter()))
                .filter(each -> whole || !(each.body() instanceof IdNumber))
                .toList();
    }
}
