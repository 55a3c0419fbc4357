package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Change;
import huoshui.org.UnitCommand.AbolishUnit;
import huoshui.org.UnitCommand.MergeUnits;
import huoshui.org.UnitCommand.SplitUnit;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact;
import huoshui.org.fact.UnitFact.Ended;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.Headcount;
import huoshui.org.fact.UnitFact.LeaderNumbers;
import huoshui.org.fact.UnitFact.RankEstablishment;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitFact.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Merging, splitting and abolishing: no post and no number is lost on the way. 机构改革 */
@Component
class Reform {

    private final Desk desk;

    Reform(Desk desk) {
        this.desk = desk;
    }

    UUID merge(Actor actor, MergeUnits command) {
        var chart = desk.begin(command.on(), command.basis());
        if ((command.into() == null) == (command.fresh() == null))
            throw Refusal.input("merge-target", "未写入：没有说清并入哪里。请选一个现有单位，或填写新组建的单位，二者取一。");
        if (command.from().isEmpty()
                || (command.into() != null && command.from().contains(command.into())))
            throw Refusal.input("merge-from", "未写入：被并单位没有选，或与并入单位是同一个。请重新选择。");
        command.from().forEach(chart::requireUnit);
        var changes = new ArrayList<Change<OrgFact>>();
        UUID into = command.into() == null ? desk.fresh(Subject.Unit::new) : command.into();
        if (command.fresh() != null) {
            Units.named(command.fresh().name());
            changes.addAll(Units.founding(into, command.fresh(), List.copyOf(command.from()), Way.MERGED, command));
        } else chart.requireUnit(into);
        var work = new Work(chart, command.on(), command.basis());
        changes.addAll(work.children(command.from(), into));
        changes.addAll(work.posts(command, into));
        changes.addAll(work.numbers(command.from(), into));
        changes.addAll(work.authorities(command.from(), into));
        for (var from : command.from()) changes.addAll(work.ended(from, Way.MERGED, List.of(into)));
        desk.write(actor, changes, command.on());
        desk.announce(new UnitChanged.UnitsMerged(Set.copyOf(command.from()), into, command.on()));
        return into;
    }

    List<UUID> split(Actor actor, SplitUnit command) {
        var chart = desk.begin(command.on(), command.basis());
        var unit = chart.requireUnit(command.unit());
        if (command.parts().isEmpty() || (!command.stays() && command.parts().size() < 2))
            throw Refusal.input("split-parts", "未写入：原单位不保留时须分出至少两个单位，保留时至少一个。请补填分设单位。");
        var work = new Work(chart, command.on(), command.basis());
        var changes = new ArrayList<Change<OrgFact>>();
        var parts = new ArrayList<UUID>();
        var taken = new HashSet<UUID>();
        for (var part : command.parts()) {
            Units.named(part.is().name());
            var id = desk.fresh(Subject.Unit::new);
            parts.add(id);
            changes.addAll(Units.founding(id, part.is(), List.of(unit.id()), Way.SPLIT, command));
            changes.addAll(work.postsOfPart(unit, part.posts(), id, taken));
            for (var each : part.establishment())
                changes.add(Change.record(id, each, Span.since(command.on()), command.basis()));
        }
        if (command.stays()) changes.addAll(work.remainder(unit.id(), command.parts()));
        else {
            work.nothingLeft(unit, taken);
            changes.addAll(work.ended(unit.id(), Way.SPLIT, parts));
        }
        desk.write(actor, changes, command.on());
        desk.announce(new UnitChanged.UnitSplit(unit.id(), Set.copyOf(parts), command.stays(), command.on()));
        return parts;
    }

    void abolish(Actor actor, AbolishUnit command) {
        var chart = desk.begin(command.on(), command.basis());
        var unit = chart.requireUnit(command.unit());
        var work = new Work(chart, command.on(), command.basis());
        work.nothingLeft(unit, Set.of());
        desk.write(actor, work.ended(unit.id(), Way.ABOLISHED, List.of()), command.on());
        desk.announce(new UnitChanged.UnitAbolished(unit.id(), command.on()));
    }

    /** The changes that make up one reform. */
    private final class Work {

        private final Chart chart;
        private final PartialDate on;
        private final String basis;

        Work(Chart chart, PartialDate on, String basis) {
            this.chart = chart;
            this.on = on;
            this.basis = basis;
        }

        private Timeline line(UUID subject, Class<? extends OrgFact> kind) {
            return desk.timeline(subject, kind, on, basis);
        }

        List<Change<OrgFact>> children(Set<UUID> from, UUID into) {
            var changes = new ArrayList<Change<OrgFact>>();
            for (var unit : from)
                for (var child : chart.children(unit)) {
                    if (from.contains(child.id()) || child.id().equals(into)) continue;
                    changes.addAll(line(child.id(), UnitIs.class)
                            .change(UnitIs.class, is -> is.under(into, is.order()), is -> parentOf(is)));
                }
            return changes;
        }

        List<Change<OrgFact>> posts(MergeUnits command, UUID into) {
            var moved = command.from().stream()
                    .flatMap(each -> chart.postsIn(each).stream())
                    .filter(each -> !command.closing().contains(each.id()))
                    .toList();
            var staying = command.into() == null ? List.<Post>of() : chart.postsIn(into);
            boolean team = moved.stream().anyMatch(each -> each.is().team() != null);
            var changes = new ArrayList<Change<OrgFact>>();
            var teams = chart.teamsOf(into);
            @Nullable UUID target = teams.isEmpty() ? null : teams.getFirst().id();
            if (target == null && team) {
                target = desk.fresh(Subject.Team::new);
                changes.add(Change.record(target, new TeamIs(into, null, 0), Span.since(on), basis));
            }
            for (var post : moved) changes.addAll(carried(post, into, target, command.principal()));
            for (var closed : command.closing())
                changes.addAll(line(closed, PostIs.class).end());
            if (command.principal() != null) {
                for (var post : staying)
                    if (post.is().principal() != post.id().equals(command.principal()))
                        changes.addAll(principal(post, post.id().equals(command.principal())));
            }
            return changes;
        }

        private List<Change<OrgFact>> carried(Post post, UUID into, @Nullable UUID team, @Nullable UUID principal) {
            return line(post.id(), PostIs.class)
                    .change(
                            PostIs.class,
                            is -> is.in(into, is.team() == null ? null : team)
                                    .asPrincipal(
                                            principal == null
                                                    ? is.principal()
                                                    : post.id().equals(principal)),
                            PostIs::unit);
        }

        private List<Change<OrgFact>> principal(Post post, boolean principal) {
            return line(post.id(), PostIs.class)
                    .change(PostIs.class, is -> is.asPrincipal(principal), PostIs::principal);
        }

        /** 职数与编制：各单位之和，一个不少 */
        List<Change<OrgFact>> numbers(Set<UUID> from, UUID into) {
            Map<String, Establishment> sums = new LinkedHashMap<>();
            for (var unit : withTarget(from, into))
                for (var each : chart.establishment(unit)) sums.merge(each.slot(), each, this::plus);
            var changes = new ArrayList<Change<OrgFact>>();
            for (var sum : sums.values()) {
                if (chart.establishment(into).contains(sum)) continue;
                changes.addAll(desk.timeline(into, sum, on, basis).replace(sum));
            }
            Map<String, RankEstablishment> ranks = new LinkedHashMap<>();
            for (var unit : withTarget(from, into))
                for (var each : chart.rankEstablishment(unit)) ranks.merge(each.slot(), each, this::plus);
            for (var sum : ranks.values()) {
                if (chart.rankEstablishment(into).contains(sum)) continue;
                changes.addAll(desk.timeline(into, sum, on, basis).replace(sum));
            }
            var heads = withTarget(from, into).stream()
                    .flatMap(each -> chart.headcount(each).stream())
                    .toList();
            boolean more = from.stream().anyMatch(each -> chart.headcount(each).isPresent());
            if (more)
                changes.addAll(line(into, Headcount.class)
                        .replace(heads.stream().reduce(this::plus).orElseThrow()));
            var leaders = withTarget(from, into).stream()
                    .flatMap(each -> chart.leaderNumbers(each).stream())
                    .toList();
            if (from.stream().anyMatch(each -> chart.leaderNumbers(each).isPresent()))
                changes.addAll(line(into, LeaderNumbers.class)
                        .replace(leaders.stream().reduce(this::plus).orElseThrow()));
            return changes;
        }

        private Set<UUID> withTarget(Set<UUID> from, UUID into) {
            var all = new LinkedHashSet<UUID>();
            all.add(into);
            all.addAll(from);
            return all;
        }

        private Establishment plus(Establishment one, Establishment other) {
            return new Establishment(one.category(), one.level(), one.number() + other.number(), basis);
        }

        private RankEstablishment plus(RankEstablishment one, RankEstablishment other) {
            return new RankEstablishment(one.highest(), one.lowest(), one.number() + other.number(), basis);
        }

        private Headcount plus(Headcount one, Headcount other) {
            return new Headcount(
                    sum(one.administrative(), other.administrative()),
                    sum(one.civilManaged(), other.civilManaged()),
                    sum(one.institution(), other.institution()),
                    sum(one.workers(), other.workers()),
                    sum(one.politicalLegal(), other.politicalLegal()),
                    sum(one.other(), other.other()),
                    basis);
        }

        private LeaderNumbers plus(LeaderNumbers one, LeaderNumbers other) {
            return new LeaderNumbers(
                    sum(one.bureauChief(), other.bureauChief()),
                    sum(one.bureauDeputy(), other.bureauDeputy()),
                    sum(one.subBureau(), other.subBureau()),
                    sum(one.inner(), other.inner()),
                    basis);
        }

        private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
            if (one == null) return other;
            return other == null ? one : Integer.valueOf(one + other);
        }

        /** What the merged units managed, and whoever managed them, goes over to the unit they went into. */
        List<Change<OrgFact>> authorities(Set<UUID> from, UUID into) {
            var changes = new ArrayList<Change<OrgFact>>();
            var given = new HashSet<String>();
            chart.authorities(into).forEach(each -> given.add(into + each.slot()));
            chart.authorities().forEach((manager, all) -> {
                for (var each : all) {
                    boolean over = each.over() != null && from.contains(each.over());
                    if (!over && !from.contains(manager)) continue;
                    var to = over ? each.of(into) : each;
                    var by = from.contains(manager) ? into : manager;
                    if (over)
                        changes.addAll(desk.timeline(manager, each, on, basis).end());
                    if (chart.authorities(by).stream()
                            .anyMatch(had -> had.slot().equals(to.slot()))) continue;
                    if (given.add(by + to.slot())) changes.add(Change.record(by, to, Span.since(on), basis));
                }
            });
            return changes;
        }

        List<Change<OrgFact>> ended(UUID unit, Way way, List<UUID> successors) {
            var changes = new ArrayList<Change<OrgFact>>();
            for (var kind : List.of(
                    UnitIs.class,
                    UnitFact.Alias.class,
                    Establishment.class,
                    RankEstablishment.class,
                    Headcount.class,
                    LeaderNumbers.class,
                    UnitFact.Management.class)) changes.addAll(line(unit, kind).end());
            for (var own : chart.authorities(unit)) {
                if (own.over() != null && successors.size() == 1 && endedElsewhere(own, unit)) continue;
                changes.addAll(desk.timeline(unit, own, on, basis).end());
            }
            for (var team : chart.teamsOf(unit))
                changes.addAll(line(team.id(), TeamIs.class).end());
            changes.add(Change.record(unit, new Ended(way, successors, basis), Span.since(on), basis));
            return changes;
        }

        /** An authority over itself was already ended when it was handed on. */
        private boolean endedElsewhere(Manages own, UUID unit) {
            return unit.equals(own.over());
        }

        List<Change<OrgFact>> postsOfPart(Unit unit, Set<UUID> posts, UUID part, Set<UUID> taken) {
            var changes = new ArrayList<Change<OrgFact>>();
            @Nullable UUID team = null;
            for (var id : posts) {
                var post = chart.requirePost(id);
                if (!post.is().unit().equals(unit.id()) || !taken.add(id))
                    throw Refusal.input(
                            "post-elsewhere",
                            "未写入：职位“%s”不在“%s”，或已划给另一个分设单位。请重新勾选。"
                                    .formatted(post.is().fullTitle(), unit.called()));
                if (post.is().team() != null && team == null) {
                    team = desk.fresh(Subject.Team::new);
                    changes.add(Change.record(team, new TeamIs(part, null, 0), Span.since(on), basis));
                }
                changes.addAll(carried(post, part, team, null));
            }
            return changes;
        }

        /** What no part takes stays with the unit. */
        List<Change<OrgFact>> remainder(UUID unit, List<UnitCommand.Part> parts) {
            var changes = new ArrayList<Change<OrgFact>>();
            for (var had : chart.establishment(unit)) {
                int taken = parts.stream()
                        .flatMap(each -> each.establishment().stream())
                        .filter(each -> each.slot().equals(had.slot()))
                        .mapToInt(Establishment::number)
                        .sum();
                if (taken == 0) continue;
                if (taken > had.number())
                    throw Refusal.input(
                            "too-many",
                            "未写入：划出的%s职数 %d 名，多于原核定 %d 名。请核减划出数，或先调整核定职数。"
                                    .formatted(had.category().word(), taken, had.number()));
                var left = new Establishment(had.category(), had.level(), had.number() - taken, basis);
                changes.addAll(desk.timeline(unit, had, on, basis).replace(left));
            }
            return changes;
        }

        void nothingLeft(Unit unit, Set<UUID> taken) {
            var open = chart.postsIn(unit.id()).stream()
                    .filter(each -> !taken.contains(each.id()))
                    .toList();
            if (!open.isEmpty())
                throw Refusal.input(
                        "open-posts",
                        "未写入：“%s”还有 %d 个职位未撤销或划转（%s 等）。请先逐一撤销，或改办合并、分设。"
                                .formatted(
                                        unit.called(),
                                        open.size(),
                                        open.getFirst().is().fullTitle()));
            var below = chart.children(unit.id());
            if (!below.isEmpty())
                throw Refusal.input(
                        "open-children",
                        "未写入：“%s”还有 %d 个下级单位（%s 等）。请先调整它们的隶属关系。"
                                .formatted(
                                        unit.called(),
                                        below.size(),
                                        below.getFirst().called()));
        }

        private static Object parentOf(UnitIs is) {
            return java.util.Optional.ofNullable(is.parent());
        }
    }
}
