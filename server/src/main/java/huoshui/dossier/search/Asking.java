package huoshui.dossier.search;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a list of people is asked for. 检索要求
 *
 * @param condition sorts everybody into heaps; all meet it where there is none
 * @param text narrows whom is asked about, as the search box does
 * @param unit narrows to this unit and those beneath
 * @param people narrows to these
 * @param everyone whether those no longer or not yet in service are asked about too; a condition on their state implies it
 * @param whom of which footing; null where the condition tells, and cadres where it does not either
 * @param heap which heap is shown
 * @param opened whether sealed chapters its condition reads are open; see {@link PeopleSearch#opened}
 * @param lacking of those left open, only whom this field's silence keeps open, named as {@link Found.Gap} names it
 */
public record Asking(
        @Nullable Condition condition,
        @Nullable String text,
        @Nullable UUID unit,
        @Nullable List<UUID> people,
        boolean everyone,
        @Nullable Whom whom,
        Verdict heap,
        Order order,
        int size,
        boolean opened,
        @Nullable String lacking) {

    /** Of which footing people are asked about; every count says which. 所查人员 */
    public enum Whom {
        CADRES,
        /** Whoever is listed as a talent, cadres among them. */
        TALENTS,
        EVERYBODY
    }

    public Asking(
            @Nullable Condition condition,
            @Nullable String text,
            @Nullable UUID unit,
            @Nullable List<UUID> people,
            boolean everyone,
            Verdict heap,
            Order order,
            int size) {
        this(condition, text, unit, people, everyone, null, heap, order, size, false, null);
    }

    /** Everybody in service, in the order of the organization. */
    public static Asking all() {
        return new Asking(null, null, null, null, false, Verdict.MET, Order.BY_ORGANIZATION, 50);
    }

    public static Asking of(Condition condition) {
        return new Asking(condition, null, null, null, false, Verdict.MET, Order.BY_ORGANIZATION, 50);
    }

    public Asking showing(Verdict shown) {
        return new Asking(condition, text, unit, people, everyone, whom, shown, order, size, opened, lacking);
    }

    public Asking typed(String typed) {
        return new Asking(condition, typed, unit, people, everyone, whom, heap, order, size, opened, lacking);
    }

    public Asking sorted(Order by, int rows) {
        return new Asking(condition, text, unit, people, everyone, whom, heap, by, rows, opened, lacking);
    }

    /** The same, of these. */
    public Asking of(@Nullable Whom these) {
        return new Asking(condition, text, unit, people, everyone, these, heap, order, size, opened, lacking);
    }

    /** The same, asking this. */
    public Asking asking(@Nullable Condition other) {
        return new Asking(other, text, unit, people, everyone, whom, heap, order, size, opened, lacking);
    }

    /** The same, shown only whom silence about this field keeps open. */
    public Asking lacking(@Nullable String field) {
        return new Asking(condition, text, unit, people, everyone, whom, heap, order, size, opened, field);
    }

    Asking open() {
        return new Asking(condition, text, unit, people, everyone, whom, heap, order, size, true, lacking);
    }

    /** Cadres, unless something else is said or asked: a condition on what talents are is asked of everybody. */
    Whom whose() {
        if (whom != null) return whom;
        boolean ofTalents = condition != null && condition.leaves().anyMatch(Asking::ofFooting);
        return ofTalents ? Whom.EVERYBODY : Whom.CADRES;
    }

    private static boolean ofFooting(Condition leaf) {
        return leaf instanceof Condition.Test(var field, var op, var values) && TalentFields.CODES.contains(field);
    }

    boolean everyState() {
        return everyone || (condition != null && condition.leaves().anyMatch(Asking::ofState));
    }

    /** A measure of state anywhere in a criterion, written as JSON or as YAML. */
    private static final Pattern OF_STATE = Pattern.compile("(?<![\\w-])(state|in-service)\"?\\s*:");

    private static boolean ofState(Condition leaf) {
        return switch (leaf) {
            case Condition.Test(var field, var op, var values) -> field.equals("state");
            case Condition.Criterion(var written) -> OF_STATE.matcher(written).find();
            default -> false;
        };
    }
}
