package huoshui.dossier;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Ledger;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Unit;
import huoshui.org.fact.UnitKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts held of which only the printed words are known, and tying many of them at once to a unit and a seat. 未挂接任职 */
@Component
public class Unmatched {

    private static final int MOST_TEXTS = 500;
    private static final int SHORTEST_NAME = 3;
    private static final Set<UnitKind> AREAS = Set.of(UnitKind.CITY, UnitKind.COUNTY, UnitKind.TOWNSHIP);

    /**
     * One wording and how often it is held.
     *
     * @param since first day any of them begins: names of units are looked up as of then
     * @param suggestion the unit whose name the words begin with; null when none or several do
     */
    public record Wording(
            String text,
            int people,
            LocalDate since,
            @Nullable Suggestion suggestion) {}

    /** @param post the seat whose title the rest of the words is; null when there is none such */
    public record Suggestion(
            UUID unit,
            String unitName,
            @Nullable UUID post,
            @Nullable String postTitle) {}

    private final Ledger<FactBody> ledger;
    private final Organization organization;
    private final Cities cities;
    private final Acts acts;
    private final JdbcClient jdbc;

    Unmatched(Ledger<FactBody> personLedger, Organization organization, Cities cities, Acts acts, JdbcClient jdbc) {
        this.ledger = personLedger;
        this.organization = organization;
        this.cities = cities;
        this.acts = acts;
        this.jdbc = jdbc;
    }

    private record Line(
            UUID fact,
            UUID person,
            String text,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** @param wordings how many there are in all; the list holds the most frequent of them */
    public record Listing(int wordings, int posts, List<Wording> items) {}

    /** Wordings held by people whose career this account writes, most frequent first. */
    @Transactional(readOnly = true)
    public Listing list(Signed who) {
        var byText = new LinkedHashMap<String, List<Line>>();
        var city = cities.now();
        for (var line : lines(null)) {
            if (leads(who, city, line.person()))
                byText.computeIfAbsent(line.text(), any -> new ArrayList<>()).add(line);
        }
        var charts = new HashMap<Integer, Chart>();
        var items = byText.entrySet().stream()
                .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                .limit(MOST_TEXTS)
                .map(each -> wording(each.getKey(), each.getValue(), charts))
                .toList();
        return new Listing(
                byText.size(), byText.values().stream().mapToInt(List::size).sum(), items);
    }

    private Wording wording(String text, List<Line> lines, Map<Integer, Chart> charts) {
        var since = lines.stream().map(Line::from).min(LocalDate::compareTo).orElseThrow();
        int people = (int) lines.stream().map(Line::person).distinct().count();
        var now = suggest(chart(acts.today().getYear(), charts), text);
        var then = suggest(chart(since.getYear(), charts), text);
        // The longer name is the nearer one: a bureau since renamed, rather than the city it belonged to.
        var nearer = Stream.of(now, then).flatMap(Optional::stream).max(Comparator.comparingInt(each -> each.length));
        return new Wording(
                text, people, since, nearer.map(each -> each.suggestion).orElse(null));
    }

    /** Units by the names they bore in a year; a year's end is near enough to suggest by. */
    private Chart chart(int year, Map<Integer, Chart> charts) {
        var today = acts.today();
        var day = LocalDate.of(year, 12, 31);
        return charts.computeIfAbsent(
                year, any -> organization.at(new AsOf(day.isAfter(today) ? today : day, acts.head())));
    }

    /** A unit whose name the words begin with, and how much of them that is. */
    private record Match(Suggestion suggestion, int length) {}

    private static Optional<Match> suggest(Chart chart, String text) {
        for (int end = text.length(); end >= SHORTEST_NAME; end--) {
            var named = chart.named(text.substring(0, end));
            if (named.isEmpty()) continue;
            if (named.size() > 1) return Optional.empty();
            return match(chart, named.getFirst(), text.substring(end), end);
        }
        return Optional.empty();
    }

    /** A whole county or city is no suggestion unless the seat is there too: the words may go on with a unit we do not have. */
    private static Optional<Match> match(Chart chart, Unit unit, String rest, int length) {
        var post = chart.postsIn(unit.id()).stream()
                .filter(each -> each.is().title().equals(rest))
                .findFirst();
        if (post.isEmpty() && AREAS.contains(unit.is().kind())) return Optional.empty();
        return Optional.of(new Match(
                new Suggestion(
                        unit.id(),
                        unit.called(),
                        post.map(each -> each.id()).orElse(null),
                        post.map(each -> each.is().title()).orElse(null)),
                length));
    }

    /**
     * What a wording is to be tied to.
     *
     * @param unit may be left out where a seat is named: then the seat's unit
     * @param post the seat; null ties to the unit alone
     */
    public record Tie(
            String text, @Nullable UUID unit, @Nullable UUID post) {}

    /** Somebody who holds or held a post of this wording. */
    public record Holder(
            UUID person,
            String name,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** Who is meant by a wording, among people whose career this account writes. */
    @Transactional(readOnly = true)
    public List<Holder> holders(Signed who, String text) {
        var city = cities.now();
        return lines(List.of(text)).stream()
                .filter(each -> leads(who, city, each.person()))
                .map(each -> new Holder(
                        each.person(),
                        city.find(each.person()).map(card -> card.who().name()).orElse(""),
                        each.from(),
                        each.to()))
                .sorted(Comparator.comparing(Holder::from))
                .toList();
    }

    /**
     * Ties every post of these wordings, of people whose career this account writes, each to a unit and, where given, a
     * seat; all of them or none.
     *
     * @return how many posts were tied
     * @throws Refusal {@code no-unit}, {@code other-unit}, {@code no-such-wording}, {@code twice}
     */
    @Transactional
    public int settle(Signed who, List<Tie> ties) {
        acts.begin();
        who.require(Right.CORRECT_FACT);
        if (ties.isEmpty()) throw Refusal.input("nothing-chosen", "未挂接：没有选任何任职文字。请勾选后再办。");
        var wanted = new LinkedHashMap<String, Tie>();
        for (var each : ties) {
            var place = place(who, each);
            if (wanted.put(place.text(), place) != null)
                throw Refusal.input("twice", "未挂接：“%s”列了两次。请只留一次。".formatted(each.text()));
        }
        var city = cities.now();
        var mine = lines(wanted.keySet()).stream()
                .filter(each -> leads(who, city, each.person()))
                .toList();
        for (var text : wanted.keySet())
            if (mine.stream().noneMatch(each -> each.text().equals(text)))
                throw Refusal.absent("no-such-wording", "未挂接：“%s”没有未挂接的任职，可能已由他人挂接。请刷新后再看。".formatted(text));
        var facts = new LinkedHashMap<UUID, Fact<FactBody>>();
        ledger.known(mine.stream().map(Line::person).distinct().toList(), acts.head())
                .forEach(each -> facts.put(each.id(), each));
        var changes = new ArrayList<Change<FactBody>>();
        for (var line : mine) {
            var to = wanted.get(line.text());
            if (to != null) tie(facts, line, to.unit(), to.post(), changes);
        }
        ledger.write(who.actor(), changes);
        return mine.size();
    }

    /** With its unit named, which must be one in sight, standing or not. */
    private Tie place(Signed who, Tie asked) {
        var chart = organization.now();
        var post = chart.post(asked.post());
        var unit = asked.unit() == null ? post.map(each -> each.is().unit()).orElse(null) : asked.unit();
        if (unit == null
                || chart.unit(unit).isEmpty() && !chart.ended().containsKey(unit)
                || !who.sight().seesUnit(unit)) throw Refusal.absent("no-unit", "未挂接：您的管理范围内没有所选单位。请另选。");
        if (asked.post() != null
                && post.filter(each -> each.is().unit().equals(unit)).isEmpty())
            throw Refusal.input("other-unit", "未挂接：所选职位不在所选单位。请重新选择职位，或只挂接到单位。");
        return new Tie(asked.text(), unit, asked.post());
    }

    private static void tie(
            Map<UUID, Fact<FactBody>> facts,
            Line line,
            @Nullable UUID unit,
            @Nullable UUID post,
            List<Change<FactBody>> changes) {
        var fact = facts.get(line.fact());
        if (fact == null || !(fact.body() instanceof PostHeld held)) return;
        changes.add(Change.supersede(fact));
        changes.add(Change.record(fact.subject(), held.matchedTo(unit, post), fact.valid(), fact.basis()));
    }

    private static boolean leads(Signed who, City city, UUID person) {
        if (!who.sight().writes(Chapter.CAREER)) return false;
        var place = city.find(person).map(Card::place);
        return place.isPresent() && who.sight().changes(person, place.get());
    }

    private List<Line> lines(@Nullable Collection<String> texts) {
        return jdbc.sql("""
                        select id, subject, body ->> 'text' as text, lower(valid) as since, upper(valid) as until from dossier.fact
                        where kind = 'post' and known_to is null and erased is null
                          and body ->> 'unit' is null and body ->> 'post' is null
                          and (:texts::text[] is null or body ->> 'text' = any(:texts::text[]))""")
                .param("texts", texts == null ? null : texts.toArray(String[]::new))
                .query((row, i) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getString("text"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }
}
