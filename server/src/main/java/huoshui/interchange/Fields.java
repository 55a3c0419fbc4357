package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.Chapter;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which changes carry which field of a person, so that a field can be left as it is. 逐项取舍 */
final class Fields {

    private static final Set<String> OF_IDENTITY =
            Set.of("name", "sex", "birth", "ethnicity", "nativePlace", "birthPlace");
    static final Set<String> OF_DRAFT = Set.of(
            "proposedPost",
            "proposedRemoval",
            "reason",
            "submittedBy",
            "retirementMonth",
            "formerAgeLimit",
            "ageReference",
            "filledOn",
            "filledBy",
            "version",
            "generation");
    private static final String REWARDS = "rewards";
    private static final Map<String, List<String>> KINDS = Map.ofEntries(
            Map.entry("idNumber", List.of("id-number")),
            Map.entry("partyJoined", List.of("party")),
            Map.entry("parties", List.of("party")),
            Map.entry("workStarted", List.of("work-start")),
            Map.entry("currentPost", List.of("post")),
            Map.entry("postSince", List.of("post")),
            Map.entry("education", List.of("study")),
            Map.entry("career", List.of("career-line", "career-note", "unread-line", "post")),
            Map.entry("unread", List.of("career-line", "career-note", "unread-line")),
            Map.entry(REWARDS, List.of("reward", "sanction")),
            Map.entry("assessments", List.of("annual-grade")),
            Map.entry("annualGrade", List.of("annual-grade")),
            Map.entry("partTime", List.of("part-time")),
            Map.entry("selectedGraduate", List.of("selected-graduate")));
    private static final Map<Box, String> BOXES = new EnumMap<>(Box.class);

    static {
        for (var box : Box.values())
            BOXES.put(
                    box,
                    switch (box) {
                        case RESUME -> "career";
                        case CURRENT_POST -> "currentPost";
                        case PARTY -> "partyJoined";
                        case TITLE -> "title";
                        case REWARDS_AND_SANCTIONS -> REWARDS;
                        case ANNUAL_GRADES -> "assessments";
                        default -> "education";
                    });
    }

    private final Map<UUID, Fact<FactBody>> current = new HashMap<>();
    private final List<Change<FactBody>> changes;
    private final LocalDate day;

    Fields(List<Fact<FactBody>> current, List<Change<FactBody>> changes, LocalDate day) {
        current.forEach(each -> this.current.put(each.id(), each));
        this.changes = changes;
        this.day = day;
    }

    /** The chapter a field belongs to. */
    static Chapter chapter(String field) {
        if (OF_DRAFT.contains(field)) return Chapter.FAMILY;
        if (field.equals(REWARDS)) return Box.REWARDS_AND_SANCTIONS.chapter();
        if (OF_IDENTITY.contains(field)) return Chapter.BASIC;
        var kind = KINDS.getOrDefault(field, List.of(field)).getFirst();
        return FactKinds.ALL.find(kind).map(each -> each.chapter()).orElse(Chapter.BASIC);
    }

    /** Fields, among those changed, of chapters that this account may not write. */
    List<String> beyond(Sight sight) {
        return changes.stream()
                .map(this::field)
                .distinct()
                .filter(each -> !sight.writes(chapter(each)) || !sight.reads(chapter(each)))
                .sorted()
                .toList();
    }

    /**
     * The changes but for these fields.
     *
     * @param chosen somebody's word: with a box go the facts it is made of
     * @param held of chapters that may not be written: of the box of rewards its words only, rewards are of another chapter
     */
    List<Change<FactBody>> without(Set<String> chosen, Collection<String> held) {
        var kinds = new HashSet<String>();
        chosen.forEach(each -> kinds.addAll(KINDS.getOrDefault(each, List.of(each))));
        held.stream()
                .filter(each -> !each.equals(REWARDS))
                .forEach(each -> kinds.addAll(KINDS.getOrDefault(each, List.of(each))));
        var kept = new HashSet<>(chosen);
        kept.addAll(held);
        if (kept.stream().anyMatch(OF_DRAFT::contains)) kinds.add("form-draft");
        var rest = new ArrayList<Change<FactBody>>();
        for (var change : changes) {
            var kind = kind(change);
            if (kind.equals("identity")) identity(change, kept, rest);
            else if (kind.equals("printed") ? !kept.contains(field(change)) : !kinds.contains(kind)) rest.add(change);
        }
        dropIdleIdentity(rest);
        texts(rest, kept, held.stream().map(Fields::chapter).collect(Collectors.toSet()));
        return rest;
    }

    private void identity(Change<FactBody> change, Set<String> kept, List<Change<FactBody>> rest) {
        if (!(change instanceof Change.Record<FactBody> one)) {
            rest.add(change);
            return;
        }
        var said = (Identity) one.body();
        var was = identity();
        rest.add(new Change.Record<>(
                one.id(),
                one.subject(),
                new Identity(
                        kept.contains("name") && was != null ? was.name() : said.name(),
                        kept.contains("sex") ? was == null ? null : was.sex() : said.sex(),
                        kept.contains("birth") ? was == null ? null : was.birth() : said.birth(),
                        kept.contains("ethnicity") ? was == null ? null : was.ethnicity() : said.ethnicity(),
                        kept.contains("nativePlace") ? was == null ? null : was.nativePlace() : said.nativePlace(),
                        kept.contains("birthPlace") ? was == null ? null : was.birthPlace() : said.birthPlace(),
                        said.upbringingPlace()),
                one.valid(),
                one.basis()));
    }

    private @Nullable Identity identity() {
        return current.values().stream()
                .filter(each -> each.kind().equals("identity") && each.valid().covers(day))
                .map(each -> (Identity) each.content())
                .findFirst()
                .orElse(null);
    }

    /** Who somebody is stays untouched when everything of it is kept. */
    private void dropIdleIdentity(List<Change<FactBody>> rest) {
        boolean idle = rest.stream()
                .anyMatch(each -> each instanceof Change.Record<FactBody> one
                        && one.body().equals(identity()));
        if (idle) rest.removeIf(each -> kind(each).equals("identity"));
    }

    /** A box that was adopted says what the file says, also where the facts that would have said so are kept. */
    private void texts(List<Change<FactBody>> rest, Set<String> kept, Set<Chapter> held) {
        var facts = List.copyOf(current.values());
        var before = new DossierForm(Held.of(facts), day);
        var wanted = new DossierForm(Held.after(facts, changes), day);
        for (var box : Box.values()) {
            if (box == Box.PARTY || kept.contains(BOXES.get(box)) || held.contains(box.chapter())) continue;
            var text = wanted.text(box);
            var got = new DossierForm(Held.after(facts, rest), day).text(box);
            if (text.isEmpty() || text.equals(got) || text.equals(before.text(box)) || changes.isEmpty()) continue;
            current.values().stream()
                    .filter(each -> each.content() instanceof PrintedText printed
                            && printed.box() == box
                            && each.valid().covers(day))
                    .filter(each -> rest.stream().noneMatch(change -> gone(change, each)))
                    .forEach(each -> rest.add(Change.supersede(each)));
            var first = (Change.Record<FactBody>) changes.stream()
                    .filter(Change.Record.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            rest.add(Change.record(
                    first.subject(), new PrintedText(box, text, false), Span.evidenced(day), first.basis()));
        }
    }

    private static boolean gone(Change<FactBody> change, Fact<FactBody> fact) {
        return change instanceof Change.Supersede<FactBody> one && one.fact().equals(fact.id());
    }

    private String kind(Change<FactBody> change) {
        return switch (change) {
            case Change.Record<FactBody> one -> FactKinds.ALL.of(one.body()).code();
            case Change.Supersede<FactBody> gone ->
                Objects.requireNonNull(current.get(gone.fact())).kind();
        };
    }

    /** The field a change shows as; its kind where no form shows it. */
    private String field(Change<FactBody> change) {
        var kind = kind(change);
        return switch (kind) {
            case "identity" -> "name";
            case "form-draft" -> "filledOn";
            case "printed" -> Objects.requireNonNull(BOXES.get(((PrintedText) body(change)).box()));
            case "career-line", "career-note", "unread-line" -> "career";
            case "post" -> "currentPost";
            case "study" -> "education";
            case "annual-grade" -> "assessments";
            default ->
                KINDS.entrySet().stream()
                        .filter(each -> each.getValue().contains(kind))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .findFirst()
                        .filter(each -> !each.equals(REWARDS))
                        .orElse(kind);
        };
    }

    private FactBody body(Change<FactBody> change) {
        return switch (change) {
            case Change.Record<FactBody> one -> one.body();
            case Change.Supersede<FactBody> gone ->
                Objects.requireNonNull(current.get(gone.fact())).content();
        };
    }
}
