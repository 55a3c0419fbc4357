package huoshui.org;

import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.NoteFact.Cancelled;
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

    /** 终止：自该日起不再如此 */
    public record EndFact(UUID fact, PartialDate on, String basis) {}

    /** 撤销 */
    public record CancelFact(UUID fact, String reason) {}

    /** One line, whether it still counts or not. */
    public Fact<OrgFact> fact(UUID id) {
        return desk.fact(id);
    }

    /** What was erased has no text left to be put right. */
    private Fact<OrgFact> standing(UUID id) {
        var fact = desk.fact(id);
        if (fact.erased()) throw Refusal.input("erased", "未写入：该记录的内容已依法抹除，不能更正或终止。可以撤销它，另行录入。");
        return fact;
    }

    /** @throws Refusal {@code superseded} when somebody else changed that line meanwhile */
    @Transactional
    public void correct(Actor actor, CorrectFact command) {
        var on = PartialDate.day(command.valid().from());
        desk.begin(on, command.reason());
        var wrong = standing(command.fact());
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
        desk.write(
                actor,
                List.of(
                        Change.supersede(wrong),
                        Change.record(
                                wrong.subject(),
                                new Cancelled(command.fact(), command.reason()),
                                wrong.valid(),
                                command.reason())),
                on);
    }

    /**
     * Says from when that line no longer holds; what it said of the days before stays.
     *
     * @throws Refusal {@code superseded} when somebody else changed that line meanwhile, {@code ends-before-start}
     */
    @Transactional
    public void end(Actor actor, EndFact command) {
        desk.begin(command.on(), command.basis());
        var fact = standing(command.fact());
        var day = command.on().firstDay();
        var to = fact.valid().to();
        if (!fact.valid().from().isBefore(day))
            throw Refusal.input(
                    "ends-before-start",
                    "未终止：该记录自 %s 起，终止日须在其后。请改填，或改为撤销。".formatted(fact.valid().from()));
        if (to != null && !to.isAfter(day))
            throw Refusal.input("ended-already", "未终止：该记录到 %s 已止。请改填更早的日子，或改为更正。".formatted(to));
        List<Change<OrgFact>> changes = List.of(
                Change.supersede(fact),
                Change.record(
                        fact.subject(),
                        fact.content(),
                        new Span(
                                fact.valid().from(),
                                day,
                                fact.valid().start(),
                                command.on().precision()),
                        command.basis()));
        desk.write(actor, changes, command.on());
    }
}
