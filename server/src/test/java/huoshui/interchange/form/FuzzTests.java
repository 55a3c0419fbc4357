package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Fuzz;
import huoshui.Seeds;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Longer with {@code -Dhuoshui.long=true}; another seed with {@code -Dhuoshui.seed=…}. */
@DisplayName("乱改的任免表：不崩溃，不挂起")
class FuzzTests {

    private static final long SEED = Seeds.next();
    /** Of the processor, not of the clock: other work on the machine is no fault of the reader. */
    private static final long HANG = 1_000_000_000L;

    private static final String[] SCRAPS = {
        "<",
        ">",
        "&",
        "--",
        "（其间：",
        "）",
        "(",
        "1990.09--1994.07",
        "1990.13",
        "\n",
        "\r",
        "~",
        "今",
        "<![CDATA[",
        "]]>",
        "<!--",
        "</Person>",
        "\uFEFF",
        "　",
        "\u0000",
        "2015.03--         ",
        "<Item>",
        "99999999",
        "@",
        "\",\""
    };

    private final Random random = new Random(SEED);

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() {
        var files = Corpus.files(SEED, 50);
        Fuzz.rounds("任免表", SEED, round -> tried(damaged(files.get(random.nextInt(files.size())))));
    }

    private static void tried(byte[] file) {
        try {
            var form = new LrmxReader().read(file);
            new SheetReader().read(form);
            var written = new LrmxWriter().write(form);
            assertThat(new LrmxWriter().write(new LrmxReader().read(written)))
                    .as("seed %d", SEED)
                    .isEqualTo(written);
        } catch (Refusal told) {
            assertThat(told).as("seed %d", SEED).hasMessageEndingWith("。");
        }
        try {
            new LrmReader().read(file, null);
        } catch (Refusal told) {
            assertThat(told).hasMessageEndingWith("。");
        }
    }

    private byte[] damaged(byte[] file) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                var bytes = file.clone();
                for (int i = 1 + random.nextInt(4); i > 0; i--)
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 1 -> Arrays.copyOf(file, random.nextInt(file.length));
            default -> {
                var text = new StringBuilder(new String(file, StandardCharsets.UTF_8));
                for (int i = 1 + random.nextInt(4); i > 0; i--) text.insert(random.nextInt(text.length()), scrap());
                yield text.toString().getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    private String scrap() {
        return SCRAPS[random.nextInt(SCRAPS.length)].repeat(random.nextInt(20) == 0 ? 500 : 1);
    }

    @Test
    void anyResumeIsReadAndPrintedAndReadAgain() {
        Fuzz.rounds("简历", SEED, round -> {
            var resume = ugly(random);
            var once = Resume.read(resume);
            var twice = Resume.read(once.print());
            assertThat(twice.entries().isEmpty())
                    .as(resume)
                    .isEqualTo(once.entries().isEmpty());
        });
    }

    /** Also of a date that a break has cut in two, of which joining the lines shows more than either did (round 3839). */
    @Test
    void printingWhatWasReadIsAFixedPoint() {
        var fixed = new Random(20_261_130L);
        for (int round = 0; round <= 3_839; round++) {
            var resume = ugly(fixed);
            if (round >= 1_000 && round < 3_839) continue;
            var once = Resume.read(resume);
            var printed = once.print();
            var twice = Resume.read(printed);
            var about = "round %d of\n%s\nprinted\n%s".formatted(round, resume, printed);
            assertThat(twice.print()).as(about).isEqualTo(printed);
            assertThat(ResumeTests.untold(twice)).as(about).isEqualTo(ResumeTests.untold(once));
        }
    }

    private static String ugly(Random random) {
        var text = new StringBuilder(Corpus.resumes(random.nextLong(), 1).getFirst());
        for (int i = random.nextInt(4); i > 0; i--)
            text.insert(random.nextInt(text.length() + 1), SCRAPS[random.nextInt(SCRAPS.length)]);
        return text.toString();
    }

    @Test
    void aCareerIsReadFromAnyResumeAndEveryStretchCitesALineThatIsThere() {
        Fuzz.rounds("履历", SEED, round -> {
            var resume = ugly(random);
            var lines = TextLines.of(resume).split("\n", -1).length;
            var read = CareerReading.of(Resume.read(resume));
            assertThat(read.stretches())
                    .as(resume)
                    .allSatisfy(each -> assertThat(each.line()).isBetween(1, lines));
            CareerReading.positions(resume);
        });
    }

    @Test
    void aMonstrousTextTakesNoLongTime() {
        var head = "1990.01--1991.01  甲";
        for (var monster : List.of(
                "（",
                "（其间：",
                head + "（\n",
                "a\n",
                "，1",
                "，1990.01",
                "（1990.01--1991.01",
                "；1990.01--1991.01",
                "1990.01--\n",
                "\n\n甲",
                "~",
                "-",
                "(岁",
                " ",
                "今",
                "、民盟",
                "a;",
                "\n（1990.01--1991.01 甲")) {
            var text = head + monster.repeat(95_000 / monster.length());
            for (var box : List.of(Box.RESUME, Box.PARTY, Box.BIRTH, Box.NAME, Box.ID_NUMBER, Box.FULLTIME_LEVEL)) {
                long start = Forms.cpuTime();
                Forms.reading(box, text + "\n1999.01--  乙");
                assertThat(Forms.cpuTime() - start).as("%s in %s", monster, box).isLessThan(HANG);
            }
        }
    }

    @Test
    void noTextOfAResumeIsLost() {
        for (var resume : Corpus.resumes(SEED, 2_000)) {
            var read = Resume.read(resume);
            var kept = letters(List.of(read.print()).toString());
            assertThat(kept).as("seed %d of\n%s", SEED, resume).isEqualTo(letters(TextLines.of(resume)));
        }
    }

    /** Only what is neither figure, dash, blank nor the words of a period: that much must survive exactly. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{IsHan}A-Za-z&<>]|[年月至今]", "");
    }
}
