package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.Chapter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What many people said of somebody when they were asked the same. 测评类事实 */
public sealed interface AssessmentFact extends FactBody {

    /**
     * 测评结果：what a round came to when it was closed, by dimension; never a figure for the whole person
     *
     * @param round the round it came from
     * @param instrument code of the instrument
     * @param edition of the instrument, counted from 1
     * @param occasion 平时、专项、年度、任前、换届
     * @param confidentiality 实名、保密、无记名
     * @param voices how many valid sheets it rests on
     * @param chapter where it is read, as the instrument says
     */
    record Assessed(
            UUID round,
            String instrument,
            int edition,
            String title,
            String occasion,
            String confidentiality,
            int voices,
            List<Mark> marks,
            Chapter chapter)
            implements AssessmentFact {

        public Assessed {
            marks = marks == null ? List.of() : List.copyOf(marks);
        }

        /** That it was, without what it came to. */
        public Assessed withoutMarks() {
            return new Assessed(
                    round, instrument, edition, title, occasion, confidentiality, voices, List.of(), chapter);
        }

        @Override
        @JsonIgnore
        public Optional<Chapter> ownChapter() {
            return Optional.of(chapter);
        }
    }

    /**
     * One dimension. 维度得分
     *
     * @param sign 正向、反向
     * @param mean null where too few spoke to it
     */
    record Mark(
            String dimension, String sign, int n, @Nullable Double mean) {}
}
