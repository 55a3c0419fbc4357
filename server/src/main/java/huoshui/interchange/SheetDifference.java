package huoshui.interchange;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FormFact.FormDraft;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.interchange.Item.FieldChange;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.PersonSheet;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.lang.reflect.InvocationTargetException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changes would mean to a reader: field by field as the form has them, then by kind what no form shows. 逐项差异 */
final class SheetDifference {

    /** Kinds whose changes show as fields of the sheet. */
    private static final Set<String> ON_SHEET = Set.of(
            "identity",
            "id-number",
            "party",
            "work-start",
            "health",
            "title",
            "expertise",
            "study",
            "post",
            "career-line",
            "career-note",
            "unread-line",
            "family",
            "printed",
            "form-draft");

    private SheetDifference() {}

    static List<FieldChange> of(List<Fact<FactBody>> current, List<Change<FactBody>> changes, LocalDate day) {
        var before = new DossierForm(Held.of(current), day);
        var after = new DossierForm(Held.after(current, changes), day);
        var found = new ArrayList<FieldChange>();
        sheet(before.sheet(), after.sheet(), found);
        texts(before, after, found);
        own(before.draft().map(FormDraft::own), after.draft().map(FormDraft::own), found);
        generation(before, after, found);
        kinds(current, changes, found);
        unseen(current, changes, day, found);
        return found;
    }

    private static void sheet(PersonSheet before, PersonSheet after, List<FieldChange> found) {
        for (var field : PersonSheet.class.getRecordComponents()) {
            try {
                var was = absent(field.getAccessor().invoke(before));
                var now = absent(field.getAccessor().invoke(after));
                if (!Objects.equals(was, now)) found.add(new FieldChange(field.getName(), was, now));
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    private static @Nullable Object absent(@Nullable Object value) {
        return value instanceof List<?> list && list.isEmpty() ? null : value;
    }

    private static void texts(DossierForm before, DossierForm after, List<FieldChange> found) {
        text("rewards", huoshui.dossier.fact.FormFact.Box.REWARDS_AND_SANCTIONS, before, after, found);
        text("assessments", huoshui.dossier.fact.FormFact.Box.ANNUAL_GRADES, before, after, found);
    }

    private static void text(
            String field,
            huoshui.dossier.fact.FormFact.Box box,
            DossierForm before,
            DossierForm after,
            List<FieldChange> found) {
        var was = before.text(box);
        var now = after.text(box);
        if (!was.equals(now)) found.add(new FieldChange(field, was, now));
    }

    private static void own(
            java.util.Optional<Map<String, String>> before,
            java.util.Optional<Map<String, String>> after,
            List<FieldChange> found) {
        var was = before.orElse(Map.of());
        var now = after.orElse(Map.of());
        var names = new TreeSet<>(was.keySet());
        names.addAll(now.keySet());
        for (var name : names) {
            if (!Objects.equals(was.get(name), now.get(name)))
                found.add(new FieldChange(name, was.get(name), now.get(name)));
        }
    }

    /** A form of before 2025 that becomes one of 2025, or the other way. */
    private static void generation(DossierForm before, DossierForm after, List<FieldChange> found) {
        var was = before.draft().map(Drafts::form).map(Form::generation);
        var now = after.draft().map(Drafts::form).map(Form::generation);
        if (was.isPresent() && now.isPresent() && !was.equals(now))
            found.add(new FieldChange("generation", was.get().title(), now.get().title()));
    }

    /** Kinds that no form shows are told by their own names and how many lines were and will be. */
    private static void kinds(List<Fact<FactBody>> current, List<Change<FactBody>> changes, List<FieldChange> found) {
        var touched = new LinkedHashSet<String>();
        var codes = current.stream().collect(Collectors.toMap(Fact::id, Fact::kind));
        for (var change : changes) {
            switch (change) {
                case Change.Record<FactBody> one ->
                    touched.add(FactKinds.ALL.of(one.body()).code());
                case Change.Supersede<FactBody> gone -> touched.add(Objects.requireNonNull(codes.get(gone.fact())));
            }
        }
        touched.removeAll(ON_SHEET);
        var after = Held.after(current, changes);
        for (var kind : touched)
            found.add(new FieldChange(PersonKeys.of(kind), lines(Held.of(current), kind), lines(after, kind)));
    }

    /** Days and memberships that no box shows on its own. */
    private static void unseen(
            List<Fact<FactBody>> current, List<Change<FactBody>> changes, LocalDate day, List<FieldChange> found) {
        var was = Held.of(current);
        var now = Held.after(current, changes);
        if (shown(found, "career")) {
            if (!Objects.equals(since(was, day), since(now, day)))
                found.add(new FieldChange("postSince", since(was, day), since(now, day)));
        }
        if (shown(found, "partyJoined", "parties") && !parties(was, day).equals(parties(now, day)))
            found.add(new FieldChange("parties", parties(was, day), parties(now, day)));
    }

    private static boolean shown(List<FieldChange> found, String... fields) {
        return found.stream().noneMatch(each -> java.util.Arrays.asList(fields).contains(each.field()));
    }

    private static @Nullable Object since(List<Held> held, LocalDate day) {
        var posts = held.stream()
                .filter(each -> each.body() instanceof PostHeld && each.valid().covers(day))
                .toList();
        var main = posts.stream()
                .filter(each -> Boolean.TRUE.equals(((PostHeld) each.body()).main()))
                .findFirst();
        return main.or(() -> posts.stream().findFirst())
                .map(each -> each.valid().firstDate())
                .orElse(null);
    }

    private static List<String> parties(List<Held> held, LocalDate day) {
        return held.stream()
                .filter(each ->
                        each.body() instanceof PartyMembership && each.valid().covers(day))
                .map(each -> ((PartyMembership) each.body()).party())
                .toList();
    }

    private static @Nullable Object lines(List<Held> held, String kind) {
        var lines = held.stream()
                .filter(each -> FactKinds.ALL.of(each.body()).code().equals(kind))
                .map(Held::body)
                .toList();
        return lines.isEmpty() ? null : lines;
    }
}
