package huoshui.assessment;

import huoshui.assessment.Instrument.Sign;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a round for one subject: by dimension, by group and by item, each with how many spoke and how far apart they were. There
 * is no figure for the subject as a whole. 测评结果
 *
 * @param groups none where too few spoke for any figure
 * @param notes what to know before reading
 */
public record Scorecard(
        UUID subject, List<Group> groups, List<DimensionLine> dimensions, List<ItemLine> items, List<String> notes) {

    /**
     * Voices totalled together.
     *
     * @param names of the groups in it
     */
    public record Group(String key, List<String> names, int weight, int issued, int returned, int valid) {}

    /** 维度结果 */
    public record DimensionLine(String code, String name, Sign sign, Figure overall, List<Figure> byGroup) {}

    /** 题项结果 */
    public record ItemLine(
            String code,
            @Nullable String dimension,
            String text,
            String status,
            String source,
            Figure overall,
            List<Figure> byGroup) {}

    /**
     * One figure.
     *
     * @param n how many spoke to it
     * @param mean null where it is told in words, or cannot be told
     * @param spread standard deviation
     * @param agreement rWG, from 0 to 1; null where too few spoke to test it
     * @param words what is told instead of, or beside, figures
     * @param bars how many chose what
     */
    public record Figure(
            int n,
            @Nullable Double mean,
            @Nullable Double spread,
            @Nullable Double agreement,
            @Nullable String words,
            List<Bar> bars) {}

    /** 分布 */
    public record Bar(String word, int count) {}
}
