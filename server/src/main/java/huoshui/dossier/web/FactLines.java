package huoshui.dossier.web;

import huoshui.access.Sight;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.search.IdNumbers;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How facts look from outside. 事实的呈现 */
@Component
class FactLines {

    private final Acts acts;

    FactLines(Acts acts) {
        this.acts = acts;
    }

    /** @param start precision letter of the first day, as the ledger keeps it */
    record Valid(LocalDate from, @Nullable LocalDate to, char start, char end) {

        static Valid of(Span span) {
            return new Valid(
                    span.from(), span.to(), span.start().code(), span.end().code());
        }
    }

    record Moment(long act, @Nullable Instant at) {}

    record Known(Moment from, @Nullable Moment to) {}

    /**
     * One line of a dossier.
     *
     * @param body null once erased
     * @param superseded whether it no longer counted at the clocks asked for
     */
    record FactLine(
            UUID id,
            String kind,
            String slot,
            Chapter chapter,
            @Nullable FactBody body,
            Valid valid,
            String basis,
            Known known,
            boolean superseded) {}

    FactLine line(Fact<FactBody> fact, Sight sight) {
        return lines(List.of(fact), sight, Long.MAX_VALUE).getFirst();
    }

    List<FactLine> lines(List<Fact<FactBody>> facts, Sight sight, AsOf at) {
        return lines(facts, sight, at.known());
    }

    private List<FactLine> lines(List<Fact<FactBody>> facts, Sight sight, long known) {
        var numbers = new HashSet<Long>();
        for (var each : facts) {
            numbers.add(each.known());
            if (each.superseded() != null) numbers.add(each.superseded());
        }
        var instants = acts.of(numbers);
        return facts.stream().map(each -> line(each, sight, known, instants)).toList();
    }

    /** What a later act did is not told to whoever reads as known before it. */
    private static FactLine line(Fact<FactBody> fact, Sight sight, long known, Map<Long, Instant> instants) {
        var ended = fact.superseded() != null && fact.superseded() <= known ? fact.superseded() : null;
        return new FactLine(
                fact.id(),
                fact.kind(),
                fact.slot(),
                fact.chapter(),
                masked(fact.body(), sight),
                Valid.of(fact.valid()),
                fact.basis(),
                new Known(moment(fact.known(), instants), ended == null ? null : moment(ended, instants)),
                ended != null);
    }

    private static Moment moment(long act, Map<Long, Instant> instants) {
        return new Moment(act, instants.get(act));
    }

    private static @Nullable FactBody masked(@Nullable FactBody body, Sight sight) {
        if (!(body instanceof IdNumber(var number)) || IdNumbers.searchable(sight)) return body;
        return new IdNumber(Objects.requireNonNull(IdNumbers.shown(number, sight)));
    }
}
