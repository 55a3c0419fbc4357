package huoshui.dossier.search;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.search.Field.Asked;
import huoshui.dossier.search.Field.Reading;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How each sort of value is compared; what is silent is UNKNOWN, what cannot apply is NOT_MET. 各类比较 */
final class Comparisons {

    private Comparisons() {}

    /** Of whom the question makes sense at all; silent where not even that is known. */
    interface Applies {

        Verdict of(Card card);

        Applies ALWAYS = card -> Verdict.MET;
    }

    static Reading number(BiFunction<Card, Occasion, @Nullable Bounds> value, Applies applies) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) return known(test, card -> value.apply(card, occasion) != null);
            var range = range(field, test);
            return card -> applied(applies, card, () -> within(value.apply(card, occasion), range));
        };
    }

    /** What numbers a condition asks for. */
    static Bounds range(Field field, Condition.Test test) {
        int low = test.op() == Op.AT_MOST ? Integer.MIN_VALUE : number(field, test, 0);
        int high = test.op() == Op.AT_LEAST ? Integer.MAX_VALUE : number(field, test, test.op() == Op.BETWEEN ? 1 : 0);
        return new Bounds(low, high);
    }

    static Verdict within(@Nullable Bounds bounds, Bounds asked) {
        if (bounds == null) return Verdict.UNKNOWN;
        if (bounds.least() >= asked.least() && bounds.most() <= asked.most()) return Verdict.MET;
        return bounds.most() < asked.least() || bounds.least() > asked.most() ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }

    private interface Answer {
        Verdict give();
    }

    private static Verdict applied(Applies applies, Card card, Answer answer) {
        var applied = applies.of(card);
        return applied == Verdict.MET ? answer.give() : applied;
    }

    static Reading date(Function<Card, @Nullable PartialDate> value, Applies applies) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) return known(test, card -> value.apply(card) != null);
            var first = date(field, test, 0);
            var last = test.op() == Op.BETWEEN ? date(field, test, 1) : first;
            long low =
                    test.op() == Op.AT_MOST ? Long.MIN_VALUE : first.firstDay().toEpochDay();
            long high =
                    test.op() == Op.AT_LEAST ? Long.MAX_VALUE : last.dayAfter().toEpochDay() - 1;
            return card -> applied(applies, card, () -> {
                var date = value.apply(card);
                if (date == null) return Verdict.UNKNOWN;
                long least = date.firstDay().toEpochDay();
                long most = date.dayAfter().toEpochDay() - 1;
                if (least >= low && most <= high) return Verdict.MET;
                return most < low || least > high ? Verdict.NOT_MET : Verdict.UNKNOWN;
            });
        };
    }

    /** A place in an order, 0 the highest. */
    static <E extends Enum<E>> Reading ordered(
            Function<Card, @Nullable E> value, Function<String, @Nullable E> read, Applies applies) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) return known(test, card -> value.apply(card) != null);
            var asked = test.values().stream()
                    .map(each -> Objects.requireNonNullElseGet(read.apply(each), () -> {
                        throw wrong(field, each);
                    }))
                    .toList();
            if (asked.isEmpty()) throw wrong(field, "");
            return card -> applied(applies, card, () -> {
                var held = value.apply(card);
                return held == null ? Verdict.UNKNOWN : Verdict.of(compares(test.op(), held, asked));
            });
        };
    }

    private static <E extends Enum<E>> boolean compares(Op op, E held, List<E> asked) {
        return switch (op) {
            case AT_LEAST -> held.compareTo(asked.getFirst()) <= 0;
            case AT_MOST -> held.compareTo(asked.getFirst()) >= 0;
            case BETWEEN -> {
                var one = asked.getFirst();
                var other = asked.getLast();
                var high = one.compareTo(other) <= 0 ? one : other;
                var low = high == one ? other : one;
                yield held.compareTo(high) >= 0 && held.compareTo(low) <= 0;
            }
            default -> asked.contains(held);
        };
    }

    /** One of some codes; several may be held at once. */
    static Reading codes(BiFunction<Card, Occasion, @Nullable Set<String>> value) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) return known(test, card -> value.apply(card, occasion) != null);
            var asked = new HashSet<String>();
            for (var each : test.values()) asked.add(code(field, each));
            return card -> {
                var held = value.apply(card, occasion);
                if (held == null) return Verdict.UNKNOWN;
                for (var each : held) if (asked.contains(each)) return Verdict.MET;
                return Verdict.NOT_MET;
            };
        };
    }

    static Reading flag(BiFunction<Card, Occasion, Verdict> value) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) return known(test, card -> value.apply(card, occasion) != Verdict.UNKNOWN);
            boolean wanted = yes(test);
            return card -> wanted
                    ? value.apply(card, occasion)
                    : value.apply(card, occasion).negated();
        };
    }

    static Verdict flag(@Nullable Boolean value) {
        return value == null ? Verdict.UNKNOWN : Verdict.of(value);
    }

    /** Words among several texts; silence where there are none and {@code silent} says so. */
    static Reading texts(Function<Card, List<String>> value, Predicate<Card> silent) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN)
                return known(test, card -> !value.apply(card).isEmpty());
            var asked = asked(field, test);
            boolean whole = test.op() == Op.IS || test.op() == Op.IN;
            return new WordsAsked(asked, whole, value, silent);
        };
    }

    static Reading unit(Function<Card, @Nullable UUID> value) {
        return (field, test, occasion) -> {
            if (test.op() == Op.KNOWN) return known(test, card -> value.apply(card) != null);
            var units = new HashSet<UUID>();
            for (var each : asked(field, test)) {
                var id = id(field, each);
                if (test.op() == Op.UNDER) units.addAll(occasion.around().under(id));
                else units.add(id);
            }
            return card -> {
                var unit = value.apply(card);
                return unit == null ? Verdict.UNKNOWN : Verdict.of(units.contains(unit));
            };
        };
    }

    /** 有 or 无; without a value 有 is meant. */
    static boolean yes(Condition.Test test) {
        return test.values().isEmpty()
                || !Set.of("false", "0", "否", "无")
                        .contains(test.values().getFirst().toLowerCase(Locale.ROOT));
    }

    private static Asked known(Condition.Test test, Predicate<Card> recorded) {
        boolean wanted = yes(test);
        return card -> Verdict.of(recorded.test(card) == wanted);
    }

    static List<String> asked(Field field, Condition.Test test) {
        var words = test.values().stream().filter(each -> !each.isBlank()).toList();
        if (words.isEmpty()) throw wrong(field, "");
        return words;
    }

    private static int number(Field field, Condition.Test test, int at) {
        try {
            return Integer.parseInt(test.values().get(at).replaceFirst("\\.0+$", ""));
        } catch (NumberFormatException | IndexOutOfBoundsException bad) {
            throw wrong(field, String.join("、", test.values()));
        }
    }

    private static PartialDate date(Field field, Condition.Test test, int at) {
        if (at >= test.values().size()) throw wrong(field, String.join("、", test.values()));
        return PartialDate.read(test.values().get(at))
                .orElseThrow(() -> wrong(field, test.values().get(at)));
    }

    private static String code(Field field, String text) {
        for (var each : field.codes())
            if (each.code().equals(text) || each.name().equals(text)) return each.code();
        throw wrong(field, text);
    }

    private static UUID id(Field field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException bad) {
            throw wrong(field, text);
        }
    }

    static Refusal wrong(Field field, String value) {
        var what = value.isEmpty() ? "没有填值" : "不能是“" + value + "”";
        return Refusal.input("bad-value", "未检索：条件“%s”%s。请从条件栏重新选取或填写。".formatted(field.label(), what));
    }
}
