package huoshui.rule;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import huoshui.rule.Edition.Item;
import huoshui.rule.Edition.Source;
import huoshui.rule.Practice.Problem;
import huoshui.rule.Sheet.Wrong;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The clause sandbox 条款沙盒: a clause is drafted, runs its own cases, shows of whom it would find something else, and is put
 * forward. No draft is ever asked of anybody but here.
 */
@Component
public class Drafting {

    private static final int LONGEST = 20_000;
    private static final String OWN = "city.yaml";

    private final Editions editions;
    private final Practice practice;
    private final ClauseDifferences differences;
    private final EditionDesk desk;
    private final Acts acts;

    Drafting(Editions editions, Practice practice, ClauseDifferences differences, EditionDesk desk, Acts acts) {
        this.editions = editions;
        this.practice = practice;
        this.differences = differences;
        this.desk = desk;
        this.acts = acts;
    }

    /** A case of the draft and what the draft says of it. 用例结果 */
    public record CaseRun(
            int line,
            String told,
            @Nullable Verdict expect,
            @Nullable Verdict got,
            boolean right) {}

    /**
     * What is to be said of a draft.
     *
     * @param problems what is wrong, by line of the draft; line 0 where it is wrong elsewhere because of the draft
     * @param clause null where it cannot be read
     * @param replaces whether a text with the same first day stands in its place
     * @param ends the edition it would end, and on which day
     */
    public record Trial(
            List<Problem> problems,
            @Nullable Provision clause,
            boolean replaces,
            @Nullable String ends,
            @Nullable LocalDate last,
            List<CaseRun> cases) {

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    /** Reads a draft and runs its cases. */
    public Trial tried(Signed who, String text) {
        who.require(Right.DRAFT_CLAUSE);
        try {
            return trial(would(text));
        } catch (Wrong wrong) {
            return new Trial(List.of(Problem.of(wrong)), null, false, null, null, List.of());
        }
    }

    /**
     * Of whom in sight a draft would find something else.
     *
     * @throws Refusal {@code bad-rulebook}, {@code purpose-required}
     */
    public Difference difference(Signed who, String text, AsOf at) {
        who.require(Right.DRAFT_CLAUSE);
        return between(who, sound(text), at);
    }

    /**
     * The same, of proposals; seen from today whatever day is asked about, since a decision rests on it.
     *
     * @throws Refusal {@code no-edition}, {@code bad-rulebook}, {@code purpose-required}
     */
    public Difference difference(Signed who, List<UUID> proposals, AsOf at) {
        who.require(Right.READ_PEOPLE);
        return between(who, desk.would(desk.open(proposals)), new AsOf(acts.today(), at.known()));
    }

    private Difference between(Signed who, Editions.Would would, AsOf at) {
        return differences.between(who, editions.book(acts.head()), would, at);
    }

    private Editions.Would sound(String text) {
        try {
            var would = would(text);
            if (would.book() == null || !would.wrongs().isEmpty()) throw BookReader.refusal(would.wrongs());
            return would;
        } catch (Wrong wrong) {
            throw BookReader.refusal(List.of(wrong));
        }
    }

    private Editions.Would would(String text) {
        if (text.length() > LONGEST) throw new Wrong(Editions.DRAFT, 1, "草案超过 2 万字，请分开写");
        practice.opened();
        var bare = PracticeFile.bare(Editions.DRAFT, text);
        var place = PracticeFile.place(EditionKind.PROVISION, Sheet.read(Editions.DRAFT, bare));
        var standing = editions.standing();
        return editions.would(standing, List.of(new Item(place, bare, file(place, standing))));
    }

    /** Where it would stand when the book is written out: beside the other editions of its code. */
    private static String file(Edition.Place place, List<Edition> standing) {
        String beside = OWN;
        for (var each : standing) {
            if (each.place().equals(place)) return each.file();
            if (each.place().kind() == EditionKind.PROVISION
                    && each.place().code().equals(place.code())) beside = each.file();
        }
        return beside;
    }

    private Trial trial(Editions.Would would) {
        var item = would.added().getFirst();
        var problems = would.wrongs().stream()
                .map(each -> each.file().equals(Editions.DRAFT) ? Problem.of(each) : new Problem(0, each.told()))
                .sorted(java.util.Comparator.comparing(each -> each.line() == 0))
                .toList();
        var clause = clause(would.book(), item);
        var replaces =
                editions.standing().stream().anyMatch(each -> each.place().equals(item.place()));
        var ended = would.ended().stream().map(each -> each.place().words()).findFirst();
        return new Trial(
                problems,
                clause.orElse(null),
                replaces,
                ended.orElse(null),
                ended.isEmpty()
                        ? null
                        : Objects.requireNonNull(item.place().from()).minusDays(1),
                clause.map(each -> runs(each, Objects.requireNonNull(would.book())))
                        .orElse(List.of()));
    }

    private static Optional<Provision> clause(@Nullable Book book, Item item) {
        return book == null
                ? Optional.empty()
                : book.provisions().stream()
                        .filter(each -> each.code().equals(item.place().code())
                                && each.from().equals(item.place().from()))
                        .findFirst();
    }

    private static List<CaseRun> runs(Provision clause, Book book) {
        var all = new ArrayList<CaseRun>();
        for (var each : clause.cases()) {
            var got = Examples.run(clause, each, book).map(Answer::verdict).orElse(null);
            all.add(new CaseRun(each.line(), book.words(each), each.expect(), got, got == each.expect()));
        }
        return all;
    }

    /**
     * Puts a draft forward for somebody else to publish.
     *
     * @throws Refusal {@code bad-rulebook} with lines, {@code no-reason}, {@code same-text}, {@code proposed-already}
     */
    public Edition propose(Signed who, String text, String reason) {
        who.require(Right.DRAFT_CLAUSE);
        var why = EditionDesk.reason(reason, "未提请");
        var item = sound(text).added().getFirst();
        if (editions.standing().stream().anyMatch(each -> same(each, item)))
            throw Refusal.input(
                    "same-text",
                    "未提请：草案与现行的 %s 一字不差。请改动后再提请。".formatted(item.place().words()));
        if (editions.proposals().stream().anyMatch(each -> same(each, item)))
            throw Refusal.input("proposed-already", "未提请：同样的文字已经提请，正待公布。请在待公布的条款中查看。");
        return desk.put(
                who,
                act -> new Edition(
                        Ids.next(),
                        item.place(),
                        item.text(),
                        item.digest(),
                        item.file(),
                        Source.PAGE,
                        who.account(),
                        act,
                        why,
                        null));
    }

    private static boolean same(Edition edition, Item item) {
        return edition.place().equals(item.place()) && edition.digest().equals(item.digest());
    }
}
