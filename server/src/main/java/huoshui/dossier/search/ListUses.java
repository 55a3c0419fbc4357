package huoshui.dossier.search;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which conditions name a list, everybody's own ones too: nothing goes from under a colleague without a word. 名单的引用
 *
 * <p>Whoever is told learns which lists they may see anyhow, and of others only whose they are, so that they can be asked.
 */
@Component
class ListUses {

    private final SavedListTable table;
    private final Members members;
    private final Accounts accounts;

    ListUses(SavedListTable table, Members members, Accounts accounts) {
        this.table = table;
        this.members = members;
        this.accounts = accounts;
    }

    /** Lists whose condition, for whatever days it stands, means this one by its name. */
    private List<SavedList> of(SavedList list, UUID by, AsOf at) {
        return table.naming(list.name(), at).stream()
                .filter(each -> !each.id().equals(list.id()))
                .filter(each -> means(each, list, at))
                .filter(each -> each.unit() != null || each.owner().equals(by) || open(each.owner()))
                .toList();
    }

    private boolean means(SavedList user, SavedList list, AsOf at) {
        try {
            return members.named(list.name(), members.names(user), at)
                    .filter(each -> each.id().equals(list.id()))
                    .isPresent();
        } catch (Refusal twoOfTheName) {
            return false; // it cannot be asked as it is: nothing goes from under it
        }
    }

    /** Nobody can open what a closed account kept to itself. */
    private boolean open(UUID account) {
        return accounts.find(account).filter(each -> !each.disabled()).isPresent();
    }

    /** @throws Refusal {@code cohort-used} where anybody names it */
    void none(SavedList list, UUID by, String act, AsOf at) {
        refuse(of(list, by, at), list, by, act);
    }

    /** @throws Refusal {@code cohort-used} where anybody else names it */
    void noneOfOthers(SavedList list, UUID by, String act, AsOf at) {
        refuse(
                of(list, by, at).stream()
                        .filter(each -> !each.owner().equals(by))
                        .toList(),
                list,
                by,
                act);
    }

    private void refuse(List<SavedList> users, SavedList list, UUID by, String act) {
        if (users.isEmpty()) return;
        var names = members.names(by);
        var told = new ArrayList<String>();
        var seen = users.stream().filter(names::reach).toList();
        if (!seen.isEmpty())
            told.add(seen.stream().map(each -> "“" + each.name() + "”").collect(Collectors.joining("、")) + "的条件");
        var hidden = users.stream()
                .filter(each -> !names.reach(each))
                .map(SavedList::owner)
                .distinct()
                .toList();
        if (!hidden.isEmpty())
            told.add("同事" + String.join("、", accounts.displayNames(hidden).values()) + "自用名单的条件");
        throw Refusal.input(
                "cohort-used",
                "未%s：%s用到了人群“%s”。请先改掉那里的条件%s。"
                        .formatted(act, String.join("，还有", told), list.name(), hidden.isEmpty() ? "" : "，或请他们改用别的人群"));
    }

    /** @throws Refusal {@code name-shared} where a colleague shares a list of this name with the unit already */
    void onlyOfItsName(SavedList list, AsOf at) {
        if (list.unit() == null) return;
        var other = table.of(list.owner(), list.unit(), at).stream()
                .filter(each -> list.unit().equals(each.unit()))
                .filter(each -> each.name().equals(list.name()) && !each.id().equals(list.id()))
                .findFirst();
        if (other.isEmpty()) return;
        var maker = accounts.find(other.get().owner()).map(Account::displayName).orElse("已注销的账号");
        throw Refusal.input(
                "name-shared", "未共享：本单位已有%s共享的同名名单“%s”，条件里写这个名称时分不清是哪一份。请换一个名称。".formatted(maker, list.name()));
    }
}
