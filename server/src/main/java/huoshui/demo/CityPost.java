package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One place in a unit, held by one person at a time. 职位
 *
 * @param seat number of the seat; two posts with one seat are held together (县委副书记 and 县长)
 * @param title administrative title; may be empty when there is only a party title
 * @param partyTitle title a party member holds besides: 党组书记; may be empty
 * @param level ZB09 of the post: 1A31 and so on
 * @param leading whether it is a 领导职务
 * @param principal whether its holder is 一把手
 * @param inTeam whether its holder belongs to the unit's 班子
 * @param order place within the team or section, from 1
 * @param tier 一般, 重要 or 关键
 * @param weight 1–5, heavier means harder to fill
 * @param functions 组织人事, 财务, 审计, 纪检 …
 * @param management 省管, 市管 or 县管
 * @param termed whether elected for a term of five years
 */
public record CityPost(
        String code,
        int seat,
        String unit,
        String title,
        String partyTitle,
        String section,
        String level,
        boolean leading,
        boolean principal,
        boolean inTeam,
        int order,
        String tier,
        int weight,
        Set<String> functions,
        String management,
        boolean termed,
        String qualification,
        PartialDate opened,
        @Nullable PartialDate closed) {

    /** 职位类别 as establishment numbers are counted by. */
    public String category() {
        if (!inTeam) return !leading && level.equals("1A50") ? "非领导职务" : order == 1 ? "内设正职" : "内设副职";
        if (principal || title.matches("镇长|乡长|办事处主任|人大主席|人大工委主任")) return "正职";
        if (title.contains("纪检")) return "派驻组长";
        if (title.startsWith("总")) return "三总师";
        return title.contains("副") ? "副职" : "其他班子成员";
    }

    /** Title as held: 党组书记、局长 for a member of the party, 局长 for others. */
    public String titleFor(boolean partyMember) {
        if (partyTitle.isEmpty() || !partyMember) return section + title;
        return title.isEmpty() ? partyTitle : partyTitle + "、" + section + title;
    }
}
