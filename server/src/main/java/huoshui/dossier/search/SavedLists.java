package huoshui.dossier.search;

import huoshui.access.Accounts;
import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of people kept under a name, one's own or shared with one's unit. 名单 */
@Component
public class SavedLists {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_PEOPLE = 5000;

    private final SavedListTable table;
    private final Accounts accounts;
    private final PeopleSearch search;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    SavedLists(
            SavedListTable table, Accounts accounts, PeopleSearch search, Acts acts, ApplicationEventPublisher events) {
        this.table = table;
        this.accounts = accounts;
        this.search = search;
        this.acts = acts;
        this.events = events;
    }

    /** What a list shall be; either a condition or people. */
    public record Draft(
            String name,
            @Nullable Condition condition,
            @Nullable List<UUID> people,
            @Nullable List<String> columns,
            boolean shared) {}

    /** One's own and those shared with one's unit, by name. */
    public List<SavedList> of(Signed signed) {
        return table.of(signed.account(), unit(signed));
    }

    /** @throws Refusal {@code no-list}, the same whether there is none or it is somebody else's */
    public SavedList require(Signed signed, UUID id) {
        var unit = unit(signed);
        return table.find(id)
                .filter(each -> each.owner().equals(signed.account())
                        || (each.unit() != null && each.unit().equals(unit)))
                .orElseThrow(() -> Refusal.absent("no-list", "未找到：没有这份名单，或它未与您共享。请在名单栏中另选。"));
    }

    /**
     * The list of this name; one's own before a shared one.
     *
     * @throws Refusal {@code no-list}, {@code two-lists} when the name does not tell which
     */
    public SavedList named(Signed signed, String name) {
        var found = of(signed).stream()
                .filter(each -> each.name().equals(name.strip()))
                .toList();
        var own = found.stream()
                .filter(each -> each.owner().equals(signed.account()))
                .toList();
        var meant = own.isEmpty() ? found : own;
        if (meant.isEmpty()) throw Refusal.absent("no-list", "未找到名单“%s”。请核对名称，或在干部库中另存一份。".formatted(name));
        if (meant.size() > 1)
            throw Refusal.input("two-lists", "未办理：有 %d 份名单都叫“%s”。请先在干部库中改名，使名称不重。".formatted(meant.size(), name));
        return meant.getFirst();
    }

    /** What is asked, narrowed by a list: its condition is joined, its people narrow unless some are given. */
    public static Asking within(SavedList list, Asking asking) {
        return new Asking(
                both(list.condition(), asking.condition()),
                asking.text(),
                asking.unit(),
                asking.people() == null ? list.people() : asking.people(),
                asking.everyone(),
                asking.heap(),
                asking.order(),
                asking.size());
    }

    @Transactional
    public SavedList save(Signed signed, Draft draft) {
        return put(signed, Ids.next(), draft);
    }

    /** @throws Refusal {@code not-owner} when it is shared with one, and not one's own */
    @Transactional
    public SavedList change(Signed signed, UUID id, Draft draft) {
        own(signed, id);
        return put(signed, id, draft);
    }

    @Transactional
    public void remove(Signed signed, UUID id) {
        own(signed, id);
        var act = acts.begin();
        table.remove(id);
        announce(signed, act.number(), new Canonical().add(id).add("removed"));
    }

    private void own(Signed signed, UUID id) {
        if (!require(signed, id).owner().equals(signed.account()))
            throw Refusal.sight("not-owner", "未改动：这份名单由同事建立，只有建立者可以改。您可以另存一份自己的。");
    }

    private SavedList put(Signed signed, UUID id, Draft draft) {
        check(signed, draft);
        var act = acts.begin();
        var list = new SavedList(
                id,
                signed.account(),
                draft.shared() ? home(signed) : null,
                draft.name().strip(),
                draft.condition(),
                draft.people(),
                draft.columns());
        table.put(list);
        var content = new Canonical()
                .add(id)
                .add(list.name())
                .add(list.unit())
                .add(SavedListTable.written(list.condition()))
                .add(String.valueOf(list.people()));
        announce(signed, act.number(), content);
        return list;
    }

    private void check(Signed signed, Draft draft) {
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME)
            throw Refusal.input("bad-name", "未保存：名单名称为空或超过 60 字。请改后再存。");
        if ((draft.condition() == null) == (draft.people() == null))
            throw Refusal.input("bad-list", "未保存：名单须按条件或按人员二者取一。请重新选择。");
        if (draft.condition() != null) search.check(draft.condition(), signed.sight());
        if (draft.people() != null) people(signed, draft.people());
    }

    private void people(Signed signed, List<UUID> people) {
        if (people.size() > MOST_PEOPLE) throw Refusal.input("too-many", "未保存：名单超过 5000 人。请分成几份。");
        var view = search.view(signed.sight());
        for (var each : people) view.require(view.today(), each);
    }

    private UUID home(Signed signed) {
        var unit = unit(signed);
        if (unit == null) throw Refusal.input("no-unit", "未共享：您的账号不属于任何单位。请先存为个人名单。");
        return unit;
    }

    private @Nullable UUID unit(Signed signed) {
        return accounts.find(signed.account()).map(each -> each.unit()).orElse(null);
    }

    private void announce(Signed signed, long act, Canonical content) {
        events.publishEvent(
                Auditable.of(signed.actor(), new Auditable.Line(Verb.ADMINISTER, null, null, act, content.bytes())));
    }

    /** Both conditions, where there are two. */
    private static @Nullable Condition both(@Nullable Condition one, @Nullable Condition other) {
        if (one == null || other == null) return one == null ? other : one;
        return new Condition.All(List.of(one, other));
    }
}
