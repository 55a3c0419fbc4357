package huoshui.dossier.city;

import huoshui.dossier.fact.RecordFact.MergedInto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All lines of all dossiers as far as one act, never changing; a newer one shares what did not change. 全市各行 */
final class Snapshot {

    private static final byte MERGED = Kept.number("merged-into");

    private final long head;
    private final Lines[] dossiers;
    private final Map<UUID, Integer> places;
    private final Set<Integer> mergers;
    private final Object line;

    private Snapshot(long head, Lines[] dossiers, Map<UUID, Integer> places, Set<Integer> mergers, Object line) {
        this.head = head;
        this.dossiers = dossiers;
        this.places = places;
        this.mergers = mergers;
        this.line = line;
    }

    static Snapshot empty() {
        return new Snapshot(0, new Lines[0], Map.of(), Set.of(), new Object());
    }

    /** A newer snapshot, and which places in it differ from this one. */
    record Next(Snapshot snapshot, Set<Integer> touched) {}

    Next with(long newHead, CityTable.Changes changes) {
        if (changes.lines().isEmpty() && changes.gone().isEmpty())
            return new Next(new Snapshot(newHead, dossiers, places, mergers, line), Set.of());
        var lines = new HashMap<UUID, List<Line>>();
        for (var each : changes.lines())
            lines.computeIfAbsent(each.subject(), any -> new ArrayList<>()).add(each);
        var gone = new HashMap<UUID, List<UUID>>();
        for (var each : changes.gone())
            gone.computeIfAbsent(each.subject(), any -> new ArrayList<>()).add(each.id());
        gone.keySet().forEach(each -> lines.computeIfAbsent(each, any -> new ArrayList<>()));
        return next(newHead, lines, gone);
    }

    private Next next(long newHead, Map<UUID, List<Line>> lines, Map<UUID, List<UUID>> gone) {
        var fresh = lines.keySet().stream()
                .filter(each -> !places.containsKey(each))
                .toList();
        var nextPlaces = places;
        if (!fresh.isEmpty()) {
            nextPlaces = HashMap.newHashMap(places.size() + fresh.size());
            nextPlaces.putAll(places);
            for (var each : fresh) nextPlaces.put(each, nextPlaces.size());
        }
        var all = Arrays.copyOf(dossiers, nextPlaces.size());
        var touched = new HashSet<Integer>();
        var placed = nextPlaces;
        lines.keySet().forEach(each -> touched.add(at(placed, each)));
        lines.entrySet().parallelStream().forEach(each -> {
            int at = at(placed, each.getKey());
            Lines before = at < dossiers.length ? dossiers[at] : null;
            var out = gone.getOrDefault(each.getKey(), List.of());
            all[at] = before == null ? Lines.of(each.getKey(), each.getValue()) : before.with(each.getValue(), out);
        });
        var merging = new HashSet<>(mergers);
        for (int at : touched) if (everMerged(all[at])) merging.add(at);
        return new Next(new Snapshot(newHead, all, nextPlaces, merging, line), touched);
    }

    private static int at(Map<UUID, Integer> placed, UUID subject) {
        return placed.getOrDefault(subject, -1);
    }

    private static boolean everMerged(Lines lines) {
        return lines.size() > 0 && lines.kind(lines.size() - 1) == MERGED;
    }

    long head() {
        return head;
    }

    int size() {
        return dossiers.length;
    }

    /** The same lines, set apart: its places are no longer those of the snapshots it comes from. */
    Snapshot apart() {
        return new Snapshot(head, dossiers, places, mergers, new Object());
    }

    /** Whether somebody who is in both has the same place in both. */
    boolean alike(Snapshot other) {
        return line == other.line;
    }

    Lines dossier(int at) {
        return dossiers[at];
    }

    @Nullable
    Integer place(UUID subject) {
        return places.get(subject);
    }

    /** Which dossier each merged one counts under after this act, chains followed to their end. */
    Map<Integer, Integer> merged(long act) {
        if (mergers.isEmpty()) return Map.of();
        var direct = new HashMap<Integer, Integer>();
        for (int at : mergers) {
            var lines = dossiers[at];
            for (int i = lines.size() - 1; i >= 0 && lines.kind(i) == MERGED; i--) {
                if (!lines.known(i, act)) continue;
                var into = places.get(((MergedInto) lines.body(i)).person());
                if (into != null && into != at) direct.put(at, into);
            }
        }
        var ends = new HashMap<Integer, Integer>();
        direct.keySet().forEach(from -> ends.put(from, end(direct, from)));
        return ends;
    }

    private static int end(Map<Integer, Integer> direct, int from) {
        var seen = new HashSet<Integer>();
        int at = from;
        while (seen.add(at)) {
            var next = direct.get(at);
            if (next == null) return at;
            at = next;
        }
        return at;
    }
}
