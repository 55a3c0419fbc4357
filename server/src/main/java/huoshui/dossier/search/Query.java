package huoshui.dossier.search;

import huoshui.dossier.city.Card;
import huoshui.dossier.search.Field.Asked;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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

    private final Node root;
    private final List<String> gaps = new ArrayList<>();

    private Query(Condition condition, Occasion occasion, Predicate<Field> readable) {
        this.root = node(condition, occasion, readable);
    }

    /** @throws Refusal {@code unknown-field}, {@code bad-op}, {@code bad-value}, {@code sealed-field} */
    static Query of(Condition condition, Occasion occasion, Predicate<Field> readable) {
        return new Query(condition, occasion, readable);
    }

    private interface Node {
        long ask(Card card);
    }

    long ask(Card card) {
        return root.ask(card);
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

    private Node node(Condition condition, Occasion occasion, Predicate<Field> readable) {
        return switch (condition) {
            case Condition.All(var of) -> all(nodes(of, occasion, readable));
            case Condition.Any(var of) -> any(nodes(of, occasion, readable));
            case Condition.Not(var of) -> not(node(of, occasion, readable));
            case Condition.Test test -> test(test, occasion, readable);
        };
    }

    private Node[] nodes(List<Condition> of, Occasion occasion, Predicate<Field> readable) {
        return of.stream().map(each -> node(each, occasion, readable)).toArray(Node[]::new);
    }

    private static Node all(Node[] of) {
        return card -> {
            long open = 0;
            for (var each : of) {
                long answer = each.ask(card);
                if (answer == NOT_MET) return NOT_MET;
                if (answer != MET) open |= answer;
            }
            return open == 0 ? MET : open;
        };
    }

    private static Node any(Node[] of) {
        return card -> {
            long open = 0;
            for (var each : of) {
                long answer = each.ask(card);
                if (answer == MET) return MET;
                if (answer != NOT_MET) open |= answer;
            }
            return open == 0 ? NOT_MET : open;
        };
    }

    private static Node not(Node of) {
        return card -> {
            long answer = of.ask(card);
            return answer == MET ? NOT_MET : answer == NOT_MET ? MET : answer;
        };
    }

    private Node test(Condition.Test test, Occasion occasion, Predicate<Field> readable) {
        var field = Fields.of(test.field());
        if (!readable.test(field))
            throw Refusal.sight("sealed-field", "未检索：“%s”属于您不能查阅的内容。请去掉这一条件，或向负责科室申请。".formatted(field.label()));
        if (!field.ops().contains(test.op()))
            throw Refusal.input("bad-op", "未检索：“%s”不能这样比较。请从条件栏中重新选取。".formatted(field.label()));
        Asked asked = field.reading().ready(field, test, occasion);
        long open = 1L << gap(field.lacks());
        return card -> switch (asked.of(card)) {
            case MET -> MET;
            case NOT_MET -> NOT_MET;
            case UNKNOWN -> open;
        };
    }

    private int gap(String field) {
        int at = gaps.indexOf(field);
        if (at >= 0) return at;
        if (gaps.size() == MOST_GAPS) return MOST_GAPS - 1;
        gaps.add(field);
        return gaps.size() - 1;
    }
}
