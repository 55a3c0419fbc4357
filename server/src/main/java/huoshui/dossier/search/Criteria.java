package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.kernel.Chapter;
import java.util.BitSet;
import java.util.Set;

/**
 * What conditions may ask beyond the catalogue of fields, in the language of clauses. 条款语言
 *
 * <p>A port: this room knows conditions, brackets and everybody at once; the rulebook knows measures, facts in windows and
 * conclusions, and answers here.
 */
public interface Criteria {

    /**
     * One criterion, read.
     *
     * @param written as JSON
     * @throws huoshui.kernel.Refusal {@code bad-criterion}: unknown measure, no unit, impossible date …
     */
    Ready ready(String written);

    /** Whether there is a cohort of this name that nobody has saved: one of the rulebook's own files. */
    boolean cohort(String name);

    /**
     * Ready to be asked of any city; holds on to none.
     *
     * @param lacks what a dossier is silent about where this stays open
     * @param chapters read for it
     * @param basis what it rests on besides the dossiers: answers are kept while that is the same
     * @param alone whether somebody's answer rests on their own dossier only
     */
    record Ready(Reading reading, String lacks, Set<Chapter> chapters, Object basis, boolean alone) {}

    /** Makes it ready for one city. */
    interface Reading {

        /** For one after the other. */
        Asked in(City city);

        /** Everybody at once, by place: of whom it holds, then of whom it is open. */
        BitSet[] everybody(City city);
    }

    /** A comparison, ready to be asked of anybody. */
    interface Asked {

        Verdict of(Card card);
    }
}
