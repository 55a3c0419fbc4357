package huoshui.assessment;

import huoshui.assessment.Instrument.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Groups of voices that are totalled together, so that none is totalled by itself of too few. Groups are disjoint and each is large
 * enough: whatever one of them or all of them together are totalled over differs by no less than that. 主体合并
 */
final class Merging {

    private Merging() {}

    /** Voices totalled as one. 合并后的主体 */
    record Group(List<Voice> voices) {

        String key() {
            return voices.stream().map(Voice::code).sorted().collect(Collectors.joining("+"));
        }

        boolean has(String code) {
            return voices.stream().anyMatch(each -> each.code().equals(code));
        }

        int size(Map<String, Integer> sheets) {
            return voices.stream()
                    .mapToInt(each -> sheets.getOrDefault(each.code(), 0))
                    .sum();
        }

        Group and(Group other) {
            var all = new ArrayList<>(voices);
            all.addAll(other.voices);
            return new Group(List.copyOf(all));
        }
    }

    /**
     * By the instrument's rule: the smallest group that is too few goes where it says, until all are enough or one is left.
     *
     * @param sheets valid sheets of each voice that was asked
     * @return none where all of them together are too few
     */
    static List<Group> of(List<Voice> voices, Map<String, Integer> sheets, int fewest) {
        var groups = new ArrayList<Group>();
        for (var each : voices) if (sheets.containsKey(each.code())) groups.add(new Group(List.of(each)));
        while (groups.size() > 1) {
            var small = groups.stream()
                    .filter(each -> each.size(sheets) < fewest)
                    .min(Comparator.comparingInt((Group each) -> each.size(sheets))
                            .thenComparing(Group::key));
            if (small.isEmpty()) break;
            var into = target(small.get(), groups, voices);
            groups.remove(small.get());
            groups.remove(into);
            groups.add(small.get().and(into));
        }
        return groups.stream().allMatch(each -> each.size(sheets) >= fewest) ? List.copyOf(groups) : List.of();
    }

    /** Along the rule of its voices to another group; where the rule leads back, to the first of the others. */
    private static Group target(Group small, List<Group> groups, List<Voice> voices) {
        for (var each : small.voices()) {
            var seen = new TreeSet<String>();
            var next = each.into();
            while (seen.add(next)) {
                var code = next;
                var found = groups.stream()
                        .filter(group -> group != small && group.has(code))
                        .findFirst();
                if (found.isPresent()) return found.get();
                next = voices.stream()
                        .filter(voice -> voice.code().equals(code))
                        .findFirst()
                        .map(Voice::into)
                        .orElse(code);
            }
        }
        return groups.stream().filter(each -> each != small).findFirst().orElseThrow();
    }
}
