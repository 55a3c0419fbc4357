package huoshui.access.web;

import huoshui.access.Accounts;
import huoshui.access.Approval;
import huoshui.access.Approvals;
import huoshui.access.Signed;
import huoshui.access.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a second person, and what became of one's own askings. 双人复核 */
@RestController
@RequestMapping("/api/v1/approvals")
class ApprovalPages {

    private final Approvals approvals;
    private final Accounts accounts;

    ApprovalPages(Approvals approvals, Accounts accounts) {
        this.approvals = approvals;
        this.accounts = accounts;
    }

    record ApprovalLine(
            UUID id,
            Approval.Kind kind,
            String summary,
            int people,
            String askedBy,
            Instant askedAt,
            Instant expires,
            boolean mine,
            @Nullable String decidedBy,
            @Nullable Boolean agreed,
            boolean used) {}

    record Decision(boolean agreed) {}

    @SignedIn
    @GetMapping
    List<ApprovalLine> list(Signed signed) {
        return approvals.list(signed).stream().map(each -> line(each, signed)).toList();
    }

    @SignedIn
    @PostMapping("/{id}/decisions")
    ApprovalLine decide(@PathVariable UUID id, @RequestBody Decision decision, Signed signed) {
        return line(approvals.decide(signed, id, decision.agreed()), signed);
    }

    private ApprovalLine line(Approval each, Signed signed) {
        return new ApprovalLine(
                each.id(),
                each.kind(),
                each.summary(),
                each.people(),
                name(each.askedBy()),
                each.askedAt(),
                each.expires(),
                each.askedBy().equals(signed.account()),
                each.decidedBy() == null ? null : name(each.decidedBy()),
                each.agreed(),
                each.used());
    }

    private String name(UUID account) {
        return accounts.find(account).map(found -> found.displayName()).orElse("");
    }
}
