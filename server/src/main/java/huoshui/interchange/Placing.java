package huoshui.interchange;

import huoshui.access.ManagementCategory;
import huoshui.access.Sight;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.interchange.form.Problem;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Post;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of an import would put somebody where this account does not lead: into a unit or a seat, under a category, into
 * somebody's custody. A post comes in by its words and is tied to neither; the rest is not written. What the dossier has so
 * already stays so. 挂接范围
 */
final class Placing {

    /** What may be written, and what is said of the rest. */
    record Placed(List<Change<FactBody>> changes, List<Problem> problems) {}

    private final Sight sight;
    private final Chart chart;
    private final Set<UUID> founded;
    private final List<Fact<FactBody>> current;
    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    private Placing(Sight sight, Chart chart, Set<UUID> founded, List<Fact<FactBody>> current, LocalDate today) {
        this.sight = sight;
        this.chart = chart;
        this.founded = founded;
        this.current = current.stream().filter(each -> !each.erased()).toList();
        this.today = today;
    }

    /**
     * @param chart drawn only where something would place somebody
     * @param founded units that this run itself founded, which nobody's sight knows yet
     */
    static Placed within(
            Sight sight,
            Supplier<Chart> chart,
            Set<UUID> founded,
            List<Fact<FactBody>> current,
            List<Change<FactBody>> changes,
            LocalDate today) {
        if (sight.leadsEverything() || changes.stream().noneMatch(Placing::places))
            return new Placed(changes, List.of());
        return new Placing(sight, chart.get(), founded, current, today).placed(changes);
    }

    private static boolean places(Change<FactBody> change) {
        return change instanceof Change.Record<FactBody> one
                && switch (one.body()) {
                    case PostHeld post -> post.matched();
                    case Custody custody -> custody.unit() != null;
                    case Managed managed -> true;
                    default -> false;
                };
    }

    private Placed placed(List<Change<FactBody>> all) {
        var changes = new ArrayList<Change<FactBody>>();
        for (var change : all)
            changes.add(
                    change instanceof Change.Record<FactBody> one && one.body() instanceof PostHeld post
                            ? new Change.Record<>(
                                    one.id(),
                                    one.subject(),
                                    tied(post, one.valid().to()),
                                    one.valid(),
                                    one.basis())
                            : change);
        if (bodies(changes, Custody.class).anyMatch(this::elsewhere)) without(changes, "custody");
        var units = units(changes);
        if (bodies(changes, Managed.class).anyMatch(each -> beyond(each, units))) without(changes, "managed");
        return new Placed(changes, List.copyOf(problems));
    }

    private PostHeld tied(PostHeld post, @Nullable LocalDate until) {
        boolean over = until != null && !until.isAfter(today);
        var unit = post.unit();
        boolean unitFree = unit == null || over || leads(unit) || was(each -> unit.equals(each.unit()));
        var seat = post.post();
        var of = chart.post(seat).map(Post::is).map(each -> each.unit()).orElse(unit);
        boolean seatFree = seat == null || of != null && leads(of) || was(each -> seat.equals(each.post()));
        if (unitFree && seatFree) return post;
        var called = chart.unit(unitFree ? of : unit).map(each -> each.called()).orElse("该单位");
        problems.add(Problem.warning(
                "currentPost",
                "post.not-led",
                "任职“%s”：“%s”不由您单位主管，任职照录，暂不挂接到%s；请转主管单位挂接。"
                        .formatted(post.text(), called, unitFree ? "其职位" : "该单位和职位")));
        return post.matchedTo(unitFree ? unit : null, seatFree && unitFree ? seat : null);
    }

    private boolean leads(UUID unit) {
        return founded.contains(unit)
                || chart.heirs(unit).stream().anyMatch(each -> founded.contains(each) || sight.leadsPeopleOf(each));
    }

    private boolean was(java.util.function.Predicate<PostHeld> so) {
        return current.stream().anyMatch(each -> each.content() instanceof PostHeld post && so.test(post));
    }

    private boolean elsewhere(Custody custody) {
        var unit = custody.unit();
        if (unit == null || leads(unit) || held(Custody.class).anyMatch(each -> unit.equals(each.unit()))) return false;
        problems.add(Problem.warning(
                "custody",
                "custody.not-led",
                "管档单位“%s”不由您单位主管：此项未写入；请转主管单位办理。"
                        .formatted(
                                chart.unit(unit).map(each -> each.called()).orElse(String.valueOf(custody.text())))));
        return true;
    }

    private boolean beyond(Managed managed, Set<UUID> units) {
        var category = ManagementCategory.of(managed.category()).orElse(null);
        if (category == null || held(Managed.class).anyMatch(managed::equals)) return false;
        boolean led = sight.changesCadre(null, category) || units.stream().anyMatch(each -> leads(each, category));
        if (!led)
            problems.add(Problem.warning(
                    "managed", "managed.not-led", "管理类别“%s”不在您单位主管之列：此项未写入；请转主管单位认定。".formatted(category.word())));
        return !led;
    }

    private boolean leads(UUID unit, ManagementCategory category) {
        return sight.changesCadre(unit, category)
                || founded.contains(unit)
                        && chart.ancestors(unit).stream().anyMatch(each -> sight.changesCadre(each.id(), category));
    }

    /** Where somebody is placed once this is written. */
    private Set<UUID> units(List<Change<FactBody>> changes) {
        var units = new HashSet<UUID>();
        for (var each : Held.after(current, changes)) {
            if (!each.valid().covers(today)) continue;
            if (each.body() instanceof PostHeld post && post.unit() != null) units.add(post.unit());
            if (each.body() instanceof Custody custody && custody.unit() != null) units.add(custody.unit());
        }
        if (units.isEmpty() && sight.home() != null) units.add(Objects.requireNonNull(sight.home()));
        return units;
    }

    private <F extends FactBody> Stream<F> held(Class<F> type) {
        return current.stream().map(Fact::content).filter(type::isInstance).map(type::cast);
    }

    private static <F extends FactBody> Stream<F> bodies(List<Change<FactBody>> changes, Class<F> type) {
        return changes.stream()
                .filter(each -> each instanceof Change.Record<FactBody>)
                .map(each -> ((Change.Record<FactBody>) each).body())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private void without(List<Change<FactBody>> changes, String kind) {
        var gone = new HashSet<UUID>();
        current.stream().filter(each -> each.kind().equals(kind)).forEach(each -> gone.add(each.id()));
        changes.removeIf(each -> switch (each) {
            case Change.Record<FactBody> one ->
                kind.equals("custody") ? one.body() instanceof Custody : one.body() instanceof Managed;
            case Change.Supersede<FactBody> one -> gone.contains(one.fact());
        });
    }
}
