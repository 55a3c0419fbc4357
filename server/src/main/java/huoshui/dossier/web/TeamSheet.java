package huoshui.dossier.web;

import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.city.City.Holding;
import huoshui.dossier.web.MemberCards.Member;
import huoshui.dossier.web.OrgLines.Coded;
import huoshui.dossier.web.OrgLines.HistoryLine;
import huoshui.dossier.web.OrgLines.Named;
import huoshui.dossier.web.OrgLines.Number;
import huoshui.dossier.web.Seating.Stretch;
import huoshui.dossier.web.Structure.Figure;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Post;
import huoshui.org.Team;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.TeamFact.Target;
import huoshui.org.fact.TeamFact.Targets;
import huoshui.org.fact.TeamFact.Term;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws one team: seats with people, numbers, make-up against targets, the seats' past, and another day beside it. 班子一览 */
@Component
class TeamSheet {

    private final Organization organization;
    private final Seating seating;
    private final MemberCards cards;
    private final Experiences experiences;
    private final OrgLines lines;

    TeamSheet(Organization organization, Seating seating, MemberCards cards, Experiences experiences, OrgLines lines) {
        this.organization = organization;
        this.seating = seating;
        this.cards = cards;
        this.experiences = experiences;
        this.lines = lines;
    }

    /**
     * One seat.
     *
     * @param seats how many may sit in the post
     * @param person null when empty, or {@code hidden} out of sight
     * @param months in this post; null where the beginning is not known
     * @param emptySince null while somebody is in it, and where it is not known
     * @param before who was in it last
     */
    record Seat(
            UUID post,
            String title,
            String category,
            int seats,
            boolean principal,
            @Nullable Member person,
            boolean hidden,
            @Nullable String text,
            @Nullable PartialDate since,
            @Nullable Long months,
            boolean empty,
            @Nullable LocalDate emptySince,
            @Nullable Stretch before) {}

    /** A seat's past. */
    record Row(UUID post, String title, LocalDate opened, List<Stretch> stretches) {}

    /** The team on another day. */
    record Compared(
            LocalDate day, boolean standing, List<Seat> seats, List<Figure> structure, List<Number> establishment) {}

    /**
     * A term the team is or was in.
     *
     * @param until when the next began; null while it lasts
     * @param months to its end by rule, below zero once past; null where it is over, or known by year only
     * @param running whether it is the one of the day asked about
     */
    record TermLine(
            UUID fact,
            String words,
            @Nullable Integer ordinal,
            LocalDate from,
            @Nullable LocalDate until,
            PartialDate due,
            @Nullable Long months,
            boolean running) {}

    record Sheet(
            UUID id,
            LocalDate asof,
            String name,
            Named unit,
            String path,
            Coded kind,
            @Nullable Coded level,
            List<Seat> seats,
            List<Number> establishment,
            @Nullable Integer approved,
            int actual,
            @Nullable Integer vacant,
            @Nullable Integer excess,
            @Nullable String document,
            List<Figure> structure,
            @Nullable Targets targets,
            List<Experiences.Line> experience,
            List<Row> history,
            @Nullable Double meanVacantMonths,
            @Nullable Compared compared,
            boolean elects,
            List<TermLine> terms,
            List<HistoryLine> facts,
            boolean mayChange,
            boolean mayErase) {}

    Sheet draw(Chart chart, Team team, AsOf at, @Nullable LocalDate compare, Signed signed) {
        var sight = signed.sight();
        var unit = chart.requireUnit(team.is().unit());
        var posts = chart.seats(team.id());
        var all = chart.postsIn(unit.id());
        var held = seating.ever(ids(posts, all), at);
        var seats = seats(sight, posts, held, at);
        var staffing = Seating.staffingOfTeam(chart, unit.id(), held);
        var targets = chart.targets(team.id()).orElse(null);
        var rows = posts.stream()
                .map(each -> new Row(
                        each.id(),
                        each.is().fullTitle(),
                        seating.opened(each.id(), at),
                        seating.stretches(sight, each, held.getOrDefault(each.id(), List.of()), at)))
                .toList();
        var level = unit.is().level();
        return new Sheet(
                team.id(),
                at.valid(),
                chart.nameOf(team),
                new Named(unit.id(), unit.called()),
                chart.path(unit.id()),
                new Coded(unit.is().kind().name(), unit.is().kind().word()),
                level == null ? null : new Coded(level.name(), level.word()),
                seats,
                OrgLines.numbers(staffing),
                staffing.approved(),
                staffing.actual(),
                staffing.vacant(),
                staffing.excess(),
                chart.establishment(unit.id()).stream()
                        .map(each -> each.document())
                        .filter(each -> each != null)
                        .findFirst()
                        .orElse(null),
                structure(seats, targets, at),
                targets,
                experiences.of(members(seats), at),
                rows,
                meanVacant(rows),
                compare == null ? null : compared(team, new AsOf(compare, at.known()), held, targets, sight),
                posts.stream().anyMatch(each -> each.is().byElection()),
                terms(team.id(), at),
                lines.history(team.id(), chart),
                sight.changesUnit(unit.id()),
                sight.erasesOf(unit.id()));
    }

    /** Newest first, those to come by that day's knowledge too. */
    private List<TermLine> terms(UUID team, AsOf at) {
        return organization.line(team, at.known()).reversed().stream()
                .filter(each -> each.content() instanceof Term)
                .map(each -> term(each, at.valid()))
                .toList();
    }

    private static TermLine term(Fact<OrgFact> fact, LocalDate day) {
        var term = (Term) fact.content();
        boolean running = fact.valid().covers(day);
        var months = running && term.due().month() != 0
                ? Long.valueOf(
                        YearMonth.from(day).until(YearMonth.from(term.due().firstDay()), ChronoUnit.MONTHS))
                : null;
        return new TermLine(
                fact.id(),
                term.words(),
                term.ordinal(),
                fact.valid().from(),
                fact.valid().to(),
                term.due(),
                months,
                running);
    }

    private static List<UUID> ids(List<Post> one, List<Post> other) {
        var all = new LinkedHashMap<UUID, Post>();
        one.forEach(each -> all.put(each.id(), each));
        other.forEach(each -> all.put(each.id(), each));
        return List.copyOf(all.keySet());
    }

    private List<Seat> seats(Sight sight, List<Post> posts, Map<UUID, List<Holding>> held, AsOf at) {
        var seats = new ArrayList<Seat>();
        for (var post : posts) {
            var mine = held.getOrDefault(post.id(), List.of());
            var now = Seating.on(mine, at.valid());
            for (var each : now) seats.add(taken(sight, post, each, at));
            if (now.isEmpty()) seats.add(empty(sight, post, mine, at));
        }
        return seats;
    }

    private Seat taken(Sight sight, Post post, Holding each, AsOf at) {
        var card = cards.draw(sight, each.person().id(), at);
        var since = each.held().valid().firstDate();
        return new Seat(
                post.id(),
                post.is().fullTitle(),
                post.is().category().name(),
                post.is().seats(),
                post.is().principal(),
                card.orElse(null),
                card.isEmpty(),
                card.isEmpty() ? null : each.held().post().text(),
                card.isEmpty() ? null : since,
                card.isEmpty() || since == null || since.month() == 0
                        ? null
                        : Long.valueOf(
                                ChronoUnit.MONTHS.between(each.held().valid().from(), at.valid())),
                false,
                null,
                null);
    }

    private Seat empty(Sight sight, Post post, List<Holding> mine, AsOf at) {
        var before = seating.stretches(sight, post, mine, at).stream()
                .filter(each -> !each.empty() && !each.unrecorded())
                .reduce((one, other) -> other)
                .orElse(null);
        return new Seat(
                post.id(),
                post.is().fullTitle(),
                post.is().category().name(),
                post.is().seats(),
                post.is().principal(),
                null,
                false,
                null,
                null,
                null,
                true,
                seating.emptySince(post, mine, at),
                before);
    }

    private static List<Member> members(List<Seat> seats) {
        var people = new LinkedHashMap<UUID, Member>();
        for (var seat : seats)
            if (seat.person() != null) people.put(seat.person().id(), seat.person());
        return List.copyOf(people.values());
    }

    private List<Figure> structure(List<Seat> seats, @Nullable Targets targets, AsOf at) {
        int hidden = (int) seats.stream().filter(Seat::hidden).count();
        var wished = targets == null ? List.<Target>of() : targets.targets();
        return Structure.of(members(seats), hidden, wished, (member, sort) -> experiences.has(member, sort, at));
    }

    private Compared compared(
            Team team, AsOf then, Map<UUID, List<Holding>> held, @Nullable Targets targets, Sight sight) {
        var chart = organization.at(then);
        if (chart.team(team.id()).isEmpty()) return new Compared(then.valid(), false, List.of(), List.of(), List.of());
        var posts = chart.seats(team.id());
        var missing = posts.stream()
                .map(Post::id)
                .filter(each -> !held.containsKey(each))
                .toList();
        var all = new LinkedHashMap<>(held);
        all.putAll(seating.ever(missing, then));
        var seats = seats(sight, posts, all, then);
        var unit = chart.requireTeam(team.id()).is().unit();
        return new Compared(
                then.valid(),
                true,
                seats,
                structure(seats, targets, then),
                OrgLines.numbers(Seating.staffingOfTeam(chart, unit, all)));
    }

    /** 两任间平均空缺月数: only gaps between two people count. */
    private static @Nullable Double meanVacant(List<Row> rows) {
        var gaps = new ArrayList<Long>();
        for (var row : rows)
            for (int i = 1; i < row.stretches().size() - 1; i++) {
                var each = row.stretches().get(i);
                if (each.empty() && each.to() != null) gaps.add(ChronoUnit.DAYS.between(each.from(), each.to()));
            }
        var mean = gaps.stream().mapToLong(each -> each).average();
        return mean.isPresent() ? Math.round(mean.getAsDouble() / 30.44 * 10) / 10.0 : null;
    }
}
