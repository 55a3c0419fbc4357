package huoshui.org.fact;

import huoshui.access.ManagementCategory;
import huoshui.kernel.code.LeadershipLevel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a post is. 职位类事实 */
public sealed interface PostFact extends OrgFact {

    /**
     * 职位
     *
     * @param title administrative title, as appointments print it: 副局长
     * @param partyTitle 党内职务 held with it by a member of the Party: 党组成员
     * @param section 内设机构, where the post is in one
     * @param team the leading team it belongs to; null when to none
     * @param category under which establishment number it counts
     * @param leading 领导职务; null when not known
     * @param principal 一把手
     * @param tier null where nobody has said
     * @param weight 1–5, heavier means harder to fill
     * @param functions 组织人事、财务、审计 …
     * @param qualification 任职资格条件
     * @param seats how many people may hold it at once
     * @param order 班子内（或内设机构内）排序
     * @param counted takes up an establishment number 占职数
     * @param management set only where it differs from the unit's 管理类别
     * @param termed held for a term 任期制
     * @param elected 选举产生, so that it ends with the team's term and knows no probation; null where nobody has said
     * @param code stable key from the system it came from
     */
    record PostIs(
            UUID unit,
            String title,
            @Nullable String partyTitle,
            @Nullable String section,
            @Nullable UUID team,
            SeatCategory category,
            @Nullable LeadershipLevel level,
            @Nullable Boolean leading,
            boolean principal,
            @Nullable PostTier tier,
            @Nullable Integer weight,
            List<String> functions,
            @Nullable String qualification,
            int seats,
            int order,
            boolean counted,
            @Nullable ManagementCategory management,
            boolean termed,
            @Nullable Boolean elected,
            @Nullable String code)
            implements PostFact {

        public PostIs {
            functions = functions == null
                    ? List.of()
                    : functions.stream().distinct().sorted().toList();
        }

        /** A single seat of which only this much is known. */
        public static PostIs of(UUID unit, String title, SeatCategory category, @Nullable LeadershipLevel level) {
            return new PostIs(
                    unit,
                    title,
                    null,
                    null,
                    null,
                    category,
                    level,
                    category.leads(),
                    false,
                    null,
                    null,
                    List.of(),
                    null,
                    1,
                    0,
                    true,
                    null,
                    false,
                    null,
                    null);
        }

        /** Lines from before 选举产生 was asked have only the term: such posts were the elected ones. */
        public boolean byElection() {
            return elected == null ? termed : elected;
        }

        /** 党组书记、局长; just one of the two where there is only one. */
        public String fullTitle() {
            var own = section == null ? title : section + title;
            if (partyTitle == null || partyTitle.isEmpty()) return own;
            return own.isEmpty() ? partyTitle : partyTitle + "、" + own;
        }

        public PostIs in(UUID unit, @Nullable UUID team) {
            return new PostIs(
                    unit,
                    title,
                    partyTitle,
                    section,
                    team,
                    category,
                    level,
                    leading,
                    principal,
                    tier,
                    weight,
                    functions,
                    qualification,
                    seats,
                    order,
                    counted,
                    management,
                    termed,
                    elected,
                    code);
        }

        public PostIs asPrincipal(boolean principal) {
            return new PostIs(
                    unit,
                    title,
                    partyTitle,
                    section,
                    team,
                    category,
                    level,
                    leading,
                    principal,
                    tier,
                    weight,
                    functions,
                    qualification,
                    seats,
                    order,
                    counted,
                    management,
                    termed,
                    elected,
                    code);
        }

        public PostIs inTeam(@Nullable UUID team, int order) {
            return new PostIs(
                    unit,
                    title,
                    partyTitle,
                    section,
                    team,
                    category,
                    level,
                    leading,
                    principal,
                    tier,
                    weight,
                    functions,
                    qualification,
                    seats,
                    order,
                    counted,
                    management,
                    termed,
                    elected,
                    code);
        }
    }
}
