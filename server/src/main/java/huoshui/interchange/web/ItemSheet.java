package huoshui.interchange.web;

import huoshui.access.Purposes;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.interchange.Batch;
import huoshui.interchange.BatchItem;
import huoshui.interchange.Item;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One file of a batch as a page shows it, cut to the reader's sight; reading sealed values is announced. 来文一份的呈现 */
@Component
class ItemSheet {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A field as it is and as the file says; sealed ones say only that they changed. */
    record ChangeLine(
            String field,
            @Nullable JsonNode was,
            @Nullable JsonNode now,
            boolean sealed,
            boolean held,
            boolean undecided) {}

    /**
     * Somebody it might be about.
     *
     * @param same what agrees with the file: name, sex, birth, workStarted, currentPost
     * @param differs what does not
     */
    record Candidate(
            UUID id,
            String name,
            @Nullable String sex,
            @Nullable PartialDate birth,
            @Nullable String currentPost,
            @Nullable PartialDate workStarted,
            @Nullable String education,
            List<String> same,
            List<String> differs) {}

    /** The whole of it. */
    record Sheet(
            int number,
            String file,
            @Nullable String entry,
            @Nullable Integer row,
            String status,
            @Nullable UUID personId,
            @Nullable JsonNode person,
            List<ChangeLine> changes,
            JsonNode problems,
            List<Candidate> candidates,
            int hidden,
            @Nullable String resumeWas,
            @Nullable String resumeNow,
            boolean skip,
            boolean decided,
            @Nullable UUID chosen,
            List<String> kept,
            List<String> adopted,
            List<String> open,
            Set<String> offers,
            @Nullable String outcome) {}

    private final Cities cities;
    private final Dossiers dossiers;

    ItemSheet(Cities cities, Dossiers dossiers) {
        this.cities = cities;
        this.dossiers = dossiers;
    }

    Sheet of(Signed who, Batch batch, BatchItem item) {
        var said = item.said() == null ? null : (ObjectNode) JSON.readTree(item.said());
        if (said != null) seal(who, said);
        var candidates = new ArrayList<Candidate>();
        var city = cities.now();
        for (var each : item.candidates())
            city.find(each).filter(card -> seen(who, card)).ifPresent(card -> candidates.add(candidate(card, said)));
        announce(who, item);
        return new Sheet(
                item.number(),
                item.file(),
                item.entry(),
                item.line(),
                item.status().word(),
                item.person(),
                said,
                changes(who, item),
                JSON.readTree(item.problems()),
                candidates,
                item.candidates().size() - candidates.size(),
                item.resumeWas(),
                item.resumeNow(),
                item.skip(),
                item.decided(),
                item.chosen(),
                item.kept(),
                item.adopted(),
                item.open(),
                item.offers(),
                item.outcome());
    }

    /** How many differences this account is shown. */
    static int shown(Signed who, BatchItem item) {
        return changes(who, item).size();
    }

    private static List<ChangeLine> changes(Signed who, BatchItem item) {
        var lines = new ArrayList<ChangeLine>();
        for (var each : JSON.readTree(item.changes())) {
            var field = each.path("field").asString();
            boolean sealed = !who.sight().reads(Item.chapter(field));
            // That a colleague with more sight found a difference would itself tell what the dossier holds.
            if (sealed && !item.held().contains(field)) continue;
            lines.add(new ChangeLine(
                    field,
                    sealed ? null : each.get("was"),
                    sealed ? null : each.get("now"),
                    sealed,
                    item.held().contains(field),
                    item.undecided().contains(field)));
        }
        return lines;
    }

    private static void seal(Signed who, ObjectNode said) {
        if (!who.sight().reads(Chapter.HEALTH)) said.putNull("health");
        if (!who.sight().reads(Chapter.FAMILY)) said.putArray("family");
    }

    /** The difference shows what is in the dossier: whoever reads a sealed part of it is journaled. */
    private void announce(Signed who, BatchItem item) {
        var person = item.person();
        if (person == null) return;
        var purpose = who.purpose() == null ? Purposes.CHECKING_BATCH : who.purpose();
        var chapters = EnumSet.noneOf(Chapter.class);
        for (var each : JSON.readTree(item.changes())) {
            var chapter = Item.chapter(each.path("field").asString());
            if (chapter.sealed()
                    && who.sight().reads(chapter)
                    && !each.path("was").isNull()) chapters.add(chapter);
        }
        for (var each : chapters)
            dossiers.announceReading(who.because(purpose).actor(), new Subject.Person(person), each);
    }

    private static boolean seen(Signed who, Card card) {
        return who.sight().sees(card.id(), card.place());
    }

    private static Candidate candidate(Card card, @Nullable JsonNode said) {
        var who = card.who();
        var sex = who.sex() == null ? null : who.sex().title();
        var words = card.schooling().inservice() != null
                ? card.schooling().inservice()
                : card.schooling().fulltime();
        var same = new ArrayList<String>();
        var differs = new ArrayList<String>();
        if (said != null) {
            compare("name", who.name(), said, same, differs);
            compare("sex", sex, said, same, differs);
            compare("birth", month(who.birth()), said, same, differs);
            compare("workStarted", month(card.service().workStart()), said, same, differs);
            compare("currentPost", card.posts().text(), said, same, differs);
        }
        return new Candidate(
                card.id(),
                who.name(),
                sex,
                who.birth(),
                card.posts().text(),
                card.service().workStart(),
                words == null ? null : words.words(),
                same,
                differs);
    }

    private static @Nullable String month(@Nullable PartialDate date) {
        return date == null ? null : date.toMonth().text();
    }

    private static void compare(
            String field, @Nullable String ours, JsonNode said, List<String> same, List<String> differs) {
        var theirs = said.path(field);
        if (ours == null || theirs.isNull() || theirs.isMissingNode()) return;
        var text = theirs.asString();
        boolean equal = field.equals("birth") || field.equals("workStarted")
                ? text.startsWith(ours) || ours.startsWith(text)
                : text.equals(ours);
        (equal ? same : differs).add(field);
    }
}
