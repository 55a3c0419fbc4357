package huoshui.interchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Fact;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rosters as rows of values, at both clocks and within one account's sight; how they are written down is another matter. 名册
 *
 * <p>For spreadsheets and for print alike: whoever draws a roster asks here.
 */
@Component
public class Rosters {

    private static final int CHUNK = 500;
    private static final String UNIT = "unit";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy.MM.dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm");

    /**
     * A roster about to be drawn.
     *
     * @param titles headings, by place
     * @param columns by place; null where the rows are numbered
     * @param withheld columns of the layout that this account may not read, and which are left out
     * @param people of whom the layout is about, as far as is known
     * @param open those of whom it is not known; they stand apart, behind the others
     * @param left how many were asked for of whom the layout is not about
     * @param note both clocks, how many people, and who draws it when: goes on every page
     */
    public record Plan(
            RosterLayout layout,
            AsOf at,
            List<String> titles,
            List<@Nullable RosterColumn> columns,
            List<RosterColumn> withheld,
            List<Card> people,
            List<Card> open,
            int left,
            String note,
            Signed who) {

        /** Everybody who stands in it. */
        public List<UUID> listed() {
            return Stream.concat(people.stream(), open.stream()).map(Card::id).toList();
        }

        /** Who stands in it and who does not, where it is not about everybody asked for. */
        public List<String> narrowed() {
            if (layout.about() == null) return List.of();
            return List.of("版式“%s”只列其所指的人：列入 %d 人，待核另列 %d 人，不在其列 %d 人"
                    .formatted(layout.name(), people.size(), open.size(), left));
        }

        /** Sealed chapters it reads. */
        public Set<Chapter> sealed() {
            var all = new HashSet<Chapter>();
            for (var each : columns) if (each != null && each.chapter().sealed()) all.add(each.chapter());
            var group = layout.group() == null ? null : RosterColumns.of(layout.group());
            if (group != null && group.chapter().sealed() && who.sight().reads(group.chapter()))
                all.add(group.chapter());
            return all;
        }

        /** What stands in it, for a second person to agree to: how many columns, and which sealed chapters. */
        public String said() {
            var chapters = sealed().stream().sorted().map(Chapter::word).toList();
            var some = narrowed().stream().map(each -> "，" + each).collect(joining());
            return "%d 栏，%s%s"
                    .formatted(columns.size(), chapters.isEmpty() ? "不含密章" : "含" + String.join("、", chapters), some);
        }
    }

    /** Takes a roster row by row. */
    public interface Drawing {

        /** A heading between rows: those together, and how many they are. */
        void group(String name, int people);

        /** @param values by place: words, a number, or null where nothing is known */
        void line(List<@Nullable Object> values);
    }

    /** @param group by what those together are told from others */
    private record Row(List<@Nullable Object> values, String group) {}

    private final PeopleSearch search;
    private final Cities cities;
    private final Dossiers dossiers;
    private final Acts acts;
    private final Clock clock;

    Rosters(PeopleSearch search, Cities cities, Dossiers dossiers, Acts acts, Clock clock) {
        this.search = search;
        this.cities = cities;
        this.dossiers = dossiers;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Makes ready what was asked for.
     *
     * @throws Refusal {@code bad-layout}; {@code no-person} for whoever is not in sight; {@code nobody} where it is about none of
     *     them
     */
    public Plan plan(Signed who, RosterLayout layout, List<UUID> people, AsOf at) {
        layout.check();
        var city = cities.at(at);
        var wanted = new HashSet<UUID>();
        people.forEach(each -> wanted.add(city.kept(each)));
        var asking = new Asking(null, null, null, List.copyOf(wanted), true, Verdict.MET, order(layout), CHUNK);
        var cards = new ArrayList<>(search.all(asking, who.sight(), at));
        int whole = cards.size();
        if (whole != wanted.size()) throw Refusal.absent("no-person", "未导出：所选人员中有不在您可见范围内的。请核对名单，或请管理部门导出。");
        var open = new ArrayList<Card>();
        var about = layout.about();
        if (about != null) {
            var narrow = asking.asking(about);
            cards = new ArrayList<>(search.all(narrow, who.sight(), at));
            open.addAll(search.all(narrow.showing(Verdict.UNKNOWN), who.sight(), at));
            if (cards.isEmpty() && open.isEmpty())
                throw Refusal.input("nobody", "未导出：所选 %d 人都不是“%s”所列的人。请另选人员，或另选版式。".formatted(whole, layout.name()));
        }
        grouped(layout, cards, city, who);
        var titles = new ArrayList<String>();
        var columns = new ArrayList<@Nullable RosterColumn>();
        var withheld = new ArrayList<RosterColumn>();
        for (int i = 0; i < layout.columns().size(); i++) {
            var code = layout.columns().get(i);
            var column = code.equals(RosterColumns.NUMBERING) ? null : RosterColumns.of(code);
            if (column != null && !who.sight().reads(column.chapter())) {
                withheld.add(column);
                continue;
            }
            titles.add(layout.title(i));
            columns.add(column);
        }
        if (columns.stream().noneMatch(Objects::nonNull)) throw Refusal.sight("chapter", "未导出：所选各列都属于您不能查阅的章。请另选版式。");
        int left = whole - cards.size() - open.size();
        var note = note(who, at, cards.size(), open.size(), left, withheld);
        return new Plan(layout, at, titles, columns, withheld, cards, open, left, note, who);
    }

    private static Order order(RosterLayout layout) {
        var by = layout.order();
        if (by == null || by.isBlank()) return Order.BY_ORGANIZATION;
        return new Order(by.replaceFirst("^-", ""), by.startsWith("-"));
    }

    private String note(Signed who, AsOf at, int people, int open, int out, List<RosterColumn> withheld) {
        var known = acts.of(at.known()).at().atZone(Acts.ZONE).format(MINUTE);
        var left = withheld.isEmpty()
                ? ""
                : "　未含（无权查阅）："
                        + String.join(
                                "、", withheld.stream().map(RosterColumn::title).toList());
        var beside = (open == 0 ? "" : "　另待核 %d 人".formatted(open)) + (out == 0 ? "" : "　不在其列 %d 人未列".formatted(out));
        return "情况截至 %s　信息录至 %s　共 %d 人%s　导出：%s %s%s"
                .formatted(
                        at.valid().format(DAY),
                        known,
                        people,
                        beside,
                        who.displayName(),
                        clock.instant().atZone(Acts.ZONE).format(MINUTE),
                        left);
    }

    /** People of one group stand together, groups in the order of what they are. */
    private void grouped(RosterLayout layout, List<Card> cards, City city, Signed who) {
        var by = layout.group();
        if (by == null) return;
        if (by.equals(UNIT)) {
            cards.sort(Comparator.comparing((Card each) -> city.around()
                    .unit(each.service().unit())
                    .map(unit -> unit.order())
                    .orElse(Integer.MAX_VALUE)));
            return;
        }
        if (by.equals("level")) {
            cards.sort(Comparator.comparing((Card each) -> each.level() == null
                    ? Integer.MAX_VALUE
                    : each.level().level().ordinal()));
            return;
        }
        var column = RosterColumns.of(by);
        if (!who.sight().reads(column.chapter())) return;
        var names = new LinkedHashMap<String, List<Card>>();
        for (var each : cards)
            names.computeIfAbsent(value(column, each, city, who), any -> new ArrayList<>())
                    .add(each);
        cards.clear();
        names.forEach((name, some) -> {
            if (!name.isEmpty()) cards.addAll(some);
        });
        cards.addAll(names.getOrDefault("", List.of()));
    }

    private String value(RosterColumn column, Card card, City city, Signed who) {
        var facts = column.kinds().isEmpty()
                ? List.<Fact<FactBody>>of()
                : dossiers.known(city.ids(card.id()), column.kinds(), city.at().known());
        return column.text(new RosterPerson(card, city.around(), city.at(), who.sight(), Held.of(facts)));
    }

    /** Draws it, some hundred people at a time and the next while the last are taken. */
    public void draw(Plan plan, Drawing drawing) {
        int drawn = draw(plan, plan.people, drawing, 0, true);
        if (plan.open.isEmpty()) return;
        drawing.group("是否属于“" + plan.layout.name() + "”待核", plan.open.size());
        draw(plan, plan.open, drawing, drawn, false);
    }

    /** @return the last number given */
    private int draw(Plan plan, List<Card> people, Drawing drawing, int before, boolean together) {
        var city = cities.at(plan.at);
        var group = plan.layout.group() == null || !together ? null : RosterColumns.of(plan.layout.group());
        if (group != null && !plan.who.sight().reads(group.chapter())) group = null;
        var kinds = new HashSet<String>();
        for (var each : plan.columns) if (each != null) kinds.addAll(each.kinds());
        if (group != null) kinds.addAll(group.kinds());
        var counts = new HashMap<String, Integer>();
        var chunks = new ArrayList<List<Card>>();
        for (int i = 0; i < people.size(); i += CHUNK)
            chunks.add(people.subList(i, Math.min(people.size(), i + CHUNK)));
        if (group != null) {
            var by = group;
            for (var each : chunks)
                rows(plan, each, city, by.kinds(), by, true).forEach(row -> counts.merge(row.group, 1, Integer::sum));
        }
        var units = group != null && group.code().equals(UNIT) ? GroupedUnits.of(people, city.around()) : null;
        var column = group;
        String last = null;
        int number = before;
        var next = new ArrayList<CompletableFuture<List<Row>>>();
        int asked = 0;
        for (int i = 0; i < chunks.size(); i++) {
            while (asked < chunks.size() && asked < i + 3) {
                var chunk = chunks.get(asked++);
                next.add(CompletableFuture.supplyAsync(() -> rows(plan, chunk, city, kinds, column, false)));
            }
            for (var row : join(next.removeFirst())) {
                if (column != null) {
                    var by = row.group;
                    if (!by.equals(last)) {
                        var name = units == null ? by : units.called(by);
                        drawing.group(name.isEmpty() ? column.title() + "待核" : name, counts.getOrDefault(by, 0));
                        last = by;
                    }
                }
                number++;
                List<@Nullable Object> values = new ArrayList<>(row.values);
                for (int k = 0; k < values.size(); k++) if (plan.columns.get(k) == null) values.set(k, number);
                drawing.line(values);
            }
        }
        return number;
    }

    private static List<Row> join(CompletableFuture<List<Row>> next) {
        try {
            return next.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw failed;
        }
    }

    /** @param group by whose value people are told apart; units by which they are, for two may be called the same */
    private List<Row> rows(
            Plan plan,
            List<Card> chunk,
            City city,
            Set<String> kinds,
            @Nullable RosterColumn group,
            boolean onlyGroup) {
        var facts = facts(plan, chunk, city, kinds);
        return chunk.parallelStream()
                .map(card -> {
                    var person = new RosterPerson(
                            card, city.around(), plan.at, plan.who.sight(), facts.getOrDefault(card.id(), List.of()));
                    var values = new ArrayList<@Nullable Object>();
                    if (!onlyGroup) for (var each : plan.columns) values.add(each == null ? null : shown(each, person));
                    return new Row(values, group == null ? "" : group(group, person));
                })
                .toList();
    }

    private static String group(RosterColumn column, RosterPerson person) {
        return column.code().equals(UNIT) ? GroupedUnits.key(person.card(), person.around()) : column.text(person);
    }

    private static @Nullable Object shown(RosterColumn column, RosterPerson person) {
        var value = column.value(person);
        if (value instanceof Integer number && column.kind() == RosterColumn.Kind.NUMBER) return number;
        return value == null ? null : RosterColumn.printed(value);
    }

    private Map<UUID, List<Held>> facts(Plan plan, List<Card> chunk, City city, Set<String> kinds) {
        if (kinds.isEmpty()) return Map.of();
        var owners = new HashMap<UUID, UUID>();
        for (var card : chunk) city.ids(card.id()).forEach(id -> owners.put(id, card.id()));
        var sight = plan.who.sight();
        return dossiers.known(owners.keySet(), kinds, plan.at.known()).stream()
                .filter(each -> sight.reads(each.chapter()))
                .collect(groupingBy(each -> Objects.requireNonNull(owners.get(each.subject()))))
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, each -> Held.of(each.getValue())));
    }
}
