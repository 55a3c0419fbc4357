package huoshui.rule;

import huoshui.dossier.search.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that keeps an answer open, and whether a fact or only a named collective settles it. 所缺
 *
 * @param what what would settle it, in words
 * @param about the measure or kind of fact that could not be read
 * @param conclusion null where facts settle it
 */
public record Gap(String what, String about, @Nullable ConclusionKind conclusion) {

    /** Everything that keeps this answer open; nothing for an answer that is settled. */
    public static List<Gap> of(Answer answer) {
        var found = new LinkedHashSet<Gap>();
        gather(answer, found);
        return List.copyOf(found);
    }

    private static void gather(Answer answer, Set<Gap> into) {
        if (answer.verdict() != Verdict.UNKNOWN) return;
        switch (answer) {
            case Answer.Several several -> {
                for (var each : several.parts()) gather(each, into);
            }
            case Answer.Turned turned -> gather(turned.of(), into);
            case Answer.Leaf leaf -> into.add(of(leaf));
            case Answer.Said said -> into.add(new Gap(said.lacks().isEmpty() ? said.words() : said.lacks(), "", null));
            case Provision.Running running ->
                running.missing().forEach(each -> into.add(new Gap(each, "influence", null)));
        }
    }

    private static Gap of(Answer.Leaf leaf) {
        var said = leaf.reading().missing();
        var what = said == null ? "档案无记录" : said;
        return switch (leaf.of()) {
            case Criterion.Recorded recorded -> new Gap(what, recorded.kind().code(), recorded.kind());
            case Criterion.Compared compared -> new Gap(what, compared.measure().name(), null);
            case Criterion.OneOf one -> new Gap(what, one.measure().name(), null);
            case Criterion.Counted counted ->
                new Gap(what, counted.test().kind().kind(), null);
            case Criterion.Ratio ratio -> new Gap(what, ratio.of().name(), null);
            case Criterion.All all -> new Gap(what, "", null);
            case Criterion.Any any -> new Gap(what, "", null);
            case Criterion.Not not -> new Gap(what, "", null);
            case Criterion.Catalogued field -> new Gap(what, "", null);
            case Criterion.InCohort cohort -> new Gap(what, "", null);
        };
    }
}
