package huoshui.interchange.gold;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.gold.GoldResume.Position;
import huoshui.interchange.gold.GoldResume.Segment;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The gold resumes hold together: what the truth says is printed is printed, in the lines it cites. 金标准简历 */
class GoldResumeTests {

    static final List<GoldResume> DEV = GoldResume.dev();
    static final List<GoldResume> HELD = GoldResume.held();
    static final List<GoldResume> ALL =
            Stream.concat(DEV.stream(), HELD.stream()).toList();
    static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");

    @Test
    void thereAreEnoughAndAThirdIsHeldBack() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(340);
        assertThat(HELD.size() * 1.0 / ALL.size()).isBetween(0.32, 0.35);
        assertThat(ALL).extracting(GoldResume::text).doesNotHaveDuplicates();
        assertThat(ALL).extracting(GoldResume::id).doesNotHaveDuplicates();
    }

    @Test
    void nothingHeldBackWasMadeFromTheSameSkeletonAsTheRest() {
        assertThat(skeletons(HELD)).hasSizeGreaterThan(20).doesNotContainAnyElementsOf(skeletons(DEV));
    }

    @Test
    void everyWordTheTruthTakesFromTheTextStandsInTheLinesItCites() {
        for (var each : ALL)
            for (var segment : each.segments()) {
                var cited = bare(segment.lines().stream()
                        .map(n -> each.lines().get(n - 1))
                        .collect(joining()));
                segment.posts().stream()
                        .flatMap(GoldResumeTests::printed)
                        .forEach(word -> assertThat(cited)
                                .as("%s, lines %s", each.id(), segment.lines())
                                .contains(bare(word)));
            }
    }

    @Test
    void everyLineWithWordsIsReadOrMarkedUnread() {
        for (var each : ALL) {
            var told = new HashSet<>(each.unread());
            told.addAll(each.closing());
            told.addAll(each.captions());
            each.segments().forEach(segment -> told.addAll(segment.lines()));
            for (int n = 1; n <= each.lines().size(); n++)
                if (WORDS.matcher(each.lines().get(n - 1)).find())
                    assertThat(told).as("%s, line %d", each.id(), n).contains(n);
        }
    }

    @Test
    void periodsRunForwardUnlessTheDoubtIsTold() {
        for (var each : ALL) {
            var doubted = each.doubts().stream().map(GoldResume.Doubt::segment).collect(toSet());
            for (int n = 0; n < each.segments().size(); n++)
                assertThat(backwards(each.segments().get(n)))
                        .as("%s, segment %d", each.id(), n)
                        .isEqualTo(doubted.contains(n));
        }
    }

    private static boolean backwards(Segment segment) {
        var from = segment.from();
        var to = segment.to();
        if (from == null || to == null) return false;
        var shared = Math.min(from.length(), to.length());
        return to.substring(0, shared).compareTo(from.substring(0, shared)) < 0;
    }

    private static Stream<String> printed(Position position) {
        var own = Stream.of(position.post(), position.study(), position.level(), position.treatment());
        var place = position.carried() ? Stream.<String>empty() : Stream.of(position.unit(), position.inner());
        return Stream.concat(own, place).filter(Objects::nonNull);
    }

    private static List<String> skeletons(List<GoldResume> resumes) {
        return resumes.stream()
                .map(each -> each.id().substring(0, each.id().lastIndexOf('-')))
                .distinct()
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000]", "");
    }
}
