package huoshui.rule;

import huoshui.access.Signed;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Cities;
import huoshui.dossier.city.ServiceState;
import huoshui.dossier.search.PeopleSearch;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Auditable;
import huoshui.kernel.Chapter;
import huoshui.kernel.JournaledReadings;
import huoshui.kernel.Refusal;
import huoshui.kernel.Subject;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Examining on somebody's behalf: only whom they see, only by clauses whose chapters they read. 核查 */
@Component
public class Examinations {

    private static final int TOGETHER = 1000;
    private static final Verdict[] VERDICTS = Verdict.values();

    private final Rulebook rulebook;
    private final PeopleSearch search;
    private final Cities cities;
    private final JournaledReadings readings;

    Examinations(Rulebook rulebook, PeopleSearch search, Cities cities, JournaledReadings readings) {
        this.rulebook = rulebook;
        this.search = search;
        this.cities = cities;
        this.readings = readings;
    }

    /**
     * Whom to examine by what. 核查要求
     *
     * @param people named ones, in service or not; empty with no unit means everybody in sight
     * @param unit and everything beneath it
     * @param codes of clauses; empty means all that are in force and switched on
     * @param occasion null means each clause on its own occasion
     */
    public record Request(
            List<UUID> people,
            @Nullable UUID unit,
            List<String> codes,
            @Nullable Occasion occasion,
            @Nullable Target target,
            AsOf at) {}

    /**
     * Made ready: whom, by which clauses, and which are kept back. 备好的核查
     *
     * @param withheld clauses that read chapters this account does not
     */
    public record Ready(
            Rulebook.Asking asking,
            List<Card> people,
            List<Subject> bodies,
            List<Provision> clauses,
            List<Provision> withheld,
            Request request) {

        /** By fewer clauses. */
        public Ready only(Predicate<Provision> which) {
            return new Ready(
                    asking, people, bodies, clauses.stream().filter(which).toList(), withheld, request);
        }

        /** Clauses that nothing here can be asked by: of posts and rounds, and of bodies where people are named. */
        public List<Provision> unasked() {
            return clauses.stream()
                    .filter(each -> switch (each.scope().subject()) {
                        case PERSON -> false;
                        case TEAM, UNIT -> !request.people().isEmpty();
                        case POST, ROUND -> true;
                    })
                    .toList();
        }

        /** The occasion a clause is asked on: the one asked about, or else its own. */
        Occasion occasion(Provision clause) {
            return request.occasion() == null ? own(clause, request.target()) : request.occasion();
        }
    }

    /** Whether a clause is asked of a person on this occasion at all. */
    public boolean concerns(Provision clause, Occasion on) {
        return clause.scope().asked(Speaks.PERSON, on);
    }

    /** @throws Refusal {@code no-provision}, {@code not-in-force}, {@code no-person}, {@code no-unit}, {@code no-cadre} */
    public Ready ready(Signed who, Request request) {
        return ready(who, request, rulebook.book(request.at().known()));
    }

    /** The same, by another book. */
    Ready ready(Signed who, Request request, Book by) {
        var asking = rulebook.at(request.at(), by).seenBy(search.view(who.sight())::sees);
        var clauses = request.codes().isEmpty()
                ? asking.book().inForce(asking.day())
                : request.codes().stream().map(asking::clause).toList();
        var byReading = clauses.stream()
                .collect(Collectors.partitioningBy(each -> each.chapters().stream()
                        .allMatch(chapter ->
                                chapter == Chapter.ORGANIZATION || who.sight().reads(chapter))));
        return new Ready(
                asking,
                people(who, request, asking),
                bodies(who, request, asking),
                byReading.getOrDefault(true, List.of()),
                byReading.getOrDefault(false, List.of()),
                request);
    }

    private List<Card> people(Signed who, Request request, Rulebook.Asking asking) {
        var view = search.view(who.sight());
        if (!request.people().isEmpty())
            return request.people().stream()
                    .map(each -> view.require(asking.city(), each))
                    .map(Examinations::cadre)
                    .toList();
        var units = request.unit() == null ? null : units(who, request.unit(), asking);
        return asking.city().cards().stream()
                .filter(each -> each.service().state() == ServiceState.SERVING)
                .filter(each -> units == null || units.contains(each.service().unit()))
                .filter(view::sees)
                .toList();
    }

    private static Card cadre(Card person) {
        if (person.footing().cadre()) return person;
        throw Refusal.input(
                "no-cadre",
                "未核查：%s在所看的日期是人才，不是干部，干部条款不适用。请改选干部，或改看其列为干部以后的日期。"
                        .formatted(person.who().name()));
    }

    private static Set<UUID> units(Signed who, UUID unit, Rulebook.Asking asking) {
        asking.chart().requireUnit(unit);
        if (!who.sight().seesUnit(unit)) throw Refusal.absent("no-unit", "未找到这个单位。请从机构树中选取。");
        return asking.chart().subtree(unit).stream().map(huoshui.org.Unit::id).collect(Collectors.toSet());
    }

    /** Units and teams, for clauses that speak of them. */
    private static List<Subject> bodies(Signed who, Request request, Rulebook.Asking asking) {
        if (!request.people().isEmpty()) return List.of();
        var within = request.unit() == null ? null : units(who, request.unit(), asking);
        var all = new ArrayList<Subject>();
        for (var unit : asking.chart().units()) {
            if (within != null && !within.contains(unit.id())) continue;
            if (!who.sight().seesUnit(unit.id())) continue;
            all.add(new Subject.Unit(unit.id()));
            for (var team : asking.chart().teamsOf(unit.id())) all.add(new Subject.Team(team.id()));
        }
        return all;
    }

    /** Examines everybody in order, some at a time by several threads. Nothing is journaled: see {@link #announce}. */
    public void run(Ready ready, Consumer<List<Finding>> told) {
        run(ready, found -> found, told);
    }

    /** The same, where what is told of one's findings is made by several threads as well. */
    public <T> void run(Ready ready, Function<List<Finding>, T> made, Consumer<T> told) {
        sweep(subjects(ready), each -> made.apply(findings(ready, each)), told);
    }

    /** The same of findings of such verdicts only; the rest are not put into words. */
    public <T> void run(Ready ready, Predicate<Verdict> which, Function<List<Finding>, T> made, Consumer<T> told) {
        var census = Census.worth(ready) ? census(ready) : null;
        sweep(subjects(ready), each -> made.apply(findings(ready, each, which, census)), told);
    }

    /** What all these clauses say of all these people at once. */
    Census census(Ready ready) {
        return Census.of(ready, rulebook.book(ready.request.at().known()) == ready.asking.book());
    }

    private static List<Subject> subjects(Ready ready) {
        var subjects = new ArrayList<Subject>();
        ready.people.forEach(each -> subjects.add(new Subject.Person(each.id())));
        subjects.addAll(ready.bodies);
        return subjects;
    }

    private static <T> void sweep(List<Subject> subjects, Function<Subject, T> made, Consumer<T> told) {
        for (int from = 0; from < subjects.size(); from += TOGETHER) {
            var some = subjects.subList(from, Math.min(subjects.size(), from + TOGETHER));
            some.parallelStream().map(made).toList().forEach(told);
        }
    }

    /** What all these clauses say of one, each on the occasion asked about, or on its own. */
    public List<Finding> findings(Ready ready, Subject subject) {
        return found(ready, subject);
    }

    static List<Finding> found(Ready ready, Subject subject) {
        return findings(ready, subject, any -> true, null);
    }

    /** @param census what was answered already; null where nobody was asked yet */
    private static List<Finding> findings(
            Ready ready, Subject subject, Predicate<Verdict> which, @Nullable Census census) {
        var found = new ArrayList<Finding>();
        int at = census != null && subject instanceof Subject.Person(UUID id) ? census.place(id) : -1;
        IntPredicate wanted = clause -> {
            if (census == null || at < 0) return true;
            var verdict = census.verdict(clause, at);
            return verdict != null && which.test(verdict);
        };
        each(
                ready,
                subject,
                wanted,
                (clause, q) -> ready.asking
                        .finding(q, ready.clauses.get(clause))
                        .filter(each -> which.test(each.verdict()))
                        .ifPresent(found::add));
        return found;
    }

    /** What this one clause, by its place, says of somebody; empty where it says nothing. */
    static Optional<Finding> finding(Ready ready, Subject subject, int clause) {
        var found = new ArrayList<Finding>();
        each(
                ready,
                subject,
                each -> each == clause,
                (place, q) -> ready.asking.finding(q, ready.clauses.get(place)).ifPresent(found::add));
        return found.stream().findFirst();
    }

    /** A clause, by its place, and the question it is to be asked with. */
    private interface Asked {
        void of(int place, Question q);
    }

    private static void each(Ready ready, Subject subject, IntPredicate wanted, Asked asked) {
        var questions = new EnumMap<Occasion, Question>(Occasion.class);
        var asking = ready.asking;
        var speaks = Speaks.of(subject);
        Question first = null;
        for (int i = 0; i < ready.clauses.size(); i++) {
            var clause = ready.clauses.get(i);
            if (clause.scope().subject() != speaks || !wanted.test(i)) continue;
            var occasion = ready.occasion(clause);
            var q = questions.get(occasion);
            if (q == null) {
                q = first == null
                        ? asking.about(subject, occasion, ready.request.target())
                        : asking.again(first, occasion, ready.request.target());
                first = first == null ? q : first;
                questions.put(occasion, q);
            }
            asked.of(i, q);
        }
    }

    /** The occasion a clause is about; where a rank or a level is aimed at, the one that fits. */
    private static Occasion own(Provision clause, @Nullable Target target) {
        var all = clause.scope().occasions();
        if (all.contains(Occasion.STANDING)) return Occasion.STANDING;
        if (target instanceof Target.Rank && all.contains(Occasion.RANK_PROMOTION)) return Occasion.RANK_PROMOTION;
        return all.iterator().next();
    }

    /**
     * Journals that sealed chapters are about to be read for an examination.
     *
     * @throws Refusal {@code purpose-required}
     */
    public void announce(Signed who, Ready ready) {
        announce(who, SealedReadings.of(ready));
    }

    /**
     * Journals that what was read of late for this account and purpose is shown once more: a line for each sealed chapter.
     *
     * @throws Refusal {@code purpose-required}
     */
    public void announceAgain(Signed who, Ready ready) {
        announce(who, SealedReadings.again(ready));
    }

    private void announce(Signed who, List<Auditable.Line> lines) {
        if (lines.isEmpty()) return;
        var actor = who.actor();
        if (actor.purpose() == null)
            throw new Refusal(Refusal.Sort.PURPOSE, "purpose-required", "密：核查要读密存内容，须选事由，查看记录本人可见。请从事由表选取后再看。");
        readings.announce(actor, lines);
    }

    /**
     * What is aimed at, as somebody writes it: the id of a post in sight, a rank or a level.
     *
     * @throws Refusal {@code bad-target}, the same whether there is no such post or none in sight
     */
    public Target target(Signed who, String text, AsOf at) {
        var plain = text.strip();
        if (plain.length() == 36) {
            try {
                var id = UUID.fromString(plain);
                var post = rulebook.at(at).chart().post(id);
                if (post.filter(each -> who.sight().seesUnit(each.is().unit())).isPresent()) return new Target.Post(id);
            } catch (IllegalArgumentException notAnId) {
                throw badTarget(plain);
            }
        }
        var rank = Lists.RANKS.find(plain);
        if (rank.isPresent()) return new Target.Rank(Rank.values()[rank.getAsInt()]);
        var level = Lists.LEVELS.find(plain);
        if (level.isPresent()) return new Target.Level(LeadershipLevel.values()[level.getAsInt()]);
        throw badTarget(plain);
    }

    private static Refusal badTarget(String text) {
        return Refusal.input("bad-target", "未核查：“%s”不是您管理范围内在设的职位，也不是职级或职务层次。请写职位编号，或如“四级调研员”“县处级副职”。".formatted(text));
    }

    /** How often each verdict, by clause. 汇总 */
    public Map<Provision, Map<Verdict, Integer>> summary(Ready ready) {
        boolean together = Census.worth(ready);
        var counts = together ? census(ready).counts() : new int[ready.clauses.size()][VERDICTS.length];
        sweep(together ? ready.bodies : subjects(ready), each -> verdicts(ready, each), said -> {
            for (int i = 0; i < said.length; i++) if (said[i] >= 0) counts[i][said[i]]++;
        });
        var all = new LinkedHashMap<Provision, Map<Verdict, Integer>>();
        for (int i = 0; i < counts.length; i++) {
            var told = new EnumMap<Verdict, Integer>(Verdict.class);
            for (var verdict : VERDICTS)
                if (counts[i][verdict.ordinal()] > 0) told.put(verdict, counts[i][verdict.ordinal()]);
            all.put(ready.clauses.get(i), told);
        }
        return all;
    }

    /** Which verdict each clause gives, by their places; below zero where it says nothing. */
    private static byte[] verdicts(Ready ready, Subject subject) {
        var said = new byte[ready.clauses.size()];
        Arrays.fill(said, (byte) -1);
        each(ready, subject, any -> true, (place, q) -> {
            var verdict = ready.clauses.get(place).verdict(q);
            if (verdict != null) said[place] = (byte) verdict.ordinal();
        });
        return said;
    }

    /** The city's present head; for those who need both clocks said. */
    public AsOf now() {
        return cities.now().at();
    }
}
