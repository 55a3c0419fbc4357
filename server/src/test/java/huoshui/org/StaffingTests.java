package huoshui.org;

import static huoshui.kernel.code.LeadershipLevel.DIVISION_CHIEF;
import static huoshui.kernel.code.LeadershipLevel.DIVISION_DEPUTY;
import static huoshui.org.fact.SeatCategory.CHIEF_SPECIALIST;
import static huoshui.org.fact.SeatCategory.DEPUTY;
import static huoshui.org.fact.SeatCategory.HEAD;
import static huoshui.org.fact.SeatCategory.NOT_LEADING;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Staffing.Seated;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffingTests {

    final UUID yue = UUID.randomUUID();
    final UUID han = UUID.randomUUID();

    @Test
    void vacanciesAreWhatWasApprovedLessWhoIsThere() {
        var staffing = Staffing.of(
                List.of(approved(HEAD, null, 1), approved(DEPUTY, null, 3)),
                List.of(seated(yue, HEAD), seated(han, DEPUTY), seated(UUID.randomUUID(), DEPUTY)));

        assertThat(staffing.approved()).isEqualTo(4);
        assertThat(staffing.actual()).isEqualTo(3);
        assertThat(staffing.vacant()).isEqualTo(1);
        assertThat(staffing.excess()).isZero();
    }

    @Test
    void tooManyDeputiesFillNoSeatOfAnotherCategory() {
        var staffing = Staffing.of(
                List.of(approved(HEAD, null, 1), approved(DEPUTY, null, 1)),
                List.of(seated(yue, DEPUTY), seated(han, DEPUTY)));

        assertThat(staffing.vacant()).isEqualTo(1);
        assertThat(staffing.excess()).isEqualTo(1);
    }

    @Test
    void whoeverSitsTwiceInOneUnitCountsOnceAndInTheHigherSeat() {
        var staffing = Staffing.of(
                List.of(approved(HEAD, null, 1), approved(DEPUTY, null, 1)),
                List.of(seated(yue, DEPUTY), seated(yue, HEAD)));

        assertThat(staffing.lines().getFirst().people()).containsExactly(yue);
        assertThat(staffing.lines().getLast().people()).isEmpty();
    }

    @Test
    void whatWasNeverLaidDownIsNotZero() {
        var staffing = Staffing.of(List.of(approved(HEAD, null, 1)), List.of(seated(han, CHIEF_SPECIALIST)));

        var specialists = staffing.lines().getLast();
        assertThat(specialists.category()).isEqualTo(CHIEF_SPECIALIST);
        assertThat(specialists.approved()).isNull();
        assertThat(specialists.vacant()).isNull();
        assertThat(Staffing.of(List.of(), List.of(seated(han, HEAD))).approved())
                .isNull();
    }

    @Test
    void numbersToldApartByLevelCountEachLevelForItself() {
        var staffing = Staffing.of(
                List.of(approved(DEPUTY, DIVISION_CHIEF, 1), approved(DEPUTY, DIVISION_DEPUTY, 2)),
                List.of(
                        new Seated(yue, DEPUTY, DIVISION_CHIEF),
                        new Seated(han, DEPUTY, LeadershipLevel.SECTION_CHIEF)));

        assertThat(staffing.lines()).extracting(Staffing.Line::actual).containsExactly(1, 0, 1);
        assertThat(staffing.lines().getLast().approved()).isNull();
    }

    @Test
    void whoeverLeadsNobodyTakesUpNoNumber() {
        assertThat(Staffing.of(List.of(approved(HEAD, null, 1)), List.of(seated(han, NOT_LEADING)))
                        .actual())
                .isZero();
    }

    private static Establishment approved(SeatCategory category, @Nullable LeadershipLevel level, int number) {
        return new Establishment(category, level, number, "澜编〔2024〕17 号");
    }

    private static Seated seated(UUID person, SeatCategory category) {
        return new Seated(person, category, null);
    }
}
