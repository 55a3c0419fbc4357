package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Cities;
import huoshui.dossier.search.Deadlines;
import huoshui.dossier.search.Deadlines.Due;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comes due soon. 近期到期 */
@RestController
class DeadlinePages {

    private static final int LONGEST = 60;

    private final Cities cities;
    private final PeopleSearch search;

    DeadlinePages(Cities cities, PeopleSearch search) {
        this.cities = cities;
        this.search = search;
    }

    /**
     * Somebody for whom something comes due.
     *
     * @param due the month, as {@code 2027-03}
     * @param latest where the dossier leaves it open, the month it may be at the latest
     */
    record DueLine(String due, @Nullable String latest, PersonRow person) {}

    record Group(String kind, String label, int count, List<DueLine> people) {}

    /** By kind, soonest first; a kind is {@code retirement}, {@code probation}, {@code term} or {@code tenure-5}, -8, -10. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/api/v1/deadlines")
    List<Group> deadlines(
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(defaultValue = "6") int months,
            AsOf at,
            Signed signed) {
        if (months < 0 || months > LONGEST) throw Refusal.input("bad-months", "未列出：月数须在 0 到 60 之间。请改填。");
        if (!signed.sight().reads(Chapter.BASIC) || !signed.sight().reads(Chapter.CAREER)) return List.of();
        var kinds = kinds(kind);
        var city = cities.at(at);
        var all = Deadlines.in(city, search.view(signed.sight()), kinds, months);
        var groups = new ArrayList<Group>();
        for (var each : kinds) {
            var lines = all.stream()
                    .filter(due -> due.kind() == each)
                    .map(due -> line(due, PersonRow.of(due.person(), city.around(), signed.sight())))
                    .toList();
            groups.add(new Group(code(each), each.word(), lines.size(), lines));
        }
        return groups;
    }

    private static DueLine line(Due due, PersonRow person) {
        return new DueLine(
                due.due().toString(), due.latest() == null ? null : due.latest().toString(), person);
    }

    private static List<Deadlines.Kind> kinds(@Nullable List<String> asked) {
        var all = List.of(Deadlines.Kind.values());
        if (asked == null || asked.isEmpty()) return all;
        var found = all.stream().filter(each -> asked.contains(code(each))).toList();
        if (found.isEmpty()) throw Refusal.input("bad-kind", "未列出：没有这一类到期事项。请从列表中选取。");
        return found;
    }

    private static String code(Deadlines.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
