package huoshui.rule.sweep;

import java.util.Comparator;

/**
 * The order in which people are shown: who is clear first, who is barred last, a closed gate of virtue after all else in a heap.
 * 次序：以德为先
 *
 * <p>Whatever else somebody wishes to order by — a preference, a day, the organization — orders within these and never across them.
 */
public final class Precedence {

    private Precedence() {}

    public static Comparator<Swept> within(Comparator<? super Swept> wish) {
        return Comparator.comparing(Swept::heap).thenComparing(Swept::gate).thenComparing(wish);
    }
}
