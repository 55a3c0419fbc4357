package huoshui.dossier.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.search.ConditionReader;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedList;
import huoshui.dossier.search.SavedLists;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Saved lists of people. 名单 */
@RestController
@RequestMapping("/api/v1/lists")
class ListPages {

    private final SavedLists lists;
    private final PeopleSearch search;
    private final Acts acts;

    ListPages(SavedLists lists, PeopleSearch search, Acts acts) {
        this.lists = lists;
        this.search = search;
        this.acts = acts;
    }

    record Written(
            @Nullable String name,
            @Nullable JsonNode condition,
            @Nullable List<UUID> people,
            @Nullable List<String> columns,
            @Nullable Boolean shared,
            @Nullable LocalDate from) {}

    /** @param count how many in sight it names today; null where its condition may not be asked by this account */
    record ListLine(
            UUID id,
            String name,
            @Nullable Object condition,
            @Nullable List<UUID> people,
            @Nullable List<String> columns,
            boolean shared,
            boolean mine,
            @Nullable Integer count) {}

    @Needs(Right.READ_PEOPLE)
    @GetMapping
    List<ListLine> all(Signed signed) {
        return lists.of(signed).stream().map(each -> line(each, signed)).toList();
    }

    @Needs(Right.READ_PEOPLE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListLine save(@RequestBody Written written, Signed signed) {
        return line(lists.save(signed, draft(written)), signed);
    }

    @Needs(Right.READ_PEOPLE)
    @PutMapping("/{id}")
    ListLine change(@PathVariable UUID id, @RequestBody Written written, Signed signed) {
        return line(lists.change(signed, id, draft(written)), signed);
    }

    @Needs(Right.READ_PEOPLE)
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Signed signed) {
        lists.remove(signed, id);
    }

    private static SavedLists.Draft draft(Written written) {
        if (written.name() == null) throw Refusal.input("bad-name", "未保存：没有填名单名称。请填写后再存。");
        return new SavedLists.Draft(
                written.name(),
                ConditionReader.read(written.condition()),
                written.people(),
                written.columns(),
                Boolean.TRUE.equals(written.shared()),
                written.from());
    }

    /** People no longer in sight are left out of what is told. */
    private ListLine line(SavedList list, Signed signed) {
        var view = search.view(signed.sight());
        var people = list.people() == null
                ? null
                : list.people().stream()
                        .filter(each -> view.find(view.today(), each).isPresent())
                        .toList();
        return new ListLine(
                list.id(),
                list.name(),
                list.condition() == null ? null : list.condition().written(),
                people,
                list.columns(),
                list.unit() != null,
                list.owner().equals(signed.account()),
                people != null ? Integer.valueOf(people.size()) : count(list, signed));
    }

    private @Nullable Integer count(SavedList list, Signed signed) {
        try {
            return list.condition() == null ? null : search.count(lists.meaning(list, acts.now()), signed.sight());
        } catch (Refusal notForThisAccount) {
            return null;
        }
    }
}
