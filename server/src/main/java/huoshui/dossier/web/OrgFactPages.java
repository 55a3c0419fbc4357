package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.org.Chart;
import huoshui.org.Corrections;
import huoshui.org.Corrections.CancelFact;
import huoshui.org.Corrections.CorrectFact;
import huoshui.org.Organization;
import huoshui.org.fact.OrgKinds;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    OrgFactPages(Corrections corrections, Organization organization) {
        this.corrections = corrections;
        this.organization = organization;
    }

    /** @param body the whole body as it should have been */
    record Correcting(
            JsonNode body, PartialDate from, @Nullable PartialDate to, String reason) {}

    record Cancelling(String reason) {}

    @PostMapping("/{id}/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable UUID id, @RequestBody Correcting asked, Signed signed) {
        var wrong = corrections.fact(id);
        led(wrong.subject(), wrong.kind(), signed);
        var body =
                OrgKinds.ALL.read(wrong.kind(), UnitReforms.given(asked.body()).toString());
        corrections.correct(
                signed.actor(),
                new CorrectFact(
                        id,
                        body,
                        Span.between(UnitReforms.given(asked.from()), asked.to()),
                        UnitReforms.given(asked.reason())));
    }

    @PostMapping("/{id}/cancellations")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @RequestBody Cancelling asked, Signed signed) {
        var wrong = corrections.fact(id);
        led(wrong.subject(), wrong.kind(), signed);
        corrections.cancel(signed.actor(), new CancelFact(id, UnitReforms.given(asked.reason())));
    }

    private void led(UUID subject, String kind, Signed signed) {
        if (kind.equals("authority")) signed.require(Right.MANAGE_AUTHORITY);
        else UnitReforms.leads(unitOf(subject), signed);
    }

    private UUID unitOf(UUID subject) {
        Chart chart = organization.now();
        if (chart.unit(subject).isPresent() || chart.ended().containsKey(subject)) return subject;
        return chart.post(subject)
                .map(post -> post.is().unit())
                .or(() -> chart.team(subject).map(team -> team.is().unit()))
                .orElseThrow(() -> Refusal.absent("no-fact", "未找到：该职位或班子已撤销，请在其所在单位页更正。"));
    }
}
