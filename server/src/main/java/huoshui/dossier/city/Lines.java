package huoshui.dossier.city;

import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** All lines of one dossier, column by column, so that a city fits in memory. Never changes. 一档各行 */
final class Lines {

    private static final int OPEN = Integer.MAX_VALUE;
    private static final Precision[] PRECISIONS = Precision.values();
    private static final Comparator<Line> ORDER = Comparator.<Line>comparingInt(each -> Kept.number(each.kind()))
            .thenComparing(each -> each.valid().from())
            .thenComparing(Line::id);

    private final UUID subject;
    private final byte[] kinds;
    private final byte[] precisions;
    private final int[] days;
    private final long[] acts;
    private final long[] ids;
    private final FactBody[] bodies;

    private Lines(UUID subject, List<Line> lines) {
        int size = lines.size();
        this.subject = subject;
        kinds = new byte[size];
        precisions = new byte[size];
        days = new int[2 * size];
        acts = new long[2 * size];
        ids = new long[2 * size];
        bodies = new FactBody[size];
        for (int i = 0; i < size; i++) put(i, lines.get(i));
    }

    static Lines of(UUID subject, Collection<Line> lines) {
        return new Lines(subject, lines.stream().sorted(ORDER).toList());
    }

    private void put(int i, Line line) {
        var span = line.valid();
        kinds[i] = Kept.number(line.kind());
        precisions[i] = (byte) (span.start().ordinal() << 4 | span.end().ordinal());
        days[2 * i] = (int) span.from().toEpochDay();
        days[2 * i + 1] = span.to() == null ? OPEN : (int) span.to().toEpochDay();
        acts[2 * i] = line.known();
        acts[2 * i + 1] = line.superseded();
        ids[2 * i] = line.id().getMostSignificantBits();
        ids[2 * i + 1] = line.id().getLeastSignificantBits();
        bodies[i] = line.body();
    }

    /** With these lines put in, or in the place of their earlier selves, and these erased ones gone. */
    Lines with(Collection<Line> changed, Collection<UUID> erased) {
        var all = new LinkedHashMap<UUID, Line>();
        for (int i = 0; i < size(); i++) all.put(id(i), line(i));
        for (var each : changed) all.put(each.id(), each);
        erased.forEach(all::remove);
        return of(subject, all.values());
    }

    UUID subject() {
        return subject;
    }

    int size() {
        return kinds.length;
    }

    byte kind(int i) {
        return kinds[i];
    }

    FactBody body(int i) {
        return bodies[i];
    }

    UUID id(int i) {
        return new UUID(ids[2 * i], ids[2 * i + 1]);
    }

    int from(int i) {
        return days[2 * i];
    }

    int to(int i) {
        return days[2 * i + 1];
    }

    boolean known(int i, long act) {
        return acts[2 * i] <= act && acts[2 * i + 1] > act;
    }

    /** Whether it holds on this epoch day. */
    boolean covers(int i, int day) {
        return days[2 * i] <= day && day < days[2 * i + 1];
    }

    Span span(int i) {
        var to = to(i) == OPEN ? null : LocalDate.ofEpochDay(to(i));
        return new Span(
                LocalDate.ofEpochDay(from(i)), to, PRECISIONS[precisions[i] >> 4], PRECISIONS[precisions[i] & 0xF]);
    }

    Line line(int i) {
        return new Line(id(i), subject, Kept.KINDS.get(kinds[i]), bodies[i], span(i), acts[2 * i], acts[2 * i + 1]);
    }

    List<Line> all() {
        var all = new ArrayList<Line>(size());
        for (int i = 0; i < size(); i++) all.add(line(i));
        return all;
    }
}
