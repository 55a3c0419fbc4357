package huoshui.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Working days, with holidays and 调休 as data per year. 工作日
 *
 * <p>A clerk adds a year, or puts one right, by a file of the same shape in the folder {@code calendar} of the data folder. In a
 * year nobody has entered, Monday to Friday is assumed, and every result that rests on it says so (暂按); it is reckoned anew when
 * the year arrives, and nothing blocks on it.
 */
@Component
public class WorkingDays {

    private static final String SHIPPED = "classpath*:calendar/*.yaml";

    private final @Nullable Path own;
    private volatile Entered entered;

    /** @throws Refusal {@code bad-calendar}, naming the file */
    public WorkingDays(@Value("${huoshui.data:}") String data) {
        this.own = data.isEmpty() ? null : Path.of(data, "calendar");
        this.entered = read(files());
    }

    /** What was entered, and the clerk's files it was read from, each with when it was written. */
    private record Entered(
            Set<LocalDate> holidays, Set<LocalDate> working, Set<Integer> years, Map<Path, FileTime> files) {}

    /** As the files are now: a year that has arrived counts from the next question on. */
    private Entered now() {
        var known = entered;
        var files = files();
        if (known.files.equals(files)) return known;
        var fresh = read(files);
        entered = fresh;
        return fresh;
    }

    private Map<Path, FileTime> files() {
        var found = new TreeMap<Path, FileTime>();
        if (own == null || !Files.isDirectory(own)) return found;
        try (var files = Files.list(own)) {
            for (var each :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList())
                found.put(each, Files.getLastModifiedTime(each));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return found;
    }

    private static Entered read(Map<Path, FileTime> own) {
        var into = new Entered(new HashSet<>(), new HashSet<>(), new TreeSet<>(), own);
        try {
            for (var each : new PathMatchingResourcePatternResolver().getResources(SHIPPED))
                try (var in = each.getInputStream()) {
                    read(String.valueOf(each.getFilename()), in, into);
                }
            for (var each : own.keySet())
                try (var in = Files.newInputStream(each)) {
                    read(String.valueOf(each.getFileName()), in, into);
                }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return into;
    }

    /** A whole year at a time: what was known of it before is forgotten. */
    private static void read(String file, InputStream in, Entered into) {
        try {
            Object read = new Yaml(
                            new SafeConstructor(new LoaderOptions()),
                            new org.yaml.snakeyaml.representer.Representer(new org.yaml.snakeyaml.DumperOptions()),
                            new org.yaml.snakeyaml.DumperOptions(),
                            new LoaderOptions(),
                            new Text())
                    .load(in);
            if (!(read instanceof Map<?, ?> map)) throw wrong(file, "应写 year、holidays、working");
            int year = Integer.parseInt(String.valueOf(map.get("year")));
            var off = new ArrayList<LocalDate>();
            if (map.get("holidays") instanceof Map<?, ?> named)
                for (var each : named.values()) off.addAll(days(file, year, each));
            var on = days(file, year, map.get("working"));
            into.holidays.removeIf(each -> each.getYear() == year);
            into.working.removeIf(each -> each.getYear() == year);
            into.holidays.addAll(off);
            into.working.addAll(on);
            into.years.add(year);
        } catch (YAMLException | NumberFormatException unreadable) {
            throw wrong(file, "读不懂：" + unreadable.getMessage());
        }
    }

    /** Everything is text: a date is read by ourselves, so that an impossible one is told. */
    private static final class Text extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(org.yaml.snakeyaml.nodes.Tag.NULL, NULL, "~nN\0");
        }
    }

    private static List<LocalDate> days(String file, int year, @Nullable Object list) {
        var all = new ArrayList<LocalDate>();
        if (!(list instanceof List<?> given)) return all;
        for (var each : given) {
            try {
                var day = LocalDate.parse(String.valueOf(each));
                if (day.getYear() != year) throw wrong(file, "%s 不在 %d 年".formatted(day, year));
                all.add(day);
            } catch (DateTimeParseException impossible) {
                throw wrong(file, "没有“%s”这一天".formatted(each));
            }
        }
        return all;
    }

    private static Refusal wrong(String file, String what) {
        return Refusal.input("bad-calendar", "未采用放假安排 %s：%s。请改正后重试。".formatted(file, what));
    }

    /** A day reckoned in working days, and whether a year nobody has entered was met on the way. */
    public record Reckoned(LocalDate day, boolean provisional) {}

    /** So many working days, and whether some of them are only assumed. */
    public record Counted(int days, boolean provisional) {}

    /** The years whose holidays have been entered. */
    public Set<Integer> years() {
        return Collections.unmodifiableSet(now().years);
    }

    /** Whether the holidays of this year have been entered. */
    public boolean entered(int year) {
        return now().years.contains(year);
    }

    public boolean working(LocalDate day) {
        return working(now(), day);
    }

    private static boolean working(Entered entered, LocalDate day) {
        if (entered.holidays.contains(day)) return false;
        if (entered.working.contains(day)) return true;
        var of = day.getDayOfWeek();
        return of != DayOfWeek.SATURDAY && of != DayOfWeek.SUNDAY;
    }

    /** The working day so many after this day, which itself does not count; before it where the number is negative. */
    public Reckoned after(LocalDate day, int number) {
        var now = now();
        int left = Math.abs(number);
        int step = number < 0 ? -1 : 1;
        var at = day;
        boolean provisional = !now.years.contains(day.getYear());
        while (left > 0) {
            at = at.plusDays(step);
            provisional |= !now.years.contains(at.getYear());
            if (working(now, at)) left--;
        }
        return new Reckoned(at, provisional);
    }

    /** Working days from the first day to the last, both counted; none where the last lies before the first. */
    public Counted between(LocalDate first, LocalDate last) {
        var now = now();
        int count = 0;
        boolean provisional = false;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            provisional |= !now.years.contains(day.getYear());
            if (working(now, day)) count++;
        }
        return new Counted(count, provisional);
    }
}
