package huoshui.dossier.search;

import huoshui.kernel.AsOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Whose résumé says these words: pairs of characters by index, then the words themselves. 简历检索 */
@Component
class ResumeTable {

    private static final int KEPT = 16;

    private final JdbcClient jdbc;
    private final Map<Question, List<UUID>> last = new LinkedHashMap<>(32, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<UUID>> eldest) {
            return size() > KEPT;
        }
    };

    ResumeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Question(String words, AsOf at) {}

    /** Dossiers with a line that says so, begun by the day. The last few answers are kept: pages of one list ask the same. */
    List<UUID> containing(String words, AsOf at) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return read(words, at);
        var question = new Question(words, at);
        synchronized (last) {
            var known = last.get(question);
            if (known != null) return known;
        }
        var found = read(words, at);
        synchronized (last) {
            last.put(question, found);
        }
        return found;
    }

    private List<UUID> read(String words, AsOf at) {
        return jdbc.sql("""
                        select distinct subject from dossier.fact
                        where kind in ('career-line', 'career-note', 'unread-line', 'post')
                          and dossier.grams(body ->> 'text') @> :grams::text[]
                          and position(:words in body ->> 'text') > 0
                          and known_from <= :known and (known_to is null or known_to > :known)
                          and lower(valid) <= :day""")
                .param("grams", grams(words))
                .param("words", words)
                .param("known", at.known())
                .param("day", at.valid())
                .query((row, i) -> row.getObject("subject", UUID.class))
                .list();
    }

    private static String[] grams(String words) {
        var points = words.codePoints().toArray();
        if (points.length == 1) return new String[] {words};
        var grams = new ArrayList<String>();
        for (int i = 0; i + 1 < points.length; i++) grams.add(new String(points, i, 2));
        return grams.stream().distinct().toArray(String[]::new);
    }
}
