package huoshui.org;

import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Reach;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact.UnitIs;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells access over which units an authority reaches on a day. 管理权限所及 */
@Component
class ManagementReach implements Reach {

    private final Organization organization;
    private final Acts acts;

    ManagementReach(Organization organization, Acts acts) {
        this.organization = organization;
        this.acts = acts;
    }

    @Override
    public List<Authority> of(UUID homeUnit, LocalDate day) {
        var chart = organization.at(new AsOf(day, acts.head()));
        return home(chart, homeUnit)
                .map(home -> chart.authorities(home).stream()
                        .map(each -> authority(chart, each))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public long version() {
        return organization.version();
    }

    /** A unit merged into one other is answered for by that one; a unit split into several by none until somebody says so. */
    private static Optional<UUID> home(Chart chart, UUID unit) {
        var heirs = chart.heirs(unit);
        return heirs.size() == 1 ? heirs.stream().findFirst() : Optional.empty();
    }

    private Authority authority(Chart chart, Manages manages) {
        var categories =
                manages.categories().isEmpty() ? Set.<ManagementCategory>of() : EnumSet.copyOf(manages.categories());
        if (manages.over() == null) return Authority.everywhere(categories, manages.mode());
        return Authority.over(units(chart, manages.over(), manages.subtree()), categories, manages.mode());
    }

    /** With the units that went before, so that whoever is still recorded there does not fall out of sight. */
    private Set<UUID> units(Chart chart, UUID over, boolean subtree) {
        Set<UUID> all = new HashSet<>();
        if (subtree) chart.subtree(over).forEach(each -> all.add(each.id()));
        else chart.unit(over).ifPresent(each -> all.add(each.id()));
        var standing = Set.copyOf(all);
        chart.ended().forEach((unit, ended) -> {
            if (answeredFor(chart, unit, standing, subtree)) all.add(unit);
        });
        return all;
    }

    private boolean answeredFor(Chart chart, UUID ended, Set<UUID> standing, boolean subtree) {
        Set<UUID> seen = new HashSet<>();
        @Nullable UUID each = ended;
        while (each != null && seen.add(each)) {
            var heirs = chart.heirs(each);
            if (!heirs.isEmpty()) return heirs.stream().anyMatch(standing::contains);
            each = subtree ? lastParent(each, chart.at()) : null;
        }
        return false;
    }

    private @Nullable UUID lastParent(UUID unit, AsOf at) {
        return organization.line(unit, at.known()).reversed().stream()
                .map(fact -> fact.content())
                .filter(UnitIs.class::isInstance)
                .map(UnitIs.class::cast)
                .findFirst()
                .map(UnitIs::parent)
                .orElse(null);
    }
}
