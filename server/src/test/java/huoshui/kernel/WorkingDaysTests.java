package huoshui.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("工作日：放假与调休按年为数据，未录入的年份暂按周一至周五")
class WorkingDaysTests {

    static final Path FILES = Path.of("src/main/resources/calendar");
    static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    final WorkingDays days = new WorkingDays("");

    @Test
    void twentyYearsAgreeWithALineOfDaysDrawnByHand() throws IOException {
        var works = new TreeMap<LocalDate, Boolean>();
        for (var day = LocalDate.of(2006, 1, 1); day.getYear() < 2027; day = day.plusDays(1))
            works.put(day, day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0);
        try (var files = Files.list(FILES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList())
                for (var line : Files.readAllLines(file)) {
                    var found = DAY.matcher(line);
                    while (found.find())
                        works.computeIfPresent(
                                LocalDate.parse(found.group()), (day, any) -> line.startsWith("working"));
                }
        }
        works.forEach(
                (day, works1) -> assertThat(days.working(day)).as("%s", day).isEqualTo(works1));
        var line = works.entrySet().stream()
                .filter(each -> each.getValue())
                .map(each -> each.getKey())
                .toList();
        long seed = Seeds.next();
        var random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            int at = random.nextInt(line.size() - 400);
            int number = 1 + random.nextInt(300);
            assertThat(days.after(line.get(at), number))
                    .as("seed %d: %s and %d", seed, line.get(at), number)
                    .isEqualTo(new WorkingDays.Reckoned(line.get(at + number), false));
            assertThat(days.after(line.get(at + number), -number).day()).isEqualTo(line.get(at));
            assertThat(days.between(line.get(at), line.get(at + number)).days()).isEqualTo(number + 1);
        }
    }

    @Test
    void aYearNotYetEnteredIsReckonedAndMarked() {
        var reckoned = days.after(LocalDate.of(2026, 12, 31), 5);
        assertThat(reckoned.provisional()).isTrue();
        assertThat(reckoned.day()).isEqualTo(LocalDate.of(2027, 1, 7));
        assertThat(days.after(LocalDate.of(2026, 6, 1), 5).provisional()).isFalse();
    }

    @Test
    void aClerkAddsAYearAndTheDayIsReckonedAnew(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("calendar"));
        Files.writeString(data.resolve("calendar/2027.yaml"), """
                year: 2027
                holidays:
                  元旦: [2027-01-01, 2027-01-02, 2027-01-03, 2027-01-04]
                working: [2027-01-09]
                """);
        var extended = new WorkingDays(data.toString());
        assertThat(extended.after(LocalDate.of(2026, 12, 31), 5))
                .isEqualTo(new WorkingDays.Reckoned(LocalDate.of(2027, 1, 9), false));
    }

    @Test
    void aYearThatArrivesIsReckonedWithFromTheNextQuestionOn(@TempDir Path data) throws IOException {
        var running = new WorkingDays(data.toString());
        var lastDay = LocalDate.of(2026, 12, 31);
        assertThat(running.after(lastDay, 1)).isEqualTo(new WorkingDays.Reckoned(LocalDate.of(2027, 1, 1), true));
        calendar(data, "2027.yaml", "year: 2027\nholidays: { 元旦: [2027-01-01] }\n");
        assertThat(running.after(lastDay, 1)).isEqualTo(new WorkingDays.Reckoned(LocalDate.of(2027, 1, 4), false));
        assertThat(running.years()).contains(2026, 2027);
        Files.delete(data.resolve("calendar/2027.yaml"));
        assertThat(running.entered(2027)).isFalse();
    }

    @Test
    void anImpossibleDayIsRefusedByName(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("calendar"));
        Files.writeString(data.resolve("calendar/2027.yaml"), "year: 2027\nholidays: { 春节: [2027-02-30] }\n");
        assertThatThrownBy(() -> new WorkingDays(data.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2027.yaml")
                .hasMessageContaining("2027-02-30");
    }

    @Test
    void noWorkingDayAfterADayIsThatDayAndOneBackwardsIsTheOneBefore() {
        var monday = LocalDate.of(2026, 3, 16);
        assertThat(days.after(monday, 0)).isEqualTo(new WorkingDays.Reckoned(monday, false));
        assertThat(days.after(monday, -1)).isEqualTo(new WorkingDays.Reckoned(LocalDate.of(2026, 3, 13), false));
        assertThat(days.after(LocalDate.of(2027, 3, 1), 0).provisional()).isTrue();
        assertThat(days.after(LocalDate.of(2027, 1, 4), -2).provisional())
                .as("reckoned from a year nobody has entered")
                .isTrue();
    }

    @Test
    void daysBetweenAreCountedWithBothEndsAndMarkedWhereAYearIsMissing() {
        var monday = LocalDate.of(2026, 3, 16);
        assertThat(days.between(monday, monday)).isEqualTo(new WorkingDays.Counted(1, false));
        assertThat(days.between(monday, monday.plusDays(6))).isEqualTo(new WorkingDays.Counted(5, false));
        assertThat(days.between(monday, monday.minusDays(1))).isEqualTo(new WorkingDays.Counted(0, false));
        assertThat(days.between(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4)))
                .isEqualTo(new WorkingDays.Counted(3, true));
        assertThat(days.entered(2026)).isTrue();
        assertThat(days.entered(2027)).isFalse();
    }

    @Test
    void aYearPutRightIsForgottenWholeAndTheOthersStay(@TempDir Path data) throws IOException {
        calendar(data, "2026.yaml", "year: 2026\nholidays: { 元旦: [2026-01-01] }\nworking: [2026-01-03]\n");
        calendar(data, "2026.txt", "notes of the clerk");
        var own = new WorkingDays(data.toString());
        assertThat(own.working(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(own.working(LocalDate.of(2026, 10, 1)))
                .as("no longer a holiday")
                .isTrue();
        assertThat(own.working(LocalDate.of(2026, 10, 10)))
                .as("no longer made up for")
                .isFalse();
        assertThat(own.working(LocalDate.of(2026, 1, 3))).isTrue();
        assertThat(own.working(LocalDate.of(2025, 10, 1))).as("another year").isFalse();
        assertThat(own.working(LocalDate.of(2025, 9, 28))).as("another year").isTrue();
    }

    @Test
    void ofTwoFilesOfOneYearTheLaterByNameHolds(@TempDir Path data) throws IOException {
        calendar(data, "b.yaml", "year: 2027\nholidays: { 元旦: [2027-01-05] }\n");
        calendar(data, "a.yaml", "year: 2027\nholidays: { 元旦: [2027-01-04] }\n");
        var own = new WorkingDays(data.toString());
        assertThat(own.working(LocalDate.of(2027, 1, 5))).isFalse();
        assertThat(own.working(LocalDate.of(2027, 1, 4))).isTrue();
    }

    @Test
    void aFileThatIsNoCalendarIsRefusedByName(@TempDir Path data) throws IOException {
        for (var wrong : List.of(
                "- 2027-01-01",
                "year: 两千\n",
                "year: [2027",
                "year: 2027\nworking: [2026-01-04]\n",
                "year: 2027\nholidays: { 元旦: [2026-01-01] }\n")) {
            calendar(data, "2027.yaml", wrong);
            assertThatThrownBy(() -> new WorkingDays(data.toString()))
                    .as(wrong)
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("2027.yaml");
        }
    }

    @Test
    void withoutAFolderOfItsOwnTheShippedYearsHold(@TempDir Path data) {
        assertThat(new WorkingDays(data.toString()).entered(2026)).isTrue();
    }

    private static void calendar(Path data, String name, String text) throws IOException {
        Files.writeString(Files.createDirectories(data.resolve("calendar")).resolve(name), text);
    }
}
