package huoshui.dossier.fact;

import huoshui.kernel.PartialDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of somebody as a talent, cadre or not. 人才类事实 */
public sealed interface TalentFact extends FactBody {

    /**
     * 人才入库：the ground on which a talent's dossier is kept; it is kept while one of them holds
     *
     * @param category code of RC01: 企业经营管理人才、专业技术人才 ……
     * @param recommender 推荐单位; null when it is not matched to a unit
     * @param ground code of RC02: 本人同意、人才政策文件 ……
     * @param citation the paper in its own words: title, number, clause, as the clerk wrote it
     * @param consented on which day the person agreed; only where the ground is their consent
     */
    record TalentListed(
            String category,
            @Nullable UUID recommender,
            @Nullable String recommenderText,
            String ground,
            String citation,
            @Nullable PartialDate consented)
            implements TalentFact {

        /** Code of RC02 for 本人同意. */
        public static final String CONSENT = "1";

        @Override
        public String slot() {
            return category;
        }
    }

    /** 从业情况：单位、岗位、领域, as said; a talent who is no cadre holds no post of ours */
    record TalentWork(
            String employer,
            @Nullable String occupation,
            @Nullable String field) implements TalentFact {}

    /**
     * 业绩成果
     *
     * @param sort the word: 项目、成果、专利、论著、奖项、荣誉
     * @param role what the person did in it: 主持、第一完成人 ……
     * @param level the word: 国家级、省部级、市级 ……
     */
    record Achievement(
            String sort,
            String title,
            @Nullable String role,
            @Nullable String level,
            @Nullable String by) implements TalentFact {}

    /**
     * 服务事项：what a talent wishes for and what came of it
     *
     * @param matter the word: 住房、子女入学、配偶就业、医疗、项目申报 ……
     */
    record TalentWish(
            String matter,
            String wish,
            @Nullable String handledBy,
            @Nullable String outcome) implements TalentFact {}
}
