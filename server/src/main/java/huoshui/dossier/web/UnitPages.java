package huoshui.dossier.web;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.access.SignedIn;
import huoshui.dossier.city.City.Holding;
import huoshui.dossier.web.OrgLines.Coded;
import huoshui.dossier.web.OrgLines.HistoryLine;
import huoshui.dossier.web.OrgLines.Named;
import huoshui.dossier.web.OrgLines.Number;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Unit;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.UnitFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of units, and one unit with its posts, numbers and history. 机构与职数 */
@RestController
@RequestMapping("/api/v1/units")
class UnitPages {

    private final Organization organization;
    private final Seating seating;
    private final OrgLines lines;

    UnitPages(Organization organization, Seating seating, OrgLines lines) {
        this.organization = organization;
        this.seating = seating;
        this.lines = lines;
    }

    /**
     * A unit in the tree.
     *
     * @param parent null at the top of what is in sight
     */
    record Line(
            UUID id,
            String name,
            String fullName,
            Coded kind,
            @Nullable Coded level,
            @Nullable UUID parent,
            int depth,
            int posts,
            @Nullable Integer approved,
            int actual,
            @Nullable Integer vacant,
            @Nullable Integer excess) {}

    record Tree(LocalDate asof, long known, List<Line> units) {}

    /** @param emptySince null while somebody holds it, and where it is not known */
    record PostLine(
            UUID id,
            String title,
            String category,
            String categoryWord,
            @Nullable Coded level,
            boolean principal,
            boolean inTeam,
            boolean counted,
            @Nullable String tier,
            @Nullable Coded management,
            List<String> functions,
            List<HolderLine> holders,
            boolean empty,
            @Nullable LocalDate emptySince) {}

    /** @param person null when out of sight */
    record HolderLine(
            @Nullable UUID person,
            @Nullable String name,
            @Nullable PartialDate since,
            @Nullable String text) {}

    record AuthorityLine(UUID fact, Named manager, String text, Manages manages) {}

    record Management(@Nullable Coded leading, @Nullable Coded others, UnitFact.@Nullable Management own) {}

    /** @param ranks in words: 一级调研员至四级调研员 */
    record RankNumber(
            Rank highest,
            Rank lowest,
            String ranks,
            int number,
            @Nullable String document) {

        static RankNumber of(UnitFact.RankEstablishment is) {
            return new RankNumber(is.highest(), is.lowest(), is.ranks(), is.number(), is.document());
        }
    }

    record Sheet(
            UUID id,
            LocalDate asof,
            String path,
            List<Named> ancestors,
            UnitFact.UnitIs unit,
            Coded kind,
            @Nullable Coded level,
            @Nullable PartialDate since,
            List<String> aliases,
            List<Named> teams,
            List<Named> children,
            List<Named> predecessors,
            UnitFact.@Nullable Formed formed,
            List<Number> establishment,
            @Nullable Integer approved,
            int actual,
            @Nullable Integer vacant,
            @Nullable Integer excess,
            List<UnitFact.Establishment> numbers,
            UnitFact.@Nullable Headcount headcount,
            List<RankNumber> rankNumbers,
            List<PostLine> posts,
            List<HolderLine> unseated,
            Management management,
            List<AuthorityLine> manages,
            List<HistoryLine> history,
            boolean mayChange,
            boolean mayErase,
            boolean mayGrant) {}

    @SignedIn
    @GetMapping
    Tree tree(AsOf at, Signed signed, @RequestParam(defaultValue = "false") boolean counts) {
        var chart = organization.at(at);
        Map<UUID, List<Holding>> holding = counts ? seating.everywhere(chart, at) : Map.of();
        var seen = new ArrayList<Line>();
        for (var root : chart.roots())
            for (var unit : chart.subtree(root.id()))
                if (signed.sight().seesUnit(unit.id())) seen.add(line(chart, unit, signed, holding));
        return new Tree(at.valid(), at.known(), seen);
    }

    private static Line line(Chart chart, Unit unit, Signed signed, Map<UUID, List<Holding>> holding) {
        var above = chart.ancestors(unit.id()).stream()
                .filter(each -> signed.sight().seesUnit(each.id()))
                .toList();
        var staffing = Seating.staffing(chart, unit.id(), holding);
        var level = unit.is().level();
        return new Line(
                unit.id(),
                unit.called(),
                unit.is().name(),
                new Coded(unit.is().kind().name(), unit.is().kind().word()),
                level == null ? null : new Coded(level.name(), level.word()),
                above.isEmpty() ? null : above.getLast().id(),
                above.size(),
                chart.postsIn(unit.id()).size(),
                staffing.approved(),
                staffing.actual(),
                staffing.vacant(),
                staffing.excess());
    }

    @SignedIn
    @GetMapping("/{id}")
    Sheet one(@PathVariable UUID id, AsOf at, Signed signed) {
        if (!signed.sight().seesUnit(id)) throw unseen();
        var chart = organization.at(at);
        var unit = standing(chart, id);
        var posts = chart.postsIn(id);
        var held = seating.ever(posts.stream().map(Post::id).toList(), at);
        var unseated = seating.unseated(id, at);
        var staffing = Seating.staffing(chart, id, held);
        var is = unit.is();
        boolean people = signed.sight().may(Right.READ_PEOPLE);
        return new Sheet(
                id,
                at.valid(),
                chart.path(id),
                chart.ancestors(id).stream()
                        .filter(each -> signed.sight().seesUnit(each.id()))
                        .map(each -> new Named(each.id(), each.called()))
                        .toList(),
                is,
                new Coded(is.kind().name(), is.kind().word()),
                is.level() == null
                        ? null
                        : new Coded(is.level().name(), is.level().word()),
                unit.span().firstDate(),
                chart.aliases(id),
                chart.teamsOf(id).stream()
                        .map(each -> new Named(each.id(), chart.nameOf(each)))
                        .toList(),
                chart.children(id).stream()
                        .filter(each -> signed.sight().seesUnit(each.id()))
                        .map(each -> new Named(each.id(), each.called()))
                        .toList(),
                chart.origins(id).stream()
                        .map(each -> lines.everNamed(each, at.known()))
                        .toList(),
                chart.formed(id).orElse(null),
                OrgLines.numbers(staffing),
                staffing.approved(),
                staffing.actual(),
                staffing.vacant(),
                staffing.excess(),
                chart.establishment(id),
                chart.headcount(id).orElse(null),
                chart.rankEstablishment(id).stream().map(RankNumber::of).toList(),
                posts.stream()
                        .map(each -> post(chart, each, held.getOrDefault(each.id(), List.of()), signed, at))
                        .toList(),
                people ? unseated.stream().map(each -> holder(each, signed)).toList() : List.of(),
                management(chart, id),
                authorities(chart, id, signed),
                lines.history(id, chart),
                signed.sight().changesUnit(id),
                signed.sight().erasesOf(id),
                signed.sight().may(Right.MANAGE_AUTHORITY));
    }

    private Unit standing(Chart chart, UUID id) {
        var unit = chart.unit(id);
        if (unit.isPresent()) return unit.get();
        var heirs = chart.heirs(id).stream()
                .map(each -> OrgLines.named(chart, each))
                .toList();
        var name = lines.everNamed(id, chart.at().known()).name();
        if (name.isEmpty()) throw unseen();
        var next = heirs.isEmpty()
                ? "请另选日期查看。"
                : "现由“%s”承接，可改看该单位，或另选日期。".formatted(heirs.getFirst().name());
        throw new Refusal(
                Refusal.Sort.ABSENT,
                "unit-not-standing",
                "“%s”在 %s 不存在。".formatted(name, chart.at().valid()) + next,
                Map.of("name", name, "heirs", heirs));
    }

    static Refusal unseen() {
        return Refusal.absent("no-unit", "未找到：该单位不存在，或不在您的管理范围内。请在机构树中另选。");
    }

    private PostLine post(Chart chart, Post post, List<Holding> held, Signed signed, AsOf at) {
        var is = post.is();
        return new PostLine(
                post.id(),
                is.fullTitle(),
                is.category().name(),
                is.category().word(),
                is.level() == null
                        ? null
                        : new Coded(is.level().name(), is.level().title()),
                is.principal(),
                is.team() != null,
                is.counted(),
                is.tier() == null ? null : is.tier().word(),
                OrgLines.category(chart.categoryOf(post).orElse(null)),
                is.functions(),
                Seating.on(held, at.valid()).stream()
                        .map(each -> holder(each, signed))
                        .toList(),
                Seating.on(held, at.valid()).isEmpty(),
                seating.emptySince(post, held, at));
    }

    private HolderLine holder(Holding held, Signed signed) {
        if (!seating.sees(signed.sight(), held.person())) return new HolderLine(null, null, null, null);
        return new HolderLine(
                held.person().id(),
                held.person().who().name(),
                held.held().valid().firstDate(),
                held.held().post().text());
    }

    private static Management management(Chart chart, UUID unit) {
        return new Management(
                OrgLines.category(chart.categoryIn(unit, true).orElse(null)),
                OrgLines.category(chart.categoryIn(unit, false).orElse(null)),
                chart.managementOf(unit).orElse(null));
    }

    private List<AuthorityLine> authorities(Chart chart, UUID unit, Signed signed) {
        var all = new ArrayList<AuthorityLine>();
        var covering =
                new ArrayList<>(chart.ancestors(unit).stream().map(Unit::id).toList());
        chart.authorityFacts()
                .forEach((manager, facts) -> facts.forEach((fact, manages) -> {
                    var over = manages.over();
                    boolean about = manager.equals(unit)
                            || over == null
                            || over.equals(unit)
                            || (manages.subtree() && covering.contains(over));
                    if (about && signed.sight().seesUnit(manager))
                        all.add(new AuthorityLine(
                                fact, OrgLines.named(chart, manager), lines.text(manages, chart), manages));
                }));
        return all;
    }
}
