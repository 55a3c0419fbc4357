package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.kernel.Chapter;
import java.util.BitSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What conditions may ask beyond the catalogue of fields, in the language of clauses. 条款语言
 *
 * <p>A port: this room knows conditions, brackets and everybody at once; the rulebook knows measures, facts in windows and
 * conclusions, and answers here.
 */
public interface Criteria {

    /**
     * One criterion, read by the book as it was known at an act.
     *
     * @param written as JSON
     * @param known the act
     * @throws huoshui.kernel.Refusal {@code bad-criterion}: unknown measure, no unit, impossible date …
     */
    Ready ready(String written, long known);

    /** Whether at this act there is a cohort of this name that nobody has saved: one of the rulebook's own files. */
    boolean cohort(String name, long known);

    /**
     * Ready to be asked of any city; holds on to none.
     *
     * @param lacks what a dossier is silent about where this stays open
     * @param chapters read for it
     * @param basis what it rests on besides the dossiers: answers are kept while that is the same
     * @param alone whether somebody's answer rests on their own dossier only; else it is another for whoever sees others, and is
     *     kept for nobody
     */
    record Ready(Reading reading, String lacks, Set<Chapter> chapters, Object basis, boolean alone) {}

    /** Makes it ready for one city, and one asker: what others' dossiers say is read of those they see, and open of the rest. */
    interface Reading {

        /** For one after the other. */
        Asked in(City city, Predicate<Card> seen);

        /** Everybody at once, by place: of whom it holds, then of whom it is open. */
        BitSet[] everybody(City city, Predicate<Card> seen);
    }

    /** A comparison, ready to be asked of anybody. */
    interface Asked {

        Verdict of(Card card);
    }
}
