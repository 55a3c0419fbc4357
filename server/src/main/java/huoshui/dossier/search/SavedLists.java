package huoshui.dossier.search;

import huoshui.access.Accounts;
import huoshui.access.Signed;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Ids;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final Members members;
    private final ListUses uses;
    private final Criteria criteria;
    private final Acts acts;
    private final ApplicationEventPublisher events;

    SavedLists(
            SavedListTable table,
            Accounts accounts,
            PeopleSearch search,
            Members members,
            ListUses uses,
            Criteria criteria,
            Acts acts,
            ApplicationEventPublisher events) {
        this.table = table;
        this.accounts = accounts;
        this.search = search;
        this.members = members;
        this.uses = uses;
        this.criteria = criteria;
        this.acts = acts;
        this.events = events;
    }

    /**
     * What a list shall be; either a condition or people.
     *
     * @param from the day from which a changed condition counts, what stood before it stays for earlier days; null means for all
     *     days
     */
    public record Draft(
            String name,
            @Nullable Condition condition,
            @Nullable List<UUID> people,
            @Nullable List<String> columns,
            boolean shared,
            @Nullable LocalDate from) {}

    /** One's own and those shared with one's unit, by name. */
    public List<SavedList> of(Signed signed) {
        return of(signed, acts.now());
    }

    /** The same, their conditions as they stood at both clocks. */
    public List<SavedList> of(Signed signed, AsOf at) {
        return table.of(signed.account(), unit(signed), at);
    }

    /** @throws Refusal {@code no-list}, the same whether there is none or it is somebody else's */
    public SavedList require(Signed signed, UUID id) {
        return require(signed, id, acts.now());
    }

    /** The same, its condition as it stood at both clocks. @throws Refusal {@code no-list} */
    public SavedList require(Signed signed, UUID id, AsOf at) {
        var unit = unit(signed);
        return table.find(id, at)
                .filter(each -> each.owner().equals(signed.account())
                        || (each.unit() != null && each.unit().equals(unit)))
                .orElseThrow(() -> Refusal.absent("no-list", "未找到：没有这份名单，或它未与您共享。请在名单栏中另选。"));
    }

    /**
     * The list or cohort of this name: one's own, else a shared one, else one of the rulebook's.
     *
     * @throws Refusal {@code no-list}, {@code two-lists} when the name does not tell which
     */
    public SavedList named(Signed signed, String name) {
        return named(signed, name, acts.now());
    }

    /** The same, its condition as it stood at both clocks. */
    public SavedList named(Signed signed, String name, AsOf at) {
        var found = meant(names(signed.account()), name, at);
        if (found.isPresent()) return found.get();
        var cohort = name.strip();
        if (!criteria.cohort(cohort, at.known()))
            throw Refusal.absent("no-list", "未找到名单“%s”。请核对名称，或在干部库中另存一份。".formatted(name));
        return new SavedList(
                UUID.nameUUIDFromBytes(cohort.getBytes(StandardCharsets.UTF_8)),
                signed.account(),
                null,
                cohort,
                new Condition.Member(cohort),
                null,
                null);
    }

    /** The names an account uses in its conditions. */
    public ListNames names(UUID account) {
        return members.names(account);
    }

    /** The names used within a list. */
    public ListNames names(SavedList list) {
        return members.names(list);
    }

    /** What this name means; empty for one nobody saved. @throws Refusal {@code two-lists} */
    public Optional<SavedList> meant(ListNames names, String name, AsOf at) {
        return members.named(name, names, at);
    }

    /** What a list by condition has asked when, newest first. @throws Refusal {@code no-list} */
    public List<ListEdition> editions(Signed signed, UUID id) {
        require(signed, id);
        return table.editions(id);
    }

    /**
     * What a list asks at both clocks, each name in it as whoever made it meant it.
     *
     * @throws Refusal {@code no-cohort}, {@code two-lists}, {@code cohort-ring}
     */
    public Condition meaning(SavedList list, AsOf at) {
        return members.settled(list, at);
    }

    /** What is asked, narrowed by a list: its condition is joined, its people narrow unless some are given. */
    public Asking within(SavedList list, Asking asking, AsOf at) {
        return new Asking(
                both(list.condition() == null ? null : meaning(list, at), asking.condition()),
                asking.text(),
                asking.unit(),
                asking.people() == null ? list.people() : asking.people(),
                asking.everyone(),
                asking.whom(),
                asking.heap(),
                asking.order(),
                asking.size(),
                asking.opened(),
                asking.lacking());
    }

    /**
     * @throws Refusal {@code bad-name}, {@code bad-list}, {@code cohort-ring}, {@code name-shared} and what a condition is refused
     *     for
     */
    @Transactional
    public SavedList save(Signed signed, Draft draft) {
        acts.lock();
        return put(signed, Ids.next(), null, draft);
    }

    /**
     * @throws Refusal {@code not-owner} when it is shared with one, and not one's own; {@code cohort-used} when conditions name it
     *     that would lose it: any for another name, colleagues' where it is shared no more
     */
    @Transactional
    public SavedList change(Signed signed, UUID id, Draft draft) {
        acts.lock();
        var before = own(signed, id);
        if (!before.name().equals(draft.name().strip())) uses.none(before, signed.account(), "改名", acts.now());
        boolean shared =
                before.unit() != null && draft.shared() && before.unit().equals(unit(signed));
        if (before.unit() != null && !shared) uses.noneOfOthers(before, signed.account(), "停止共享", acts.now());
        return put(signed, id, before, draft);
    }

    /** @throws Refusal {@code not-owner}, {@code cohort-used} */
    @Transactional
    public void remove(Signed signed, UUID id) {
        acts.lock();
        uses.none(own(signed, id), signed.account(), "删除", acts.now());
        var act = acts.begin();
        table.end(id, act.number());
        table.remove(id);
        announce(signed, act.number(), new Canonical().add(id).add("removed"));
    }

    private SavedList own(Signed signed, UUID id) {
        var list = require(signed, id);
        if (!list.owner().equals(signed.account()))
            throw Refusal.sight("not-owner", "未改动：这份名单由同事建立，只有建立者可以改。您可以另存一份自己的。");
        return list;
    }

    private SavedList put(Signed signed, UUID id, @Nullable SavedList before, Draft draft) {
        var list = new SavedList(
                id,
                signed.account(),
                draft.shared() ? home(signed) : null,
                draft.name().strip(),
                draft.condition(),
                draft.people(),
                draft.columns());
        check(signed, draft, list);
        uses.onlyOfItsName(list, acts.now());
        var act = acts.begin();
        table.put(list);
        edition(list, before, draft.from(), act.number());
        var content = new Canonical()
                .add(id)
                .add(list.name())
                .add(list.unit())
                .add(SavedListTable.written(list.condition()))
                .add(String.valueOf(list.people()));
        announce(signed, act.number(), content);
        return list;
    }

    /** A new edition where the condition is another; what stood for earlier days stays where a first day is given. */
    private void edition(SavedList list, @Nullable SavedList before, @Nullable LocalDate from, long act) {
        var condition = list.condition();
        var stood = before == null ? List.<ListEdition>of() : table.standing(list.id());
        boolean same = before != null && Objects.equals(before.condition(), condition);
        if (from == null && same && stood.size() <= 1) return;
        table.end(list.id(), act);
        if (condition == null) return;
        var first = stood.isEmpty() ? null : from;
        if (first != null)
            for (var each : stood)
                if (each.from() == null || each.from().isBefore(first)) {
                    var next = each.to() == null ? null : each.to().plusDays(1);
                    var until = next == null || next.isAfter(first) ? first : next;
                    table.add(list.id(), each.condition(), each.madeBy(), each.from(), until, act);
                }
        table.add(list.id(), condition, list.owner(), first, null, act);
    }

    private void check(Signed signed, Draft draft, SavedList list) {
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME)
            throw Refusal.input("bad-name", "未保存：名单名称为空或超过 60 字。请改后再存。");
        if ((draft.condition() == null) == (draft.people() == null))
            throw Refusal.input("bad-list", "未保存：名单须按条件或按人员二者取一。请重新选择。");
        if (draft.condition() != null) search.check(list, signed.sight());
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
