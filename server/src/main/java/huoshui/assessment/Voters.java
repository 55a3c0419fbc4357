package huoshui.assessment;

import huoshui.access.Signed;
import huoshui.assessment.OpenRound.Group;
import huoshui.assessment.Round.Examined;
import huoshui.assessment.Round.Invited;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is asked in a round, settled once when it is opened. 应参人员 */
@Component
class Voters {

    private static final int MOST = 200_000;

    private final PeopleSearch search;
    private final SavedLists lists;
    private final Cities cities;
    private final Acts acts;

    Voters(PeopleSearch search, SavedLists lists, Cities cities, Acts acts) {
        this.search = search;
        this.lists = lists;
        this.cities = cities;
        this.acts = acts;
    }

    /** @throws Refusal {@code no-voices}, {@code unknown-voice}, {@code bad-heads}, {@code voice-twice}, {@code judges-self} */
    List<Invited> settle(Signed who, Instrument instrument, OpenRound asked, List<Examined> about) {
        var all = new ArrayList<Invited>();
        var seen = new HashMap<UUID, String>();
        var voices = new HashSet<String>();
        for (var group : Objects.requireNonNullElse(asked.groups(), List.<Group>of())) {
            var voice = instrument
                    .voice(Objects.requireNonNullElse(group.voice(), ""))
                    .orElseThrow(() ->
                            Refusal.input("unknown-voice", "未开设：测评表没有“%s”这一测评主体。请从表中所列的选取。".formatted(group.voice())));
            if (!voices.add(voice.code()))
                throw Refusal.input("unknown-voice", "未开设：“%s”列了两次。请合成一组。".formatted(voice.name()));
            var people = people(who, group);
            for (var each : people) {
                var before = seen.put(each.id(), voice.name());
                if (before != null)
                    throw Refusal.input(
                            "voice-twice",
                            "未开设：%s既在“%s”又在“%s”。一人只能在一个测评主体中，请从其中一组去掉。"
                                    .formatted(each.who().name(), before, voice.name()));
            }
            all.add(invited(asked, voice, group.heads(), people));
        }
        if (all.isEmpty()) throw Refusal.input("no-voices", "未开设：没有测评主体。请至少加一组。");
        judgesSelf(about, seen.keySet());
        return List.copyOf(all);
    }

    private static Invited invited(
            OpenRound asked, Instrument.Voice voice, @Nullable Integer heads, List<Card> people) {
        if (people.isEmpty() && asked.confidentiality() != Confidentiality.SECRET)
            throw Refusal.input("no-voices", "未开设：“%s”没有名单。实名和保密测评须列出人员；只有人数的，请改用无记名。".formatted(voice.name()));
        int count = people.isEmpty() ? Objects.requireNonNullElse(heads, 0) : people.size();
        if (count < 1 || count > MOST)
            throw Refusal.input(
                    "bad-heads", "未开设：“%s”的人数应在 1 到 %d 之间，所填为 %d。请核对。".formatted(voice.name(), MOST, count));
        return new Invited(
                voice.code(),
                count,
                List.copyOf(new TreeSet<>(people.stream().map(Card::id).toList())));
    }

    private static void judgesSelf(List<Examined> about, java.util.Set<UUID> people) {
        if (about.size() == 1 && people.contains(about.getFirst().subject()))
            throw Refusal.input("judges-self", "未开设：测评对象本人列在测评主体中，而本轮只测评他一人。请从名单中去掉；本人的看法用自评自查。");
    }

    private List<Card> people(Signed who, Group group) {
        var at = acts.now();
        if (group.list() != null) {
            var asking = lists.within(lists.require(who, group.list(), at), plain(null), at);
            return search.all(asking.condition() == null ? asking : asking.showing(Verdict.MET), who.sight(), at);
        }
        if (group.cohort() != null) return search.all(plain(new Condition.Member(group.cohort())), who.sight(), at);
        var view = search.view(who.sight());
        var city = cities.now();
        return Objects.requireNonNullElse(group.people(), List.<UUID>of()).stream()
                .distinct()
                .map(each -> view.require(city, each))
                .toList();
    }

    private static Asking plain(@Nullable Condition condition) {
        return new Asking(
                condition, null, null, null, false, Verdict.MET, huoshui.dossier.search.Order.BY_ORGANIZATION, 50);
    }
}
