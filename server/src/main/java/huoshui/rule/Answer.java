package huoshui.rule;

import huoshui.dossier.search.Verdict;
import java.util.List;
import java.util.UUID;

/**
 * What a criterion answers of somebody: a verdict, and when asked for the words, the facts and what is missing. 回答
 *
 * <p>Three-valued (Kleene). An answer keeps only what decided it; words are put together when somebody reads them.
 */
public sealed interface Answer permits Answer.Leaf, Answer.Several, Answer.Turned, Answer.Said, Provision.Running {

    Verdict verdict();

    /** Adds what it has to say. */
    void tell(Account to);

    /** One thing measured or looked for. */
    record Leaf(Verdict verdict, Criterion of, Reading reading) implements Answer {
        @Override
        public void tell(Account to) {
            to.words(of.words(reading));
            to.facts(reading.evidence());
            var missing = reading.missing();
            if (verdict == Verdict.UNKNOWN) to.missing(missing == null ? "档案无记录" : missing);
        }
    }

    /** Several together, those that decided. */
    record Several(Verdict verdict, Answer[] parts) implements Answer {
        @Override
        public void tell(Account to) {
            for (var each : parts) each.tell(to);
        }
    }

    /** The opposite. */
    record Turned(Answer of) implements Answer {
        @Override
        public Verdict verdict() {
            return of.verdict().negated();
        }

        @Override
        public void tell(Account to) {
            of.tell(to);
        }
    }

    /** Said without looking at anything: no target given, no such measure here. */
    record Said(Verdict verdict, String words, String lacks) implements Answer {
        @Override
        public void tell(Account to) {
            to.words(words);
            if (!lacks.isEmpty()) to.missing(lacks);
        }
    }

    static Answer all(Answer[] of) {
        var verdict = Verdict.MET;
        for (var each : of) verdict = verdict.and(each.verdict());
        return decisive(verdict, of);
    }

    static Answer any(Answer[] of) {
        var verdict = Verdict.NOT_MET;
        for (var each : of) verdict = verdict.or(each.verdict());
        return decisive(verdict, of);
    }

    /** Those of the same verdict decided it, and all who could still turn it. */
    private static Answer decisive(Verdict verdict, Answer[] of) {
        if (of.length == 1) return of[0];
        int count = 0;
        for (var each : of) if (each.verdict() == verdict) count++;
        if (count == of.length) return new Several(verdict, of);
        var parts = new Answer[count];
        int at = 0;
        for (var each : of) if (each.verdict() == verdict) parts[at++] = each;
        return new Several(verdict, parts);
    }

    /** All it has to say, put together once. */
    default Account account() {
        var account = new Account();
        tell(account);
        return account;
    }

    default String words() {
        return account().words();
    }

    default List<UUID> evidence() {
        return account().evidence();
    }

    default List<String> missing() {
        return account().missing();
    }
}
