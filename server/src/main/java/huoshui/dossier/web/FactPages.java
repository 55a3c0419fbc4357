package huoshui.dossier.web;

import huoshui.access.ManagementCategory;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.ledger.Fact;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writing about one person: recording, correcting, ending, cancelling. 录入与更正 */
@RestController
@RequestMapping("/api/v1/people/{id}")
class FactPages {

    /** Written by other doors only: photos and papers as files, drafts by import, mergers, corrections and conclusions by their own acts. */
    private static final Set<String> NOT_BY_HAND = Set.of(
            "photo",
            "attachment",
            "form-draft",
            "unplaced",
            "merged-into",
            "cancelled",
            "corrected",
            "conclusion",
            "assessed");

    /** Kinds that keep whole texts of a form, as they are printed. */
    private static final Set<String> LONG =
            Set.of("printed", "career-line", "career-note", "unread-line", "expertise", "remark");

    private static final int LONGEST = 20_000;
    private static final int LONG_ENOUGH = 2_000;

    private final Dossiers dossiers;
    private final Guard guard;
    private final Sound sound;
    private final FactLines lines;

    FactPages(Dossiers dossiers, Guard guard, Sound sound, FactLines lines) {
        this.sound = sound;
        this.dossiers = dossiers;
        this.guard = guard;
        this.lines = lines;
    }

    /** @param checked papers that contradict one another were looked at */
    record Recording(
            @Nullable String kind,
            @Nullable JsonNode body,
            @Nullable ValidAsked valid,
            @Nullable String basis,
            @Nullable Boolean checked) {}

    record Correction(
            @Nullable JsonNode body,
            @Nullable ValidAsked valid,
            @Nullable String basis,
            @Nullable String reason,
            @Nullable Boolean checked) {}

    record Ending(@Nullable PartialDate day, @Nullable String basis) {}

    record Cancellation(@Nullable String reason) {}

    @Needs(Right.RECORD_FACT)
    @PostMapping("/facts")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine record(@PathVariable UUID id, @RequestBody Recording asked, Signed signed) {
        var person = guard.changed(id, signed);
        var kind = Guard.given(asked.kind(), "事实种类");
        var body = body(kind, asked.body());
        Guard.requireWritable(signed, chapter(kind, body));
        if (body instanceof FamilyMember member && member.person() != null)
            throw Refusal.input("bad-body", "未写入：家庭成员是库中哪一位，须另行确认，不能随录入填写。请先录入，再在家庭一章办理亲属确认。");
        led(person.id(), body, signed);
        var valid = ValidAsked.span(asked.valid());
        var sound = this.sound.required(person.id(), body, valid, null, Boolean.TRUE.equals(asked.checked()));
        var basis = Guard.given(asked.basis(), "依据");
        return lines.line(
                dossiers.record(signed.actor(), person, Rewording.dated(sound, valid), valid, basis), signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/facts/{fact}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine correct(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Correction asked, Signed signed) {
        var wrong = guard.writable(id, fact, signed);
        var body = body(wrong.kind(), asked.body());
        Guard.requireWritable(signed, chapter(wrong.kind(), body));
        var person = guard.seen(id, signed).id();
        led(person, body, signed);
        var reason = Guard.given(asked.reason(), "更正理由");
        var basis = Guard.given(asked.basis(), "依据");
        var valid = ValidAsked.span(asked.valid());
        var kept = reworded(wrong, kin(wrong, body), valid);
        var was = wrong.erased() ? null : wrong.content();
        var sound = this.sound.required(person, kept, valid, was, Boolean.TRUE.equals(asked.checked()));
        return lines.line(dossiers.correct(signed.actor(), fact, sound, valid, basis, reason), signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/facts/{fact}/endings")
    @ResponseStatus(HttpStatus.CREATED)
    FactLine end(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Ending asked, Signed signed) {
        guard.writable(id, fact, signed);
        if (asked.day() == null) throw Guard.incomplete("终止日");
        var basis = Guard.given(asked.basis(), "依据");
        return lines.line(dossiers.end(signed.actor(), fact, asked.day().firstDay(), basis), signed.sight());
    }

    @Needs(Right.CORRECT_FACT)
    @PostMapping("/facts/{fact}/cancellations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @PathVariable UUID fact, @RequestBody Cancellation asked, Signed signed) {
        guard.writable(id, fact, signed);
        dossiers.cancel(signed.actor(), fact, Guard.given(asked.reason(), "撤销理由"));
    }

    private void led(UUID person, FactBody body, Signed signed) {
        if (!(body instanceof Managed is)) return;
        var category = ManagementCode.read(is.category()).flatMap(each -> ManagementCategory.of(each.code()));
        guard.requireLedAs(person, category.orElse(null), signed);
    }

    private static FactBody reworded(Fact<FactBody> wrong, FactBody body, Span valid) {
        return wrong.erased() ? body : Rewording.of(wrong.content(), wrong.valid(), body, valid);
    }

    /** Whom a row of the family means is confirmed by its own door; putting the row right neither makes nor breaks that. */
    private static FactBody kin(Fact<FactBody> wrong, FactBody body) {
        if (!(wrong.body() instanceof FamilyMember was) || !(body instanceof FamilyMember now)) return body;
        if (was.person() != null && !Objects.equals(was.name(), now.name()))
            throw Refusal.input("kin-confirmed", "未更正：这一行已确认为库中的一人，改姓名就不是同一人了。请先撤销亲属确认，再更正。");
        return new FamilyMember(
                now.order(), now.relation(), now.name(), now.birth(), now.party(), now.post(), was.person());
    }

    private static Chapter chapter(String kind, FactBody body) {
        return body.ownChapter().orElse(FactKinds.ALL.of(kind).chapter());
    }

    private static FactBody body(String kind, @Nullable JsonNode body) {
        if (NOT_BY_HAND.contains(kind) || FactKinds.ALL.find(kind).isEmpty())
            throw Refusal.input("bad-kind", "未写入：“%s”不是可以手工录入的事实种类。请从列表中选取。".formatted(kind));
        if (body == null || !body.isObject()) throw Guard.incomplete("内容");
        try {
            return complete(FactKinds.ALL.read(kind, tidied(kind, body).toString()));
        } catch (JacksonException unreadable) {
            throw Refusal.input("bad-body", "未写入：所填内容有缺项，或日期、数字写法不对。请核对后重填。");
        }
    }

    /** Nothing blank is kept, and nothing endless; what a form prints keeps its blanks. */
    private static JsonNode tidied(String kind, JsonNode body) {
        var tidy = (ObjectNode) body.deepCopy();
        int most = LONG.contains(kind) ? LONGEST : LONG_ENOUGH;
        for (var each : List.copyOf(tidy.properties())) {
            if (!each.getValue().isString()) continue;
            var text = each.getValue().asString();
            if (text.length() > most)
                throw Refusal.input(
                        "too-long",
                        "未写入：有一项填了 %d 字（%s），最多 %d 字。请写得简短一些。".formatted(text.length(), each.getKey(), most));
            if (text.isBlank()) tidy.putNull(each.getKey());
            else if (!LONG.contains(kind)) tidy.put(each.getKey(), text.strip());
        }
        return tidy;
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
}
