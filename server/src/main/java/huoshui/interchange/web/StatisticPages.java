package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.UnitSet;
import huoshui.interchange.ChangeTables;
import huoshui.interchange.Dimension;
import huoshui.interchange.Statistics;
import huoshui.kernel.AsOf;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Statistics of how cadres are made up; every number is the length of a list. 统计分析 */
@RestController
@RequestMapping("/api/v1/statistics")
@Needs(Right.READ_PEOPLE)
class StatisticPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Statistics statistics;
    private final ChangeTables changes;

    StatisticPages(Statistics statistics, ChangeTables changes) {
        this.statistics = statistics;
        this.changes = changes;
    }

    record KindLine(String code, String name, String english) {}

    record PartLine(String label, String english, Object condition) {}

    record GroupLine(String code, String title, String english, List<PartLine> parts) {}

    /** @param cells by row, then by part; first the totals */
    record Table(
            String code,
            String name,
            String english,
            @Nullable Object base,
            GroupLine rows,
            List<GroupLine> columns,
            List<List<Integer>> cells,
            String set,
            Unplaced unplaced) {}

    /** How many are in no set of units, since theirs is not recorded; and whose list it is. */
    record Unplaced(int count, Object condition) {}

    @GetMapping
    List<KindLine> all() {
        return Statistics.all().stream()
                .map(each -> new KindLine(each.code(), each.name(), each.english()))
                .toList();
    }

    @GetMapping("/{code}")
    Table one(@PathVariable String code, UnitSet set, AsOf at, Signed signed) {
        var kind = Statistics.kind(code);
        var drawn = statistics.draw(signed, kind, set, at);
        return new Table(
                kind.code(),
                kind.name(),
                kind.english(),
                drawn.base() == null ? null : drawn.base().written(),
                line(drawn.rows()),
                drawn.columns().stream().map(StatisticPages::line).toList(),
                drawn.cells(),
                statistics.words(set, at),
                new Unplaced(drawn.unplaced(), unplaced(kind)));
    }

    private static Object unplaced(Statistics.Kind kind) {
        var base = Statistics.condition(kind);
        return (base == null ? Statistics.UNPLACED : new Condition.All(List.of(base, Statistics.UNPLACED))).written();
    }

    private static GroupLine line(Dimension each) {
        return new GroupLine(
                each.code(),
                each.title(),
                each.english(),
                each.parts().stream()
                        .map(part -> new PartLine(
                                part.label(), part.english(), part.condition().written()))
                        .toList());
    }

    /** One table, or all of them in one workbook; what changed since a day is in it where that day is told. */
    @GetMapping("/workbooks/{code}")
    ResponseEntity<byte[]> workbook(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String known,
            @RequestParam(required = false) @Nullable LocalDate since,
            UnitSet set,
            AsOf at,
            Signed signed) {
        signed.require(Right.EXPORT);
        boolean change = ChangeTables.CODES.contains(code);
        var kinds = code.equals("all")
                ? Statistics.all()
                : change ? List.<Statistics.Kind>of() : List.of(Statistics.kind(code));
        var after = since == null ? ChangePages.yearBegin(at) : since;
        var tables = (code.equals("all") ? ChangeTables.CODES : change ? List.of(code) : List.<String>of())
                .stream()
                        .map(each -> changes.draw(signed, each, after, set, at))
                        .toList();
        var root = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var people = root + "/people";
        var clocks = (asof == null ? "" : "&asof=" + encoded(asof)) + (known == null ? "" : "&known=" + encoded(known));
        var bytes = statistics.workbook(
                signed,
                kinds,
                tables,
                set,
                at,
                condition -> people + "?c=" + said(condition) + clocks,
                opens -> root + opens + clocks);
        var name = (code.equals("all")
                        ? "干部统计表"
                        : change ? tables.getFirst().name() : kinds.getFirst().name())
                + "-"
                + at.valid().format(DateTimeFormatter.BASIC_ISO_DATE) + ".xlsx";
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    private static String said(@Nullable Condition condition) {
        return condition == null ? "null" : encoded(JSON.writeValueAsString(condition.written()));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
