package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.city.Surroundings.PostAt;
import huoshui.dossier.city.Surroundings.UnitAt;
import huoshui.dossier.search.Deadlines;
import huoshui.dossier.search.Deadlines.Due;
import huoshui.dossier.search.PeopleSearch;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
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
     * @param post what it is about, where that is a post other than the main one
     */
    record DueLine(
            String due, @Nullable String latest, @Nullable String post, PersonRow person) {}

    /** @param unknown how many it may concern whose record does not tell */
    record Group(String kind, String label, int count, List<DueLine> people, int unknown) {}

    /**
     * By kind, soonest first; a kind is {@code retired}, {@code retirement}, {@code probation}, {@code term} or
     * {@code tenure-5}, -8. Dates that clauses speak of are told by the rulebook.
     *
     * @param most at most so many people of each kind; counts are of all
     */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/api/v1/deadlines")
    List<Group> deadlines(
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(defaultValue = "6") int months,
            @RequestParam(defaultValue = "2000") int most,
            AsOf at,
            Signed signed) {
        if (months < 0 || months > LONGEST) throw Refusal.input("bad-months", "未列出：月数须在 0 到 60 之间。请改填。");
        if (!signed.sight().reads(Chapter.BASIC) || !signed.sight().reads(Chapter.CAREER)) return List.of();
        var city = cities.at(at);
        return Deadlines.in(city, search.view(signed.sight()), kinds(kind), months).stream()
                .map(each -> new Group(
                        code(each.kind()),
                        each.kind().word(),
                        each.due().size(),
                        each.due().stream()
                                .limit(Math.max(0, most))
                                .map(due -> line(due, city, signed))
                                .toList(),
                        each.unknown()))
                .toList();
    }

    private static DueLine line(Due due, City city, Signed signed) {
        return new DueLine(
                due.due().toString(),
                due.latest() == null ? null : due.latest().toString(),
                due.kind() == Deadlines.Kind.TERM
                        ? city.around()
                                .post(due.post())
                                .map(each -> named(each, city))
                                .orElse(null)
                        : null,
                PersonRow.of(due.person(), city.around(), signed.sight()));
    }

    private static String named(PostAt post, City city) {
        return city.around().unit(post.unit()).map(UnitAt::name).orElse("") + post.name();
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
