package huoshui.dossier.city;

import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.TalentKinds;
import huoshui.kernel.AsOf;
import huoshui.kernel.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One person's lines as both clocks show them; the kept dossier first, then those merged into it. 某时各行 */
public final class LinesAt {

    private static final byte TALENT = Kept.number(TalentKinds.LISTED);
    private static final byte CADRE = Kept.number(TalentKinds.CADRE);
    private static final byte MERGED = Kept.number("merged-into");

    private final List<Lines> dossiers;
    private final int day;
    private final long known;

    LinesAt(List<Lines> dossiers, AsOf at) {
        this.dossiers = dossiers;
        this.day = (int) at.valid().toEpochDay();
        this.known = at.known();
    }

    /** A line that counts. */
    public record At(UUID id, FactBody body, Span valid) {}

    /** What holds on the day. */
    <B extends FactBody> List<B> visible(String kind, Class<B> type) {
        return bodies(find(kind, true), type);
    }

    /** What had begun by the day, ended since or not. */
    <B extends FactBody> List<B> begun(String kind, Class<B> type) {
        return bodies(find(kind, false), type);
    }

    /** Lines that had begun by the day, ended since or not, in order of days. */
    public List<At> begunLines(String kind) {
        return find(kind, false);
    }

    /** Goes through what had begun by the day without making lines of it: bodies and the facts' ids, in order of days. */
    public void begun(String kind, BiConsumer<FactBody, UUID> each) {
        byte wanted = Kept.number(kind);
        for (var dossier : dossiers) {
            for (int i = 0; i < dossier.size() && dossier.kind(i) <= wanted; i++) {
                if (dossier.kind(i) == wanted && dossier.known(i, known) && dossier.from(i) <= day)
                    each.accept(dossier.body(i), dossier.id(i));
            }
        }
    }

    /** Lines that hold on the day. */
    public List<At> visibleLines(String kind) {
        return find(kind, true);
    }

    /** The one that holds on the day; the later begun where merged dossiers give two. */
    public @Nullable At oneLine(String kind) {
        At found = null;
        for (var each : find(kind, true)) {
            if (found == null || each.valid.from().isAfter(found.valid.from())) found = each;
        }
        return found;
    }

    <B extends FactBody> @Nullable B one(String kind, Class<B> type) {
        var found = oneLine(kind);
        return found == null ? null : type.cast(found.body);
    }

    /** The last begun by the day. */
    public @Nullable At latest(String kind) {
        return find(kind, false).stream()
                .max(Comparator.comparing((At each) -> each.valid.from()))
                .orElse(null);
    }

    /** What holds on the day, or else the first ever known: a name does not wait for the day it was evidenced. */
    <B extends FactBody> @Nullable B timeless(String kind, Class<B> type) {
        var now = one(kind, type);
        if (now != null) return now;
        byte wanted = Kept.number(kind);
        for (var each : dossiers) {
            for (int i = 0; i < each.size(); i++)
                if (each.kind(i) == wanted && each.known(i, known)) return type.cast(each.body(i));
        }
        return null;
    }

    /**
     * Whether this is a cadre on the day. Everybody is who did not come in as a talent; whoever did is one from the day it was
     * decided, or, where a cadre was listed as a talent later on, all along. Of merged dossiers one is enough.
     */
    boolean cadre() {
        for (var each : dossiers) if (cadre(each)) return true;
        return false;
    }

    private boolean cadre(Lines of) {
        boolean any = false;
        boolean talent = false;
        boolean cadres = false;
        Boolean decided = null;
        for (int i = 0; i < of.size(); i++) {
            if (!of.known(i, known)) continue;
            byte kind = of.kind(i);
            any |= kind != MERGED;
            talent |= kind == TALENT;
            cadres |= Kept.ofCadres(kind);
            if (kind == CADRE) decided = Boolean.TRUE.equals(decided) || of.from(i) <= day;
        }
        if (!talent) return any;
        return decided == null ? cadres : decided;
    }

    private List<At> find(String kind, boolean covering) {
        byte wanted = Kept.number(kind);
        List<At> found = List.of();
        for (var each : dossiers) {
            for (int i = 0; i < each.size() && each.kind(i) <= wanted; i++) {
                if (each.kind(i) != wanted || !each.known(i, known) || each.from(i) > day) continue;
                if (covering && !each.covers(i, day)) continue;
                if (found.isEmpty()) found = new ArrayList<>(4);
                found.add(new At(each.id(i), each.body(i), each.span(i)));
            }
        }
        return found;
    }

    private static <B extends FactBody> List<B> bodies(List<At> lines, Class<B> type) {
        return lines.isEmpty()
                ? List.of()
                : lines.stream().map(each -> type.cast(each.body)).toList();
    }
}
