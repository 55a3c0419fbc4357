package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.Chapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a signed form says in its own words. 任免审批表类事实 */
public sealed interface FormFact extends FactBody {

    /** A box of the form whose words are kept beside the facts. 表中文字栏 */
    enum Box {
        RESUME(Chapter.CAREER),
        CURRENT_POST(Chapter.CAREER),
        PARTY(Chapter.BASIC),
        TITLE(Chapter.BASIC),
        FULLTIME_LEVEL(Chapter.EDUCATION),
        FULLTIME_DEGREE(Chapter.EDUCATION),
        FULLTIME_LEVEL_SCHOOL(Chapter.EDUCATION),
        FULLTIME_DEGREE_SCHOOL(Chapter.EDUCATION),
        INSERVICE_LEVEL(Chapter.EDUCATION),
        INSERVICE_DEGREE(Chapter.EDUCATION),
        INSERVICE_LEVEL_SCHOOL(Chapter.EDUCATION),
        INSERVICE_DEGREE_SCHOOL(Chapter.EDUCATION),
        REWARDS_AND_SANCTIONS(Chapter.SUPERVISION),
        ANNUAL_GRADES(Chapter.APPRAISAL);

        private final Chapter chapter;

        Box(Chapter chapter) {
            this.chapter = chapter;
        }

        public Chapter chapter() {
            return chapter;
        }
    }

    /**
     * 表中文字：原文或经认定的文字
     *
     * @param settled whether a person settled that this is what the form shall print; otherwise it is as imported
     */
    record PrintedText(Box box, String text, boolean settled) implements FormFact {
        @Override
        public String slot() {
            return box.name();
        }

        @Override
        @JsonIgnore
        public Optional<Chapter> ownChapter() {
            return Optional.of(box.chapter());
        }
    }

    /**
     * 表稿：属于表而不属于人的内容，和来表原样
     *
     * <p>The original holds texts of every chapter, so the whole is sealed with the family chapter.
     *
     * @param own the form's own boxes in words: proposedPost 拟任, proposedRemoval 拟免, reason 理由, submittedBy 呈报 ……
     * @param original the form as it came, element by element, as interchange wrote it down
     */
    record FormDraft(Map<String, String> own, String original) implements FormFact {}

    /**
     * 通用格式中没有相应事实的栏目和与我们写法不同之处，原样保留；各章的都有，故随家庭一章密存
     *
     * @param whole of each set of many rows, a print of all its rows as they came
     */
    record Unplaced(List<Column> columns, Map<String, String> whole) implements FormFact {

        public Unplaced {
            columns = columns == null ? List.of() : List.copyOf(columns);
            whole = whole == null ? Map.of() : Map.copyOf(whole);
        }
    }

    /**
     * One value of a package that no kind of fact carries. 未归入的一栏
     *
     * @param set information set, A01 …
     * @param row row of the person in that set, from 1; of several rows alike, which of them
     * @param value empty for a column that was left blank
     * @param beside print of the row it belongs to; empty for a row of its own; null where any row of that set will do
     */
    record Column(
            String set,
            int row,
            String column,
            String value,
            @Nullable String beside) {}
}
