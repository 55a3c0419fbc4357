package huoshui.rule;

import huoshui.dossier.city.LinesAt;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The influence periods of a person, run out or not. 影响期推算
 *
 * <p>By the clause in force on the day the source began; a later end set by the decision wins; lifted or rescinded ends it from
 * that day. Several run side by side, so the longest wins by itself.
 */
final class Influences {

    private static final List<String> SOURCES = List.of("sanction", "org-measure");
    /** A sanction no clause can read may be the longest there is. */
    private static final int LONGEST = 60;

    private Influences() {}

    static List<InfluencePeriod> of(OnePerson person, Book book) {
        var all = new ArrayList<InfluencePeriod>();
        for (var kind : SOURCES) for (var each : person.lines().begunLines(kind)) source(kind, each, book, all);
        return all.isEmpty() ? List.of() : List.copyOf(all);
    }

    private static void source(String kind, LinesAt.At fact, Book book, List<InfluencePeriod> into) {
        boolean read = false;
        boolean decided = true;
        for (var clause : book.openings()) {
            var opening = clause.opens();
            if (opening == null || !opening.source().kind().kind().equals(kind)) continue;
            if (!clause.inForce(fact.valid().from())) continue;
            var fits = opening.source().fits(fact.body());
            if (fits == Verdict.UNKNOWN) decided = false;
            if (fits != Verdict.MET) continue;
            read = true;
            into.add(period(clause, opening, fact));
        }
        if (read) return;
        var told = told(fact.body());
        if (told != null) into.add(set(fact, told));
        else if (!decided) into.add(unread(fact));
    }

    private static InfluencePeriod period(Provision clause, Opening opening, LinesAt.At fact) {
        var first = fact.valid().firstDate();
        var start = fact.valid().from();
        var end = start.plusMonths(opening.months());
        var latest =
                first == null ? LocalDate.MAX : first.dayAfter().minusDays(1).plusMonths(opening.months());
        if (first == null) end = start;
        var told = told(fact.body());
        if (told != null) {
            end = later(end, told.dayAfter());
            latest = later(latest, told.dayAfter());
        }
        var gone = gone(fact.body());
        if (gone != null) {
            end = earlier(end, gone.firstDay());
            latest = earlier(latest, gone.dayAfter().minusDays(1));
        }
        return new InfluencePeriod(clause, fact.id(), start, end, latest, opening.blocks(), opening.family());
    }

    /** No clause of that day speaks of it, but the decision says until when. */
    private static InfluencePeriod set(LinesAt.At fact, PartialDate told) {
        var end = told.dayAfter();
        var gone = gone(fact.body());
        if (gone != null) end = earlier(end, gone.dayAfter());
        return new InfluencePeriod(null, fact.id(), fact.valid().from(), end, end, usual(), null);
    }

    private static InfluencePeriod unread(LinesAt.At fact) {
        var start = fact.valid().from();
        var gone = gone(fact.body());
        var latest = start.plusMonths(LONGEST);
        if (gone != null) latest = earlier(latest, gone.dayAfter());
        return new InfluencePeriod(null, fact.id(), start, start, latest, EnumSet.allOf(Blocked.class), null);
    }

    private static Set<Blocked> usual() {
        return EnumSet.of(Blocked.PROMOTION, Blocked.FURTHER_USE, Blocked.RANK_PROMOTION);
    }

    private static @Nullable PartialDate told(FactBody body) {
        return switch (body) {
            case Sanction is -> is.influenceUntil();
            case OrganizationalMeasure is -> is.influenceUntil();
            default -> null;
        };
    }

    private static @Nullable PartialDate gone(FactBody body) {
        return switch (body) {
            case Sanction is -> is.lifted();
            case OrganizationalMeasure is -> is.rescinded();
            default -> null;
        };
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
