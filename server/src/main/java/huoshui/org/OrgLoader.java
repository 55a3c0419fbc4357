package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Ids;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.Subjects;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.OrgDescription.PostRow;
import huoshui.org.OrgDescription.UnitRow;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.TeamFact.Term;
import huoshui.org.fact.UnitFact.Alias;
import huoshui.org.fact.UnitFact.Ended;
import huoshui.org.fact.UnitFact.Formed;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in a whole organization in one act; what stands already is left as it is and named. 机构整批录入 */
@Component
public class OrgLoader {

    private final Organization organization;
    private final OrgLedger ledger;
    private final Subjects subjects;
    private final Acts acts;

    OrgLoader(Organization organization, OrgLedger ledger, Subjects subjects, Acts acts) {
        this.organization = organization;
        this.ledger = ledger;
        this.subjects = subjects;
        this.acts = acts;
    }

    /**
     * What became of a description.
     *
     * @param units ids by code, those that stood already too
     * @param teams ids by code of their unit
     * @param differing codes of units that stand already under another name, kind, level or parent; nothing was written
     *     about them
     */
    public record Loaded(
            Map<String, UUID> units,
            Map<String, UUID> posts,
            Map<String, UUID> teams,
            int written,
            List<String> differing) {}

    /**
     * @throws Refusal naming the code that is missing or used twice, or what would be unsound; then nothing is written
     */
    @Transactional
    public Loaded load(Actor actor, OrgDescription description, String basis) {
        acts.begin();
        var work = new Work(organization.now(), basis);
        work.units(description.units());
        description.units().forEach(work::unit);
        description.reforms().forEach(work::reform);
        description.posts().forEach(work::post);
        description.terms().forEach(work::term);
        description.authorities().forEach(work::authority);
        subjects.register(work.fresh);
        if (!work.changes.isEmpty()) {
            ledger.write(actor, work.changes);
            Soundness.check(organization.now());
        }
        return new Loaded(work.units, work.posts, work.teams, work.changes.size(), work.differing);
    }

    /**
     * Takes units out again that came in by mistake: only those of which nothing but their coming in is known, below which
     * nothing stands, over which nothing reaches and which nobody uses.
     *
     * @param used whether something outside the organization rests on it
     * @return those that went
     */
    @Transactional
    public Set<UUID> unload(Actor actor, Collection<UUID> units, Predicate<UUID> used) {
        acts.begin();
        var chart = organization.now();
        var gone = new LinkedHashSet<UUID>();
        boolean more = true;
        while (more) {
            more = false;
            for (var unit : units) {
                if (gone.contains(unit) || !alone(unit, chart, gone) || used.test(unit)) continue;
                more |= gone.add(unit);
            }
        }
        var changes = gone.stream()
                .flatMap(each -> organization.history(each).stream())
                .map(Change::supersede)
                .toList();
        if (!changes.isEmpty()) {
            ledger.write(actor, changes);
            Soundness.check(organization.now());
        }
        return gone;
    }

    private boolean alone(UUID unit, Chart chart, Set<UUID> gone) {
        var lines = organization.history(unit);
        boolean untouched = !lines.isEmpty()
                && lines.stream().allMatch(each -> each.superseded() == null && !each.erased())
                && lines.stream().map(Fact::known).distinct().count() == 1;
        boolean bare = chart.unit(unit).isPresent()
                && chart.postsIn(unit).isEmpty()
                && chart.teamsOf(unit).isEmpty()
                && chart.children(unit).stream().allMatch(each -> gone.contains(each.id()));
        return untouched
                && bare
                && chart.authorities().values().stream()
                        .flatMap(List::stream)
                        .noneMatch(each -> unit.equals(each.over()));
    }

    /** One load on its way. */
    private final class Work {

        private final Chart chart;
        private final String basis;
        private final Map<String, UUID> units = new LinkedHashMap<>();
        private final Map<String, UUID> posts = new LinkedHashMap<>();
        private final Map<String, UUID> teams = new LinkedHashMap<>();
        private final Map<String, UnitRow> rows = new HashMap<>();
        private final List<Subject> fresh = new ArrayList<>();
        private final List<String> differing = new ArrayList<>();
        private final List<Change<OrgFact>> changes = new ArrayList<>();
        private final Map<String, Formed> formed = new HashMap<>();
        private final Map<String, Ended> ended = new HashMap<>();

        Work(Chart chart, String basis) {
            this.chart = chart;
            this.basis = basis;
            organization.everCoded(chart.at().known()).forEach(units::put);
            // Whoever has no code is called by its number.
            chart.units().forEach(each -> {
                if (each.is().code() == null) units.put(each.id().toString(), each.id());
            });
            chart.posts().forEach(each -> {
                if (each.is().code() != null) posts.put(each.is().code(), each.id());
            });
            chart.teams()
                    .forEach(each -> chart.unit(each.is().unit())
                            .map(unit -> unit.is().code())
                            .ifPresent(code -> teams.put(code, each.id())));
        }

        void units(List<UnitRow> all) {
            for (var row : all) {
                if (row.names().isEmpty())
                    throw Refusal.input("no-name", "未写入：机构编码 %s 没有名称。请补上名称后重新导入。".formatted(row.code()));
                if (units.containsKey(row.code())) {
                    stands(row);
                    continue;
                }
                if (rows.put(row.code(), row) != null)
                    throw Refusal.input("same-code", "未写入：机构编码 %s 出现两次。请去掉重复的一行。".formatted(row.code()));
            }
            rows.keySet().forEach(code -> units.put(code, fresh(Subject.Unit::new)));
        }

        private void stands(UnitRow row) {
            var unit = chart.unit(units.get(row.code()));
            if (unit.isEmpty() || row.abolished() != null) return;
            var is = unit.get().is();
            var parent = row.parent() == null ? null : units.get(row.parent());
            boolean same = is.name().equals(row.names().getLast().name())
                    && is.kind() == row.kind()
                    && (row.level() == null || row.level() == is.level())
                    && Objects.equals(parent, is.parent());
            if (!same) differing.add(row.code());
        }

        private UUID fresh(Function<UUID, Subject> kind) {
            var id = Ids.next();
            fresh.add(kind.apply(id));
            return id;
        }

        void unit(UnitRow row) {
            if (rows.get(row.code()) != row) return;
            var id = unit(row.code(), row.code());
            var parent = row.parent() == null ? null : unit(row.parent(), row.code());
            var whole = whole(row);
            for (int i = 0; i < row.names().size(); i++) {
                var next = i + 1 < row.names().size() ? row.names().get(i + 1).from() : null;
                var from = i == 0 ? null : row.names().get(i).from();
                var span = part(whole, from, next);
                if (span != null) record(id, is(row, row.names().get(i), parent), span);
            }
            for (var alias : row.aliases()) record(id, new Alias(alias), whole);
            for (var each : row.establishment()) record(id, each, whole);
            for (var each : row.rankEstablishment()) record(id, each, whole);
            if (row.headcount() != null) record(id, row.headcount(), whole);
            if (row.leaders() != null) record(id, row.leaders(), whole);
            if (row.management() != null) record(id, row.management(), whole);
        }

        private static Span whole(UnitRow row) {
            var begin = row.founded() == null ? row.evidenced() : row.founded();
            var end = row.abolished();
            return new Span(
                    begin.firstDay(),
                    end == null ? null : end.firstDay(),
                    row.founded() == null ? Precision.UNKNOWN : begin.precision(),
                    end == null ? Precision.UNKNOWN : end.precision());
        }

        private static @Nullable Span part(Span whole, @Nullable PartialDate from, @Nullable PartialDate to) {
            var begin = from == null || from.firstDay().isBefore(whole.from()) ? whole.from() : from.firstDay();
            var end = to == null ? whole.to() : to.firstDay();
            if (end != null && whole.to() != null && end.isAfter(whole.to())) end = whole.to();
            if (end != null && !begin.isBefore(end)) return null;
            return new Span(
                    begin,
                    end,
                    from == null || begin.equals(whole.from()) ? whole.start() : from.precision(),
                    to == null || end == null ? whole.end() : to.precision());
        }

        private UnitIs is(UnitRow row, OrgDescription.Name name, @Nullable UUID parent) {
            return new UnitIs(
                    name.name(),
                    name.shortName(),
                    row.code(),
                    row.kind(),
                    row.level(),
                    parent,
                    row.order(),
                    row.legalPerson(),
                    row.area(),
                    row.affiliation(),
                    row.category(),
                    row.creditCode(),
                    row.civilManaged(),
                    row.remark());
        }

        void reform(OrgDescription.Reform reform) {
            var from = reform.from().stream()
                    .map(code -> unit(code, reform.document()))
                    .toList();
            var to = reform.to().stream()
                    .map(code -> unit(code, reform.document()))
                    .toList();
            for (var code : reform.from()) {
                var row = rows.get(code);
                if (row == null || row.abolished() == null) continue;
                if (ended.putIfAbsent(code, new Ended(reform.way(), to, reform.document())) == null)
                    record(unit(code, code), ended.get(code), Span.since(reform.on()));
            }
            for (var code : reform.to()) {
                var row = rows.get(code);
                if (row == null || row.founded() == null || reform.from().contains(code)) continue;
                if (!row.founded().firstDay().equals(reform.on().firstDay())) continue;
                if (formed.putIfAbsent(code, new Formed(reform.way(), from, reform.document())) == null)
                    record(unit(code, code), formed.get(code), Span.since(reform.on()));
            }
        }

        void post(PostRow row) {
            if (posts.containsKey(row.code())) return;
            var id = fresh(Subject.Post::new);
            posts.put(row.code(), id);
            var whole = new Span(
                    row.opened().firstDay(),
                    row.closed() == null ? null : row.closed().firstDay(),
                    row.opened().precision(),
                    row.closed() == null ? Precision.UNKNOWN : row.closed().precision());
            var places = new ArrayList<OrgDescription.Moved>();
            places.add(new OrgDescription.Moved(row.opened(), row.unit()));
            places.addAll(row.moved());
            for (int i = 0; i < places.size(); i++) {
                var next = i + 1 < places.size() ? places.get(i + 1).from() : null;
                var span = part(whole, i == 0 ? null : places.get(i).from(), next);
                if (span != null) record(id, is(row, places.get(i).unit()), span);
            }
        }

        private PostIs is(PostRow row, String unit) {
            return new PostIs(
                    unit(unit, row.code()),
                    row.title(),
                    row.partyTitle(),
                    row.section(),
                    row.inTeam() ? team(unit) : null,
                    row.category(),
                    row.level(),
                    row.leading(),
                    row.principal(),
                    row.tier(),
                    row.weight(),
                    List.copyOf(row.functions()),
                    row.qualification(),
                    row.seats(),
                    row.order(),
                    row.counted(),
                    row.management(),
                    row.termed(),
                    row.elected(),
                    row.code());
        }

        private UUID team(String unit) {
            return teams.computeIfAbsent(unit, code -> {
                var id = fresh(Subject.Team::new);
                var row = rows.get(code);
                var span = row == null ? Span.evidenced(chart.at().valid()) : whole(row);
                record(id, new TeamIs(unit(code, code), null, row == null ? 0 : row.order()), span);
                return id;
            });
        }

        void term(OrgDescription.TermRow row) {
            unit(row.unit(), row.unit());
            var team = teams.get(row.unit());
            if (team == null)
                throw Refusal.input("no-team-of-term", "未写入：机构 %s 有届期而没有班子。请先列出进班子的职位。".formatted(row.unit()));
            var known = organization.line(team, chart.at().known()).stream()
                    .anyMatch(each -> each.content() instanceof Term
                            && each.valid().from().equals(row.from().firstDay()));
            if (!known) record(team, new Term(row.ordinal(), row.due()), Span.between(row.from(), row.until()));
        }

        void authority(OrgDescription.AuthorityRow row) {
            var manager = unit(row.manager(), row.manager());
            var over = row.over() == null ? null : unit(row.over(), row.manager());
            var manages = new Manages(over, row.subtree(), List.copyOf(row.categories()), row.mode());
            if (chart.authorities(manager).contains(manages)) return;
            record(manager, manages, Span.between(row.from(), row.to()));
        }

        private UUID unit(String code, String asker) {
            var id = units.get(code);
            if (id == null)
                throw Refusal.input("no-code", "未写入：%s 提到的机构编码 %s 不在其中。请补上该机构，或更正编码。".formatted(asker, code));
            return id;
        }

        private void record(UUID subject, OrgFact body, Span span) {
            changes.add(Change.record(subject, body, span, basis));
        }
    }
}
