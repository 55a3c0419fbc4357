package huoshui.dossier.search;

import huoshui.access.Sight;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the names of cohorts in a condition mean, for whoever asks. 人群的所指 */
@Component
class Members {

    /** Brackets of brackets of cohorts grow fast; this many is more than anybody reads. */
    private static final int MOST = 2000;

    private final SavedListTable table;
    private final Criteria criteria;

    Members(SavedListTable table, Criteria criteria) {
        this.table = table;
        this.criteria = criteria;
    }

    /**
     * The condition with what each cohort asks in its place.
     *
     * @throws Refusal {@code no-cohort}, {@code two-lists}, {@code cohort-ring}, {@code bad-condition}
     */
    Condition settled(Condition condition, Sight sight, AsOf at) {
        return settled(condition, sight, at, null);
    }

    /** The same, as if {@code draft} were saved already. */
    Condition settled(Condition condition, Sight sight, AsOf at, @Nullable SavedList draft) {
        if (condition.leaves().noneMatch(Condition.Member.class::isInstance)) return condition;
        var work = new Work(at, draft);
        var opening = new LinkedHashSet<String>();
        if (draft != null) opening.add(draft.name());
        return work.settle(condition, new Names(sight.account(), sight.home()), opening);
    }

    /** The list this name means to the account; its own before one shared with it. @throws Refusal {@code two-lists} */
    Optional<SavedList> named(String name, UUID account, @Nullable UUID unit, AsOf at) {
        var found = table.of(account, unit, at).stream()
                .filter(each -> each.name().equals(name.strip()))
                .toList();
        var own = found.stream().filter(each -> each.owner().equals(account)).toList();
        var meant = own.isEmpty() ? found : own;
        if (meant.size() > 1)
            throw Refusal.input("two-lists", "未办理：有 %d 份名单都叫“%s”。请先在干部库中改名，使名称不重。".formatted(meant.size(), name));
        return meant.stream().findFirst();
    }

    /** Whose names are meant: within a shared cohort those of whoever made it. */
    private record Names(UUID account, @Nullable UUID unit) {}

    private final class Work {

        private final AsOf at;
        private final @Nullable SavedList draft;
        private int leaves;

        Work(AsOf at, @Nullable SavedList draft) {
            this.at = at;
            this.draft = draft;
        }

        Condition settle(Condition condition, Names names, Set<String> opening) {
            return switch (condition) {
                case Condition.All(var of) -> new Condition.All(several(of, names, opening));
                case Condition.Any(var of) -> new Condition.Any(several(of, names, opening));
                case Condition.Not(var of) -> new Condition.Not(settle(of, names, opening));
                case Condition.Member(var cohort) -> meant(cohort, names, opening);
                default -> {
                    if (++leaves > MOST)
                        throw Refusal.input("bad-condition", "未检索：条件连同所引人群超过 " + MOST + " 项。请减少引用，或把常用的写成一个人群。");
                    yield condition;
                }
            };
        }

        private List<Condition> several(List<Condition> of, Names names, Set<String> opening) {
            var all = new ArrayList<Condition>();
            for (var each : of) all.add(settle(each, names, opening));
            return List.copyOf(all);
        }

        private Condition meant(String cohort, Names names, Set<String> opening) {
            if (opening.contains(cohort)) throw ring(cohort, opening);
            var list = found(cohort, names).orElse(null);
            if (list == null) {
                if (criteria.cohort(cohort))
                    return new Condition.Criterion(
                            Objects.requireNonNull(SavedListTable.written(new Condition.Member(cohort))));
                throw Refusal.input("no-cohort", "未检索：没有名为“%s”的人群，或它未与您共享。请在人群列表中核对名称。".formatted(cohort));
            }
            if (list.people() != null) return new Condition.People(list.people());
            var condition = list.condition();
            if (condition == null) return new Condition.People(List.of());
            var inner = new LinkedHashSet<>(opening);
            inner.add(cohort);
            return settle(condition, new Names(list.owner(), list.unit()), inner);
        }

        private Optional<SavedList> found(String cohort, Names names) {
            if (draft != null && draft.name().equals(cohort) && draft.owner().equals(names.account))
                return Optional.of(draft);
            return named(cohort, names.account, names.unit, at);
        }
    }

    private static Refusal ring(String cohort, Set<String> opening) {
        return Refusal.input(
                "cohort-ring",
                "未采用：人群互相引用成环：%s → %s。请改其中一个人群的条件，使它不再引用环上的另一个。".formatted(String.join(" → ", opening), cohort));
    }
}
