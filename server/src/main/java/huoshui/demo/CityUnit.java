package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the demo city with all names it had. 机构
 *
 * @param code dotted key, as B0111
 * @param kind 党委部门, 政府部门, 人大, 政协, 纪委监委, 法检, 群团, 县（市、区）, 乡镇街道, 事业单位, 国企, 高校
 * @param levelCode ZB03
 * @param kindCode ZB04
 * @param county 0 for the city's own, else the county's number
 * @param establishment 核定职数 by kind of seat (正职, 副职, 三总师, 派驻组长, 内设正职, 内设副职, 编制)
 * @param establishmentPaper 核定文号
 */
public record CityUnit(
        String code,
        @Nullable String parent,
        String kind,
        String levelCode,
        String kindCode,
        String areaCode,
        int county,
        PartialDate founded,
        @Nullable PartialDate abolished,
        List<Name> names,
        boolean legalPerson,
        Map<String, Integer> establishment,
        String establishmentPaper) {

    /**
     * A name and since when. 名称
     *
     * @param full as on its seal: 中共隆川县委组织部
     * @param printed as résumés have it: 隆川县委组织部
     * @param inner as it follows another post of the same county or city: 组织部
     */
    public record Name(PartialDate from, String full, String printed, String inner) {}

    public Name name() {
        return names.getLast();
    }

    /** The name on this month (counted through from year 0); the first one before there was any. */
    Name nameAt(int month) {
        var found = names.getFirst();
        for (var each : names) {
            if (Months.of(each.from().firstDay()) <= month) found = each;
        }
        return found;
    }
}
