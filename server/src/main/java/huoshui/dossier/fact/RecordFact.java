package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.Chapter;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * 附件：某条事实或本档案所依据的材料
     *
     * @param digest SM3 of the file's bytes, hexadecimal; the file itself is kept by {@code document}
     * @param name as it is called
     * @param fact the fact it is the basis of; null for a paper of the dossier
     * @param chapter in which it is read
     */
    record Attached(
            String digest,
            String mediaType,
            int bytes,
            String name,
            @Nullable UUID fact,
            Chapter chapter) implements RecordFact {
        @Override
        @JsonIgnore
        public Optional<Chapter> ownChapter() {
            return Optional.of(chapter);
        }

        /** Which files are still named must be told also where nobody may read the line. */
        @Override
        @JsonIgnore
        public Optional<String> sought() {
            return Optional.of(digest);
        }
    }

    /** 并档：本档案与另一档案是同一人；两个标识都保留，撤销本条即拆回 */
    record MergedInto(UUID person, String reason) implements RecordFact {}
}
