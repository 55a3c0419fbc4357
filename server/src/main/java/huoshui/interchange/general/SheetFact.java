package huoshui.interchange.general;

import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Span;
import java.util.Comparator;

/**
 * One fact as a package tells it. 表中一条事实
 *
 * @param set the information set it stands in
 * @param row row of the person's set, from 1; 0 for a fact that comes from elsewhere
 */
public record SheetFact(FactBody body, Span valid, String set, int row) {

    /** As rows stood; facts from elsewhere by their beginning, so that the same facts always stand alike. */
    static final Comparator<SheetFact> AS_WRITTEN = Comparator.comparingInt(SheetFact::row)
            .thenComparing(each -> each.valid().from())
            .thenComparing(each -> each.body().toString());

    /** A fact that comes from elsewhere, to be written. */
    public static SheetFact of(FactBody body, Span valid) {
        return new SheetFact(body, valid, "", 0);
    }
}
