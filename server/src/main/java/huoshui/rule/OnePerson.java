package huoshui.rule;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.City;
import huoshui.dossier.city.LinesAt;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.Chart;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person as clauses read them: the card, the lines, and what was read once already. 被核查的一人 */
final class OnePerson {

    /** How many years of grades are looked at. */
    static final int YEARS = 24;

    private final Card card;
    private final LinesAt lines;
    private final City city;
    private final Book book;
    private final boolean careerTold;
    private final @Nullable Reading[] read = new @Nullable Reading[Measures.size()];
    private @Nullable GradeOf @Nullable [] grades;
    private @Nullable LeadershipLevel @Nullable [] levels;
    private @Nullable List<InfluencePeriod> influences;
    private @Nullable List<LinesAt.At> conclusions;
    private @Nullable Ladder ladder;

    private OnePerson(Card card, LinesAt lines, City city, Book book, boolean careerTold) {
        this.card = card;
        this.lines = lines;
        this.city = city;
        this.book = book;
        this.careerTold = careerTold || !card.posts().ever().isEmpty() || card.unreadLines() > 0;
    }

    /** Null where nobody of this id is known. */
    static @Nullable OnePerson of(UUID id, City city, Book book, boolean careerTold) {
        return city.find(id)
                .map(card -> new OnePerson(card, city.linesAt(id), city, book, careerTold))
                .orElse(null);
    }

    OnePerson by(Book other) {
        return new OnePerson(card, lines, city, other, careerTold);
    }

    /** What one year's assessment concluded, and the fact that says so; no word where it could not be read. */
    record GradeOf(@Nullable AnnualGradeWord word, UUID fact) {}

    Card card() {
        return card;
    }

    LinesAt lines() {
        return lines;
    }

    LocalDate day() {
        return city.at().valid();
    }

    int year() {
        return day().getYear();
    }

    /** Whether what is not told did not happen. */
    boolean careerTold() {
        return careerTold;
    }

    /** What was read already; null where it was not. */
    @Nullable
    Reading known(Measure measure) {
        return read[measure.index()];
    }

    Reading remembered(Measure measure, Question q) {
        var known = read[measure.index()];
        if (known == null) {
            known = measure.reader().read(q, Arguments.NONE);
            read[measure.index()] = known;
        }
        return known;
    }

    List<LinesAt.At> visible(String kind) {
        if (!kind.equals("conclusion")) return lines.visibleLines(kind);
        if (conclusions == null) conclusions = lines.visibleLines(kind);
        return conclusions;
    }

    /** The grade of a year; null where the dossier is silent. */
    @Nullable
    GradeOf grade(int year) {
        if (grades == null) grades = readGrades();
        int at = year() - 1 - year;
        return at < 0 || at >= YEARS ? null : grades[at];
    }

    private @Nullable GradeOf[] readGrades() {
        var all = new @Nullable GradeOf[YEARS];
        lines.begun("annual-grade", (body, fact) -> {
            var is = (AnnualGrade) body;
            int at = year() - 1 - is.year();
            if (at < 0 || at >= YEARS || all[at] != null) return;
            all[at] = new GradeOf(GradeWords.read(is.grade(), is.code()), fact);
        });
        return all;
    }

    /** The level of the post at this place of {@code card.posts().ever()}; null where it is not known. */
    @Nullable
    LeadershipLevel levelOf(int at) {
        if (levels == null) {
            var ever = card.posts().ever();
            var all = new @Nullable LeadershipLevel[ever.size()];
            for (int i = 0; i < all.length; i++) all[i] = levelOf(ever.get(i));
            levels = all;
        }
        return levels[at];
    }

    private @Nullable LeadershipLevel levelOf(Held held) {
        var own = held.post().level();
        if (own != null) {
            var found = Lists.LEVELS.find(own);
            if (found.isPresent()) return LeadershipLevel.values()[found.getAsInt()];
        }
        return city.around()
                .post(held.post().post())
                .map(huoshui.dossier.city.Surroundings.PostAt::level)
                .orElse(null);
    }

    Ladder ladder(@Nullable Chart chart) {
        if (ladder == null) ladder = Ladder.of(this, chart);
        return ladder;
    }

    List<InfluencePeriod> influences() {
        if (influences == null) influences = Influences.of(this, book);
        return influences;
    }

    /** Everything a month can be told from: completed months from then to the day. */
    @Nullable
    Bounds until(huoshui.kernel.@Nullable PartialDate since) {
        return Bounds.monthsUntil(day(), since);
    }

    City city() {
        return city;
    }
}
