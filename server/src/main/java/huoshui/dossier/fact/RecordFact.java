package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.Chapter;
import java.util.Optional;
import java.util.UUID;

/** What was done to the record itself. 档案办理类事实 */
public sealed interface RecordFact extends FactBody {

    /**
     * 撤销：某条事实不再算数及其理由
     *
     * @param fact the cancelled line
     * @param chapter the chapter that line is read in
     */
    record Cancelled(UUID fact, Chapter chapter, String reason) implements RecordFact {
        @Override
        @JsonIgnore
        public Optional<Chapter> ownChapter() {
            return Optional.of(chapter);
        }
    }

    /**
     * 更正：某条事实为何被另一条代替
     *
     * @param fact the line that was put right
     * @param chapter the chapter that line is read in
     */
    record Corrected(UUID fact, Chapter chapter, String reason) implements RecordFact {
        @Override
        @JsonIgnore
        public Optional<Chapter> ownChapter() {
            return Optional.of(chapter);
        }
    }

    /** 并档：本档案与另一档案是同一人；两个标识都保留，撤销本条即拆回 */
    record MergedInto(UUID person, String reason) implements RecordFact {}
}
