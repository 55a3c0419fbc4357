package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.UnitSet;
import huoshui.interchange.ChangeTables;
import huoshui.interchange.NumberTable;
import huoshui.kernel.AsOf;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two days, and the appointments of a period; every number opens its list. 变动与调配 */
@RestController
@RequestMapping("/api/v1/change-tables")
@Needs(Right.READ_PEOPLE)
class ChangePages {

    private final ChangeTables tables;

    ChangePages(ChangeTables tables) {
        this.tables = tables;
    }

    /** The last day of the year before: the period is the year so far. */
    static LocalDate yearBegin(AsOf at) {
        return LocalDate.of(at.valid().getYear() - 1, 12, 31);
    }

    record Drawn(LocalDate since, LocalDate until, NumberTable table) {}

    @GetMapping("/{code}")
    Drawn table(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate since,
            UnitSet set,
            AsOf at,
            Signed signed) {
        var after = since == null ? yearBegin(at) : since;
        return new Drawn(after, at.valid(), tables.draw(signed, code, after, set, at));
    }

    /** Those whom one number counts. */
    @GetMapping("/{code}/lines")
    List<ChangeTables.Line> lines(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(defaultValue = "ALL") String row,
            @RequestParam String what,
            UnitSet set,
            AsOf at,
            Signed signed) {
        return tables.lines(signed, code, since == null ? yearBegin(at) : since, set, row, what, at);
    }
}
