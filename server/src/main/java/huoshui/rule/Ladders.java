package huoshui.rule;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Somebody's steps, for whoever sees them, and what clauses about steps find of them. 台阶 */
@Component
public class Ladders {

    private static final Set<String> READ =
            Set.of("entry-tier", "entry-weight", "entry-headcount", "entry-sector", "tier-climb");

    private final Rulebook rulebook;
    private final PeopleSearch search;
    private final Examinations examinations;

    Ladders(Rulebook rulebook, PeopleSearch search, Examinations examinations) {
        this.rulebook = rulebook;
        this.search = search;
        this.examinations = examinations;
    }

    /** @param findings empty for everybody but those the clauses speak of */
    public record Climbed(Card person, Ladder ladder, List<Finding> findings) {}

    /** @throws Refusal {@code no-such-person}, {@code career-unread} */
    public Climbed of(Signed who, UUID person, AsOf at) {
        var asking = rulebook.at(at);
        var card = search.view(who.sight()).require(asking.city(), person);
        if (!who.sight().reads(Chapter.CAREER))
            throw Refusal.sight("career-unread", "未列出台阶：须读“任职与职级”一章，您的账号不能读。如工作需要，请联系安全管理员授权。");
        var subject = new Subject.Person(card.id());
        var q = asking.about(subject, Occasion.STANDING, null);
        var ready = examinations
                .ready(who, new Examinations.Request(List.of(card.id()), null, List.of(), Occasion.STANDING, null, at))
                .only(Ladders::aboutSteps);
        return new Climbed(
                card,
                java.util.Objects.requireNonNull(q.person()).ladder(asking.chart()),
                examinations.findings(ready, subject));
    }

    /** Whether a clause reads the steps; none that reads a sealed chapter besides is asked here. */
    private static boolean aboutSteps(Provision clause) {
        var steps = new boolean[1];
        var when = clause.when();
        if (when == null || clause.chapters().stream().anyMatch(Chapter::sealed)) return false;
        when.walk(each -> {
            switch (each) {
                case Criterion.Compared compared ->
                    steps[0] |= READ.contains(compared.measure().name());
                case Criterion.OneOf one ->
                    steps[0] |= READ.contains(one.measure().name());
                default -> {}
            }
        });
        return steps[0];
    }
}
