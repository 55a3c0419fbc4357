package huoshui.org.fact;

import huoshui.kernel.PartialDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a leading team is and should look like. 班子类事实 */
public sealed interface TeamFact extends OrgFact {

    /**
     * 班子
     *
     * @param name null where it is simply called after its unit: 市水务局领导班子
     */
    record TeamIs(UUID unit, @Nullable String name, int order) implements TeamFact {

        public TeamIs of(UUID unit) {
            return new TeamIs(unit, name, order);
        }
    }

    /**
     * 班子结构目标
     *
     * @param edition by which paper or edition: 正县级部门目标 2025 版
     */
    record Targets(List<Target> targets, @Nullable String edition) implements TeamFact {

        public Targets {
            targets = targets == null ? List.of() : List.copyOf(targets);
        }
    }

    /**
     * 届：holds from the election (or the first day of office) until the next one begins
     *
     * @param ordinal 第几届; null where terms are not counted
     * @param due when it comes to its end by rule 应届满; the next term may begin earlier or later
     */
    record Term(@Nullable Integer ordinal, PartialDate due) implements TeamFact {

        /** 第十五届; 本届 where terms are not counted. */
        public String words() {
            return ordinal == null ? "本届" : "第" + number(ordinal) + "届";
        }

        private static String number(int number) {
            var digits = "〇一二三四五六七八九";
            if (number >= 100 || number < 1) return String.valueOf(number);
            var tens = number < 10 ? "" : (number < 20 ? "" : digits.charAt(number / 10)) + "十";
            return tens + (number % 10 == 0 ? "" : digits.charAt(number % 10));
        }
    }

    /**
     * 测评：that a team was asked about; what came of it is read at the round, for a purpose
     *
     * @param edition of the instrument, counted from 1
     * @param voices how many valid sheets it rests on
     */
    record Assessed(UUID round, String instrument, int edition, String title, String occasion, int voices)
            implements TeamFact {}

    /**
     * One wish about the make-up of a team. 结构目标
     *
     * @param least at least this many (or years); null for no lower bound
     * @param most at most this many (or years); null for no upper bound
     */
    record Target(
            StructureMeasure measure,
            @Nullable Double least,
            @Nullable Double most) {}
}
