package huoshui.access.web;

import huoshui.access.Account;
import huoshui.access.Grant;
import huoshui.access.Grants;
import huoshui.access.Role;
import huoshui.access.Roles;
import huoshui.access.SecondFactor;
import huoshui.access.UnitNames;
import huoshui.kernel.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How accounts, roles and units look from outside. */
@Component
class Who {

    private final Grants grants;
    private final Roles roles;
    private final SecondFactor factor;
    private final ObjectProvider<UnitNames> names;

    Who(Grants grants, Roles roles, SecondFactor factor, ObjectProvider<UnitNames> names) {
        this.grants = grants;
        this.roles = roles;
        this.factor = factor;
        this.names = names;
    }

    record Named(UUID id, String name) {}

    record RoleName(String id, String name) {}

    /** One line of the list of accounts. */
    record AccountLine(
            UUID id,
            String name,
            String displayName,
            @Nullable Named unit,
            @Nullable UUID person,
            List<RoleName> roles,
            boolean mustChange,
            boolean disabled,
            boolean totp) {}

    record GrantLine(
            UUID id,
            RoleName role,
            @Nullable Named unit,
            LocalDate from,
            @Nullable LocalDate until,
            boolean today) {}

    List<AccountLine> lines(Collection<Account> accounts) {
        var units = names(accounts.stream().map(Account::unit));
        return accounts.stream()
                .map(each -> new AccountLine(
                        each.id(),
                        each.name(),
                        each.displayName(),
                        named(each.unit(), units),
                        each.person(),
                        roles(each.id()),
                        each.mustChange(),
                        each.disabled(),
                        factor.active(each.id())))
                .toList();
    }

    AccountLine line(Account account) {
        return lines(List.of(account)).getFirst();
    }

    List<GrantLine> grants(UUID account, LocalDate today) {
        var held = grants.of(account);
        var units = names(held.stream().map(Grant::unit));
        return held.stream()
                .map(each -> new GrantLine(
                        each.id(),
                        roles.find(each.role()).map(Who::name).orElseGet(() -> new RoleName(each.role(), each.role())),
                        named(each.unit(), units),
                        each.days().from(),
                        each.days().to(),
                        each.days().covers(today)))
                .toList();
    }

    /** @throws Refusal {@code no-such-unit} */
    void requireUnit(@Nullable UUID unit) {
        if (unit != null && !names(Stream.of(unit)).containsKey(unit))
            throw Refusal.input("no-such-unit", "未写入：没有这个单位，或今日已撤销。请在机构树中选择单位。");
    }

    private List<RoleName> roles(UUID account) {
        return grants.today(account).stream().map(Who::name).toList();
    }

    static RoleName name(Role role) {
        return new RoleName(role.id(), role.name());
    }

    private Map<UUID, String> names(Stream<? extends @Nullable UUID> units) {
        var asked = names.getIfAvailable();
        var ids = units.filter(Objects::nonNull).map(Objects::requireNonNull).collect(Collectors.toSet());
        return asked == null || ids.isEmpty() ? Map.of() : asked.of(ids);
    }

    private static @Nullable Named named(@Nullable UUID unit, Map<UUID, String> names) {
        return unit == null ? null : new Named(unit, names.getOrDefault(unit, "未知单位"));
    }
}
