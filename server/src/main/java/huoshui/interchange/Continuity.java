package huoshui.interchange;

import huoshui.access.Right;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.Order;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.SavedLists;
import huoshui.dossier.search.Verdict;
import huoshui.dossier.search.View;
import huoshui.interchange.form.Resume;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Résumés of many people held against the calendar: gaps, overlaps, lines nobody could read. 简历连续性检查
 *
 * <p>Each is what the reading of that person's résumé shows ({@link CareerReadings}), told of a unit, a saved list or everybody.
 */
@Component
public class Continuity {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 500;
    private static final List<String> KINDS = List.of("career-line", "career-note", "unread-line", "printed");

    /** What is to be looked at. 问题种类 */
    public enum Sort {
        GAP("空档"),
        OVERLAP("重叠"),
        UNREAD("未认读"),
        SILENT("没有简历");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Where two lines do not meet.
     *
     * @param before number of the earlier line, from 1
     * @param ends when the earlier one ends; null where it is open
     */
    public record Breach(
            int before,
            int after,
            @Nullable PartialDate ends,
            @Nullable PartialDate begins) {

        static Breach of(Resume.Breach breach) {
            return new Breach(
                    breach.before().line(),
                    breach.after().line(),
                    breach.before().to(),
                    breach.after().from());
        }
    }

    /** One person's résumé. */
    public record Line(Card person, List<Breach> gaps, List<Breach> overlaps, List<Integer> unread, boolean silent) {

        public boolean has(Sort sort) {
            return switch (sort) {
                case GAP -> !gaps.isEmpty();
                case OVERLAP -> !overlaps.isEmpty();
                case UNREAD -> !unread.isEmpty();
                case SILENT -> silent;
            };
        }

        public boolean sound() {
            return gaps.isEmpty() && overlaps.isEmpty() && unread.isEmpty() && !silent;
        }
    }

    /** @param lines of those whose résumé wants looking at, in the order of the organization */
    public record Checked(City city, int people, List<Line> lines) {

        public int count(Sort sort) {
            return (int) lines.stream().filter(each -> each.has(sort)).count();
        }
    }

    private final Dossiers dossiers;
    private final Cities cities;
    private final PeopleSearch search;
    private final SavedLists lists;

    Continuity(Dossiers dossiers, Cities cities, PeopleSearch search, SavedLists lists) {
        this.dossiers = dossiers;
        this.cities = cities;
        this.search = search;
        this.lists = lists;
    }

    /**
     * Everybody in sight who is in service, of this unit and those beneath, or of this saved list.
     *
     * @throws Refusal {@code right}, {@code chapter}, {@code too-many}, {@code no-list}
     */
    public Checked of(Signed who, @Nullable UUID unit, @Nullable UUID list, AsOf at) {
        requireReading(who);
        var asking = new Asking(null, null, unit, null, false, Verdict.MET, Order.BY_ORGANIZATION, MOST);
        if (list != null)
            asking = lists.within(lists.require(who, list, at), asking, at).of(Asking.Whom.CADRES);
        var people = search.all(asking, who.sight(), at);
        if (people.size() > MOST)
            throw Refusal.input("too-many", "未检查：范围内有 %d 人，一次最多检查 %d 人。请选一个单位或一份名单。".formatted(people.size(), MOST));
        var city = cities.at(at);
        var lines = new ArrayList<Line>();
        for (int i = 0; i < people.size(); i += AT_ONCE)
            lines(people.subList(i, Math.min(people.size(), i + AT_ONCE)), city, at, lines);
        return new Checked(city, people.size(), lines);
    }

    /** One person's, where they are seen. */
    public Line of(Signed who, UUID person, AsOf at) {
        requireReading(who);
        var city = cities.at(at);
        var card = search.view(who.sight()).find(city, person).orElseThrow(View::absent);
        return line(card, facts(List.of(card), city).getOrDefault(card.id(), List.of()), at);
    }

    private static void requireReading(Signed who) {
        who.require(Right.READ_PEOPLE);
        if (!who.sight().reads(Chapter.CAREER)) throw Refusal.sight("chapter", "未检查：简历属任职与职级一章，您的角色不能查阅。请转有权限的科室办理。");
    }

    private void lines(List<Card> people, City city, AsOf at, List<Line> into) {
        var facts = facts(people, city);
        for (var card : people) {
            var line = line(card, facts.getOrDefault(card.id(), List.of()), at);
            if (!line.sound()) into.add(line);
        }
    }

    private Map<UUID, List<Fact<FactBody>>> facts(List<Card> people, City city) {
        var ids = people.stream().flatMap(each -> city.ids(each.id()).stream()).toList();
        var facts = new HashMap<UUID, List<Fact<FactBody>>>();
        for (var each : dossiers.known(ids, KINDS, city.at().known()))
            facts.computeIfAbsent(city.kept(each.subject()), any -> new ArrayList<>())
                    .add(each);
        return facts;
    }

    private static Line line(Card card, List<Fact<FactBody>> facts, AsOf at) {
        var text = new DossierForm(Held.of(facts), at.valid()).text(FormFact.Box.RESUME);
        var resume = Resume.read(text);
        var breaches = resume.breaches();
        return new Line(
                card,
                breaches.stream().filter(Resume.Breach::gap).map(Breach::of).toList(),
                breaches.stream().filter(each -> !each.gap()).map(Breach::of).toList(),
                resume.entries().stream()
                        .filter(Resume.Unread.class::isInstance)
                        .map(Resume.Entry::line)
                        .toList(),
                text.isBlank());
    }
}
