package huoshui.assessment;

import huoshui.rule.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One question of an instrument. 题项 */
public sealed interface Item {

    /** What every question has. 题干 */
    Stem stem();

    /**
     * A question as it is put.
     *
     * @param dimension code of the dimension it counts towards; null for none
     * @param status how far its text has been checked
     * @param source where the text comes from
     * @param required whether a sheet without an answer to it is half filled
     */
    record Stem(String code, @Nullable String dimension, String text, Status status, String source, boolean required) {}

    /** 评等：one grade of a scale */
    record Rating(Stem stem, List<Grade> scale) implements Item {
        public Rating {
            scale = List.copyOf(scale);
        }
    }

    /** 选择：some of the options */
    record Choice(Stem stem, List<String> options, int least, int most) implements Item {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /** 推荐提名：names, each with a reason */
    record Nomination(Stem stem, int most) implements Item {}

    /** 简述：words of one's own */
    record Narrative(Stem stem, int longest) implements Item {}

    /** 清单：whichever points are so; an adverse one with an instance */
    record Checklist(Stem stem, List<Point> points) implements Item {
        public Checklist {
            points = List.copyOf(points);
        }
    }

    /** 测试题：options of which some are right */
    record Keyed(Stem stem, List<String> options, List<String> right) implements Item {
        public Keyed {
            options = List.copyOf(options);
            right = List.copyOf(right);
        }
    }

    /**
     * A step of a scale. 等次
     *
     * @param points null for a step that says nothing, such as 不了解: never counted
     * @param adverse whether whoever chooses it must tell an instance
     */
    record Grade(String word, @Nullable Integer points, boolean adverse) {

        boolean counts() {
            return points != null;
        }
    }

    /** A point of a checklist. 清单项 */
    record Point(String text, boolean adverse) {}
}
