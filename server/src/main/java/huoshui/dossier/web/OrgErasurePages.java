package huoshui.dossier.web;

import huoshui.access.Accounts;
import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Needs;
import huoshui.access.Purposes;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.web.OrgLines.HistoryLine;
import huoshui.dossier.web.OrgLines.Named;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import huoshui.org.Corrections;
import huoshui.org.OrgErasure;
import huoshui.org.OrgErasures;
import huoshui.org.Organization;
import java.time.Instant;
import java.util.List;
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

/** Erasing a line about a unit, post or team: one asks, another looks at it and agrees, the first does it. 机构记录抹除 */
@RestController
@RequestMapping("/api/v1")
class OrgErasurePages {

    private final OrgErasures erasures;
    private final Corrections corrections;
    private final Organization organization;
    private final OrgLines lines;
    private final Approvals approvals;
    private final Purposes purposes;
    private final Accounts accounts;

    OrgErasurePages(
            OrgErasures erasures,
            Corrections corrections,
            Organization organization,
            OrgLines lines,
            Approvals approvals,
            Purposes purposes,
            Accounts accounts) {
        this.erasures = erasures;
        this.corrections = corrections;
        this.organization = organization;
        this.lines = lines;
        this.approvals = approvals;
        this.purposes = purposes;
        this.accounts = accounts;
    }

    record Asking(@Nullable String ground) {}

    /**
     * @param ground in words
     * @param state {@code waiting}, {@code agreed}, {@code declined}, {@code expired} or {@code done}
     * @param line the very line; without a body once emptied
     */
    record Sheet(
            UUID id,
            Named unit,
            HistoryLine line,
            @Nullable String ground,
            String askedBy,
            Instant asked,
            @Nullable String decidedBy,
            String state,
            boolean mine,
            @Nullable Instant done) {}

    @Needs(Right.ERASE)
    @PostMapping("/organization-facts/{id}/erasures")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sheet ask(@PathVariable UUID id, @RequestBody Asking asked, Signed signed) {
        var unit = lines.unitOf(corrections.fact(id).subject());
        led(unit, signed);
        return sheet(erasures.ask(signed, id, unit, asked.ground()), signed);
    }

    /** The line it is about, for those who ask or decide. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/organization-erasures/{id}")
    Sheet one(@PathVariable UUID id, Signed signed) {
        var asked = erasures.find(id).orElseThrow(OrgErasurePages::absent);
        if (!signed.sight().seesUnit(asked.unit()) || !approvals.concerns(signed, approval(asked))) throw absent();
        return sheet(asked, signed);
    }

    @Needs(Right.ERASE)
    @PostMapping("/organization-erasures/{id}/completions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void complete(@PathVariable UUID id, Signed signed) {
        erasures.find(id).ifPresent(each -> led(each.unit(), signed));
        erasures.erase(signed, id);
    }

    private static void led(UUID unit, Signed signed) {
        if (!signed.sight().seesUnit(unit)) throw UnitPages.unseen();
        if (!signed.sight().erasesOf(unit)) throw Refusal.sight("unit-not-led", "未提请：该单位不由您单位主管，您只能查看。请告知主管单位办理。");
        Guard.requireWritable(signed, Chapter.ORGANIZATION);
    }

    private Approval approval(OrgErasure asked) {
        return approvals.find(asked.id()).orElseThrow(OrgErasurePages::absent);
    }

    private Sheet sheet(OrgErasure each, Signed signed) {
        var approval = approval(each);
        var decidedBy = approval.decidedBy();
        var names =
                accounts.displayNames(decidedBy == null ? List.of(each.askedBy()) : List.of(each.askedBy(), decidedBy));
        var chart = organization.now();
        return new Sheet(
                each.id(),
                lines.everNamed(each.unit(), chart.at().known()),
                lines.line(corrections.fact(each.fact()), chart),
                purposes.words(each.ground()),
                names.getOrDefault(each.askedBy(), ""),
                each.asked(),
                decidedBy == null ? null : names.getOrDefault(decidedBy, ""),
                state(each, approval),
                each.askedBy().equals(signed.account()),
                each.done());
    }

    private String state(OrgErasure each, Approval approval) {
        if (each.done() != null) return "done";
        if (Boolean.FALSE.equals(approval.agreed())) return "declined";
        if (approvals.expired(approval)) return "expired";
        return approval.agreed() == null ? "waiting" : "agreed";
    }

    private static Refusal absent() {
        return Refusal.absent("no-erasure", "未找到：没有这项抹除，或它不由您办理。请从双人复核中打开。");
    }
}
