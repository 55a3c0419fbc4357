package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Chapter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file of a batch, as it was examined last, with what people decided and what became of it. 批次中的一份
 *
 * @param number in the batch, from 1
 * @param place current post as the file says it
 * @param said what the file says, JSON; null when it could not be read
 * @param changes JSON, as in {@link Item}
 * @param problems JSON, as in {@link Item}
 * @param undecided fields somebody must decide on before this person is written
 * @param held fields that whoever examined it may not write
 * @param decided a human said whose dossier it is about: {@code chosen}'s, or with null nobody's yet
 * @param outcome written, conflict, failed, taken-back; null while nothing was done
 */
public record BatchItem(
        int number,
        String file,
        @Nullable String entry,
        @Nullable Integer line,
        Item.Status status,
        @Nullable UUID person,
        @Nullable String name,
        @Nullable String place,
        @Nullable String said,
        String changes,
        String problems,
        List<UUID> candidates,
        List<String> undecided,
        List<String> held,
        @Nullable String resumeWas,
        @Nullable String resumeNow,
        boolean skip,
        boolean decided,
        @Nullable UUID chosen,
        List<String> kept,
        List<String> adopted,
        @Nullable String outcome,
        @Nullable Long act,
        List<UUID> recorded,
        List<UUID> superseded) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Settled otherwise. */
    BatchItem settled(boolean skip, boolean decided, @Nullable UUID chosen, List<String> kept, List<String> adopted) {
        return with(problems, skip, decided, chosen, kept, adopted);
    }

    /** As this account is told of it: what a dossier holds of relatives is for those who read of them. */
    BatchItem toldTo(Sight sight) {
        if (sight.reads(Chapter.FAMILY)) return this;
        var told = new ArrayList<JsonNode>();
        for (var each : JSON.readTree(problems))
            if (!each.path("code").asString().equals(RosterClaim.WHOLE_FAMILY)) told.add(each);
        var shown = adopted.stream()
                .filter(each -> !each.equals(RosterClaim.WHOLE_FAMILY))
                .toList();
        return with(JSON.writeValueAsString(told), skip, decided, chosen, kept, shown);
    }

    /** Whether it is, or may be, about this account itself or its kin. */
    public boolean refusedTo(Sight sight) {
        return (person != null && sight.refuses(person)) || candidates.stream().anyMatch(sight::refuses);
    }

    /** As those are told of it who may not deal with whom it is about: that it is there, and nothing of what it says. */
    BatchItem refused() {
        var why = Problem.error("file", "sight.kin", "未列：这是您本人或亲属的来文，按回避规定须由他人办理；请转交同事。");
        return new BatchItem(
                number,
                "（回避）",
                null,
                line,
                status,
                person,
                "（回避）",
                null,
                null,
                "[]",
                JSON.writeValueAsString(List.of(why)),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                skip,
                decided,
                null,
                List.of(),
                List.of(),
                outcome,
                null,
                List.of(),
                List.of());
    }

    private BatchItem with(
            String problems,
            boolean skip,
            boolean decided,
            @Nullable UUID chosen,
            List<String> kept,
            List<String> adopted) {
        return new BatchItem(
                number,
                file,
                entry,
                line,
                status,
                person,
                name,
                place,
                said,
                changes,
                problems,
                candidates,
                undecided,
                held,
                resumeWas,
                resumeNow,
                skip,
                decided,
                chosen,
                kept,
                adopted,
                outcome,
                act,
                recorded,
                superseded);
    }

    /** Fields that still need a word. */
    public List<String> open() {
        return undecided.stream()
                .filter(each -> !kept.contains(each) && !adopted.contains(each))
                .toList();
    }

    /** What the file only offers and somebody took, among what was adopted. */
    public List<String> taken() {
        return adopted.stream().filter(RosterClaim.OFFERS::contains).toList();
    }

    /** What the file offers beyond its changes, taken or not. */
    public Set<String> offers() {
        var offers = new HashSet<>(taken());
        for (var problem : JSON.readTree(problems)) {
            var code = problem.path("code").asString();
            if (RosterClaim.OFFERS.contains(code)) offers.add(code);
        }
        return offers;
    }

    /** Whether the next writing would take it. */
    public boolean ready() {
        boolean fit = status == Item.Status.NEW || status == Item.Status.CHANGED;
        return fit && !skip && outcome == null && open().isEmpty();
    }
}
