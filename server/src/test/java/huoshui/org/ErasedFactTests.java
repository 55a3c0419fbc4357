package huoshui.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.kernel.Actor;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.org.Corrections.CorrectFact;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RoomTest
class ErasedFactTests {

    private static final PartialDate LONG_AGO = PartialDate.month(2001, 3);

    @Autowired
    Units units;

    @Autowired
    Organization organization;

    @Autowired
    Corrections corrections;

    @Autowired
    OrgLedger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aUnitWhoseLineIsErasedIsGoneFromTheRunningOrganizationAtOnce() {
        var clerk = new Actor(UUID.randomUUID(), new Purpose("E02"));
        var is = UnitIs.of("示例社团" + UUID.randomUUID(), UnitKind.MASS_ORGANIZATION, null, null);
        var unit = units.found(clerk, new FoundUnit(is, LONG_AGO, "澜编〔2001〕1 号"));
        var before = organization.now();
        var fact = before.requireUnit(unit).fact();

        transaction.executeWithoutResult(each -> ledger.facts().erase(clerk, List.of(fact)));

        assertThat(organization.now().unit(unit)).isEmpty();
        assertThat(organization.at(before.at()).unit(unit))
                .as("nor on any earlier knowledge")
                .isEmpty();
        assertThat(organization.history(unit)).anyMatch(each -> each.id().equals(fact) && each.erased());
        assertThatThrownBy(() -> corrections.correct(clerk, new CorrectFact(fact, is, Span.since(LONG_AGO), "恢复")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("已依法抹除");
    }
}
