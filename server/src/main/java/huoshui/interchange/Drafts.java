package huoshui.interchange;

import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.interchange.form.Element;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.SheetReader;
import huoshui.interchange.form.SheetReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes down the form as it came, and gives it again. 表稿的存取 */
final class Drafts {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Element>> ELEMENTS = new TypeReference<>() {};

    private Drafts() {}

    static FormDraft of(SheetReading reading) {
        var draft = reading.draft();
        var own = new TreeMap<String, String>();
        put(own, "proposedPost", draft.proposedPost());
        put(own, "proposedRemoval", draft.proposedRemoval());
        put(own, "reason", draft.reason());
        put(own, "submittedBy", draft.submittedBy());
        put(own, "retirementMonth", draft.retirementMonth());
        put(own, "formerAgeLimit", draft.formerAgeLimit());
        put(own, "ageReference", draft.ageReference());
        put(own, "filledOn", draft.filledOn());
        put(own, "filledBy", draft.filledBy());
        put(own, "version", draft.version());
        return new FormDraft(own, JSON.writeValueAsString(draft.original()));
    }

    private static void put(Map<String, String> own, String name, @Nullable String value) {
        if (value != null) own.put(name, value);
    }

    static Form form(FormDraft draft) {
        return Form.of(JSON.readValue(draft.original(), ELEMENTS));
    }

    /** Whether two forms differ in spelling at most; one of 2025 is more than the same without its two boxes, but not less. */
    static boolean sameMeaning(FormDraft was, FormDraft now) {
        if (was.equals(now)) return true;
        if (!was.own().equals(now.own())) return false;
        var a = read(was);
        var b = read(now);
        if (generation(a).compareTo(generation(b)) < 0) return false;
        return a.person().equals(b.person())
                && Objects.equals(a.rewards(), b.rewards())
                && Objects.equals(a.assessments(), b.assessments())
                && a.draft().unknown().equals(b.draft().unknown());
    }

    /** Whether what belongs to the form alone, not to the person, is the same in both. */
    static boolean sameOfItsOwn(FormDraft was, FormDraft now) {
        var a = read(was);
        var b = read(now);
        return was.own().equals(now.own())
                && generation(a).compareTo(generation(b)) >= 0
                && a.draft().unknown().equals(b.draft().unknown());
    }

    private static Form.Generation generation(SheetReading reading) {
        return Form.of(reading.draft().original()).generation();
    }

    static SheetReading read(FormDraft draft) {
        return new SheetReader().read(form(draft));
    }
}
