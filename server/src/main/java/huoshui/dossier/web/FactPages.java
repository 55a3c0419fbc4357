package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Sights;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Merges;
import huoshui.dossier.city.Cities;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Writing about one person: recording, correcting, ending, cancelling; joining and splitting dossiers. 录入与更正 */
@RestController
@RequestMapping("/api/v1/people/{id}")
class FactPages {

    /** Written by other doors only: photos and drafts by import, mergers, cancellations and conclusions by their own acts. */
    private static final Set<String> NOT_BY_HAND =
            Set.of("photo", "form-draft", "merged-into", "cancelled", "conclusion");

    private final Dossiers dossiers;
    private final Merges merges;
    private final Cities cities;
    private final PeopleSearch search;
    private final Sights sights;
    private final FactLines lines;

    FactPages(Dossiers dossiers, Merges merges, Cities cities, PeopleSearch search, Sights sights, FactLines lines) {
        this.dossiers = dossiers;
        this.merges = merges;
        this.cities = cities;
        this.search = search;
        this.sights = sights;
        this.lines = lines;
    }

    record Recording(
            @Nullable String kind,
            @Nullable JsonNode body,
            @Nullable ValidAsked valid,
            @Nullable String basis) {}

    record Correction(
            @Nullable JsonNode body,
            @Nullable ValidAsked valid,
            @Nullable String basis,
            @Nullable String reason) {}

    record Ending(@Nullable PartialDate day, @Nullable String basis) {}

    record Cancellation(@Nullable String reason) {}

    record Merger(@Nullable UUID person, @Nullable String reason) {}

    record Splitting(@Nullable List<UUID> facts, @Nullable String reason) {}

    record Made(UUID id) {}

    @Needs(Right.RECORD_FACT)
    @PostMapping("/facts")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine record(@PathVariable UUID id, @RequestBody Recording asked, Signed signed) {
        var person = changed(id, signed);
        var kind = given(asked.kind(), "事实种类");
        var body = body(kind, asked.body());
        requireWritable(signed, chapter(kind, body));
        var valid = ValidAsked.span(asked.valid());
        return lines.line(
                dossiers.record(signed.actor(), person, body, valid, given(asked.basis(), "依据")), signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/facts/{fact}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine correct(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Correction asked, Signed signed) {
        var wrong = writable(id, fact, signed);
        var body = body(wrong.kind(), asked.body());
        requireWritable(signed, chapter(wrong.kind(), body));
        var actor = signed.actor().because(given(asked.reason(), "更正理由"));
        return lines.line(
                dossiers.correct(actor, fact, body, ValidAsked.span(asked.valid()), given(asked.basis(), "依据")),
                signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/facts/{fact}/endings")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine end(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Ending asked, Signed signed) {
        writable(id, fact, signed);
        if (asked.day() == null) throw incomplete("终止日");
        var basis = given(asked.basis(), "依据");
        return lines.line(dossiers.end(signed.actor(), fact, asked.day().firstDay(), basis), signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/facts/{fact}/cancellations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Cancellation asked, Signed signed) {
        writable(id, fact, signed);
        dossiers.cancel(signed.actor(), fact, given(asked.reason(), "撤销理由"));
    }

    /** The other dossier joins this one. */
    @Needs(Right.MERGE_PERSONS)
    @PostMapping("/mergers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void merge(@PathVariable UUID id, @RequestBody Merger asked, Signed signed) {
        if (asked.person() == null) throw incomplete("另一份档案");
        var into = changed(id, signed);
        var from = changed(asked.person(), signed);
        merges.merge(signed.actor(), from, into, given(asked.reason(), "并档理由"));
    }

    /** Takes back that the other dossier joined this one. */
    @Needs(Right.MERGE_PERSONS)
    @DeleteMapping("/mergers/{other}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(@PathVariable UUID id, @PathVariable UUID other, Signed signed) {
        var person = changed(id, signed);
        if (!cities.now().ids(person.id()).contains(other)) throw noFact();
        merges.undo(signed.actor(), new Subject.Person(other));
    }

    @Needs(Right.MERGE_PERSONS)
    @PostMapping("/splits")
    @ResponseStatus(HttpStatus.CREATED)
    Made split(@PathVariable UUID id, @RequestBody Splitting asked, Signed signed) {
        var person = changed(id, signed);
        if (asked.facts() == null || asked.facts().isEmpty()) throw incomplete("要拆出的事实");
        for (var each : asked.facts()) writable(id, each, signed);
        return new Made(merges.split(signed.actor(), person, asked.facts(), given(asked.reason(), "拆档理由"))
                .id());
    }

    private Subject.Person changed(UUID id, Signed signed) {
        var card = search.view(signed.sight()).require(cities.now(), id);
        sights.requireChanged(signed.sight(), card.id());
        return new Subject.Person(card.id());
    }

    /** A fact of this very person, in a chapter this account writes. */
    private Fact<FactBody> writable(UUID id, UUID fact, Signed signed) {
        var person = changed(id, signed);
        var found = dossiers.fact(fact);
        if (!cities.now().ids(person.id()).contains(found.subject())
                || !signed.sight().reads(found.chapter())) throw noFact();
        requireWritable(signed, found.chapter());
        return found;
    }

    private static Refusal noFact() {
        return Refusal.absent("no-fact", "未找到这条事实。请回到档案重新打开。");
    }

    private static void requireWritable(Signed signed, Chapter chapter) {
        if (!signed.sight().writes(chapter)) throw Refusal.sight("not-writable", "未写入：您的角色不能写这一章。请告知负责的科室办理。");
    }

    private static Chapter chapter(String kind, FactBody body) {
        return body.ownChapter().orElse(FactKinds.ALL.of(kind).chapter());
    }

    private static FactBody body(String kind, @Nullable JsonNode body) {
        if (NOT_BY_HAND.contains(kind) || FactKinds.ALL.find(kind).isEmpty())
            throw Refusal.input("bad-kind", "未写入：“%s”不是可以手工录入的事实种类。请从列表中选取。".formatted(kind));
        if (body == null || !body.isObject()) throw incomplete("内容");
        try {
            return complete(FactKinds.ALL.read(kind, body.toString()));
        } catch (JacksonException unreadable) {
            throw Refusal.input("bad-body", "未写入：所填内容有缺项，或日期、数字写法不对。请核对后重填。");
        }
    }

    /** Whatever a record does not allow to be absent has been filled in. */
    private static FactBody complete(FactBody body) {
        for (var each : body.getClass().getRecordComponents()) {
            boolean optional = each.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional && ReflectionUtils.invokeMethod(each.getAccessor(), body) == null)
                throw Refusal.input("bad-body", "未写入：内容有缺项（%s）。请补填后再提交。".formatted(each.getName()));
        }
        return body;
    }

    private static String given(@Nullable String text, String what) {
        if (text == null || text.isBlank()) throw incomplete(what);
        if (text.length() > 500) throw Refusal.input("too-long", "未写入：%s超过 500 字。请写得简短一些。".formatted(what));
        return text.strip();
    }

    private static Refusal incomplete(String what) {
        return Refusal.input("incomplete", "未写入：没有填%s。请填写后再提交。".formatted(what));
    }
}
