package huoshui.interchange;

import huoshui.dossier.fact.FactBody;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.Overlong;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What a form must be before it is submitted: no box longer than the official form takes. 呈报
 *
 * <p>Every other export keeps whatever stands in the boxes, in full, and only warns: nothing is lost on its way through. What goes
 * up to a superior is refused while it does not fit, with every box named.
 */
@Component
class Submissions {

    /** Forms: a roster or a package is nothing that is submitted. */
    private static final Set<Format> FORMS = EnumSet.of(Format.LRMX, Format.PDF, Format.DOCX);

    private static final int TOLD = 10;

    private final FormFiller filler;

    Submissions(FormFiller filler) {
        this.filler = filler;
    }

    /** One thing of one person's form, for the page to point at. */
    record Fault(UUID person, String name, String place, String field, int length, int most) {}

    /**
     * @param facts of each person as far as whoever asks may read them
     * @throws Refusal {@code form-over} naming the boxes, their limits and lengths; {@code submission-format}
     */
    void require(
            Format format, boolean roster, List<UUID> people, Function<UUID, List<Fact<FactBody>>> facts, AsOf at) {
        if (roster || !FORMS.contains(format))
            throw Refusal.input("submission-format", "未导出：供呈报的只能是任免审批表（lrmx、pdf 或 docx）。请改选格式，或不选“供呈报”。");
        var faults = new ArrayList<Fault>();
        var said = new ArrayList<String>();
        for (var person : people) {
            var form = filler.fill(facts.apply(person), at.valid()).form();
            for (var each : Overlong.of(form)) {
                faults.add(new Fault(person, name(form), each.place(), each.field(), each.length(), each.most()));
                said.add((people.size() == 1 ? "" : name(form)) + each.said());
            }
        }
        if (faults.isEmpty()) return;
        throw new Refusal(
                Refusal.Sort.INPUT,
                "form-over",
                "未导出：供呈报的任免审批表有 %d 处超出规定：%s%s。请精简后再呈报；不作呈报用的，不选“供呈报”即可照常导出。"
                        .formatted(
                                faults.size(),
                                String.join("；", said.subList(0, Math.min(TOLD, said.size()))),
                                said.size() > TOLD ? "；另 " + (said.size() - TOLD) + " 处" : ""),
                Map.of("faults", List.copyOf(faults)));
    }

    private static String name(Form form) {
        return form.text(Box.NAME);
    }
}
