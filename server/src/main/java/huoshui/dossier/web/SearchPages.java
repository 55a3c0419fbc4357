package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Recognitions.Candidate;
import huoshui.kernel.AsOf;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one search box over people, units and posts, as they are called on the day the page looks at. 检索框 */
@RestController
class SearchPages {

    private static final int MOST = 12;
    private static final int MOST_UNITS = 6;

    private final PeopleSearch search;

    SearchPages(PeopleSearch search) {
        this.search = search;
    }

    record Named(UUID id, String name) {}

    record PostNamed(UUID id, String name, @Nullable String unit) {}

    record Answer(List<Candidate> people, List<Named> units, List<PostNamed> posts) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping("/api/v1/search")
    Answer search(@RequestParam(defaultValue = "") String q, AsOf at, Signed signed) {
        var text = q.replaceAll("[\\s\\p{Z}]+", "");
        if (text.isEmpty() || text.length() > 40) return new Answer(List.of(), List.of(), List.of());
        var city = search.city(at);
        var around = city.around();
        return new Answer(
                search.typed(text, search.view(signed.sight()), city, MOST).stream()
                        .map(each -> Candidate.of(each, signed.sight()))
                        .toList(),
                around.unitsNamed(text)
                        .filter(each -> signed.sight().seesUnit(each.id()))
                        .limit(MOST_UNITS)
                        .map(each -> new Named(each.id(), each.name()))
                        .toList(),
                around.postsNamed(text)
                        .filter(each -> signed.sight().seesUnit(each.unit()))
                        .limit(MOST_UNITS)
                        .map(each -> new PostNamed(each.id(), each.name(), unit(around, each.unit())))
                        .toList());
    }

    private static @Nullable String unit(Surroundings around, UUID unit) {
        return around.unit(unit).map(Surroundings.UnitAt::name).orElse(null);
    }
}
