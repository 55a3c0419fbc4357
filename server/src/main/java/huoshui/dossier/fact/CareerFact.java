package huoshui.dossier.fact;

import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where somebody has served and at what standing. 任职经历类事实 */
public sealed interface CareerFact extends FactBody {

    /**
     * 任职 A02
     *
     * @param text unit and post as printed
     * @param post the seat, when matched 挂接
     * @param unit the unit, when matched; both null means 未挂接
     * @param unitText 任职机构名称 A0201A
     * @param postText 职务名称 A0215A
     * @param level 职务层次, in words
     * @param leading 领导职务
     * @param main 主职务 (A0279); false = 兼任
     * @param member 班子成员类别 (A0201E): 正职、副职、其他
     * @param order 多职务排序 A0223
     * @param teamOrder 集体内排序 A0225
     * @param way 选拔任用方式 A0247
     * @param appointedBy 任职文号 A0245
     * @param removedBy 免职文号 A0267
     * @param printed 输出标识 A0281
     */
    record PostHeld(
            String text,
            @Nullable UUID post,
            @Nullable UUID unit,
            @Nullable String unitText,
            @Nullable String postText,
            @Nullable String level,
            @Nullable Boolean leading,
            @Nullable Boolean main,
            @Nullable String member,
            @Nullable Integer order,
            @Nullable Integer teamOrder,
            @Nullable String way,
            @Nullable String appointedBy,
            @Nullable String removedBy,
            @Nullable String remark,
            @Nullable Boolean printed)
            implements CareerFact {

        /** A post of which only the printed words are known. */
        public static PostHeld of(String text) {
            return new PostHeld(
                    text, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        public boolean matched() {
            return post != null || unit != null;
        }

        /** The same, tied to a unit and, if known, to a seat. */
        public PostHeld matchedTo(@Nullable UUID toUnit, @Nullable UUID toPost) {
            return new PostHeld(
                    text,
                    toPost,
                    toUnit,
                    unitText,
                    postText,
                    level,
                    leading,
                    main,
                    member,
                    order,
                    teamOrder,
                    way,
                    appointedBy,
                    removedBy,
                    remark,
                    printed);
        }
    }

    /** 职级 A05 (A0531=1) */
    record RankHeld(
            String rank, @Nullable String code, @Nullable String approvedBy) implements CareerFact {}

    /** 职务层次 A05 (A0531=0) */
    record LevelHeld(
            String level, @Nullable String code, @Nullable String approvedBy) implements CareerFact {}

    /** 挂职 */
    record Seconded(
            String text, @Nullable UUID host, @Nullable String track) implements CareerFact {}

    /**
     * 简历中的一段 A1701
     *
     * @param line line of the printed résumé it was read from, from 1
     * @param from the month it is printed with
     * @param to the month it is printed with; null while it lasts
     * @param meanwhile 其间
     */
    record CareerLine(
            int line, @Nullable PartialDate from, @Nullable PartialDate to, String text, boolean meanwhile)
            implements CareerFact {

        @Override
        public CareerLine endedOn(LocalDate day) {
            return new CareerLine(line, from, PartialDate.day(day).toMonth(), text, meanwhile);
        }
    }

    /**
     * 简历中不成段的一行：跨段的其间、末段的届次附记
     *
     * @param closing whether it belongs to the last paragraph
     */
    record CareerNote(int line, String text, boolean closing) implements CareerFact {}

    /** 简历中未认读的一行 */
    record UnreadLine(int line, String text) implements CareerFact {}
}
