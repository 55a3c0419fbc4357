package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.UnitSet;
import huoshui.interchange.NumberTable;
import huoshui.interchange.StaffingFiles;
import huoshui.interchange.StaffingTables;
import huoshui.interchange.Statistics;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** How many leaders there should be and are, by unit and by team; every number opens its list. 应配缺配 */
@RestController
@RequestMapping("/api/v1/staffing-tables")
@Needs(Right.READ_PEOPLE)
class StaffingPages {

    private final StaffingTables tables;
    private final StaffingFiles files;
    private final Statistics statistics;

    StaffingPages(StaffingTables tables, StaffingFiles files, Statistics statistics) {
        this.tables = tables;
        this.files = files;
        this.statistics = statistics;
    }

    @GetMapping("/{code}")
    NumberTable table(@PathVariable String code, UnitSet set, AsOf at, Signed signed) {
        return tables.draw(signed, code, set, at);
    }

    /** The seats that one number of the four teams counts. */
    @GetMapping("/four-teams/seats")
    List<StaffingTables.Seat> seats(
            @RequestParam(defaultValue = "ALL") String area,
            @RequestParam(defaultValue = "ALL") String body,
            @RequestParam String what,
            UnitSet set,
            AsOf at,
            Signed signed) {
        return tables.seats(signed, area, body, what, set, at);
    }

    /** The teams and members that one number about the make-up of teams counts. */
    @GetMapping("/team-make-up/lines")
    List<StaffingTables.TeamLine> makeUp(
            @RequestParam(defaultValue = "ALL") String area,
            @RequestParam(defaultValue = "ALL") String body,
            @RequestParam String what,
            @RequestParam String sort,
            UnitSet set,
            AsOf at,
            Signed signed) {
        return tables.makeUpLines(signed, area, body, what, sort, set, at);
    }

    /** What waits for a second person. */
    record Waiting(UUID approval, String summary) {}

    /** All tables in one workbook, or 202 while a second person has to agree to exactly these numbers. */
    @Needs({Right.READ_PEOPLE, Right.EXPORT})
    @PostMapping("/files")
    ResponseEntity<?> file(
            @RequestParam(required = false) @Nullable String asof,
            @RequestParam(required = false) @Nullable String known,
            UnitSet set,
            AsOf at,
            Signed signed) {
        var root = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        var clocks = (asof == null ? "" : "&asof=" + StatisticPages.encoded(asof))
                + (known == null ? "" : "&known=" + StatisticPages.encoded(known));
        var sheet = files.sheet(signed, set, at);
        try {
            var bytes = files.write(signed, sheet, statistics.note(signed, set, at), opens -> root + opens + clocks);
            return workbook(bytes, at);
        } catch (Refusal refused) {
            if (!refused.code().equals("approval-required")) throw refused;
            var asked = files.ask(signed, sheet);
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Waiting(asked.id(), asked.summary()));
        }
    }

    private static ResponseEntity<byte[]> workbook(byte[] bytes, AsOf at) {
        var name = "职数与班子配备-" + at.valid().format(DateTimeFormatter.BASIC_ISO_DATE) + ".xlsx";
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
}
