package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.rule.Examinations.Ready;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clauses say of everybody asked about, by their places; why, each is asked for themselves. 全员核查
 *
 * <p>Worth it where a good part of the city is asked about: everybody is read, whoever is asked about.
 */
final class Census {

    private static final int WORTH_A = 4;

    private final Ready ready;
    private final List<@Nullable Spoken> spoken;

    private Census(Ready ready, List<@Nullable Spoken> spoken) {
        this.ready = ready;
        this.spoken = spoken;
    }

    static boolean worth(Ready ready) {
        return ready.people().size() >= ready.asking().city().places() / WORTH_A;
    }

    /** @param standing whether the clauses are those of the book that stands */
    static Census of(Ready ready, boolean standing) {
        var all = Everybody.of(ready.asking(), standing);
        all.prepare(dry -> spoken(ready, dry));
        return new Census(ready, spoken(ready, all));
    }

    private static List<@Nullable Spoken> spoken(Ready ready, Everybody all) {
        var spoken = new ArrayList<@Nullable Spoken>();
        for (var clause : ready.clauses()) {
            var occasion = ready.occasion(clause);
            spoken.add(
                    clause.scope().asked(Speaks.PERSON, occasion)
                            ? clause.everybody(all.toward(
                                    Toward.of(occasion, ready.request().target())))
                            : null);
        }
        return spoken;
    }

    /** What this clause, by its place, says of the person at that place in the city; null where it says nothing. */
    @Nullable
    Verdict verdict(int clause, int place) {
        var said = spoken.get(clause);
        return said == null ? null : said.at(place);
    }

    int place(UUID person) {
        return ready.asking().city().place(person);
    }

    /** How often each verdict, clause by clause. */
    int[][] counts() {
        var people = new BitSet();
        ready.people().forEach(each -> people.set(place(each.id())));
        var verdicts = Verdict.values();
        var counts = new int[spoken.size()][verdicts.length];
        for (int i = 0; i < counts.length; i++) {
            var said = spoken.get(i);
            if (said == null) continue;
            for (var each : verdicts)
                counts[i][each.ordinal()] = said.saying(each, people).cardinality();
        }
        return counts;
    }
}
