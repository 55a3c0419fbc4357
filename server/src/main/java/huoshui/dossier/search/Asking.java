package huoshui.dossier.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of people is asked for. 检索要求
 *
 * @param condition sorts everybody into heaps; all meet it where there is none
 * @param text narrows whom is asked about, as the search box does
 * @param unit narrows to this unit and those beneath
 * @param people narrows to these
 * @param everyone whether those no longer or not yet in service are asked about too; a condition on their state implies it
 * @param heap which heap is shown
 */
public record Asking(
        @Nullable Condition condition,
        @Nullable String text,
        @Nullable UUID unit,
        @Nullable List<UUID> people,
        boolean everyone,
        Verdict heap,
        Order order,
        int size) {

    /** Everybody in service, in the order of the organization. */
    public static Asking all() {
        return new Asking(null, null, null, null, false, Verdict.MET, Order.BY_ORGANIZATION, 50);
    }

    public static Asking of(Condition condition) {
        return new Asking(condition, null, null, null, false, Verdict.MET, Order.BY_ORGANIZATION, 50);
    }

    public Asking showing(Verdict shown) {
        return new Asking(condition, text, unit, people, everyone, shown, order, size);
    }

    public Asking typed(String typed) {
        return new Asking(condition, typed, unit, people, everyone, heap, order, size);
    }

    public Asking sorted(Order by, int rows) {
        return new Asking(condition, text, unit, people, everyone, heap, by, rows);
    }

    boolean everyState() {
        return everyone
                || (condition != null
                        && condition.tests().anyMatch(each -> each.field().equals("state")));
    }
}
