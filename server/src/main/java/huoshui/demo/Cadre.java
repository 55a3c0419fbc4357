package huoshui.demo;

import huoshui.kernel.PartialDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person of the demo city with a whole dossier. 示例干部
 *
 * @param id stable for the same seed and number; goes as A0000
 * @param idNumber absent for a few
 * @param joined joining of the CPC; null for those outside it and for the few whose date is missing
 * @param parties democratic parties, by short name
 * @param unit code of the unit now (or last) served; null when outside the city
 * @param management 省管, 市管, 县管, 备案 or 单位管理
 * @param staffCode ZB125
 * @param holes what is missing or odd in this dossier, on purpose
 */
public record Cadre(
        String id,
        int number,
        String name,
        boolean male,
        PartialDate birth,
        @Nullable String idNumber,
        String ethnicity,
        String nativePlace,
        String birthPlace,
        String homePlace,
        boolean communist,
        @Nullable PartialDate joined,
        List<String> parties,
        PartialDate workStarted,
        String health,
        String expertise,
        String phone,
        @Nullable String unit,
        String management,
        String staffCode,
        List<Schooling> schooling,
        List<PostHeld> posts,
        List<LevelHeld> levels,
        List<RankHeld> ranks,
        List<TitleHeld> titles,
        List<Secondment> secondments,
        List<Grade> grades,
        List<Honour> honours,
        List<Sanction> sanctions,
        List<Course> courses,
        List<Stay> stays,
        List<Kin> family,
        Entry entry,
        @Nullable Exit exit,
        List<Line> resume,
        String congress,
        String currentPost,
        PartialDate retires,
        int retirementLimit,
        Set<Hole> holes) {

    /** What is missing or odd. 缺项 */
    public enum Hole {
        BIRTH_DAY,
        PARTY_DATE,
        UNREAD_LINE,
        UNMATCHED_POST,
        ID_NUMBER,
        ODD_BUT_LEGAL
    }

    /** 教育经历. {@code code} is ZB64, {@code degreeCode} GB6864. */
    public record Schooling(
            boolean fullTime,
            String level,
            String code,
            String degree,
            String degreeCode,
            PartialDate from,
            PartialDate to,
            String school,
            String major,
            double years,
            boolean highest) {}

    /**
     * 任职. Two entries with the same dates are held together; the first is the main one.
     *
     * @param unit null when not matched to a unit of the city
     * @param post null for those without a seat
     * @param text as printed, the same for all posts held together
     */
    public record PostHeld(
            @Nullable String unit,
            String unitName,
            @Nullable String post,
            String title,
            String text,
            @Nullable String levelCode,
            boolean leading,
            boolean team,
            boolean principal,
            boolean main,
            int order,
            PartialDate from,
            @Nullable PartialDate to,
            boolean promoted) {}

    /** 职务层次 (ZB09). */
    public record LevelHeld(
            String code,
            String word,
            PartialDate from,
            @Nullable PartialDate to) {}

    /** 职级 (ZB148). */
    public record RankHeld(
            String code,
            String word,
            PartialDate from,
            @Nullable PartialDate to) {}

    /** 专业技术资格. */
    public record TitleHeld(String code, String word, PartialDate from, String by) {}

    /** 挂职. */
    public record Secondment(
            String text,
            @Nullable String unit,
            String track,
            PartialDate from,
            @Nullable PartialDate to) {}

    /** 年度考核 (ZB18). */
    public record Grade(int year, String code, String word) {}

    /** 奖励 (ZB65). */
    public record Honour(PartialDate on, String code, String word, String by, String byLevel) {}

    /** 处分、处理, with the end of its influence period. */
    public record Sanction(PartialDate on, String code, String word, String by, String reason, PartialDate until) {}

    /** 培训. */
    public record Course(
            String name, PartialDate from, PartialDate to, String host, String place, int hours, String kind) {}

    /** 出国（境）. */
    public record Stay(String country, String purpose, PartialDate from, PartialDate to) {}

    /** 家庭成员. {@code person} is the id of the cadre this is, where both are in the city. */
    public record Kin(
            String relation,
            String name,
            @Nullable PartialDate birth,
            String politics,
            String post,
            @Nullable String person) {}

    /** 进入. {@code code} is ZB77; {@code selected} 选调生. */
    public record Entry(PartialDate on, String code, String word, String before, boolean selected, String firstUnit) {}

    /** 退出. {@code code} is ZB78. */
    public record Exit(PartialDate on, String code, String word, String to) {}

    /** 简历一行. {@code from} is null in lines nobody can read. */
    public record Line(@Nullable PartialDate from, @Nullable PartialDate to, String text) {}

    public String sex() {
        return male ? "男" : "女";
    }

    public boolean serving() {
        return exit == null;
    }

    /** As A0140: 200506；民盟. */
    public String partyText() {
        var first = joined == null ? "" : joined.compact();
        var others = String.join("；", parties);
        if (first.isEmpty()) return others.isEmpty() && !communist ? "" : others;
        return others.isEmpty() ? first : first + "；" + others;
    }

    /** The résumé as the form has it, with continuation lines and the paragraph of congresses. */
    public String resumeText() {
        return Resume.print(resume, congress, number % 9 == 0);
    }

    /** 奖惩情况 as printed; 无 when there is none. */
    public String honoursText() {
        return Resume.honours(this);
    }

    /** 年度考核结果 as printed: the last two years. */
    public String gradesText() {
        return Resume.grades(grades);
    }

    /** A portrait drawn for this person, JPEG 4:5. */
    public byte[] photo() {
        return Portraits.draw(this);
    }
}
