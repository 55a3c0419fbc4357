package huoshui.interchange;

import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.kernel.Span;
import java.time.LocalDate;

/** Printed texts beside facts: kept where they say something else. 表中文字的去留 */
final class FormTexts {

    private FormTexts() {}

    /**
     * Keeps this text of a box if the facts, as redrafted so far, do not say it; else no text is needed.
     *
     * @param settled whether it is somebody's word on what shall be printed, not only what came in
     */
    static void keep(Redraft redraft, Box box, String text, LocalDate day, boolean settled) {
        var after = new DossierForm(redraft.after(), day);
        var target = DossierForm.box(box);
        if (Sameness.of(target, text, after.derived(box))) {
            redraft.drop(each -> each.content() instanceof PrintedText printed
                    && printed.box() == box
                    && each.valid().covers(day));
        } else if (!Sameness.of(target, text, after.text(box))) {
            redraft.one(new PrintedText(box, text, settled), Span.evidenced(day));
        }
    }
}
