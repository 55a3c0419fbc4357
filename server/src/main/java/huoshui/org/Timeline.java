package huoshui.org;

import huoshui.kernel.PartialDate;
import huoshui.kernel.Precision;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import huoshui.org.fact.OrgFact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is held true of one subject in one kind and slot, day after day; changed from a day on. 时间线
 *
 * @param facts that count today, in order of days
 */
record Timeline(UUID subject, List<Fact<OrgFact>> facts, PartialDate on, String basis) {

    /** From the day on, the body is another one, until a later line that had already changed the same aspect. */
    <B extends OrgFact> List<Change<OrgFact>> change(Class<B> kind, UnaryOperator<B> changed, Function<B, ?> aspect) {
        var changes = new ArrayList<Change<OrgFact>>();
        B before = null;
        for (var fact : facts) {
            if (!kind.isInstance(fact.content()) || endsBy(fact, day())) continue;
            var body = kind.cast(fact.content());
            if (before != null && !java.util.Objects.equals(aspect.apply(before), aspect.apply(body))) break;
            before = before == null ? body : before;
            var after = changed.apply(body);
            if (after.equals(body)) continue;
            changes.add(Change.supersede(fact));
            if (fact.valid().from().isBefore(day())) {
                changes.add(Change.record(subject, body, until(fact.valid()), fact.basis()));
                changes.add(Change.record(subject, after, since(fact.valid()), basis));
            } else changes.add(Change.record(subject, after, fact.valid(), basis));
        }
        return changes;
    }

    /** From the day on, none of these holds any more. */
    List<Change<OrgFact>> end() {
        var changes = new ArrayList<Change<OrgFact>>();
        for (var fact : facts) {
            if (endsBy(fact, day())) continue;
            changes.add(Change.supersede(fact));
            if (fact.valid().from().isBefore(day()))
                changes.add(Change.record(subject, fact.content(), until(fact.valid()), fact.basis()));
        }
        return changes;
    }

    /** From the day on, this one holds instead of whatever did. */
    List<Change<OrgFact>> replace(OrgFact body) {
        var changes = new ArrayList<>(end());
        changes.add(Change.record(subject, body, Span.since(on), basis));
        return changes;
    }

    private static boolean endsBy(Fact<OrgFact> fact, LocalDate day) {
        var to = fact.valid().to();
        return to != null && !to.isAfter(day);
    }

    private Span until(Span span) {
        return new Span(span.from(), day(), span.start(), on.precision());
    }

    private Span since(Span span) {
        return new Span(day(), span.to(), on.precision(), span.to() == null ? Precision.UNKNOWN : span.end());
    }

    private LocalDate day() {
        return on.firstDay();
    }
}
