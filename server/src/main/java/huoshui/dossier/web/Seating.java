package huoshui.dossier.web;

import huoshui.access.Sight;
import huoshui.access.Sights;
import huoshui.dossier.Holders;
import huoshui.dossier.Holders.Holding;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Staffing;
import huoshui.org.Staffing.Seated;
import huoshui.org.fact.OrgFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts people into seats: who sits, what is empty since when, who sat there before. 任职与空缺 */
@Component
class Seating {

    private final Holders holders;
    private final Organization organization;
    private final Sights sights;

    Seating(Holders holders, Organization organization, Sights sights) {
        this.holders = holders;
        this.organization = organization;
        this.sights = sights;
    }

    /**
     * A stretch of a seat: somebody in it, or nobody.
     *
     * @param person null when empty, and when out of sight
     * @param hidden somebody sits there who is out of sight
     */
    record Stretch(
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable PartialDate since,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String text,
            boolean hidden,
            boolean empty) {}

    /** What is known of who holds and held these posts. */
    Map<UUID, List<Holding>> ever(Collection<UUID> posts, long known) {
        return holders.ever(posts, known).stream()
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(each.held().post())));
    }

    /** Whoever holds any seat on that day, by post. */
    Map<UUID, List<Holding>> everywhere(AsOf at) {
        return holders.all(at).stream()
                .collect(Collectors.groupingBy(
                        each -> Objects.requireNonNull(each.held().post())));
    }

    static List<Holding> on(List<Holding> held, LocalDate day) {
        return held.stream().filter(each -> each.span().covers(day)).toList();
    }

    /** 核定、实配、空缺、超配 of a unit. */
    static Staffing staffing(Chart chart, UUID unit, Map<UUID, List<Holding>> holding) {
        var seated = new ArrayList<Seated>();
        for (var post : chart.postsIn(unit)) {
            if (!post.is().counted()) continue;
            for (var each :
                    on(holding.getOrDefault(post.id(), List.of()), chart.at().valid()))
                seated.add(new Seated(
                        each.person(), post.is().category(), post.is().level()));
        }
        return Staffing.of(chart.establishment(unit), seated);
    }

    /** Since when a post has nobody in it; null while somebody is. */
    @Nullable
    LocalDate emptySince(Post post, List<Holding> held, AsOf at) {
        if (!on(held, at.valid()).isEmpty()) return null;
        return held.stream()
                .map(each -> each.span().to())
                .filter(end -> end != null && !end.isAfter(at.valid()))
                .max(Comparator.naturalOrder())
                .orElseGet(() -> opened(post.id(), at));
    }

    /** First day on which the post was there. */
    LocalDate opened(UUID post, AsOf at) {
        return organization.line(post, at.known()).stream()
                .map(Fact<OrgFact>::valid)
                .map(span -> span.from())
                .min(Comparator.naturalOrder())
                .orElse(at.valid());
    }

    /** Every stretch of a post from its opening to the day, newest last; those shorter than a month between two people are left out. */
    List<Stretch> stretches(Sight sight, Post post, List<Holding> held, Map<UUID, String> names, AsOf at) {
        var all = new ArrayList<Stretch>();
        var reached = opened(post.id(), at);
        for (var each : held) {
            var from = each.span().from();
            if (from.isAfter(at.valid())) continue;
            if (reached.plusDays(27).isBefore(from)) all.add(empty(reached, from));
            all.add(taken(sight, each, names, at.valid()));
            var to = each.span().to();
            if (to == null || to.isAfter(at.valid())) reached = at.valid().plusDays(1);
            else if (to.isAfter(reached)) reached = to;
        }
        if (!reached.isAfter(at.valid())) all.add(empty(reached, null));
        return all;
    }

    private static Stretch empty(LocalDate from, @Nullable LocalDate to) {
        return new Stretch(from, to, null, null, null, null, false, true);
    }

    private Stretch taken(Sight sight, Holding each, Map<UUID, String> names, LocalDate day) {
        boolean seen = sees(sight, each.person());
        var to = each.span().to();
        return new Stretch(
                each.span().from(),
                to == null || to.isAfter(day) ? null : to,
                each.span().firstDate(),
                seen ? each.person() : null,
                seen ? names.get(each.person()) : null,
                seen ? each.held().text() : null,
                !seen,
                false);
    }

    boolean sees(Sight sight, UUID person) {
        return sights.sees(sight, person);
    }

    Map<UUID, String> names(Collection<Holding> held, long known) {
        return holders.names(held.stream().map(Holding::person).distinct().toList(), known);
    }

    /** People recorded in a unit without a seat that is known. 未挂接职位 */
    List<Holding> unseated(UUID unit, AsOf at) {
        return holders.in(List.of(unit), at).stream()
                .filter(each -> each.held().post() == null)
                .toList();
    }
}
