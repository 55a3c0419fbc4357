package huoshui.interchange;

import huoshui.document.Blobs;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.FamilyRow;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.PartyBox;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.SheetReader;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fills a form with what holds of a person on a day. 填表
 *
 * <p>Where the last form that came in already says a thing, its spelling stays; only what facts say otherwise is written
 * anew. What could not be read stays as it stood. Where no form has come in, it is one of 2025.
 */
@Component
class FormFiller {

    static final String PHOTO_LOST = "照片原件不在附件库中，请重新导入照片";

    private final Blobs blobs;

    FormFiller(Blobs blobs) {
        this.blobs = blobs;
    }

    /**
     * A form with what is to be said of it.
     *
     * @param photoLost whether a photo is on record whose file is not there
     * @param level on record that day, as far as it may be read: no box says it, and when service ends depends on it
     */
    record Filled(Form form, boolean photoLost, @Nullable LeadershipLevel level) {

        Filled at(@Nullable LeadershipLevel known) {
            return new Filled(form, photoLost, known);
        }
    }

    /** @param facts what counts as true of the person at the clock of knowledge, for whatever days */
    Filled fill(List<Fact<FactBody>> facts, LocalDate day) {
        var dossier = new DossierForm(Held.of(facts), day);
        var form = dossier.draft().map(Drafts::form).orElseGet(() -> Form.empty(Form.Generation.SINCE_2025));
        var alone = dossier.draft().isPresent() ? alone(form, day) : new DossierForm(List.of(), day);
        var said = alone.sheet();
        var sheet = dossier.sheet();
        form = plain(form, said, sheet);
        form = texts(form, alone, dossier);
        if (!said.family().equals(sheet.family())) form = form.withFamily(rows(sheet));
        var photo = dossier.photo().flatMap(each -> blobs.find(each.digest()));
        if (photo.isPresent()) return new Filled(form.withPhoto(photo.get()), false, null);
        return new Filled(form, dossier.photo().isPresent(), null);
    }

    /** What a dossier made of this form alone would say: where ours says the same, nothing has touched the form. */
    private static DossierForm alone(Form form, LocalDate day) {
        var claim = new FormClaim(new SheetReader().read(form), null);
        return new DossierForm(Held.after(List.of(), claim.changes(new UUID(0, 0), List.of(), day)), day);
    }

    private static Form plain(Form form, PersonSheet said, PersonSheet sheet) {
        form = box(form, Box.NAME, said, sheet, PersonSheet::name);
        form = box(form, Box.SEX, said, sheet, PersonSheet::sex);
        form = box(form, Box.BIRTH, said, sheet, each -> compact(each.birth()));
        form = box(form, Box.ETHNICITY, said, sheet, PersonSheet::ethnicity);
        form = box(form, Box.NATIVE_PLACE, said, sheet, PersonSheet::nativePlace);
        form = box(form, Box.BIRTH_PLACE, said, sheet, PersonSheet::birthPlace);
        form = box(form, Box.PARTY, said, sheet, FormFiller::party);
        form = box(form, Box.WORK_STARTED, said, sheet, each -> compact(each.workStarted()));
        form = box(form, Box.HEALTH, said, sheet, PersonSheet::health);
        form = box(form, Box.EXPERTISE, said, sheet, PersonSheet::expertise);
        return box(form, Box.ID_NUMBER, said, sheet, PersonSheet::idNumber);
    }

    private static Form box(
            Form form, Box box, PersonSheet said, PersonSheet sheet, Function<PersonSheet, @Nullable String> value) {
        var now = value.apply(sheet);
        var was = value.apply(said);
        return Objects.equals(was, now) ? form : form.with(box, now == null ? "" : now);
    }

    private static @Nullable String compact(@Nullable PartialDate date) {
        return date == null ? null : date.toMonth().compact();
    }

    private static @Nullable String party(PersonSheet sheet) {
        var text = new PartyBox(sheet.partyJoined(), sheet.parties(), List.of()).compact();
        return text.isEmpty() ? null : text;
    }

    private static Form texts(Form form, DossierForm alone, DossierForm dossier) {
        for (var box : FormFact.Box.values()) {
            if (box == FormFact.Box.PARTY) continue;
            var target = DossierForm.box(box);
            var now = dossier.text(box);
            boolean untouched = dossier.draft().isPresent() && alone.text(box).equals(now);
            if (!untouched && !Sameness.of(target, form.text(target), now)) form = form.with(target, now);
        }
        return form;
    }

    private static List<FamilyRow> rows(PersonSheet sheet) {
        return sheet.family().stream()
                .map(each -> new FamilyRow(
                        text(each.relation()),
                        text(each.name()),
                        each.birth() == null ? "" : each.birth().compact(),
                        text(each.party()),
                        text(each.post())))
                .toList();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
