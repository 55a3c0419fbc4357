package huoshui.assessment.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.assessment.Archives;
import huoshui.assessment.CollectiveConclusions;
import huoshui.assessment.Instrument.About;
import huoshui.kernel.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Archives of political quality, and what meetings conclude from them. 政治素质档案 */
@RestController
@RequestMapping("/api/v1")
class ArchivePages {

    private final Archives archives;
    private final CollectiveConclusions conclusions;

    ArchivePages(Archives archives, CollectiveConclusions conclusions) {
        this.archives = archives;
        this.conclusions = conclusions;
    }

    record Listing(LocalDate asof, List<Archives.Row> items) {}

    record Kind(String code, String title, List<String> values, String by) {}

    record Written(UUID id) {}

    record Serving(
            @Nullable String text,
            @Nullable String way,
            @Nullable LocalDate on) {}

    record Replying(boolean appeal, @Nullable String text) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/archives")
    Listing all(@RequestParam(required = false) @Nullable UUID team, AsOf at, Signed signed) {
        return new Listing(at.valid(), archives.rows(signed, team, at));
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/archives/people/{id}")
    Archives.Archive person(@PathVariable UUID id, AsOf at, Signed signed) {
        return archives.open(signed, About.PERSON, id, at);
    }

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/archives/teams/{id}")
    Archives.Archive team(@PathVariable UUID id, AsOf at, Signed signed) {
        return archives.open(signed, About.TEAM, id, at);
    }

    @Needs(Right.RECORD_FACT)
    @GetMapping("/archive-conclusions/kinds")
    List<Kind> kinds(Signed signed) {
        return conclusions.kinds(signed).stream()
                .map(each -> new Kind(each.code(), each.title(), each.values(), each.by()))
                .toList();
    }

    @Needs(Right.RECORD_FACT)
    @PostMapping("/archive-conclusions")
    @ResponseStatus(HttpStatus.CREATED)
    Written conclude(@RequestBody CollectiveConclusions.Concluding asked, Signed signed) {
        return new Written(conclusions.conclude(signed, asked));
    }

    @Needs(Right.RECORD_FACT)
    @PostMapping("/archive-conclusions/{id}/servings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void serve(@PathVariable UUID id, @RequestBody Serving asked, Signed signed) {
        conclusions.serve(signed, id, asked.text(), asked.way(), asked.on());
    }

    @Needs(Right.OWN_RECORD)
    @GetMapping("/own-notices")
    List<CollectiveConclusions.Notice> own(Signed signed) {
        return conclusions.own(signed);
    }

    @Needs(Right.OWN_RECORD)
    @PostMapping("/own-notices/{id}/replies")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reply(@PathVariable UUID id, @RequestBody Replying asked, Signed signed) {
        conclusions.reply(signed, id, asked.appeal(), asked.text());
    }
}
