package huoshui.assessment;

import huoshui.assessment.Item.Checklist;
import huoshui.assessment.Item.Narrative;
import huoshui.assessment.Item.Nomination;
import huoshui.assessment.Item.Rating;
import huoshui.assessment.Merging.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A box of ballots turned into sheets that no longer belong together: new random ids, random order, groups large enough, words
 * apart from marks. 计票
 */
final class Tally {

    /** A ballot taken out of the box. */
    record Ballot(String voice, @Nullable UUID person, List<VoiceSheet> sheets) {}

    /** A sheet as it is kept. */
    record Sheet(
            UUID id, UUID subject, String voices, @Nullable UUID person, Map<String, Given> marks) {}

    /** Words as they are kept. */
    record Instance(UUID id, UUID subject, String item, String words) {}

    /** 发出、收回、有效 */
    record Count(UUID subject, String voices, int issued, int returned, int valid) {}

    /** All of it. */
    record Tallied(List<Sheet> sheets, List<Instance> instances, List<Count> counts) {}

    private final Instrument instrument;
    private final Confidentiality confidentiality;
    private final Map<String, Integer> issued;
    private final Random random;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();

    Tally(Instrument instrument, Confidentiality confidentiality, Map<String, Integer> issued, Random random) {
        this.instrument = instrument;
        this.confidentiality = confidentiality;
        this.issued = issued;
        this.random = random;
    }

    Tallied of(List<UUID> subjects, List<Ballot> ballots) {
        for (var subject : subjects) take(subject, ballots);
        Collections.shuffle(sheets, random);
        Collections.shuffle(instances, random);
        return new Tallied(List.copyOf(sheets), List.copyOf(instances), List.copyOf(counts));
    }

    private void take(UUID subject, List<Ballot> ballots) {
        var returned = new HashMap<String, Integer>();
        var valid = new HashMap<String, Integer>();
        issued.keySet().forEach(voice -> valid.put(voice, 0));
        var good = new ArrayList<Ballot>();
        for (var ballot : ballots) {
            for (var sheet : ballot.sheets()) {
                if (!sheet.subject().equals(subject)) continue;
                returned.merge(ballot.voice(), 1, Integer::sum);
                if (!SheetCheck.valid(instrument, sheet)) continue;
                valid.merge(ballot.voice(), 1, Integer::sum);
                good.add(new Ballot(ballot.voice(), ballot.person(), List.of(sheet)));
            }
        }
        int fewest = confidentiality == Confidentiality.NAMED ? 1 : instrument.fewest();
        var groups = Merging.of(instrument.voices(), valid, fewest);
        // Too few in all: how many came in is told of all together, and nothing of what they say is kept.
        var told = groups.isEmpty() ? List.of(new Group(asked(valid))) : groups;
        for (var group : told)
            counts.add(new Count(subject, group.key(), group.size(issued), group.size(returned), group.size(valid)));
        if (!groups.isEmpty()) good.forEach(each -> keep(subject, groups, each));
    }

    private List<Instrument.Voice> asked(Map<String, Integer> valid) {
        return instrument.voices().stream()
                .filter(each -> valid.containsKey(each.code()))
                .toList();
    }

    private void keep(UUID subject, List<Group> groups, Ballot ballot) {
        var group = groups.stream()
                .filter(each -> each.has(ballot.voice()))
                .findFirst()
                .orElseThrow();
        var answers = ballot.sheets().getFirst().answers();
        var marks = new HashMap<String, Given>();
        answers.forEach((item, given) -> marks.put(item, given.marks()));
        var person = confidentiality == Confidentiality.NAMED ? ballot.person() : null;
        sheets.add(new Sheet(UUID.randomUUID(), subject, group.key(), person, marks));
        for (var item : instrument.items()) {
            var given = answers.get(item.stem().code());
            if (given != null)
                words(item, given)
                        .forEach(each -> instances.add(new Instance(
                                UUID.randomUUID(), subject, item.stem().code(), each)));
        }
    }

    private static List<String> words(Item item, Given given) {
        return switch (item) {
            case Rating rating ->
                given.instance() == null || given.instance().isBlank()
                        ? List.of()
                        : List.of(given.instance().strip());
            case Checklist checklist ->
                given.instances() == null
                        ? List.of()
                        : given.instances().entrySet().stream()
                                .filter(each -> !each.getValue().isBlank())
                                .map(each ->
                                        each.getKey() + "：" + each.getValue().strip())
                                .toList();
            case Nomination nomination ->
                given.nominated().stream()
                        .map(each -> each.name() + "：" + each.reason())
                        .toList();
            case Narrative narrative -> given.words().isEmpty() ? List.of() : List.of(given.words());
            case Item.Choice choice -> List.of();
            case Item.Keyed keyed -> List.of();
        };
    }
}
