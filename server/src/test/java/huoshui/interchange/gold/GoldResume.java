package huoshui.interchange.gold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One invented resume as a clerk typed it, with the truth beside it. 金标准简历 */
public record GoldResume(
        String id,
        String hand,
        List<String> features,
        String newline,
        List<String> lines,
        List<Segment> segments,
        List<Integer> unread,
        List<Integer> closing,
        List<Integer> captions,
        List<Gap> gaps,
        List<Overlap> overlaps,
        List<Doubt> doubts,
        List<String> hard) {

    static final Path ROOT = Path.of("src/test/resources/gold/resumes");

    /** What the text says of one stretch of time. 简历段 */
    public record Segment(
            List<Integer> lines,
            @Nullable String from,
            @Nullable Integer fromDay,
            @Nullable String to,
            @Nullable Integer toDay,
            boolean present,
            String kind,
            boolean meanwhile,
            @Nullable Integer within,
            List<Position> posts,
            @Nullable String level) {}

    /** A unit and a post in it, as printed. 单位及职务 */
    public record Position(
            @Nullable String unit,
            @Nullable String inner,
            @Nullable String post,
            @Nullable String study,
            boolean carried,
            @Nullable String level,
            @Nullable String treatment,
            @Nullable List<String> notes) {}

    /** Whole calendar months no segment covers. 空档 */
    public record Gap(int after, int before, String from, String to, int months, boolean uncertain) {}

    /** Two main segments that run side by side. 重叠 */
    public record Overlap(
            int one, int other, String from, @Nullable String to) {}

    /** A segment a careful reader would ask about. 存疑 */
    public record Doubt(int segment, String why) {}

    /** The ones to work with. 开发集 */
    public static List<GoldResume> dev() {
        return read("dev");
    }

    /** The ones nobody who works on the reader looks at. 留出集 */
    public static List<GoldResume> held() {
        return read("held");
    }

    /** The text as it stands in the box. */
    public String text() {
        return String.join(newline, lines);
    }

    private static List<GoldResume> read(String split) {
        var mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        var all = new ArrayList<GoldResume>();
        try (var files = Files.list(ROOT.resolve(split))) {
            for (var file : files.sorted().toList())
                all.addAll(Arrays.asList(mapper.readValue(Files.readString(file), GoldResume[].class)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
