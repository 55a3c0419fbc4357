package huoshui.interchange.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.UnitSet;
import huoshui.interchange.Continuity;
import huoshui.interchange.Continuity.Breach;
import huoshui.interchange.Continuity.Sort;
import huoshui.interchange.ContinuityFiles;
import huoshui.interchange.Statistics;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
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

/** Résumés of a unit or a list held against the calendar. 简历连续性检查 */
@RestController
@RequestMapping("/api/v1")
@Needs(Right.READ_PEOPLE)
class ContinuityPages {

    private static final int LARGEST_PAGE = 200;

    private final Continuity continuity;
    private final ContinuityFiles files;
    private final Statistics statistics;

    ContinuityPages(Continuity continuity, ContinuityFiles files, Statistics statistics) {
        this.continuity = continuity;
        this.files = files;
        this.statistics = statistics;
    }

    record Count(Sort sort, String word, int people) {}

    record PersonLine(
            UUID id,
            String name,
            boolean photo,
            @Nullable String unit,
            @Nullable String post,
            List<Breach> gaps,
            List<Breach> overlaps,
            List<Integer> unread,
            boolean silent) {

        static PersonLine of(Continuity.Line line, Continuity.Checked checked) {
            var person = line.person();
            return new PersonLine(
                    person.id(),
                    person.who().name(),
                    person.who().photo(),
                    checked.city()
                            .around()
                            .unit(person.service().unit())
                            .map(each -> each.name())
                            .orElse(null),
                    person.posts().text(),
                    line.gaps(),
                    line.overlaps(),
                    line.unread(),
                    line.silent());
        }
    }

    /**
     * @param people how many were looked at
     * @param wanting how many of them want looking at
     * @param shown how many of those are of the sort asked for
     */
    record Answer(AsOf at, int people, int wanting, List<Count> counts, int shown, int from, List<PersonLine> lines) {}

    /**
     * @param unit with everything beneath it
     * @param list a saved list
     * @param sort one sort of trouble alone
     */
    @GetMapping("/continuity")
    Answer check(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID list,
            @RequestParam(required = false) @Nullable Sort sort,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int size,
            AsOf at,
            Signed signed) {
        var checked = continuity.of(signed, unit, list, at);
        var some = some(checked, sort);
        int first = Math.clamp(from, 0, some.size());
        return new Answer(
                at,
                checked.people(),
                checked.lines().size(),
                Arrays.stream(Sort.values())
                        .map(each -> new Count(each, each.word(), checked.count(each)))
                        .toList(),
                some.size(),
                first,
                some.stream()
                        .skip(first)
                        .limit(Math.clamp(size, 1, LARGEST_PAGE))
                        .map(each -> PersonLine.of(each, checked))
                        .toList());
    }

    private static List<Continuity.Line> some(Continuity.Checked checked, @Nullable Sort sort) {
        return checked.lines().stream()
                .filter(each -> sort == null || each.has(sort))
                .toList();
    }

    /** How many of each one person's résumé has. */
    record Own(int gaps, int overlaps, int unread, boolean silent) {}

    @GetMapping("/people/{id}/continuity")
    Own own(@PathVariable UUID id, AsOf at, Signed signed) {
        var line = continuity.of(signed, id, at);
        return new Own(line.gaps().size(), line.overlaps().size(), line.unread().size(), line.silent());
    }

    /** What waits for a second person. */
    record Waiting(UUID approval, String summary) {}

    /** The list as a workbook, or 202 while a second person has to agree to exactly this. */
    @Needs({Right.READ_PEOPLE, Right.EXPORT})
    @PostMapping("/continuity/files")
    ResponseEntity<?> file(
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable UUID list,
            @RequestParam(required = false) @Nullable Sort sort,
            AsOf at,
            Signed signed) {
        var checked = continuity.of(signed, unit, list, at);
        var sheet = new ContinuityFiles.Sheet(at, some(checked, sort), checked);
        var root = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        try {
            var bytes = files.write(
                    signed,
                    sheet,
                    statistics.note(signed, UnitSet.EVERYTHING, at),
                    each -> root + "/people/" + each.person().id() + "/resume");
            return workbook(bytes, sheet);
        } catch (Refusal refused) {
            if (!refused.code().equals("approval-required")) throw refused;
            var asked = files.ask(signed, sheet);
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Waiting(asked.id(), asked.summary()));
        }
    }

    private static ResponseEntity<byte[]> workbook(byte[] bytes, ContinuityFiles.Sheet sheet) {
        var name = "简历连续性清单-%d人-%s.xlsx"
                .formatted(sheet.lines().size(), sheet.at().valid().format(DateTimeFormatter.BASIC_ISO_DATE));
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
