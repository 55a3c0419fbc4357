package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.OrgFact;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Putting right what was recorded wrongly; the wrong line stays to be read as it was known. 更正与撤销 */
@Component
public class Corrections {

    private final Desk desk;

    Corrections(Desk desk) {
        this.desk = desk;
    }

    /** 更正：the line named no longer counts, this one does. */
    public record CorrectFact(UUID fact, OrgFact body, Span valid, String reason) {}

    /** 撤销 */
    public record CancelFact(UUID fact, String reason) {}

    /** One line, whether it still counts or not. */
    public Fact<OrgFact> fact(UUID id) {
        return desk.fact(id);
    }

    /** @throws Refusal {@code superseded} when somebody else changed that line meanwhile */
    @Transactional
    public void correct(Actor actor, CorrectFact command) {
        var on = PartialDate.day(command.valid().from());
        desk.begin(on, command.reason());
        var wrong = desk.fact(command.fact());
        if (!wrong.content().getClass().equals(command.body().getClass()))
            throw Refusal.input("other-kind", "未写入：更正前后不是同一类记录。请撤销原记录后另行录入。");
        List<Change<OrgFact>> changes = List.of(
                Change.supersede(wrong),
                Change.record(wrong.subject(), command.body(), command.valid(), command.reason()));
        desk.write(actor, changes, on);
    }

    /** @throws Refusal {@code superseded} when somebody else changed that line meanwhile */
    @Transactional
    public void cancel(Actor actor, CancelFact command) {
        var wrong = desk.fact(command.fact());
        var on = PartialDate.day(wrong.valid().from());
        desk.begin(on, command.reason());
        desk.write(actor.because(command.reason()), List.of(Change.supersede(wrong)), on);
    }
}
