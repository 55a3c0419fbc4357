package huoshui.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The posts of a career as facts: one for each post held, the main one first. 任职事实 */
final class Posts {

    private Posts() {}

    static List<Cadre.PostHeld> of(
            Life life, List<Career.Segment> segments, Map<String, CityUnit> units, boolean hole) {
        var held = new ArrayList<Cadre.PostHeld>();
        int level = -1;
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            boolean lost = hole && i == Math.max(0, segments.size() - 3);
            if (segment.posts().isEmpty() || lost) held.add(plain(segment, units, lost));
            else
                for (int k = 0; k < segment.posts().size(); k++) {
                    var post = segment.posts().get(k);
                    var unit = units.get(post.unit());
                    var name = unit == null ? "" : unit.nameAt(segment.from()).printed();
                    var title = k == 0 ? segment.title() : post.titleFor(life.party(segment.from()));
                    held.add(new Cadre.PostHeld(
                            post.unit(),
                            name,
                            segment.stint().onRecord ? post.code() : null,
                            title,
                            segment.text(),
                            post.level(),
                            post.leading(),
                            post.inTeam(),
                            post.principal(),
                            k == 0,
                            k + 1,
                            Months.date(segment.from()),
                            Biography.date(segment.to()),
                            segment.stint().level > level && level >= 0));
                }
            level = Math.max(level, segment.stint().level);
        }
        return held;
    }

    private static Cadre.PostHeld plain(Career.Segment segment, Map<String, CityUnit> units, boolean lost) {
        var code = lost ? null : segment.unit();
        var unit = code == null ? null : units.get(code);
        int level = segment.stint().level;
        return new Cadre.PostHeld(
                code,
                unit == null ? "" : unit.nameAt(segment.from()).printed(),
                null,
                segment.title(),
                segment.text(),
                level < 0 ? null : levelCode(segment, level),
                false,
                false,
                false,
                true,
                1,
                Months.date(segment.from()),
                Biography.date(segment.to()),
                false);
    }

    private static @Nullable String levelCode(Career.Segment segment, int level) {
        return segment.stint().outside && level == 0 ? "1A50" : Level.code(level);
    }
}
