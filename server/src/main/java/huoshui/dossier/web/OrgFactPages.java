package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.web.OrgLines.HistoryLine;
import huoshui.dossier.web.OrgLines.Named;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Superseded;
import huoshui.org.Corrections;
import huoshui.org.Corrections.CancelFact;
import huoshui.org.Corrections.CorrectFact;
import huoshui.org.Corrections.EndFact;
import huoshui.org.Organization;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.OrgKinds;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.UnitFact.UnitIs;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Corrections and cancellations of single lines about units, posts and teams. 机构记录更正与撤销 */
@RestController
@RequestMapping("/api/v1/organization-facts")
@Needs(Right.MANAGE_UNITS)
class OrgFactPages {

    private final Corrections corrections;
    private final Organization organization;
    private final OrgLines lines;

    OrgFactPages(Corrections corrections, Organization organization, OrgLines lines) {
        this.corrections = corrections;
        this.organization = organization;
        this.lines = lines;
    }

    /**
     * @param body the whole body as it should have been
     * @param from left out where the beginning stays as it is, known or not
     */
    record Correcting(
            JsonNode body,
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            String reason) {}

    record Cancelling(String reason) {}

    record Ending(PartialDate on, String basis) {}

    /** One line with its subject: where it is to be read, and whether this account may put it right. */
    record Sheet(HistoryLine line, Named unit, boolean mayChange) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/{id}")
    Sheet one(@PathVariable UUID id, AsOf at, Signed signed) {
        var fact = corrections.fact(id);
        var unit = lines.unitOf(fact.subject());
        if (!signed.sight().seesUnit(unit)) throw UnitPages.unseen();
        boolean authority = fact.kind().equals("authority");
        boolean may = signed.sight().may(authority ? Right.MANAGE_AUTHORITY : Right.MANAGE_UNITS)
                && signed.sight().changesUnit(unit);
        return new Sheet(lines.line(fact, organization.at(at)), lines.everNamed(unit, at.known()), may);
    }

    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable UUID id, @RequestBody Correcting asked, Signed signed) {
        var wrong = corrections.fact(id);
        led(wrong.subject(), wrong.kind(), signed);
        var body =
                OrgKinds.ALL.read(wrong.kind(), UnitReforms.given(asked.body()).toString());
        reaches(body, wrong.body(), signed);
        var command = new CorrectFact(
                id, body, span(wrong.valid(), asked.from(), asked.to()), UnitReforms.given(asked.reason()));
        told(() -> corrections.correct(signed.actor(), command));
    }

    @PostMapping("/{id}/endings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @RequestBody Ending asked, Signed signed) {
        var fact = corrections.fact(id);
        led(fact.subject(), fact.kind(), signed);
        var command = new EndFact(id, UnitReforms.given(asked.on()), UnitReforms.given(asked.basis()));
        told(() -> corrections.end(signed.actor(), command));
    }

    @PostMapping("/{id}/cancellations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @RequestBody Cancelling asked, Signed signed) {
        var wrong = corrections.fact(id);
        led(wrong.subject(), wrong.kind(), signed);
        var command = new CancelFact(id, UnitReforms.given(asked.reason()));
        told(() -> corrections.cancel(signed.actor(), command));
    }

    /** A line that somebody else has changed is told in words: the one asked about and what counts now. */
    private void told(Runnable act) {
        try {
            act.run();
        } catch (Superseded refused) {
            var chart = organization.now();
            var yours = refused.yours();
            var history = organization.history(yours.subject());
            throw new Refusal(
                    refused.sort(),
                    refused.code(),
                    String.valueOf(refused.getMessage()),
                    Map.of(
                            "yours",
                            history.stream()
                                    .filter(each -> each.id().equals(yours.id()))
                                    .map(each -> lines.line(each, chart))
                                    .toList(),
                            "current",
                            history.stream()
                                    .filter(each -> each.superseded() == null
                                            && each.kind().equals(yours.kind())
                                            && each.slot().equals(yours.slot())
                                            && each.valid().overlaps(yours.valid()))
                                    .map(each -> lines.line(each, chart))
                                    .toList()));
        }
    }

    private void led(UUID subject, String kind, Signed signed) {
        if (kind.equals("authority")) signed.require(Right.MANAGE_AUTHORITY);
        else UnitReforms.leads(lines.unitOf(subject), signed);
    }

    private static Span span(Span was, @Nullable PartialDate from, @Nullable PartialDate to) {
        if (from != null) return between(from, to);
        if (to == null) return new Span(was.from(), null, was.start(), Precision.UNKNOWN);
        var until = between(PartialDate.day(was.from()), to);
        return new Span(was.from(), until.to(), was.start(), until.end());
    }

    private static Span between(PartialDate from, @Nullable PartialDate to) {
        if (to != null && !from.firstDay().isBefore(to.dayAfter()))
            throw Refusal.input(
                    "ends-before-start", "未写入：止于 %s，早于起始 %s。请改填其中一个。".formatted(to.printed(), from.printed()));
        return Span.between(from, to);
    }

    /** What it is to say may not reach into units this account does not lead, where it did not do so before. */
    private static void reaches(OrgFact body, @Nullable OrgFact before, Signed signed) {
        var into = into(body);
        if (Objects.equals(into, before == null ? null : into(before))) return;
        if (into != null) UnitReforms.leads(into, signed);
        else if (!signed.sight().everything())
            throw Refusal.sight("no-parent", "未写入：没有选上级单位，只有管理全市的账号才能设顶层单位。请选择上级单位。");
    }

    private static @Nullable UUID into(OrgFact body) {
        return switch (body) {
            case UnitIs is -> is.parent();
            case PostIs is -> UnitReforms.given(is.unit());
            case TeamIs is -> UnitReforms.given(is.unit());
            default -> null;
        };
    }
}
