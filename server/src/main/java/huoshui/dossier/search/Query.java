package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.search.Field.Asked;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition made ready to be asked of many people. 备好的条件
 *
 * <p>An answer is one long: {@link #MET}, {@link #NOT_MET}, or else UNKNOWN with one bit for each field whose silence keeps it
 * open.
 */
final class Query {

    static final long MET = 1L << 62;
    static final long NOT_MET = 1L << 63;
    private static final int MOST_GAPS = 62;

    private final List<String> gaps = new ArrayList<>();
    private final Node root;

    private final Occasion occasion;
    private final Reader reader;

    private Query(Condition condition, Occasion occasion, Reader reader) {
        this.occasion = occasion;
        this.reader = reader;
        this.root = node(condition);
    }

    /**
     * Who asks.
     *
     * @param reads which chapters may be read
     * @param opened whether sealed ones are open: a purpose was stated, and the reading is journaled
     * @param sees whose dossiers may be read beside those of the people asked about
     */
    record Reader(Predicate<Chapter> reads, boolean opened, Criteria criteria, Predicate<Card> sees) {}

    /**
     * @param condition without a {@link Condition.Member}: {@link Members} has put in their places what they mean
     * @throws Refusal {@code unknown-field}, {@code bad-op}, {@code bad-value}, {@code sealed-field}, {@code bad-criterion},
     *     {@code purpose-required}
     */
    static Query of(Condition condition, Occasion occasion, Reader reader) {
        return new Query(condition, occasion, reader);
    }

    private interface Node {
        long ask(Card card);

        Answers everybody(City city);
    }

    /** What everybody of a city answers at once. */
    Answers everybody(City city) {
        return root.everybody(city);
    }

    long ask(Card card) {
        return root.ask(card);
    }

    /** What these people answer, asked one by one; of the rest nothing is said. */
    Answers each(BitSet people, City city) {
        var met = new BitSet();
        var unknown = new BitSet();
        var open = new @Nullable BitSet[gaps.size()];
        for (int i = people.nextSetBit(0); i >= 0; i = people.nextSetBit(i + 1)) {
            long answer = ask(city.at(i));
            if (answer == MET) met.set(i);
            if (answer == MET || answer == NOT_MET) continue;
            unknown.set(i);
            for (int gap = 0; gap < open.length; gap++) {
                if ((answer & 1L << gap) == 0) continue;
                var kept = open[gap];
                if (kept == null) open[gap] = kept = new BitSet();
                kept.set(i);
            }
        }
        return new Answers(met, unknown, open);
    }

    Verdict verdict(Card card) {
        return verdict(ask(card));
    }

    static Verdict verdict(long answer) {
        return answer == MET ? Verdict.MET : answer == NOT_MET ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }

    /** Fields that answers' bits stand for. */
    List<String> gaps() {
        return gaps;
    }

    private Node node(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> new All(nodes(of));
            case Condition.Any(var of) -> new Any(nodes(of));
            case Condition.Not(var of) -> new Not(node(of));
            case Condition.Test test -> test(test);
            case Condition.Criterion(var written) -> criterion(written);
            case Condition.People(var of) ->
                new Listed(of.stream().map(occasion.city()::kept).collect(Collectors.toUnmodifiableSet()));
            case Condition.Member(var cohort) -> throw new IllegalStateException("not put in its place: " + cohort);
        };
    }

    private Node[] nodes(List<Condition> of) {
        return of.stream().map(this::node).toArray(Node[]::new);
    }

    /** 且 */
    private record All(Node[] of) implements Node {

        @Override
        public long ask(Card card) {
            long open = 0;
            for (var each : of) {
                long answer = each.ask(card);
                if (answer == NOT_MET) return NOT_MET;
                if (answer != MET) open |= answer;
            }
            return open == 0 ? MET : open;
        }

        @Override
        public Answers everybody(City city) {
            return Answers.all(of.length, i -> of[i].everybody(city), city.present());
        }
    }

    /** 或 */
    private record Any(Node[] of) implements Node {

        @Override
        public long ask(Card card) {
            long open = 0;
            for (var each : of) {
                long answer = each.ask(card);
                if (answer == MET) return MET;
                if (answer != NOT_MET) open |= answer;
            }
            return open == 0 ? NOT_MET : open;
        }

        @Override
        public Answers everybody(City city) {
            return Answers.any(of.length, i -> of[i].everybody(city), city.present());
        }
    }

    /** 非 */
    private record Not(Node of) implements Node {

        @Override
        public long ask(Card card) {
            long answer = of.ask(card);
            return answer == MET ? NOT_MET : answer == NOT_MET ? MET : answer;
        }

        @Override
        public Answers everybody(City city) {
            return of.everybody(city).negated(city.present());
        }
    }

    /** @param lasting whether answers may be kept from act to act: what is read off the card, and not off the ledger */
    private record Leaf(Tested test, Asked asked, int gap, boolean lasting) implements Node {

        @Override
        public long ask(Card card) {
            return switch (asked.of(card)) {
                case MET -> MET;
                case NOT_MET -> NOT_MET;
                case UNKNOWN -> 1L << gap;
            };
        }

        @Override
        public Answers everybody(City city) {
            var parts = lasting ? city.derived(test) : test.of(city);
            return Answers.of(parts[Tested.MET], parts[Tested.OPEN], gap);
        }
    }

    /**
     * A criterion of the language of clauses.
     *
     * @param lasting whether the answers are everybody's, and may be kept; others are made anew for each asker
     */
    private record Told(Weighed weighed, Criteria.Asked asked, int gap, boolean lasting) implements Node {

        @Override
        public long ask(Card card) {
            return switch (asked.of(card)) {
                case MET -> MET;
                case NOT_MET -> NOT_MET;
                case UNKNOWN -> 1L << gap;
            };
        }

        @Override
        public Answers everybody(City city) {
            var parts = lasting ? city.derived(weighed) : weighed.of(city);
            return Answers.of(parts[Tested.MET], parts[Tested.OPEN], gap);
        }
    }

    /** People listed by name; whoever is not is not. */
    private record Listed(Set<UUID> people) implements Node {

        @Override
        public long ask(Card card) {
            return people.contains(card.id()) ? MET : NOT_MET;
        }

        @Override
        public Answers everybody(City city) {
            var met = new BitSet(city.places());
            for (var each : people) {
                int at = city.place(each);
                if (at >= 0) met.set(at);
            }
            return new Answers(met, new BitSet(), new @Nullable BitSet[0]);
        }
    }

    private Node criterion(String written) {
        var ready = reader.criteria.ready(written, occasion.city().at().known());
        for (var chapter : ready.chapters()) readable(chapter, ready.lacks());
        return new Told(
                new Weighed(written, ready, reader.sees),
                ready.reading().in(occasion.city(), reader.sees),
                gap(ready.lacks()),
                ready.alone());
    }

    private void readable(Chapter chapter, String what) {
        if (!reader.reads.test(chapter))
            throw Refusal.sight("sealed-field", "未检索：“%s”属于您不能查阅的内容。请去掉这一条件，或向负责科室申请。".formatted(what));
        if (chapter.sealed() && !reader.opened)
            throw new Refusal(
                    Refusal.Sort.PURPOSE,
                    "purpose-required",
                    "未检索：“%s”要读密存内容，须选事由，查看记录本人可见。请从事由表选取后再查。".formatted(what));
    }

    private Node test(Condition.Test test) {
        var field = Fields.of(test.field());
        readable(field.chapter(), field.label());
        if (!field.ops().contains(test.op()))
            throw Refusal.input("bad-op", "未检索：“%s”不能这样比较。请从条件栏中重新选取。".formatted(field.label()));
        Asked asked = field.reading().ready(field, test, occasion);
        return new Leaf(new Tested(test, asked), asked, gap(field.lacks()), !Fields.inLedger(field));
    }

    private int gap(String field) {
        int at = gaps.indexOf(field);
        if (at >= 0) return at;
        if (gaps.size() == MOST_GAPS) return MOST_GAPS - 1;
        gaps.add(field);
        return gaps.size() - 1;
    }
}
