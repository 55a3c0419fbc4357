package huoshui.access;

import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The one place where seeing is decided: by authority today, never by the day that is asked about. 可见范围的认定
 *
 * <p>Remembers each account's sight until an act changes accounts, grants, authority or kin, or the day ends; other
 * processes' acts count as well.
 */
@Component
public class Sights {

    private final AccountTable accounts;
    private final GrantTable grants;
    private final Roles roles;
    private final Acts acts;
    private final ObjectProvider<Reach> reach;
    private final ObjectProvider<Placement> placement;
    private volatile Remembered remembered = new Remembered(new Stamp(-1, -1, -1, LocalDate.EPOCH));

    Sights(
            AccountTable accounts,
            GrantTable grants,
            Roles roles,
            Acts acts,
            ObjectProvider<Reach> reach,
            ObjectProvider<Placement> placement) {
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.acts = acts;
        this.reach = reach;
        this.placement = placement;
    }

    /** What this account may see and do now; nothing when there is no such account or it is disabled. */
    public Sight of(UUID account) {
        var now = stamp();
        var known = remembered;
        if (!known.stamp.equals(now)) {
            known = new Remembered(now);
            remembered = known;
        }
        var found = known.sights.get(account);
        if (found != null) return found;
        var drawn = draw(account, known);
        known.sights.put(account, drawn);
        return drawn;
    }

    /** Whether this person is seen; asks where they are placed. For many people ask {@link Sight#sees} with places at hand. */
    public boolean sees(Sight sight, UUID person) {
        return place(person).map(place -> sight.sees(person, place)).orElse(false);
    }

    /** @throws Refusal {@code no-such-person}, the same whether there is none or none in sight */
    public void requireSeen(Sight sight, UUID person) {
        if (!sees(sight, person)) throw Refusal.absent("no-such-person", "未找到：该同志不存在，或不在您的管理范围内。请核对编号，或向负责的科室申请查阅。");
    }

    /**
     * @throws Refusal {@code no-such-person} when not even seen, {@code not-led} when others lead, so that one only reads
     */
    public void requireChanged(Sight sight, UUID person) {
        requireSeen(sight, person);
        boolean led = place(person).map(place -> sight.changes(person, place)).orElse(false);
        if (!led) throw Refusal.sight("not-led", "未写入：该同志不由您单位主管，您只能查看。请告知主管单位办理。");
    }

    private Optional<Placement.Place> place(UUID person) {
        var asked = placement.getIfAvailable();
        return asked == null ? Optional.empty() : asked.of(person);
    }

    private Stamp stamp() {
        var reaching = reach.getIfAvailable();
        var placing = placement.getIfAvailable();
        return new Stamp(
                accounts.version(),
                reaching == null ? 0 : reaching.version(),
                placing == null ? 0 : placing.version(),
                acts.today());
    }

    private Sight draw(UUID id, Remembered into) {
        var account = accounts.of(id).filter(each -> !each.disabled());
        if (account.isEmpty()) return Sight.none(id);
        var today = into.stamp.today;
        var live =
                grants.of(id).stream().filter(each -> each.days().covers(today)).toList();
        var held =
                live.stream().flatMap(each -> roles.find(each.role()).stream()).toList();
        var terrain = scope(account.get(), live)
                .map(unit -> into.terrains.computeIfAbsent(unit, home -> terrain(home, today)))
                .orElse(Terrain.NONE);
        return new Sight(
                id, account.get().person(), held, terrain, refused(account.get().person()));
    }

    /** The one unit over whose authority these grants reach; empty when none of them reaches over people. */
    private Optional<UUID> scope(Account account, List<Grant> live) {
        return live.stream()
                .filter(each -> roles.find(each.role()).map(Role::scoped).orElse(false))
                .flatMap(each -> Optional.ofNullable(each.unit() == null ? account.unit() : each.unit()).stream())
                .findFirst();
    }

    private Terrain terrain(UUID home, LocalDate today) {
        var reaching = reach.getIfAvailable();
        return new Terrain(home, reaching == null ? List.of() : reaching.of(home, today));
    }

    private Set<UUID> refused(@Nullable UUID person) {
        if (person == null) return Set.of();
        var all = new HashSet<UUID>(Set.of(person));
        var placing = placement.getIfAvailable();
        if (placing != null) {
            all.addAll(placing.ids(person));
            all.addAll(placing.kin(person));
        }
        return all;
    }

    /** All that sights rest on. */
    private record Stamp(long access, long reach, long placement, LocalDate today) {}

    /** Sights drawn while nothing they rest on has changed; those of one unit share its terrain. */
    private static final class Remembered {
        private final Stamp stamp;
        private final Map<UUID, Sight> sights = new ConcurrentHashMap<>();
        private final Map<UUID, Terrain> terrains = new ConcurrentHashMap<>();

        Remembered(Stamp stamp) {
            this.stamp = stamp;
        }
    }
}
