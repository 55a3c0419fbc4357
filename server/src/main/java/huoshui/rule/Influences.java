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
 * that day. Several run side by side, so the longest wins by itself. What no clause of that day surely reads may run.
 */
final class Influences {

    private static final List<String> SOURCES = List.of("sanction", "org-measure");
    /** A sanction no clause can read may be the longest there is. */
    private static final int LONGEST = 60;
    /** Reminders, which open no period by any law. */
    private static final Set<String> HARMLESS = Set.of("提醒", "提醒谈话", "谈话提醒", "函询", "谈话函询", "批评教育");

    private Influences() {}

    static List<InfluencePeriod> of(OnePerson person, Book book) {
        var all = new ArrayList<InfluencePeriod>();
        for (var kind : SOURCES) for (var each : person.lines().begunLines(kind)) source(kind, each, book, all);
        return all.isEmpty() ? List.of() : List.copyOf(all);
    }

    private static void source(String kind, LinesAt.At fact, Book book, List<InfluencePeriod> into) {
        boolean read = false;
        boolean checked = false;
        boolean spoken = false;
        var told = told(fact.body());
        InfluencePeriod unchecked = null;
        for (var clause : book.openings()) {
            var opening = clause.opens();
            if (opening == null || !opening.source().kind().kind().equals(kind)) continue;
            var fits = opening.source().fits(fact.body());
            if (fits == Verdict.NOT_MET) continue;
            spoken = true;
            if (!clause.inForce(fact.valid().from())) continue;
            var period = period(clause, opening, fact, fits == Verdict.MET);
            into.add(period);
            if (fits != Verdict.MET) continue;
            read = true;
            checked |= period.checked();
            if (!period.checked()) unchecked = period;
        }
        if (told != null) {
            if (!read) into.add(set(fact, told, usual(), null));
            else if (!checked && unchecked != null) into.add(set(fact, told, unchecked.blocks(), unchecked.family()));
        } else if (!read && (spoken || !harmless(fact.body()))) into.add(unread(fact));
    }

    /** @param sure whether the clause surely speaks of it; else the period only may run */
    private static InfluencePeriod period(Provision clause, Opening opening, LinesAt.At fact, boolean sure) {
        var first = fact.valid().firstDate();
        var start = fact.valid().from();
        var end = first == null ? start : after(start, opening.months());
        var latest = latest(first, opening.months());
        var told = told(fact.body());
        if (told != null) {
            end = later(end, told.firstDay().plusDays(1));
            latest = later(latest, told.dayAfter());
        }
        var gone = gone(fact.body());
        if (gone != null) {
            end = earlier(end, gone.firstDay());
            latest = earlier(latest, gone.dayAfter().minusDays(1));
        }
        if (!sure) end = start;
        return new InfluencePeriod(clause, fact.id(), start, end, latest, opening.blocks(), opening.family());
    }

    /** No checked clause of that day speaks of it, but the decision says until when. */
    private static InfluencePeriod set(
            LinesAt.At fact, PartialDate told, Set<Blocked> blocks, @Nullable Family family) {
        var end = told.firstDay().plusDays(1);
        var latest = told.dayAfter();
        var gone = gone(fact.body());
        if (gone != null) {
            end = earlier(end, gone.firstDay());
            latest = earlier(latest, gone.dayAfter().minusDays(1));
        }
        return new InfluencePeriod(null, fact.id(), fact.valid().from(), end, latest, blocks, family);
    }

    /** Nothing in the book of that day reads it: an edition not carried, a measure of no clause, words too few. */
    private static InfluencePeriod unread(LinesAt.At fact) {
        var start = fact.valid().from();
        var gone = gone(fact.body());
        var latest = latest(fact.valid().firstDate(), LONGEST);
        if (gone != null) latest = earlier(latest, gone.dayAfter().minusDays(1));
        return new InfluencePeriod(null, fact.id(), start, start, latest, EnumSet.allOf(Blocked.class), null);
    }

    private static LocalDate latest(@Nullable PartialDate first, int months) {
        return first == null ? LocalDate.MAX : after(first.dayAfter().minusDays(1), months);
    }

    /** The day after the last of so many months; 31 August and six months last through the end of February. */
    private static LocalDate after(LocalDate start, int months) {
        var end = start.plusMonths(months);
        return end.getDayOfMonth() < start.getDayOfMonth() ? end.plusDays(1) : end;
    }

    private static boolean harmless(FactBody body) {
        return body instanceof OrganizationalMeasure is && HARMLESS.contains(is.measure());
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
