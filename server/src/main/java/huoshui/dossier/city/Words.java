package huoshui.dossier.city;

import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.DegreeWord;
import huoshui.kernel.code.EducationWord;
import huoshui.kernel.code.Ethnicity;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.PoliticalStatus;
import huoshui.kernel.code.RankWord;
import huoshui.kernel.code.Sex;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Readings of code words, remembered: a city says the same few hundred words a million times. 词的认读 */
final class Words {

    private static final int MOST = 5000;
    private static final Remembered<Sex> SEX = new Remembered<>(Sex::read);
    private static final Remembered<Ethnicity> ETHNICITY = new Remembered<>(Ethnicity::read);
    private static final Remembered<PoliticalStatus> PARTY = new Remembered<>(PoliticalStatus::read);
    private static final Remembered<EducationWord> EDUCATION = new Remembered<>(EducationWord::read);
    private static final Remembered<DegreeWord> DEGREE = new Remembered<>(DegreeWord::read);
    private static final Remembered<LeadershipLevel> LEVEL = new Remembered<>(LeadershipLevel::read);
    private static final Remembered<RankWord> RANK = new Remembered<>(RankWord::read);
    private static final Remembered<AnnualGradeWord> GRADE = new Remembered<>(AnnualGradeWord::read);

    private Words() {}

    /** One sort of word; stops remembering when there are strangely many. */
    private static final class Remembered<T> {

        private final Function<@Nullable String, Optional<T>> read;
        private final ConcurrentMap<String, Optional<T>> known = new ConcurrentHashMap<>();

        Remembered(Function<@Nullable String, Optional<T>> read) {
            this.read = read;
        }

        Optional<T> of(@Nullable String text) {
            if (text == null) return Optional.empty();
            var found = known.get(text);
            if (found != null) return found;
            var fresh = read.apply(text);
            if (known.size() < MOST) known.put(text, fresh);
            return fresh;
        }
    }

    static Optional<Sex> sex(@Nullable String text) {
        return SEX.of(text);
    }

    static Optional<Ethnicity> ethnicity(@Nullable String text) {
        return ETHNICITY.of(text);
    }

    static Optional<PoliticalStatus> party(@Nullable String text) {
        return PARTY.of(text);
    }

    static Optional<EducationWord> education(@Nullable String text) {
        return EDUCATION.of(text);
    }

    static Optional<DegreeWord> degree(@Nullable String text) {
        return DEGREE.of(text);
    }

    static Optional<LeadershipLevel> level(@Nullable String text) {
        return LEVEL.of(text);
    }

    static Optional<RankWord> rank(@Nullable String text) {
        return RANK.of(text);
    }

    static Optional<AnnualGradeWord> grade(@Nullable String text) {
        return GRADE.of(text);
    }
}
