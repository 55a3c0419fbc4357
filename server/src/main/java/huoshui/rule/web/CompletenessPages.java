package huoshui.rule.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.rule.sweep.Completeness;
import huoshui.rule.sweep.Completeness.Lack;
import huoshui.rule.sweep.MissingKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is missing, and how much it leaves open. 缺项 */
@RestController
@RequestMapping("/api/v1/completeness")
@Needs(Right.READ_PEOPLE)
class CompletenessPages {

    private static final int LARGEST_PAGE = 200;

    private final Completeness completeness;
    private final Organization organization;

    CompletenessPages(Completeness completeness, Organization organization) {
        this.completeness = completeness;
        this.organization = organization;
    }

    /** @param open how many answers it leaves open */
    record Row(
            MissingKind kind,
            String kindWord,
            String what,
            @Nullable String by,
            int people,
            int open,
            int clauses) {}

    record UnitRow(UUID unit, String name, int people, int open) {}

    /**
     * @param lacking how many people lack a fact at all
     * @param units people who lack a fact, by the unit they are placed in
     * @param sealed clauses that would be asked for a stated purpose
     * @param withheld clauses that read what the account does not
     */
    record Answer(
            AsOf at,
            int people,
            int lacking,
            int clauses,
            int sealed,
            int withheld,
            List<Row> rows,
            List<UnitRow> units) {}

    @GetMapping
    Answer all(@RequestParam(required = false) @Nullable UUID unit, AsOf at, Signed signed) {
        var gaps = completeness.of(signed, unit, at);
        return new Answer(
                at,
                gaps.people(),
                lacking(gaps.lacks()).size(),
                gaps.clauses().size(),
                gaps.sealed().size(),
                gaps.withheld().size(),
                gaps.lacks().stream()
                        .map(each -> new Row(
                                each.kind(),
                                each.kind().word(),
                                each.what(),
                                each.by(),
                                each.people().size(),
                                each.open(),
                                each.clauses().size()))
                        .toList(),
                units(gaps.lacks(), organization.at(at)));
    }

    private static Set<UUID> lacking(List<Lack> lacks) {
        var people = new HashSet<UUID>();
        for (var each : lacks)
            if (each.kind() != MissingKind.CONCLUSION) each.people().keySet().forEach(card -> people.add(card.id()));
        return people;
    }

    private static List<UnitRow> units(List<Lack> lacks, Chart chart) {
        var people = new HashMap<UUID, Set<UUID>>();
        var open = new HashMap<UUID, Integer>();
        for (var lack : lacks) {
            if (lack.kind() == MissingKind.CONCLUSION) continue;
            lack.people().forEach((card, count) -> {
                var unit = card.service().unit();
                if (unit == null) return;
                people.computeIfAbsent(unit, any -> new HashSet<>()).add(card.id());
                open.merge(unit, count, Integer::sum);
            });
        }
        var rows = new ArrayList<UnitRow>();
        people.forEach((unit, those) -> chart.unit(unit)
                .ifPresent(
                        each -> rows.add(new UnitRow(unit, each.called(), those.size(), open.getOrDefault(unit, 0)))));
        rows.sort(Comparator.comparingInt(UnitRow::open).reversed().thenComparing(UnitRow::name));
        return rows;
    }

    /** @param open how many answers are open for somebody */
    record PersonLine(
            UUID id,
            String name,
            boolean photo,
            @Nullable String unit,
            @Nullable String post,
            int open,
            List<String> lacks) {}

    record People(AsOf at, int count, int from, List<PersonLine> people) {}

    /**
     * The people behind a number, who has most open first.
     *
     * @param kind of missing fact; all facts where left out
     * @param what one thing missing
     * @param in those placed in this very unit
     */
    @GetMapping("/people")
    People people(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable MissingKind kind,
            @RequestParam(required = false) @Nullable String what,
            @RequestParam(required = false) @Nullable UUID in,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int size,
            AsOf at,
            Signed signed) {
        var open = new IdentityHashMap<Card, Integer>();
        var lacks = new IdentityHashMap<Card, List<String>>();
        for (var each : completeness.of(signed, unit, at).lacks()) {
            if (kind == null ? each.kind() == MissingKind.CONCLUSION : each.kind() != kind) continue;
            if (what != null && !what.equals(each.what())) continue;
            each.people().forEach((card, count) -> {
                if (in != null && !in.equals(card.service().unit())) return;
                open.merge(card, count, Integer::sum);
                lacks.computeIfAbsent(card, any -> new ArrayList<>()).add(each.what());
            });
        }
        var chart = organization.at(at);
        boolean career = signed.sight().reads(Chapter.CAREER);
        var page = open.entrySet().stream()
                .sorted(Map.Entry.<Card, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(each -> each.getKey().who().spelled().first())
                        .thenComparing(each -> each.getKey().id()))
                .skip(Math.max(0, from))
                .limit(Math.clamp(size, 1, LARGEST_PAGE))
                .map(each -> line(
                        each.getKey(), each.getValue(), lacks.getOrDefault(each.getKey(), List.of()), chart, career))
                .toList();
        return new People(at, open.size(), Math.max(0, from), page);
    }

    private static PersonLine line(Card person, int open, List<String> lacks, Chart chart, boolean career) {
        return new PersonLine(
                person.id(),
                person.who().name(),
                person.who().photo(),
                chart.unit(person.service().unit()).map(each -> each.called()).orElse(null),
                career ? person.posts().text() : null,
                open,
                lacks);
    }
}
