package huoshui.dossier.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What those entitled to have done about somebody, or concluded of them together. 监督与结论类事实 */
public sealed interface SupervisionFact extends FactBody {

    /**
     * 监督与组织措施：提醒、函询、诫勉、组织处理
     *
     * @param measure the word: 诫勉、停职检查、调离岗位、免职、降职 ……
     * @param ground code of the situation it answers, by the list of its kind
     * @param influenceUntil 影响期至, last day, where the decision itself sets it
     * @param rescinded since when it no longer counts: 撤销、澄清
     */
    record OrganizationalMeasure(
            String measure,
            @Nullable String ground,
            @Nullable String authority,
            @Nullable PartialDate influenceUntil,
            @Nullable PartialDate rescinded,
            @Nullable String reason)
            implements SupervisionFact {}

    /**
     * 组织结论：what only a named collective can say of somebody, such as 政治素质考察结论 or whether an investigation is open
     *
     * @param code of the list of conclusions
     * @param value one of those the list gives: 是、否；好、较好、一般、较差、差 ……
     * @param by the collective that concluded
     * @param chapter where it is read, as the list says
     */
    record Conclusion(
            String code,
            String value,
            String by,
            Chapter chapter,
            @Nullable String ground) implements SupervisionFact {
        @Override
        public String slot() {
            return code;
        }

        @Override
        @JsonIgnore
        public Optional<Chapter> ownChapter() {
            return Optional.of(chapter);
        }
    }
}
