package huoshui.dossier.search;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Sight;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the names of cohorts in a condition mean, for whoever asks. 人群的所指 */
@Component
class Members {

    /** Brackets of brackets of cohorts grow fast; this many is more than anybody reads. */
    private static final int MOST = 2000;

    private final SavedListTable table;
    private final Accounts accounts;
    private final Criteria criteria;

    Members(SavedListTable table, Accounts accounts, Criteria criteria) {
        this.table = table;
        this.accounts = accounts;
        this.criteria = criteria;
    }

    /** The names an account uses: its own, and those shared with the unit the account is of. */
    ListNames names(UUID account) {
        return new ListNames(account, accounts.find(account).map(Account::unit).orElse(null));
    }

    /** The names used within a list: those of whoever made it; within a shared one, of the unit it is shared with. */
    ListNames names(SavedList list) {
        return list.unit() == null ? names(list.owner()) : new ListNames(list.owner(), list.unit());
    }

    /**
     * The condition with what each cohort asks in its place.
     *
     * @throws Refusal {@code no-cohort}, {@code two-lists}, {@code cohort-ring}, {@code bad-condition}
     */
    Condition settled(Condition condition, Sight sight, AsOf at) {
        if (condition.leaves().noneMatch(Condition.Member.class::isInstance)) return condition;
        return new Work(at, null).settle(condition, names(sight.account()), List.of());
    }

    /** What a list asks, by its own names; one that is not saved yet counts as if it were. */
    Condition settled(SavedList list, AsOf at) {
        if (list.people() != null) return new Condition.People(list.people());
        return new Work(at, list).settle(Objects.requireNonNull(list.condition()), names(list), List.of(list));
    }

    /** The list this name means; one's own before one shared with one. @throws Refusal {@code two-lists} */
    Optional<SavedList> named(String name, ListNames names, AsOf at) {
        return named(name, names, at, null);
    }

    private Optional<SavedList> named(String name, ListNames names, AsOf at, @Nullable SavedList draft) {
        var all = new ArrayList<>(table.of(names.account(), names.unit(), at));
        if (draft != null) {
            all.removeIf(each -> each.id().equals(draft.id()));
            if (names.reach(draft)) all.add(draft);
        }
        var found =
                all.stream().filter(each -> each.name().equals(name.strip())).toList();
        var own = found.stream()
                .filter(each -> each.owner().equals(names.account()))
                .toList();
        var meant = own.isEmpty() ? found : own;
        if (meant.size() > 1)
            throw Refusal.input("two-lists", "未办理：有 %d 份名单都叫“%s”。请先在干部库中改名，使名称不重。".formatted(meant.size(), name));
        return meant.stream().findFirst();
    }

    private final class Work {

        private final AsOf at;
        private final @Nullable SavedList draft;
        private int leaves;

        Work(AsOf at, @Nullable SavedList draft) {
            this.at = at;
            this.draft = draft;
        }

        /** @param opening lists open around it; which they are, not how they are called, makes a ring */
        Condition settle(Condition condition, ListNames names, List<SavedList> opening) {
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

        private List<Condition> several(List<Condition> of, ListNames names, List<SavedList> opening) {
            var all = new ArrayList<Condition>();
            for (var each : of) all.add(settle(each, names, opening));
            return List.copyOf(all);
        }

        private Condition meant(String cohort, ListNames names, List<SavedList> opening) {
            var list = named(cohort, names, at, draft).orElse(null);
            if (list == null) {
                if (criteria.cohort(cohort, at.known()))
                    return new Condition.Criterion(
                            Objects.requireNonNull(SavedListTable.written(new Condition.Member(cohort))));
                throw Refusal.input("no-cohort", "未检索：没有名为“%s”的人群，或它未与您共享。请在人群列表中核对名称。".formatted(cohort));
            }
            if (opening.stream().anyMatch(each -> each.id().equals(list.id()))) throw ring(list, opening);
            if (list.people() != null) return new Condition.People(list.people());
            var condition = list.condition();
            if (condition == null) return new Condition.People(List.of());
            return settle(
                    condition,
                    names(list),
                    Stream.concat(opening.stream(), Stream.of(list)).toList());
        }
    }

    private static Refusal ring(SavedList again, List<SavedList> opening) {
        var names = opening.stream().map(SavedList::name).collect(Collectors.joining(" → "));
        return Refusal.input(
                "cohort-ring", "未采用：人群互相引用成环：%s → %s。请改其中一个人群的条件，使它不再引用环上的另一个。".formatted(names, again.name()));
    }
}
