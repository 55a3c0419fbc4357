package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.Field;
import huoshui.dossier.search.Fields;
import huoshui.dossier.search.Found;
import huoshui.dossier.search.Op;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Recognitions;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.Code;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists of people, asked for by condition. 干部库 */
@RestController
@RequestMapping("/api/v1/people")
class PeoplePages {

    private static final int PAGE = 50;
    private static final int MOST_LINES = 5000;

    private final PeopleSearch search;
    private final SavedLists lists;
    private final Recognitions recognitions;

    PeoplePages(PeopleSearch search, SavedLists lists, Recognitions recognitions) {
        this.search = search;
        this.lists = lists;
        this.recognitions = recognitions;
    }

    record SortBy(@Nullable String by, @Nullable Boolean descending) {}

    /**
     * What is asked.
     *
     * @param list a saved list; its condition is joined to the one given, its people narrow
     * @param lacking of the heap left open only whom silence about this field keeps there, as {@code missing} names it
     * @param among {@code all} asks also about those no longer in service, and talents whose ground has ended
     * @param whom cadres where nothing is said and the condition does not speak of talents
     */
    record Asked(
            @Nullable JsonNode condition,
            @Nullable String text,
            @Nullable UUID list,
            @Nullable UUID unit,
            @Nullable List<UUID> people,
            @Nullable Verdict heap,
            @Nullable String lacking,
            @Nullable SortBy sort,
            @Nullable String among,
            Asking.@Nullable Whom whom,
            @Nullable String cursor,
            @Nullable Integer size) {}

    record Bar(String key, String label, int count, Object condition) {}

    record Make(String name, List<Bar> bars) {}

    record Answer(
            long act,
            int total,
            Found.Heaps heaps,
            List<Found.Gap> missing,
            List<Make> structure,
            List<PersonRow> items,
            Found.@Nullable Footings footings,
            @Nullable String next) {}

    record FieldLine(
            String field,
            String label,
            String english,
            String kind,
            List<Op> ops,
            @Nullable List<Code> codes,
            @Nullable String unit) {}

    record Lines(@Nullable List<String> lines) {}

    @Needs(Right.READ_PEOPLE)
    @PostMapping("/searches")
    Answer search(@RequestBody Asked asked, AsOf at, Signed signed) {
        var found = search.find(signed, asking(asked, at, signed), at, blank(asked.cursor()));
        return new Answer(
                found.city().at().known(),
                found.total(),
                found.heaps(),
                found.missing(),
                found.structure().stream().map(PeoplePages::make).toList(),
                found.page().stream()
                        .map(each -> PersonRow.of(each, found.city().around(), signed.sight()))
                        .toList(),
                found.footings(),
                found.next());
    }

    private Asking asking(Asked asked, AsOf at, Signed signed) {
        var people = asked.people();
        if (people != null && people.size() > MOST_LINES) throw Refusal.input("too-many", "未检索：所列超过 5000 人。请分批查看。");
        var asking = new Asking(
                        ConditionReader.read(asked.condition()),
                        blank(asked.text()),
                        asked.unit(),
                        people,
                        "all".equals(asked.among()),
                        Objects.requireNonNullElse(asked.heap(), Verdict.MET),
                        order(asked.sort()),
                        Objects.requireNonNullElse(asked.size(), PAGE))
                .lacking(blank(asked.lacking()))
                .of(asked.whom());
        return asked.list() == null ? asking : lists.within(lists.require(signed, asked.list(), at), asking, at);
    }

    private static Order order(@Nullable SortBy sort) {
        if (sort == null || sort.by() == null) return Order.BY_ORGANIZATION;
        return new Order(sort.by(), Boolean.TRUE.equals(sort.descending()));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Make make(huoshui.dossier.search.Structure.Make make) {
        return new Make(
                make.name(),
                make.bars().stream()
                        .map(each -> new Bar(
                                each.key(),
                                each.label(),
                                each.count(),
                                each.condition().written()))
                        .toList());
    }

    /** What this account may ask about. */
    @Needs(Right.READ_PEOPLE)
    @GetMapping("/fields")
    List<FieldLine> fields(Signed signed) {
        return Fields.all().stream()
                .filter(each -> signed.sight().reads(each.chapter()))
                .map(PeoplePages::line)
                .toList();
    }

    private static FieldLine line(Field field) {
        return new FieldLine(
                field.code(),
                field.label(),
                field.english(),
                field.kind().code(),
                field.ops(),
                field.codes().isEmpty() ? null : field.codes(),
                field.unit());
    }

    /** Whom pasted lines mean at the clocks of the page. */
    @Needs(Right.READ_PEOPLE)
    @PostMapping("/recognitions")
    Recognitions.Recognized recognize(@RequestBody Lines asked, AsOf at, Signed signed) {
        var lines = Objects.requireNonNullElse(asked.lines(), List.<String>of());
        if (lines.size() > MOST_LINES) throw Refusal.input("too-many", "未认人：粘贴超过 5000 行。请分批粘贴。");
        return recognitions.of(lines, signed.sight(), at);
    }
}
