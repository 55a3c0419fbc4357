package huoshui.dossier.web;

import huoshui.access.Accounts;
import huoshui.access.Right;
import huoshui.access.Sight;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.RecordFact.Cancelled;
import huoshui.dossier.fact.RecordFact.Corrected;
import huoshui.dossier.search.IdNumbers;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.View;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Recorders;
import huoshui.kernel.Recorders.Recorder;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How facts look from outside. 事实的呈现 */
@Component
class FactLines {

    private static final String NOBODY = "系统";

    private final Acts acts;
    private final Recorders recorders;
    private final Accounts accounts;
    private final PeopleSearch search;

    FactLines(Acts acts, Recorders recorders, Accounts accounts, PeopleSearch search) {
        this.acts = acts;
        this.recorders = recorders;
        this.accounts = accounts;
        this.search = search;
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
     * @param dossier in which of the person's dossiers it stands: another than the one shown where that was merged into it
     * @param body null once erased
     * @param superseded whether it no longer counted at the clocks asked for
     * @param recordedBy who recorded it, as the journal says; null for whoever does not work with dossiers
     * @param endedBy whose act ended it, where it has ended
     * @param reason why it was put right or cancelled, where that was said
     */
    record FactLine(
            UUID id,
            UUID dossier,
            String kind,
            String slot,
            Chapter chapter,
            @Nullable FactBody body,
            Valid valid,
            String basis,
            Known known,
            boolean superseded,
            @Nullable String recordedBy,
            @Nullable String endedBy,
            @Nullable String reason) {

        private FactLine because(@Nullable String why) {
            return new FactLine(
                    id, dossier, kind, slot, chapter, body, valid, basis, known, superseded, recordedBy, endedBy, why);
        }
    }

    FactLine line(Fact<FactBody> fact, Sight sight) {
        return lines(List.of(fact), sight, Long.MAX_VALUE).getFirst();
    }

    List<FactLine> lines(List<Fact<FactBody>> facts, Sight sight, AsOf at) {
        return lines(facts, sight, at.known());
    }

    /** Versions with the reasons that other lines of the same dossier give for their end. */
    List<FactLine> versions(List<Fact<FactBody>> facts, List<Fact<FactBody>> all, Sight sight, AsOf at) {
        var reasons = new HashMap<UUID, String>();
        for (var each : all) {
            if (each.known() > at.known()) continue;
            if (each.body() instanceof Cancelled(var fact, var chapter, var reason)) reasons.put(fact, reason);
            if (each.body() instanceof Corrected(var fact, var chapter, var reason)) reasons.put(fact, reason);
        }
        return lines(facts, sight, at).stream()
                .map(each -> each.superseded() ? each.because(reasons.get(each.id())) : each)
                .toList();
    }

    private List<FactLine> lines(List<Fact<FactBody>> facts, Sight sight, long known) {
        var numbers = new HashSet<Long>();
        for (var each : facts) {
            numbers.add(each.known());
            if (each.superseded() != null) numbers.add(each.superseded());
        }
        var told = new Told(acts.of(numbers), sight.may(Right.READ_PEOPLE) ? who(facts, numbers) : null);
        var view = search.view(sight);
        return facts.stream().map(each -> line(each, view, known, told)).toList();
    }

    private record Written(long act, UUID subject) {}

    /** When acts were, and who did them; their doers are for those who work with dossiers. */
    private record Told(
            Map<Long, Instant> instants, @Nullable Map<Written, String> names) {

        Moment at(long act) {
            return new Moment(act, instants.get(act));
        }

        @Nullable
        String by(long act, UUID subject) {
            return names == null ? null : names.getOrDefault(new Written(act, subject), NOBODY);
        }
    }

    private Map<Written, String> who(List<Fact<FactBody>> facts, Set<Long> numbers) {
        var found = recorders.of(
                numbers, facts.stream().map(Fact::subject).distinct().toList());
        var names = accounts.displayNames(
                found.stream().map(Recorder::account).distinct().toList());
        var who = new HashMap<Written, String>();
        for (var each : found)
            who.put(new Written(each.act(), each.subject()), names.getOrDefault(each.account(), NOBODY));
        return who;
    }

    /** What a later act did is not told to whoever reads as known before it. */
    private static FactLine line(Fact<FactBody> fact, View view, long known, Told told) {
        var ended = fact.superseded() != null && fact.superseded() <= known ? fact.superseded() : null;
        return new FactLine(
                fact.id(),
                fact.subject(),
                fact.kind(),
                fact.slot(),
                fact.chapter(),
                masked(fact.body(), view),
                Valid.of(fact.valid()),
                fact.basis(),
                new Known(told.at(fact.known()), ended == null ? null : told.at(ended)),
                ended != null,
                told.by(fact.known(), fact.subject()),
                ended == null ? null : told.by(ended, fact.subject()),
                null);
    }

    /** An id number without its middle for most; of a relative whose dossier is out of sight no id. */
    private static @Nullable FactBody masked(@Nullable FactBody body, View view) {
        return switch (body) {
            case IdNumber(var number)
            when !IdNumbers.searchable(view.sight()) ->
                new IdNumber(Objects.requireNonNull(IdNumbers.shown(number, view.sight())));
            case FamilyMember member when member.person() != null && hidden(member.person(), view) -> unnamed(member);
            case null, default -> body;
        };
    }

    private static boolean hidden(UUID person, View view) {
        return view.find(view.today(), person).isEmpty();
    }

    private static FamilyMember unnamed(FamilyMember is) {
        return new FamilyMember(is.order(), is.relation(), is.name(), is.birth(), is.party(), is.post(), null);
    }
}
