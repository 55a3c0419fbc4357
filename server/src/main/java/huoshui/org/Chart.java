package huoshui.org;

import static java.util.Comparator.comparing;

import huoshui.access.ManagementCategory;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.TeamFact;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact;
import huoshui.org.fact.UnitFact.UnitIs;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The whole organization on one day, as far as it was known by one act: all of it, never changing. 某日的机构全图 */
public final class Chart {

    private static final Comparator<Unit> IN_ORDER = comparing(
                    (Unit each) -> each.is().order())
            .thenComparing(each -> each.is().code() == null ? "" : each.is().code())
            .thenComparing(each -> each.is().name());
    private static final Comparator<Post> BY_SEAT = comparing(
                    (Post each) -> each.is().category())
            .thenComparing(each -> each.is().order())
            .thenComparing(each -> each.is().title())
            .thenComparing(Post::id);
    private static final Comparator<Post> BY_TEAM_ORDER =
            comparing((Post each) -> each.is().order()).thenComparing(BY_SEAT);

    private final AsOf at;
    private final Map<UUID, Unit> units = new LinkedHashMap<>();
    private final Map<UUID, Team> teams = new LinkedHashMap<>();
    private final Map<UUID, List<Unit>> children = new HashMap<>();
    private final List<Unit> roots = new ArrayList<>();
    private final Map<UUID, List<Team>> teamsOf = new HashMap<>();
    private final Map<UUID, List<Fact<OrgFact>>> rest = new HashMap<>();
    private final Map<UUID, Set<UUID>> successors = new HashMap<>();
    private final Map<UUID, Set<UUID>> predecessors = new HashMap<>();
    private final Names names = new Names();
    private final Collection<Fact<OrgFact>> planFacts;
    private final Collection<Fact<OrgFact>> postFacts;
    private final @Nullable Function<UUID, Collection<Fact<OrgFact>>> about;
    private volatile @Nullable Seats seats;

    /**
     * A chart of these lines. Posts are by far the most of them, so they are looked through only when more than a single one is
     * asked for; lines that come later do not show at this chart's clocks.
     *
     * @param about finds the lines about one subject; null where only looking through all of them does
     */
    Chart(
            AsOf at,
            Collection<Fact<OrgFact>> plan,
            Collection<Fact<OrgFact>> postFacts,
            @Nullable Function<UUID, Collection<Fact<OrgFact>>> about) {
        this.at = at;
        this.planFacts = plan;
        this.postFacts = postFacts;
        this.about = about;
        for (var fact : plan) if (fact.visible(at) && !fact.erased()) place(fact);
        for (var unit : units.values()) {
            var parent = unit.is().parent();
            if (parent != null && units.containsKey(parent))
                children.computeIfAbsent(parent, any -> new ArrayList<>()).add(unit);
            else roots.add(unit);
            names.add(unit);
        }
        roots.sort(IN_ORDER);
        children.values().forEach(each -> each.sort(IN_ORDER));
        teamsOf.values().forEach(each -> each.sort(comparing(team -> team.is().order())));
    }

    private void place(Fact<OrgFact> fact) {
        var id = fact.subject();
        switch (fact.content()) {
            case UnitIs is -> units.put(id, new Unit(id, is, fact.id(), fact.valid()));
            case TeamIs is -> {
                var team = new Team(id, is, fact.id(), fact.valid());
                teams.put(id, team);
                teamsOf.computeIfAbsent(is.unit(), any -> new ArrayList<>()).add(team);
            }
            case UnitFact.Ended ended -> {
                keep(fact);
                ended.successors().forEach(heir -> link(id, heir));
            }
            case UnitFact.Formed formed -> {
                keep(fact);
                formed.predecessors().forEach(ancestor -> link(ancestor, id));
            }
            case UnitFact.Alias alias -> {
                keep(fact);
                names.add(id, alias.text());
            }
            default -> keep(fact);
        }
    }

    /** All posts, by themselves, by unit and by team. */
    private record Seats(Map<UUID, Post> all, Map<UUID, List<Post>> byUnit, Map<UUID, List<Post>> byTeam) {

        static Seats of(Collection<Fact<OrgFact>> facts, AsOf at) {
            var seats = new Seats(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
            for (var fact : facts) seen(fact, at).ifPresent(seats::place);
            seats.byUnit.values().forEach(each -> each.sort(BY_SEAT));
            seats.byTeam.values().forEach(each -> each.sort(BY_TEAM_ORDER));
            return seats;
        }

        static Optional<Post> seen(Fact<OrgFact> fact, AsOf at) {
            return fact.visible(at) && fact.body() instanceof PostIs is
                    ? Optional.of(new Post(fact.subject(), is, fact.id(), fact.valid()))
                    : Optional.empty();
        }

        private void place(Post post) {
            all.put(post.id(), post);
            byUnit.computeIfAbsent(post.is().unit(), any -> new ArrayList<>()).add(post);
            if (post.is().team() != null)
                byTeam.computeIfAbsent(post.is().team(), any -> new ArrayList<>())
                        .add(post);
        }
    }

    private Seats seats() {
        var known = seats;
        if (known == null) {
            known = Seats.of(postFacts, at);
            seats = known;
        }
        return known;
    }

    private void keep(Fact<OrgFact> fact) {
        rest.computeIfAbsent(fact.subject(), any -> new ArrayList<>()).add(fact);
    }

    private void link(UUID from, UUID to) {
        successors.computeIfAbsent(from, any -> new LinkedHashSet<>()).add(to);
        predecessors.computeIfAbsent(to, any -> new LinkedHashSet<>()).add(from);
    }

    /** Both clocks of this chart. */
    public AsOf at() {
        return at;
    }

    // Units

    public Collection<Unit> units() {
        return units.values();
    }

    /** Those without a unit above them. */
    public List<Unit> roots() {
        return List.copyOf(roots);
    }

    public Optional<Unit> unit(@Nullable UUID id) {
        return Optional.ofNullable(id).map(units::get);
    }

    /** @throws Refusal {@code no-unit} when there is none on that day */
    public Unit requireUnit(UUID id) {
        return unit(id).orElseThrow(() ->
                Refusal.absent("no-unit", "找不到该单位：%s 这一天没有它，或它不在您的管理范围。请核对日期，或在机构树中另选。".formatted(at.valid())));
    }

    /** Directly beneath, in order. */
    public List<Unit> children(UUID unit) {
        return List.copyOf(children.getOrDefault(unit, List.of()));
    }

    /** From the top down to the unit's own parent. */
    public List<Unit> ancestors(UUID unit) {
        var above = new LinkedHashMap<UUID, Unit>();
        var each = unit(unit).map(found -> found.is().parent()).flatMap(this::unit);
        while (each.isPresent() && above.putIfAbsent(each.get().id(), each.get()) == null)
            each = unit(each.get().is().parent());
        return new ArrayList<>(above.values()).reversed();
    }

    /** The unit and everything beneath it, from the top down. */
    public List<Unit> subtree(UUID unit) {
        var all = new LinkedHashMap<UUID, Unit>();
        var open = new ArrayDeque<Unit>();
        unit(unit).ifPresent(open::add);
        while (!open.isEmpty()) {
            var next = open.pop();
            if (all.putIfAbsent(next.id(), next) != null) continue;
            children.getOrDefault(next.id(), List.of()).reversed().forEach(open::push);
        }
        return List.copyOf(all.values());
    }

    /** 澜江市 / 隆川县 / 县委组织部. */
    public String path(UUID unit) {
        var names = new ArrayList<String>();
        ancestors(unit).forEach(each -> names.add(each.called()));
        unit(unit).ifPresent(each -> names.add(each.called()));
        return String.join(" / ", names);
    }

    /** Units that bear this name, short name or alias on this day; brackets and blanks of either width are one. */
    public List<Unit> named(String text) {
        return names.find(text).stream()
                .map(units::get)
                .filter(java.util.Objects::nonNull)
                .sorted(IN_ORDER)
                .toList();
    }

    /** Which units continue this one today: itself while it stands, else its successors' heirs. */
    public Set<UUID> heirs(UUID unit) {
        if (units.containsKey(unit)) return Set.of(unit);
        return closure(unit, successors, true);
    }

    /** Which units this one continues, however far back. */
    public Set<UUID> origins(UUID unit) {
        return closure(unit, predecessors, false);
    }

    /** Units that are no more on this day, and how that came. */
    public Map<UUID, UnitFact.Ended> ended() {
        var all = new LinkedHashMap<UUID, UnitFact.Ended>();
        rest.keySet().forEach(unit -> {
            if (!units.containsKey(unit)) first(unit, UnitFact.Ended.class).ifPresent(each -> all.put(unit, each));
        });
        return all;
    }

    /** How this unit came to be, where that is recorded. */
    public Optional<UnitFact.Formed> formed(UUID unit) {
        return first(unit, UnitFact.Formed.class);
    }

    private Set<UUID> closure(UUID from, Map<UUID, Set<UUID>> links, boolean standingOnly) {
        var seen = new LinkedHashSet<UUID>();
        var open = new ArrayDeque<>(links.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            var next = open.pop();
            if (!seen.add(next)) continue;
            if (!standingOnly || !units.containsKey(next)) open.addAll(links.getOrDefault(next, Set.of()));
        }
        seen.remove(from);
        if (standingOnly) seen.retainAll(units.keySet());
        return seen;
    }

    // Posts and teams

    public Collection<Post> posts() {
        return seats().all.values();
    }

    public Optional<Post> post(@Nullable UUID id) {
        if (id == null) return Optional.empty();
        var known = seats;
        if (known != null || about == null)
            return Optional.ofNullable(seats().all.get(id));
        return about.apply(id).stream()
                .flatMap(each -> Seats.seen(each, at).stream())
                .findFirst();
    }

    /** @throws Refusal {@code no-post} when there is none on that day */
    public Post requirePost(UUID id) {
        return post(id).orElseThrow(() ->
                Refusal.absent("no-post", "找不到该职位：%s 这一天没有它，或它不在您的管理范围。请核对日期，或在单位页另选。".formatted(at.valid())));
    }

    /** By establishment category, then in order. */
    public List<Post> postsIn(UUID unit) {
        return List.copyOf(seats().byUnit.getOrDefault(unit, List.of()));
    }

    /** 按班子内排序. */
    public List<Post> seats(UUID team) {
        return List.copyOf(seats().byTeam.getOrDefault(team, List.of()));
    }

    public Collection<Team> teams() {
        return teams.values();
    }

    public Optional<Team> team(@Nullable UUID id) {
        return Optional.ofNullable(id).map(teams::get);
    }

    /** @throws Refusal {@code no-team} when there is none on that day */
    public Team requireTeam(UUID id) {
        return team(id).orElseThrow(() ->
                Refusal.absent("no-team", "找不到该班子：%s 这一天没有它，或它不在您的管理范围。请核对日期，或在班子列表另选。".formatted(at.valid())));
    }

    public List<Team> teamsOf(UUID unit) {
        return List.copyOf(teamsOf.getOrDefault(unit, List.of()));
    }

    /** 市水务局领导班子, unless it has a name of its own. */
    public String nameOf(Team team) {
        var own = team.is().name();
        if (own != null && !own.isEmpty()) return own;
        return unit(team.is().unit()).map(Unit::called).orElse("") + "领导班子";
    }

    // What else is known

    /** 核定职数, by category. */
    public List<UnitFact.Establishment> establishment(UUID unit) {
        return all(unit, UnitFact.Establishment.class).stream()
                .sorted(comparing(UnitFact.Establishment::category).thenComparing(UnitFact.Establishment::slot))
                .toList();
    }

    /** 核定职级职数, the highest ranks first, a number that holds another before it. */
    public List<UnitFact.RankEstablishment> rankEstablishment(UUID unit) {
        return all(unit, UnitFact.RankEstablishment.class).stream()
                .sorted(comparing(UnitFact.RankEstablishment::highest)
                        .thenComparing(UnitFact.RankEstablishment::lowest, Comparator.reverseOrder()))
                .toList();
    }

    public Optional<UnitFact.Headcount> headcount(UUID unit) {
        return first(unit, UnitFact.Headcount.class);
    }

    /** 按层次核定的领导职数. */
    public Optional<UnitFact.LeaderNumbers> leaderNumbers(UUID unit) {
        return first(unit, UnitFact.LeaderNumbers.class);
    }

    public List<String> aliases(UUID unit) {
        return all(unit, UnitFact.Alias.class).stream()
                .map(UnitFact.Alias::text)
                .sorted()
                .toList();
    }

    public Optional<TeamFact.Targets> targets(UUID team) {
        return first(team, TeamFact.Targets.class);
    }

    /** The term a team is in, with its days; empty where none is recorded. */
    public Optional<Fact<OrgFact>> term(UUID team) {
        return rest.getOrDefault(team, List.of()).stream()
                .filter(each -> each.content() instanceof TeamFact.Term)
                .findFirst();
    }

    /** When the term of an elected post ends by rule; empty for others, and where the team's term is not recorded. */
    public Optional<PartialDate> termDue(Post post) {
        var team = post.is().team();
        if (!post.is().byElection() || team == null) return Optional.empty();
        return first(team, TeamFact.Term.class).map(TeamFact.Term::due);
    }

    /** What this unit itself manages. */
    public List<Manages> authorities(UUID unit) {
        return all(unit, Manages.class);
    }

    /** Every unit that manages somebody, with what it manages. */
    public Map<UUID, List<Manages>> authorities() {
        var all = new LinkedHashMap<UUID, List<Manages>>();
        rest.keySet().forEach(unit -> {
            var own = authorities(unit);
            if (!own.isEmpty()) all.put(unit, own);
        });
        return all;
    }

    /** The same, with the line of the ledger each rests on. */
    public Map<UUID, Map<UUID, Manages>> authorityFacts() {
        var all = new LinkedHashMap<UUID, Map<UUID, Manages>>();
        rest.forEach((unit, facts) -> facts.forEach(fact -> {
            if (fact.content() instanceof Manages manages)
                all.computeIfAbsent(unit, any -> new LinkedHashMap<>()).put(fact.id(), manages);
        }));
        return all;
    }

    /** What is laid down of this very unit's posts, not of a unit above it. */
    public Optional<UnitFact.Management> managementOf(UUID unit) {
        return first(unit, UnitFact.Management.class);
    }

    /** 管理类别 of whoever holds this post: its own, else its unit's for such posts; empty when nobody has said. */
    public Optional<ManagementCategory> categoryOf(Post post) {
        if (post.is().management() != null) return Optional.of(post.is().management());
        return categoryIn(post.is().unit(), Boolean.TRUE.equals(post.is().leading()));
    }

    /** 管理类别 of posts in this unit, of the nearest unit upward where it is laid down. */
    public Optional<ManagementCategory> categoryIn(UUID unit, boolean leading) {
        var chain = new ArrayList<UUID>(List.of(unit));
        ancestors(unit).reversed().forEach(each -> chain.add(each.id()));
        for (var each : chain) {
            var laidDown = first(each, UnitFact.Management.class).map(rule -> leading ? rule.leading() : rule.others());
            if (laidDown.isPresent()) return laidDown.map(category -> category);
        }
        return Optional.empty();
    }

    /**
     * What a unit or post was when somebody came there: the first line of this kind that holds on a day of theirs, up to this
     * chart's own day; units and posts that are no more count too.
     *
     * @param until first day after; null for no end
     */
    public <B extends OrgFact> Optional<B> during(
            UUID subject, Class<B> kind, LocalDate from, @Nullable LocalDate until) {
        Fact<OrgFact> first = null;
        for (var each : about(subject, kind)) {
            var days = each.valid();
            boolean theirs = each.known(at.known())
                    && kind.isInstance(each.body())
                    && !days.from().isAfter(at.valid())
                    && (until == null || days.from().isBefore(until))
                    && (days.to() == null || days.to().isAfter(from));
            if (theirs && (first == null || days.from().isBefore(first.valid().from()))) first = each;
        }
        return Optional.ofNullable(first).map(each -> kind.cast(each.content()));
    }

    private Collection<Fact<OrgFact>> about(UUID subject, Class<? extends OrgFact> kind) {
        if (about != null) return about.apply(subject);
        return (kind == PostIs.class ? postFacts : planFacts)
                .stream().filter(each -> each.subject().equals(subject)).toList();
    }

    <B extends OrgFact> List<B> all(UUID subject, Class<B> kind) {
        return rest.getOrDefault(subject, List.of()).stream()
                .map(Fact::content)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <B extends OrgFact> Optional<B> first(UUID subject, Class<B> kind) {
        return all(subject, kind).stream().findFirst();
    }
}
