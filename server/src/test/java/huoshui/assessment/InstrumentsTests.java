package huoshui.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.Department;
import huoshui.RoomTest;
import huoshui.access.Accounts;
import huoshui.access.Grants;
import huoshui.assessment.InstrumentEdition.Fate;
import huoshui.dossier.Dossiers;
import huoshui.kernel.Actor;
import huoshui.kernel.Refusal;
import huoshui.org.Authorities;
import huoshui.org.Units;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A new text of an instrument is nobody's until somebody takes it in, and is published by another. */
@RoomTest
class InstrumentsTests {

    final Instruments instruments;
    final Department house;
    final PollingPlace place;

    InstrumentsTests(
            @Autowired Instruments instruments,
            @Autowired Rounds rounds,
            @Autowired Slips slips,
            @Autowired Accounts accounts,
            @Autowired Grants grants,
            @Autowired Units units,
            @Autowired Authorities authorities,
            @Autowired Dossiers dossiers) {
        this.instruments = instruments;
        this.house = new Department(units, authorities, dossiers, accounts, grants);
        this.place = new PollingPlace(rounds, slips, accounts);
    }

    @Test
    void aTextFromAFileIsTakenInByOneAndPublishedByAnother() {
        house.open("first", "assessment-section");
        house.open("second", "assessment-section");
        house.open("reader", "cadre-section");
        var first = place.signed("first");
        var second = place.signed("second");
        var file = Instruments.shippedFiles().firstEntry();
        instruments.published();
        instruments.takeIn(
                Map.of(file.getKey(), file.getValue().replace("title: 政治素质专项测评表", "title: 政治素质专项测评表（修订）")),
                new Actor(UUID.randomUUID()));
        var waiting = instruments.proposals().getFirst();
        assertThat(waiting.drafter()).isNull();

        refused("not-taken-in", () -> instruments.decide(first, waiting.id(), Fate.PUBLISHED, "部务会同意"));
        refused("right", () -> instruments.take(place.signed("reader"), waiting.id()));
        instruments.take(first, waiting.id());
        refused("taken-already", () -> instruments.take(second, waiting.id()));
        refused("oneself", () -> instruments.decide(first, waiting.id(), Fate.PUBLISHED, "部务会同意"));
        assertThat(instruments.requirePublished(waiting.code()).version()).isEqualTo(1);

        refused("no-reason", () -> instruments.decide(second, waiting.id(), Fate.PUBLISHED, " "));
        var published = instruments.decide(second, waiting.id(), Fate.PUBLISHED, "部务会同意");
        assertThat(published.version()).isEqualTo(2);
        assertThat(instruments.requirePublished(waiting.code()).instrument().title())
                .endsWith("（修订）");
        refused("decided-already", () -> instruments.decide(second, waiting.id(), Fate.REFUSED, "重复"));
    }

    private static void refused(String code, Runnable doing) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
