package huoshui.rule;

import huoshui.rule.Sheet.Part;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads windows of time, and says them. 时间窗认读 */
final class WindowReader {

    private WindowReader() {}

    static FactTest.Window read(Part within) {
        if (within.isMap()) return between(within);
        var text = within.text();
        if (text.equals("current")) return new FactTest.Window.Current();
        var since = since(text);
        if (since != null) return new FactTest.Window.Since(since);
        if (text.matches("\\d{1,2}\\s+calendar-years?"))
            return new FactTest.Window.CalendarYears(Integer.parseInt(text.split("\\s+")[0]));
        var months = Scale.MONTHS.read(text);
        if (months != null) return new FactTest.Window.Last(months, 0);
        var days = Scale.DAYS.read(text);
        if (days != null) return new FactTest.Window.Last(0, days);
        throw within.wrong(
                "时间窗“%s”没有单位或写法不对，可写：24 months、3 calendar-years、this-year、current、in-rank、in-level、in-post", text);
    }

    private static FactTest.Window between(Part within) {
        var map = within.map(Set.of("from", "to"));
        var from = Sheet.need(within, map, "from").day();
        var to = map.get("to");
        var last = to == null ? null : to.day();
        if (last != null && last.isBefore(from)) throw within.wrong("时间窗的止日早于起日");
        return new FactTest.Window.Between(from, last);
    }

    static Arguments.@Nullable Since since(String text) {
        return switch (text) {
            case "in-rank" -> Arguments.Since.IN_RANK;
            case "in-level" -> Arguments.Since.IN_LEVEL;
            case "in-post" -> Arguments.Since.IN_POST;
            case "this-year" -> Arguments.Since.THIS_YEAR;
            default -> null;
        };
    }

    static String words(FactTest.Window window) {
        return switch (window) {
            case FactTest.Window.Between(var from, var to) ->
                to == null ? day(from) + " 以来" : day(from) + " 至 " + day(to) + " ";
            case FactTest.Window.Ever ever -> "";
            case FactTest.Window.Current current -> "当前";
            case FactTest.Window.Last(var months, var days) ->
                "近 " + (months > 0 ? Scale.MONTHS.words(months) : Scale.DAYS.words(days));
            case FactTest.Window.CalendarYears(var years) -> "近 " + years + " 个年度";
            case FactTest.Window.Since(var since) -> words(since);
        };
    }

    static String words(Arguments.Since since) {
        return switch (since) {
            case IN_RANK -> "任现职级以来";
            case IN_LEVEL -> "任现职务层次以来";
            case IN_POST -> "任现职以来";
            case THIS_YEAR -> "本年";
        };
    }

    private static String day(LocalDate day) {
        return day.toString().replace('-', '.');
    }
}
