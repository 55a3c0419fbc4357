package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clause examined of a subject. It advises; people decide. 核查意见
 *
 * @param subject null where a round was asked about
 * @param at both clocks
 */
public record Finding(@Nullable Subject subject, Provision provision, Answer answer, AsOf at) {

    public Verdict verdict() {
        return answer.verdict();
    }

    public Outcome outcome() {
        return Outcome.of(provision.effect(), provision.status(), verdict());
    }

    /** Words, facts and what is missing at once; for whoever wants more than one of them. */
    public Account account() {
        return answer.account();
    }

    public String words() {
        return answer.words();
    }

    public List<UUID> evidence() {
        return answer.evidence();
    }

    /** What would settle it; empty unless it is open. */
    public List<String> missing() {
        return answer.missing();
    }
}
