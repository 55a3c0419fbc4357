package huoshui.interchange.form;

import com.fasterxml.jackson.annotation.JsonProperty;
import huoshui.kernel.PartialDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a form says about one person; the shape is that of {@code person} in the import report. 干部信息表
 *
 * <p>Absent values are null. Texts are trimmed and otherwise as they stand; dates have the precision they have.
 *
 * @param sex {@code 男}, {@code 女}, or null when the form says something else
 * @param parties democratic parties by short name, {@code 无党派}, and words of that box nobody knows
 * @param unread resume lines that could not be read as career, the closing paragraph among them
 */
public record PersonSheet(
        @Nullable String name,
        @Nullable String sex,
        @Nullable PartialDate birth,
        @Nullable String ethnicity,
        @Nullable String nativePlace,
        @Nullable String birthPlace,
        @Nullable PartialDate partyJoined,
        List<String> parties,
        @Nullable PartialDate workStarted,
        @Nullable String health,
        @Nullable String idNumber,
        @Nullable String title,
        @Nullable String expertise,
        @Nullable String currentPost,
        List<Education> education,
        List<Career> career,
        List<Unread> unread,
        List<Relative> family) {

    /** The same person with these relatives. */
    public PersonSheet with(List<Relative> relatives) {
        return relatives.isEmpty() ? this : with(name, relatives);
    }

    /** The same person by this name. */
    public PersonSheet named(String name) {
        return with(name, family);
    }

    private PersonSheet with(@Nullable String name, List<Relative> relatives) {
        return new PersonSheet(
                name,
                sex,
                birth,
                ethnicity,
                nativePlace,
                birthPlace,
                partyJoined,
                parties,
                workStarted,
                health,
                idNumber,
                title,
                expertise,
                currentPost,
                education,
                career,
                unread,
                relatives);
    }

    /** How it was studied. 教育类别 */
    public enum Mode {
        @JsonProperty("fulltime")
        FULLTIME,
        @JsonProperty("inservice")
        INSERVICE
    }

    /** Study that led to a level, a degree or both. 学历学位 */
    public record Education(
            Mode mode,
            @Nullable String level,
            @Nullable String degree,
            @Nullable String school) {}

    /**
     * A stretch of the career, or with {@code meanwhile} one within another. 简历段
     *
     * @param text as printed, with its 其间 bracket
     * @param line where it begins in the resume, from 1
     */
    public record Career(
            @Nullable PartialDate from, @Nullable PartialDate to, String text, int line, boolean meanwhile) {}

    /** A resume line that could not be read. 未识别行 */
    public record Unread(int line, String text) {}

    /** A family row. 家庭成员 */
    public record Relative(
            @Nullable String relation,
            @Nullable String name,
            @Nullable PartialDate birth,
            @Nullable String party,
            @Nullable String post) {}
}
