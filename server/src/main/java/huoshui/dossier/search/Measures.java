package huoshui.dossier.search;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Retirement;
import huoshui.kernel.code.AnnualGradeWord;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What conditions read off a card. 量度 */
final class Measures {

    private Measures() {}

    /** 加入中共满几年 */
    static @Nullable Bounds yearsSince(@Nullable PartialDate date, LocalDate day) {
        var months = Bounds.monthsUntil(day, date);
        return months == null ? null : months.years();
    }

    /** The posts of a cadre as printed; where a talent who is no cadre works. */
    static @Nullable String occupied(Card card) {
        return card.footing().cadre() ? card.posts().text() : card.talent().works();
    }

    /** Codes of GB/T 4762 of all parties belonged to. */
    static @Nullable Set<String> parties(Card card) {
        return card.party().recorded() ? card.party().codes() : null;
    }

    static Verdict communist(Card card) {
        return card.party().recorded() ? Verdict.of(card.party().communist()) : Verdict.UNKNOWN;
    }

    /** Schooling is recorded, so that what it does not name was not obtained. */
    static Verdict schooled(Card card) {
        return card.schooling().all().isEmpty() ? Verdict.UNKNOWN : Verdict.MET;
    }

    static List<String> schools(Card card) {
        return texts(card.schooling().all().stream().flatMap(each -> Stream.of(each.school(), each.degreeSchool())));
    }

    static List<String> majors(Card card) {
        return texts(card.schooling().all().stream().map(each -> each.major()));
    }

    static List<String> currentPosts(Card card) {
        return posts(card.posts().current());
    }

    static List<String> postsEver(Card card) {
        return posts(card.posts().ever());
    }

    /** Asked of everybody for every word, hence without a stream. */
    private static List<String> posts(List<Card.Held> held) {
        var texts = new ArrayList<String>(held.size());
        for (var each : held) texts.add(each.post().text());
        return texts;
    }

    /** A single text as the texts it is, none where the dossier is silent. */
    static Function<Card, List<String>> one(Function<Card, @Nullable String> value) {
        return card -> {
            var text = value.apply(card);
            return text == null ? List.of() : List.of(text);
        };
    }

    static List<String> texts(Stream<? extends @Nullable String> texts) {
        return texts.filter(Objects::nonNull)
                .map(each -> Objects.requireNonNull(each))
                .toList();
    }

    /** Whether a career is recorded at all, so that what it does not name did not happen. */
    static boolean careerSilent(Card card) {
        return card.posts().ever().isEmpty() && card.unreadLines() == 0;
    }

    /** Something of this sort is recorded; a career that is recorded without it says no. */
    static Verdict happened(Card card, boolean recorded) {
        if (recorded) return Verdict.MET;
        return careerSilent(card) ? Verdict.UNKNOWN : Verdict.NOT_MET;
    }

    static @Nullable Set<String> unitKind(Card card, Occasion occasion) {
        return unit(card, occasion).map(each -> Set.of(each.kind())).orElse(null);
    }

    static @Nullable Set<String> sector(Card card, Surroundings around) {
        return around.unit(card.service().unit())
                .map(each -> Set.of(each.sector().name()))
                .orElse(null);
    }

    static java.util.Optional<Surroundings.UnitAt> unit(Card card, Occasion occasion) {
        return occasion.around().unit(card.service().unit());
    }

    /**
     * How many of the last years' grades are such. A year of which nothing is recorded may be one; a year before work began
     * is none.
     */
    static @Nullable Bounds grades(Card card, int years, Predicate<AnnualGradeWord> such) {
        var all = card.grades();
        int least = 0;
        int open = 0;
        for (var each : all.subList(all.size() - years, all.size())) {
            var word = each.word();
            if (word != null) least += such.test(word) ? 1 : 0;
            else if (each.text() != null || mayBeGraded(card, each.year())) open++;
        }
        return new Bounds(least, least + open);
    }

    private static boolean mayBeGraded(Card card, int year) {
        var start = card.service().workStart();
        return start == null || start.year() <= year;
    }

    static boolean belowCompetent(AnnualGradeWord word) {
        return switch (word.asCivilServant()) {
            case BASICALLY_COMPETENT, INCOMPETENT -> true;
            default -> false;
        };
    }

    static Verdict any(@Nullable Bounds count) {
        if (count == null) return Verdict.UNKNOWN;
        if (count.least() > 0) return Verdict.MET;
        return count.most() == 0 ? Verdict.NOT_MET : Verdict.UNKNOWN;
    }

    static @Nullable Retirement retirement(Card card) {
        var level = card.level();
        return Retirement.of(
                card.who().sex(),
                card.who().birth(),
                level == null ? null : level.level(),
                card.experience().titles());
    }

    /** 距到龄还有几个月; below zero once reached. */
    static @Nullable Bounds monthsToRetirement(Card card, LocalDate day) {
        var due = retirement(card);
        if (due == null) return null;
        return new Bounds(months(day, due.earliest()), months(day, due.latest()));
    }

    private static int months(LocalDate day, YearMonth due) {
        return due.getYear() * 12 + due.getMonthValue() - day.getYear() * 12 - day.getMonthValue();
    }

    static @Nullable Bounds years(@Nullable Bounds months) {
        return months == null ? null : months.years();
    }
}
