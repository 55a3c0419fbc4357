package huoshui.demo;

import huoshui.demo.Cadre.Line;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;

/** The résumé line by line, in agreement with the posts: study first, then every post, gaps named. 简历行 */
final class Lines {

    private final List<Line> lines = new ArrayList<>();
    private final Life life;

    private Lines(Life life) {
        this.life = life;
    }

    static List<Line> of(
            Life life,
            List<Career.Segment> segments,
            List<Cadre.Schooling> schools,
            List<Cadre.Secondment> secondments,
            boolean unread) {
        var lines = new Lines(life);
        lines.study(schools);
        for (var segment : segments) lines.post(segment, schools, secondments);
        lines.spanning(segments, schools);
        lines.end();
        if (unread) lines.unreadable();
        return lines.lines;
    }

    private void study(List<Cadre.Schooling> schools) {
        int until = 0;
        for (var each : schools) {
            if (!each.fullTime() || each.school().isEmpty()) continue;
            int from = Months.of(each.from().firstDay());
            if (until > 0 && from > until) from = Math.min(from, until + 2);
            until = Months.of(each.to().firstDay());
            var what = each.level().equals("研究生") ? each.degree().endsWith("博士") ? "博士研究生学习" : "硕士研究生学习" : "学习";
            lines.add(new Line(each.from(), each.to(), each.school() + each.major() + "专业" + what));
        }
        if (until > 0 && life.workStart > until + 2)
            lines.add(new Line(
                    Months.date(until), Months.date(life.workStart), Months.year(until) < 2000 ? "待分配" : "待业"));
    }

    private void post(Career.Segment segment, List<Cadre.Schooling> schools, List<Cadre.Secondment> secondments) {
        var meanwhile = new ArrayList<String>();
        for (var each : secondments)
            if (inside(each.from(), segment)) meanwhile.add(period(each.from(), each.to()) + "  " + each.text());
        for (var each : schools)
            if (!each.fullTime() && inside(each.from(), segment) && within(each.to(), segment))
                meanwhile.add(period(each.from(), each.to()) + "  " + study(each));
        var text = segment.text() + (meanwhile.isEmpty() ? "" : "（其间：" + String.join("；", meanwhile) + "）");
        lines.add(new Line(Months.date(segment.from()), Biography.date(segment.to()), text));
    }

    /** Studies that lasted over several posts stand on a line of their own after the post in which they ended. */
    private void spanning(List<Career.Segment> segments, List<Cadre.Schooling> schools) {
        for (var each : schools) {
            if (each.fullTime()) continue;
            for (var segment : segments) {
                if (inside(each.from(), segment) && within(each.to(), segment)) break;
                if (!inside(each.to(), segment)) continue;
                int at = indexOf(segment);
                if (at >= 0)
                    lines.add(
                            at + 1,
                            new Line(null, null, "（" + period(each.from(), each.to()) + "  " + study(each) + "）"));
                break;
            }
        }
    }

    private int indexOf(Career.Segment segment) {
        var from = Months.date(segment.from());
        for (int i = lines.size() - 1; i >= 0; i--)
            if (from.equals(lines.get(i).from()) && lines.get(i).text().startsWith(segment.text())) return i;
        return -1;
    }

    private static String study(Cadre.Schooling each) {
        var what = each.code().equals("1B") ? "研究生班" : "";
        return each.school() + what + each.major() + "专业" + (each.degreeCode().equals("349") ? "在职硕士研究生学习" : "在职学习");
    }

    private static boolean inside(PartialDate date, Career.Segment segment) {
        int month = Months.of(date.firstDay());
        return month >= segment.from() && month < segment.to();
    }

    private static boolean within(PartialDate date, Career.Segment segment) {
        int month = Months.of(date.firstDay());
        return month >= segment.from() && month <= segment.to();
    }

    private static String period(PartialDate from, @org.jspecify.annotations.Nullable PartialDate to) {
        return from.printed() + "--" + (to == null ? "       " : to.printed());
    }

    private void end() {
        if (life.serving()) return;
        var on = Months.date(life.left);
        switch (life.exit) {
            case RETIRED -> lines.add(new Line(on, null, "退休"));
            case TRANSFERRED -> lines.add(new Line(on, null, Deeds.destination(life)));
            default -> {}
        }
    }

    /** A line the copier spoilt. */
    private void unreadable() {
        int at = Math.clamp(lines.size() - 2, 1, Math.max(1, lines.size() - 1));
        var from = lines.get(Math.min(at, lines.size() - 1)).from();
        int year = from == null ? 2014 : from.year();
        var spoilt = life.dice
                .fork("unread")
                .pick(year + ".09 参加……（复印不清）", year + ".09、12 抽调至……指挥部工作（字迹不清）", "二〇一四年九月至十二月 借调市……办公室（原件缺页）");
        lines.add(Math.min(at + 1, lines.size()), new Line(null, null, spoilt));
    }
}
