package huoshui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Cuts a life's stints where a unit was renamed or merged or a title changed, and puts each into words. 任职段落 */
final class Career {

    /** One line of a career: the same posts under the same names. */
    record Segment(
            Stint stint, List<CityPost> posts, @Nullable String unit, String title, String text, int from, int to) {}

    private final Life life;
    private final Map<String, CityUnit> units;
    private final List<Ranks.Held> ranks;
    private final List<Segment> segments = new ArrayList<>();

    private Career(Life life, Map<String, CityUnit> units, List<Ranks.Held> ranks) {
        this.life = life;
        this.units = units;
        this.ranks = ranks;
    }

    static List<Segment> of(Life life, Map<String, CityUnit> units, List<Ranks.Held> ranks) {
        var career = new Career(life, units, ranks);
        for (var stint : life.stints) career.cut(stint);
        return career.segments;
    }

    private void cut(Stint stint) {
        if (stint.outside) {
            segments.add(new Segment(stint, List.of(), null, "", stint.where, stint.from, stint.to));
            return;
        }
        if (stint.from >= stint.to) return;
        var at = new ArrayList<>(boundaries(stint));
        for (int i = 0; i < at.size(); i++) {
            int from = at.get(i);
            int to = i + 1 < at.size() ? at.get(i + 1) : stint.to;
            add(segment(stint, from, to));
        }
    }

    private void add(Segment next) {
        if (!segments.isEmpty()) {
            var last = segments.getLast();
            if (last.stint() == next.stint()
                    && last.text().equals(next.text())
                    && codes(last).equals(codes(next))) {
                segments.removeLast();
                segments.add(new Segment(
                        last.stint(), last.posts(), last.unit(), last.title(), last.text(), last.from(), next.to()));
                return;
            }
        }
        segments.add(next);
    }

    private static List<String> codes(Segment segment) {
        return segment.posts().stream().map(CityPost::code).toList();
    }

    private TreeSet<Integer> boundaries(Stint stint) {
        var at = new TreeSet<Integer>();
        var seat = stint.seat;
        if (seat == null) renames(stint.where, at);
        else
            for (var stage : seat.stages) {
                at.add(stage.from());
                for (var post : stage.posts()) renames(post.unit(), at);
            }
        if (seat == null || seat.staff) {
            for (int months : new int[] {12, 60, 72, 96, 132, 192, 204}) at.add(life.entered + months);
            at.add(Ranks.BEGIN);
            for (var each : ranks) at.add(each.from());
        }
        at.removeIf(month -> month <= stint.from || month >= stint.to);
        at.add(stint.from);
        return at;
    }

    private void renames(String unit, TreeSet<Integer> at) {
        var found = units.get(unit);
        if (found != null)
            for (var each : found.names()) at.add(Months.of(each.from().firstDay()));
    }

    private Segment segment(Stint stint, int from, int to) {
        var seat = stint.seat;
        if (seat == null) {
            var title = rankTitle(stint.level, from);
            return new Segment(stint, List.of(), stint.where, title, printed(stint.where, from) + title, from, to);
        }
        var posts = seat.at(from).posts();
        var first = posts.getFirst();
        if (seat.staff) {
            var title = first.section() + staffTitle(seat, from);
            return new Segment(stint, posts, first.unit(), title, printed(first.unit(), from) + title, from, to);
        }
        var title = first.titleFor(life.party(from));
        var text = new StringBuilder(printed(first.unit(), from)).append(title);
        for (var post : posts.subList(1, posts.size())) {
            boolean both = life.party(from) && !post.partyTitle().isEmpty();
            text.append(both ? "，" : "、")
                    .append(unit(post.unit()).nameAt(from).inner())
                    .append(post.titleFor(life.party(from)));
        }
        return new Segment(stint, posts, first.unit(), title, text.toString(), from, to);
    }

    private String printed(String unit, int month) {
        return unit(unit).nameAt(month).printed();
    }

    private CityUnit unit(String code) {
        var found = units.get(code);
        if (found == null) throw new IllegalStateException("no unit " + code);
        return found;
    }

    /** What those without a seat are called: by rank since 2019, by the old non-leading posts before. */
    private String rankTitle(int level, int month) {
        var rank = Ranks.wordAt(ranks, month);
        if (month >= Ranks.BEGIN && !rank.isEmpty()) return rank;
        return switch (level) {
            case Level.SECTION_DEPUTY -> "副主任科员";
            case Level.SECTION -> "主任科员";
            case Level.COUNTY_DEPUTY -> "副调研员";
            case Level.COUNTY -> "调研员";
            case Level.STAFF -> "科员";
            default -> "巡视员";
        };
    }

    private String staffTitle(Seat seat, int month) {
        int years = (month - life.entered) / 12;
        return switch (seat.trade) {
            case SCHOOL -> years < 5 ? "二级教师" : years < 11 ? "一级教师" : "高级教师";
            case HOSPITAL -> years < 5 ? "医师" : years < 11 ? "主治医师" : "副主任医师";
            case INSTITUTE -> years < 5 ? "助理工程师" : years < 11 ? "工程师" : "高级工程师";
            case COMPANY -> years < 6 ? "职员" : years < 16 ? "业务主管" : "高级业务主管";
            default -> clerkTitle(seat, month, years);
        };
    }

    private String clerkTitle(Seat seat, int month, int years) {
        if (month >= Ranks.BEGIN) {
            var rank = Ranks.wordAt(ranks, month);
            return rank.isEmpty() ? "试用期人员" : rank;
        }
        if (seat.region > 0) return years < 6 ? "科员" : years < 16 ? "副主任科员" : "主任科员";
        return years < 8 ? "科员" : years < 16 ? "副主任科员" : "主任科员";
    }
}
