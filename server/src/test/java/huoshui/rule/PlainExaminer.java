package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.dossier.fact.SupervisionFact.Conclusion;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.kernel.code.RankWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clauses answered the slow way: from the YAML as it stands and the facts as they are, by trying every value that silence or a
 * partial date leaves open. Written without a look at the room's own readers and measures; shares with them only code lists.
 */
final class PlainExaminer {

    /** A measure this examiner does not know. */
    static final class Unplain extends RuntimeException {
        Unplain(String what) {
            super(what);
        }
    }

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final List<String> SCHOOLS = List.of("研究生", "大学", "大学普通班", "大专", "中专");
    private static final Verdict MET = Verdict.MET;
    private static final Verdict NOT_MET = Verdict.NOT_MET;
    private static final Verdict UNKNOWN = Verdict.UNKNOWN;

    private final Map<String, Map<String, Object>> conclusions;
    private final List<Map<String, Object>> openings;
    private final List<Line> all;
    private final LocalDate day;
    private final PlainWorld world;
    private final PlainStanding standing;
    private final PlainLadder ladder;
    private final Map<String, Object> cohorts;
    private PlainWorld.@Nullable Chair aimed;
    private @Nullable List<Period> periods;
    private @Nullable List<Line> current;
    private final Map<String, List<Line>> begun = new HashMap<>();
    private final Map<String, List<Line>> now = new HashMap<>();
    private final Map<Integer, @Nullable AnnualGradeWord> grades = new HashMap<>();
    private final Map<UUID, @Nullable LeadershipLevel> levels = new HashMap<>();

    PlainExaminer(
            Map<String, Map<String, Object>> conclusions,
            List<Map<String, Object>> openings,
            Map<String, Object> cohorts,
            List<Line> facts,
            LocalDate day,
            PlainWorld world) {
        this.conclusions = conclusions;
        this.openings = openings;
        this.cohorts = cohorts;
        this.all = facts;
        this.day = day;
        this.world = world;
        this.standing = new PlainStanding(this, world, day);
        this.ladder = new PlainLadder(this, world);
    }

    /** The same, of somebody aimed at a seat. */
    @Nullable
    Verdict says(Map<String, Object> clause, PlainWorld.Chair seat) {
        aimed = seat;
        try {
            return says(clause, null, seat.level());
        } finally {
            aimed = null;
        }
    }

    /** What a clause says of the one whose facts these are; null where it says nothing. */
    @Nullable
    Verdict says(Map<String, Object> clause, @Nullable Rank rank, @Nullable LeadershipLevel level) {
        var scope = map(clause.getOrDefault("scope", Map.of()));
        var target = scope.get("target");
        if (target != null) {
            if (rank == null && level == null && aimed == null) return UNKNOWN;
            var fits = aimed(map(target), rank, level);
            if (fits != MET) return fits == UNKNOWN ? UNKNOWN : null;
        }
        var applies = scope.get("applies") == null ? MET : holds(scope.get("applies"), rank, level);
        if (applies == NOT_MET) return null;
        boolean requires = "REQUIRES".equals(clause.get("effect"));
        var when = clause.get("effect").equals("OPENS") ? running(clause) : holds(need(clause, "when"), rank, level);
        if (clause.get("unless") != null) {
            var unless = holds(clause.get("unless"), rank, level);
            when = requires ? when.or(unless) : when.and(unless.negated());
        }
        return requires ? applies.negated().or(when) : applies.and(when);
    }

    private Verdict aimed(Map<String, Object> aim, @Nullable Rank rank, @Nullable LeadershipLevel level) {
        var fits = Verdict.of(!aim.containsKey("post") || aimed != null);
        if (aim.containsKey("rank"))
            fits = fits.and(Verdict.of(rank != null && one(aim.get("rank"), rank, Rank.values(), Rank::title, 12)));
        if (aim.containsKey("level")) {
            if (rank == null && level == null) fits = fits.and(UNKNOWN);
            else
                fits = fits.and(Verdict.of(level != null
                        && one(aim.get("level"), level, LeadershipLevel.values(), LeadershipLevel::title, 12)));
        }
        if (!aim.containsKey("leading")) return fits;
        var leads = aimed != null ? aimed.leading() : Boolean.valueOf(level != null && level.leading());
        return fits.and(leads == null ? UNKNOWN : Verdict.of(aim.get("leading").equals(leads)));
    }

    private Verdict holds(Object criterion, @Nullable Rank rank, @Nullable LeadershipLevel level) {
        var verdict = MET;
        for (var each : map(criterion).entrySet())
            verdict = verdict.and(one(each.getKey(), each.getValue(), rank, level));
        return verdict;
    }

    private Verdict one(String key, Object value, @Nullable Rank rank, @Nullable LeadershipLevel level) {
        switch (key) {
            case "all" -> {
                var verdict = MET;
                for (var each : (List<?>) value) verdict = verdict.and(holds(each, rank, level));
                return verdict;
            }
            case "any" -> {
                var verdict = NOT_MET;
                for (var each : (List<?>) value) verdict = verdict.or(holds(each, rank, level));
                return verdict;
            }
            case "not" -> {
                return holds(value, rank, level).negated();
            }
            case "exists" -> {
                return counted(map(value), count -> count >= 1);
            }
            case "count" -> {
                return counted(map(value), compared(map(value), 1));
            }
            case "recorded" -> {
                return recorded(value);
            }
            case "cohort" -> {
                return holds(need(cohorts, value.toString()), rank, level);
            }
            default -> {
                return measured(key, value, rank, level);
            }
        }
    }

    // --- measures
    // -------------------------------------------------------------------------------------------------------

    private Verdict measured(String name, Object value, @Nullable Rank rank, @Nullable LeadershipLevel level) {
        return switch (name) {
            case "age" -> {
                var birth = identity() == null ? null : identity().birth();
                yield number(value, birth == null ? null : each(since(birth), months -> Math.floorDiv(months, 12)), 1);
            }
            case "service" -> number(value, workStart() == null ? null : since(workStart()), 12);
            case "party-standing" -> number(value, partyStanding(), 12);
            case "time-in-rank" -> number(value, rankSince() == null ? null : since(rankSince()), 12);
            case "time-in-level", "since-promotion" ->
                number(value, levelSince() == null ? null : since(levelSince()), 12);
            case "time-in-post" -> {
                var main = main();
                yield number(value, main == null || first(main) == null ? null : since(first(main)), 12);
            }
            case "effective-rank-tenure" -> number(value, rank() == null ? null : effective(rankSince()), 12);
            case "effective-level-tenure" -> number(value, level() == null ? null : effective(levelSince()), 12);
            case "rank-or-level-tenure" -> number(value, rankOrLevel(map(value)), 12);
            case "time-at-level" ->
                number(
                        value,
                        atLevels(each -> one(
                                need(map(value), "level"), each, LeadershipLevel.values(), LeadershipLevel::title, 12)),
                        12);
            case "level-total" -> {
                var own = level();
                yield number(value, own == null ? null : atLevels(each -> each == own), 12);
            }
            case "time-below-target" -> {
                if (level == null) yield UNKNOWN;
                yield number(
                        value,
                        atLevels(each -> each.ordinal() <= level.ordinal()
                                || (each.ordinal() == level.ordinal() + 1 && each.leading())),
                        12);
            }
            case "posts-below-target" -> level == null ? UNKNOWN : number(value, postsBelow(level), 1);
            case "grades" -> number(value, grades(map(value)), 1);
            case "grades-in-a-row" -> number(value, inARow(map(value)), 1);
            case "training-hours" -> number(value, training(map(value), true), 1);
            case "training-days" -> number(value, training(map(value), false), 1);
            case "rank-steps" -> {
                if (rank == null || rank() == null) yield UNKNOWN;
                yield number(value, Set.of(rank().ordinal() - rank.ordinal()), 1);
            }
            case "level-steps" -> {
                if (level == null || level() == null || !level().ordered()) yield UNKNOWN;
                yield number(value, Set.of(level().ordinal() - level.ordinal()), 1);
            }
            case "rank" -> {
                if (rankWord() == null) yield UNKNOWN;
                var own = rank();
                if (own == null) yield Verdict.of(negative(value));
                yield Verdict.of(one(value, own, Rank.values(), Rank::title, 12));
            }
            case "level" -> {
                if (level() == null) yield UNKNOWN;
                yield Verdict.of(one(value, level(), LeadershipLevel.values(), LeadershipLevel::title, 12));
            }
            case "target-rank" -> rank == null ? UNKNOWN : Verdict.of(one(value, rank, Rank.values(), Rank::title, 12));
            case "target-level" ->
                level == null
                        ? UNKNOWN
                        : Verdict.of(one(value, level, LeadershipLevel.values(), LeadershipLevel::title, 12));
            case "last-grade" -> {
                var word = grade(day.getYear() - 1);
                yield word == null
                        ? UNKNOWN
                        : Verdict.of(one(value, word, AnnualGradeWord.values(), AnnualGradeWord::title, 7));
            }
            case "leading" -> flag(value, leading());
            case "communist" -> flag(value, parties().isEmpty() ? null : communist());
            case "sex" -> {
                var sex = identity() == null ? null : identity().sex();
                yield sex == null ? UNKNOWN : Verdict.of(words(value).contains(sex) != negative(value));
            }
            case "influence" -> flag(value, influence(map(value)));
            default -> seated(name, value);
        };
    }

    private Verdict seated(String name, Object value) {
        var tiers = List.of("关键", "重要", "一般");
        var main = current().isEmpty() ? null : current().getFirst();
        var chair = main == null ? null : standing.chair(main);
        return switch (name) {
            case "grassroots" ->
                number(value, standing.grassroots(workStart() == null ? null : since(workStart())), 12);
            case "units-served" -> number(value, standing.unitsServed(), 1);
            case "time-in-unit" -> number(value, standing.timeInUnit(), 12);
            case "terms-in-post" -> number(value, standing.terms(), 1);
            case "until-retirement" ->
                number(
                        value,
                        identity() == null
                                ? null
                                : standing.untilRetirement(
                                        identity().sex(),
                                        identity().birth(),
                                        level(),
                                        begun("title").stream()
                                                .map(each -> ((ProfessionalTitle) each.body()).title())
                                                .toList()),
                        12);
            case "principal" -> flag(value, standing.principal());
            case "termed" -> flag(value, standing.termed());
            case "on-probation" -> flag(value, standing.onProbation());
            case "target-held" -> flag(value, standing.holds(aimed));
            case "kin-in-line" -> flag(value, standing.kinInLine());
            case "kin-leads-unit" -> flag(value, standing.kinLeadsUnit());
            case "at-upbringing-place" ->
                flag(
                        value,
                        standing.atUpbringingPlace(
                                identity() == null ? null : identity().upbringingPlace()));
            case "in-service" -> flag(value, inService());
            case "sector" -> word(value, standing.sector());
            case "local-body" -> word(value, standing.localBody());
            case "unit-kind" ->
                word(
                        value,
                        standing.placed() == null
                                ? null
                                : standing.placed().kind().word());
            case "seat-category" ->
                word(value, chair == null ? null : chair.category().word());
            case "post-tier" -> tier(value, word(chair), tiers);
            case "target-tier" -> tier(value, word(aimed), tiers);
            case "education" -> education(value);
            case "entry-tier" -> {
                var entry = ladder.entry(level());
                yield tier(value, entry == null ? null : ladder.tier(entry), tiers);
            }
            case "entry-sector" -> {
                var entry = ladder.entry(level());
                yield word(value, entry == null ? null : ladder.sector(entry));
            }
            case "entry-weight" -> {
                var entry = ladder.entry(level());
                var weight = entry == null ? null : ladder.weight(entry);
                yield number(value, weight == null ? null : Set.of(weight), 1);
            }
            case "entry-headcount" -> {
                var entry = ladder.entry(level());
                var places = entry == null ? null : ladder.headcount(entry);
                yield number(value, places == null ? null : Set.of(places), 1);
            }
            case "tier-climb" -> number(value, ladder.climbs(level()), 1);
            default -> throw new Unplain(name);
        };
    }

    private static @Nullable String word(PlainWorld.@Nullable Chair chair) {
        return chair == null || chair.tier() == null ? null : chair.tier().word();
    }

    private static Verdict word(Object asked, @Nullable String own) {
        return own == null ? UNKNOWN : Verdict.of(words(asked).contains(own) != negative(asked));
    }

    private static Verdict tier(Object asked, @Nullable String own, List<String> down) {
        if (own == null) return UNKNOWN;
        if (!(asked instanceof Map<?, ?> map) || !map.containsKey("at-least")) return word(asked, own);
        return Verdict.of(down.indexOf(own) <= down.indexOf(map.get("at-least").toString()));
    }

    private boolean inService() {
        var left = latest("departed");
        var entered = latest("entered");
        if (left != null
                && (entered == null
                        || !entered.valid().from().isAfter(left.valid().from()))) return false;
        var told = last("standing");
        var state = told == null ? null : ((Standing) told.body()).state();
        if (state != null) return state.equals("1");
        return workStart() == null || !workStart().firstDay().isAfter(day);
    }

    private @Nullable Line latest(String kind) {
        Line found = null;
        for (var each : begun(kind))
            if (found == null || !each.valid().from().isBefore(found.valid().from())) found = each;
        return found;
    }

    /** The highest schooling completed, of whatever mode; full-time before in-service where both say nothing. */
    private Verdict education(Object asked) {
        var done = begun("study").stream()
                .filter(each -> each.valid().to() == null || !each.valid().to().isAfter(day))
                .map(each -> (Study) each.body())
                .toList();
        var best = done.stream()
                .map(Study::level)
                .map(each -> each == null ? null : each.replaceFirst("^(中央|省委)党校", ""))
                .filter(java.util.Objects::nonNull)
                .map(SCHOOLS::indexOf)
                .min(Comparator.naturalOrder());
        if (best.isEmpty()) return UNKNOWN;
        return Verdict.of(
                best.get() > SCHOOLS.indexOf(words(map(asked).get("below")).getFirst()));
    }

    /** Whether all, none or some of the numbers still possible satisfy the comparison. */
    private static Verdict number(Object value, @Nullable Set<Integer> possible, int years) {
        if (possible == null || possible.isEmpty()) return UNKNOWN;
        int least = possible.stream().min(Comparator.naturalOrder()).orElseThrow();
        int most = possible.stream().max(Comparator.naturalOrder()).orElseThrow();
        var enough = compared(map(value), years);
        boolean some = false;
        boolean every = true;
        for (long each = least; each <= most; each++) {
            boolean met = enough.test((int) Math.min(each, 100_000));
            some |= met;
            every &= met;
            if (each > 100_000 || (some && !every)) break;
        }
        return every ? MET : some ? UNKNOWN : NOT_MET;
    }

    /** The comparison as it is written, read once: a hundred thousand numbers may have to be tried. */
    private static IntPredicate compared(Map<String, Object> asked, int years) {
        for (var each : asked.entrySet()) {
            var value = each.getValue();
            switch (each.getKey()) {
                case "at-least" -> {
                    int least = amount(value, years);
                    return number -> number >= least;
                }
                case "at-most" -> {
                    int most = amount(value, years);
                    return number -> number <= most;
                }
                case "more-than" -> {
                    int below = amount(value, years);
                    return number -> number > below;
                }
                case "less-than" -> {
                    int above = amount(value, years);
                    return number -> number < above;
                }
                case "between" -> {
                    int first = amount(((List<?>) value).get(0), years);
                    int last = amount(((List<?>) value).get(1), years);
                    return number -> number >= first && number <= last;
                }
                case "is" -> {
                    int same = amount(value, years);
                    return number -> number == same;
                }
                default -> {}
            }
        }
        throw new IllegalStateException(asked.toString());
    }

    private static int amount(Object written, int years) {
        var parts = SPACE.split(written.toString());
        double amount = Double.parseDouble(parts[0]);
        boolean inYears = parts[1].startsWith("year") || parts[1].equals("岁") || parts[1].equals("年");
        return (int) Math.round(inYears ? amount * years : amount);
    }

    private static Verdict flag(Object value, @Nullable Boolean is) {
        boolean wanted = value instanceof Boolean yes
                ? yes
                : !Boolean.FALSE.equals(map(value).get("is"));
        return is == null ? UNKNOWN : Verdict.of(is == wanted);
    }

    /** Whether a code is one of those asked; ordered ones are counted from the top. */
    private static <E extends Enum<E>> boolean one(
            Object asked, E own, E[] values, java.util.function.Function<E, String> title, int ordered) {
        if (!(asked instanceof Map<?, ?>)) return words(asked).contains(title.apply(own));
        for (var each : map(asked).entrySet()) {
            switch (each.getKey()) {
                case "is", "in" -> {
                    return words(each.getValue()).contains(title.apply(own));
                }
                case "not-in" -> {
                    return !words(each.getValue()).contains(title.apply(own));
                }
                case "between" -> {
                    var ends = words(each.getValue()).stream()
                            .map(word -> place(word, values, title))
                            .sorted()
                            .toList();
                    return own.ordinal() >= ends.get(0) && own.ordinal() <= ends.get(1);
                }
                case "at-least" -> {
                    return own.ordinal() <= place(each.getValue().toString(), values, title);
                }
                case "at-most" -> {
                    return own.ordinal() < ordered
                            && own.ordinal() >= place(each.getValue().toString(), values, title);
                }
                case "above" -> {
                    return own.ordinal() < place(each.getValue().toString(), values, title);
                }
                case "below" -> {
                    return own.ordinal() < ordered
                            && own.ordinal() > place(each.getValue().toString(), values, title);
                }
                default -> {}
            }
        }
        throw new IllegalStateException(asked.toString());
    }

    private static <E extends Enum<E>> int place(
            String word, E[] values, java.util.function.Function<E, String> title) {
        for (var each : values) if (title.apply(each).equals(word)) return each.ordinal();
        throw new IllegalStateException("no " + word);
    }

    private static boolean negative(Object asked) {
        return asked instanceof Map<?, ?> map && map.containsKey("not-in");
    }

    private static List<String> words(Object asked) {
        if (asked instanceof Collection<?> list)
            return list.stream().map(Object::toString).toList();
        if (asked instanceof Map<?, ?> map) return words(map.values().iterator().next());
        return List.of(asked.toString());
    }

    // --- facts
    // ----------------------------------------------------------------------------------------------------------

    List<Line> begun(String kind) {
        return begun.computeIfAbsent(kind, this::find);
    }

    private List<Line> find(String kind) {
        return all.stream()
                .filter(each -> each.kind().equals(kind))
                .filter(each -> !each.valid().from().isAfter(day))
                .sorted(Comparator.comparing((Line each) -> each.valid().from()).thenComparing(Line::id))
                .toList();
    }

    List<Line> now(String kind) {
        return now.computeIfAbsent(
                kind,
                any -> begun(kind).stream()
                        .filter(each -> each.valid().covers(day))
                        .toList());
    }

    private @Nullable Line last(String kind) {
        Line found = null;
        for (var each : now(kind))
            if (found == null || each.valid().from().isAfter(found.valid().from())) found = each;
        return found;
    }

    private @Nullable Identity identity() {
        var now = last("identity");
        if (now != null) return (Identity) now.body();
        return all.stream()
                .filter(each -> each.kind().equals("identity"))
                .min(Comparator.comparing((Line each) -> each.valid().from()).thenComparing(Line::id))
                .map(each -> (Identity) each.body())
                .orElse(null);
    }

    private @Nullable PartialDate workStart() {
        var start = last("work-start");
        return start == null ? null : ((WorkStart) start.body()).date();
    }

    private List<PartyMembership> parties() {
        return now("party").stream().map(each -> (PartyMembership) each.body()).toList();
    }

    private boolean communist() {
        return parties().stream().anyMatch(each -> each.party().startsWith("中共"));
    }

    private @Nullable Set<Integer> partyStanding() {
        if (parties().isEmpty()) return null;
        if (!communist()) return Set.of(0);
        return parties().stream()
                .filter(each -> each.party().startsWith("中共") && each.joined() != null)
                .findFirst()
                .map(each -> since(java.util.Objects.requireNonNull(each.joined())))
                .orElse(null);
    }

    /** Every number of completed months it may be since then. */
    Set<Integer> since(PartialDate date) {
        var all = new TreeSet<Integer>();
        var months = date.season() != null
                ? List.of(date.season().month())
                : date.month() != 0
                        ? List.of(date.month())
                        : IntStream.rangeClosed(1, 12).boxed().toList();
        for (int month : months) all.add(Math.max(0, (day.getYear() - date.year()) * 12 + day.getMonthValue() - month));
        return all;
    }

    private static Set<Integer> each(Set<Integer> of, java.util.function.IntUnaryOperator by) {
        var all = new TreeSet<Integer>();
        of.forEach(each -> all.add(by.applyAsInt(each)));
        return all;
    }

    private static @Nullable PartialDate first(Line line) {
        return line.valid().firstDate();
    }

    private @Nullable RankWord rankWord() {
        var held = last("rank");
        return held == null
                ? null
                : RankWord.read(((RankHeld) held.body()).rank()).orElse(null);
    }

    private @Nullable Rank rank() {
        var word = rankWord();
        return word == null ? null : word.rank();
    }

    private @Nullable PartialDate rankSince() {
        return rankWord() == null ? null : first(java.util.Objects.requireNonNull(last("rank")));
    }

    @Nullable
    LeadershipLevel levelOf(Line post) {
        if (!levels.containsKey(post.id())) {
            var own = LeadershipLevel.read(((PostHeld) post.body()).level()).orElse(null);
            var chair = standing.chair(post);
            levels.put(post.id(), own != null || chair == null ? own : chair.level());
        }
        return levels.get(post.id());
    }

    private @Nullable LeadershipLevel heldLevel() {
        var held = last("level");
        return held == null
                ? null
                : LeadershipLevel.read(((LevelHeld) held.body()).level()).orElse(null);
    }

    private @Nullable LeadershipLevel level() {
        if (heldLevel() != null) return heldLevel();
        return now("post").stream()
                .map(this::levelOf)
                .filter(each -> each != null && each.leading())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Since when the level that is recorded of its own is held; null where none is, or not since when. */
    @Nullable
    PartialDate heldSince() {
        return heldLevel() == null ? null : first(java.util.Objects.requireNonNull(last("level")));
    }

    private @Nullable PartialDate levelSince() {
        if (heldLevel() != null) return first(java.util.Objects.requireNonNull(last("level")));
        var level = level();
        return level == null ? null : joined(level);
    }

    /** From today back through posts that follow one another within a month, at this level or above. */
    private @Nullable PartialDate joined(LeadershipLevel level) {
        Line earliest = null;
        for (var each : begun("post").reversed()) {
            var to = each.valid().to();
            boolean joins = earliest == null
                    || to == null
                    || !to.isBefore(earliest.valid().from().minusDays(31));
            if (!joins) continue;
            var own = levelOf(each);
            boolean before = earliest == null
                    || each.valid().from().isBefore(earliest.valid().from());
            if (own == null) {
                if (earliest != null && before) return null;
            } else if (own.atLeast(level) && before) {
                if (first(each) == null) return null;
                earliest = each;
            }
        }
        return earliest == null ? null : first(earliest);
    }

    private @Nullable Line main() {
        return current().isEmpty() ? null : current().getFirst();
    }

    /** Posts held now, the main one first. */
    List<Line> current() {
        if (current == null) current = sorted(now("post"));
        return current;
    }

    private static List<Line> sorted(List<Line> posts) {
        return posts.stream()
                .sorted(Comparator.comparing((Line each) -> rankOf(((PostHeld) each.body()).main()))
                        .thenComparing(each -> {
                            var order = ((PostHeld) each.body()).order();
                            return order == null ? Integer.MAX_VALUE : order;
                        })
                        .thenComparing(each -> each.valid().from())
                        .thenComparing(Line::id))
                .toList();
    }

    private static int rankOf(@Nullable Boolean main) {
        return main == null ? 1 : main ? 0 : 2;
    }

    private @Nullable Boolean leading() {
        var posts = now("post");
        if (posts.isEmpty()) return null;
        boolean silent = false;
        for (var each : posts) {
            var said = ((PostHeld) each.body()).leading();
            var chair = standing.chair(each);
            if (said == null && chair != null) said = chair.leading();
            if (Boolean.TRUE.equals(said)) return true;
            silent |= said == null;
        }
        return silent ? null : false;
    }

    boolean careerTold() {
        return !begun("post").isEmpty() || !begun("unread-line").isEmpty();
    }

    // --- what takes a little reckoning
    // ----------------------------------------------------------------------------------

    private @Nullable AnnualGradeWord grade(int year) {
        if (!grades.containsKey(year)) grades.put(year, read(year));
        return grades.get(year);
    }

    private @Nullable AnnualGradeWord read(int year) {
        for (var each : begun("annual-grade")) {
            var is = (AnnualGrade) each.body();
            if (is.year() == year)
                return AnnualGradeWord.read(is.grade())
                        .map(AnnualGradeWord::asCivilServant)
                        .orElse(null);
        }
        return null;
    }

    private @Nullable Set<Integer> effective(@Nullable PartialDate since) {
        if (since == null) return null;
        Set<Integer> possible = since(since);
        for (int year = since.year(); year < day.getYear(); year++) {
            var word = grade(year);
            List<Integer> by;
            if (word == null || word == AnnualGradeWord.OTHER) by = List.of(-12, 0, 6);
            else if (word == AnnualGradeWord.OUTSTANDING) by = List.of(6);
            else by = List.of(word == AnnualGradeWord.COMPETENT ? 0 : -12);
            var next = new TreeSet<Integer>();
            for (var each : possible) for (var change : by) next.add(each + change);
            possible = next;
        }
        int least = min(possible) - sanctioned(since, false);
        int most = max(possible) - sanctioned(since, true);
        return new HashSet<>(List.of(least, most));
    }

    /** Months since then under a government sanction, surely or perhaps, outside years that are or may be taken off whole. */
    private int sanctioned(PartialDate since, boolean surely) {
        int count = 0;
        if (periods().isEmpty()) return count;
        var month = java.time.YearMonth.from(surely ? lastDay(since) : since.firstDay());
        for (; month.isBefore(java.time.YearMonth.from(day)); month = month.plusMonths(1)) {
            var word = month.getYear() == day.getYear() ? AnnualGradeWord.COMPETENT : grade(month.getYear());
            boolean silent = word == null || word == AnnualGradeWord.OTHER;
            if (silent && !surely) continue;
            if (!silent && word != AnnualGradeWord.COMPETENT && word != AnnualGradeWord.OUTSTANDING) continue;
            var at = month;
            if (periods().stream().anyMatch(each -> sanctions(each, at, surely))) count++;
        }
        return count;
    }

    private static boolean sanctions(Period period, java.time.YearMonth month, boolean surely) {
        if (!period.line.kind().equals("sanction")) return false;
        if (period.clause == null
                ? surely
                : !"government-sanction"
                        .equals(map(need(period.clause, "opens")).get("family"))) return false;
        var start = java.time.YearMonth.from(period.from);
        var first = first(period.line);
        if (surely && (first == null || !start.equals(java.time.YearMonth.from(lastDay(first))))) return false;
        return !month.isBefore(start) && month.isBefore(java.time.YearMonth.from(surely ? period.sure : period.most));
    }

    private @Nullable Set<Integer> rankOrLevel(Map<String, Object> asked) {
        if (rankWord() == null && level() == null) return null;
        var own = rank();
        boolean byRank =
                own != null && asked.containsKey("rank") && one(asked.get("rank"), own, Rank.values(), Rank::title, 12);
        boolean byLevel = level() != null
                && asked.containsKey("level")
                && one(asked.get("level"), level(), LeadershipLevel.values(), LeadershipLevel::title, 12);
        boolean openRank =
                (rankWord() == null && asked.containsKey("rank")) || (byRank && effective(rankSince()) == null);
        boolean openLevel =
                (level() == null && asked.containsKey("level")) || (byLevel && effective(levelSince()) == null);
        var rankOnly = byRank ? effective(rankSince()) : null;
        var levelOnly = byLevel ? effective(levelSince()) : null;
        if (rankOnly == null && levelOnly == null) {
            if (byRank || byLevel) return null;
            return range(0, openRank || openLevel ? 100_001 : formerly(asked));
        }
        boolean open = openRank || openLevel;
        int least = Math.max(min(rankOnly), min(levelOnly));
        int most = open ? 100_001 : Math.max(max(rankOnly), max(levelOnly));
        return new HashSet<>(List.of(least, byLevel || open ? most : Math.max(most, formerly(asked))));
    }

    /** The most that months at such a level before the present one may come to. */
    private int formerly(Map<String, Object> asked) {
        if (!asked.containsKey("level")) return 0;
        var held =
                atLevels(each -> one(asked.get("level"), each, LeadershipLevel.values(), LeadershipLevel::title, 12));
        if (held == null) return 100_001;
        int most = max(held);
        return most == 0 ? 0 : most + 6 * (most / 12 + 2);
    }

    private static int min(@Nullable Set<Integer> of) {
        return of == null
                ? Integer.MIN_VALUE
                : of.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static int max(@Nullable Set<Integer> of) {
        return of == null
                ? Integer.MIN_VALUE
                : of.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Set<Integer> range(int least, int most) {
        return new HashSet<>(List.of(least, most));
    }

    private @Nullable Set<Integer> grades(Map<String, Object> asked) {
        var wanted = words(need(asked, "grade"));
        int first;
        var years = asked.get("years");
        if (years == null) first = day.getYear() - 1;
        else if (years.toString().startsWith("in-")) {
            var since = years.equals("in-rank")
                    ? rankSince()
                    : years.equals("in-level") ? levelSince() : main() == null ? null : first(main());
            if (since == null) return null;
            first = since.year();
        } else first = day.getYear() - Integer.parseInt(SPACE.split(years.toString())[0]);
        int sure = 0;
        int open = 0;
        for (int year = first; year < day.getYear(); year++) {
            var word = grade(year);
            if (word == null) open += workStart() == null || workStart().year() <= year ? 1 : 0;
            else if (wanted.contains(word.title())) sure++;
        }
        return range(sure, sure + open);
    }

    private Set<Integer> inARow(Map<String, Object> asked) {
        var wanted = words(need(asked, "grade"));
        int sure = 0;
        int most = 0;
        boolean broken = false;
        for (int year = day.getYear() - 1; year >= day.getYear() - 24; year--) {
            var word = grade(year);
            if (word == null) {
                if (workStart() != null && workStart().year() > year) break;
                broken = true;
            } else if (!wanted.contains(word.title())) break;
            else if (!broken) sure++;
            most++;
        }
        return new HashSet<>(List.of(sure, most));
    }

    private @Nullable Set<Integer> training(Map<String, Object> asked, boolean hours) {
        var lines = begun("training");
        if (lines.isEmpty() && !careerTold()) return null;
        var years = asked.get("years");
        var from = "this-year".equals(years)
                ? LocalDate.of(day.getYear(), 1, 1)
                : day.minusYears(years == null ? 5 : Integer.parseInt(SPACE.split(years.toString())[0]));
        int sum = 0;
        int more = 0;
        boolean open = false;
        for (var each : lines) {
            var is = (Trained) each.body();
            var since = begunSince(each, from);
            if (since == NOT_MET) continue;
            var category = asked.get("category");
            if (category != null && is.category() != null && !is.category().contains(category.toString())) continue;
            var said = hours ? is.hours() : is.days();
            if (said == null || (category != null && is.category() == null)) open = true;
            else if (since == MET) sum += said;
            else more += said;
        }
        return new HashSet<>(List.of(sum, open ? 100_001 : sum + more));
    }

    /** The months one post surely and perhaps covers, as they are counted from year 0; the last is not among them. */
    private record Covered(int sureFrom, int sureTo, int from, int to) {}

    /** Month by month: those in which a leading post at such a level was surely held, and those in which it may have been. */
    private @Nullable Set<Integer> atLevels(java.util.function.Predicate<LeadershipLevel> wanted) {
        if (!careerTold()) return null;
        int today = day.getYear() * 12 + day.getMonthValue() - 1;
        int start = workStart() == null ? 1900 * 12 : workStart().year() * 12 + firstMonth(workStart()) - 1;
        var all = new ArrayList<Covered>();
        for (var post : begun("post")) {
            var is = (PostHeld) post.body();
            if (Boolean.FALSE.equals(is.leading())) continue;
            var level = levelOf(post);
            if (level != null && (!level.leading() || !wanted.test(level))) continue;
            var chair = standing.chair(post);
            boolean doubted = is.leading() == null && chair != null && Boolean.FALSE.equals(chair.leading());
            all.add(covered(post, start, level != null && !doubted));
        }
        int sure = 0;
        int most = 0;
        int earliest = all.stream().mapToInt(Covered::from).min().orElse(today);
        for (int month = earliest; month < today; month++) {
            boolean certain = false;
            boolean possible = false;
            for (var each : all) {
                certain |= month >= each.sureFrom && month < each.sureTo;
                possible |= month >= each.from && month < each.to;
            }
            sure += certain ? 1 : 0;
            most += certain || possible ? 1 : 0;
        }
        return new HashSet<>(List.of(sure, most));
    }

    private static int firstMonth(PartialDate date) {
        return date.firstDay().getMonthValue();
    }

    /** @param start where a post whose first day nobody knows may have begun at the earliest */
    private static Covered covered(Line post, int start, boolean certain) {
        var first = first(post);
        if (first == null) return new Covered(0, 0, start, end(post, false));
        int from = first.year() * 12 + firstMonth(first) - 1;
        int late = first.month() == 0 && first.season() == null ? first.year() * 12 + 11 : from;
        return new Covered(certain ? late : 0, certain ? end(post, true) : 0, from, end(post, false));
    }

    private static int end(Line post, boolean early) {
        var to = post.valid().to();
        if (to == null) return Integer.MAX_VALUE;
        int at = to.getYear() * 12 + to.getMonthValue() - 1;
        return switch (post.valid().end()) {
            case UNKNOWN -> early ? 0 : Integer.MAX_VALUE;
            case YEAR -> early ? at : at + 11;
            case THROUGH_YEAR -> early ? at - 11 : at;
            default -> at;
        };
    }

    private @Nullable Set<Integer> postsBelow(LeadershipLevel target) {
        if (!careerTold()) return null;
        var seats = new HashSet<Object>();
        int open = 0;
        for (var post : begun("post")) {
            var is = (PostHeld) post.body();
            if (Boolean.FALSE.equals(is.leading())) continue;
            var level = levelOf(post);
            if (level == null) open++;
            else if (level.leading() && level.ordinal() == target.ordinal() + 1)
                seats.add(is.post() == null ? is.text() : is.post());
        }
        return new HashSet<>(List.of(seats.size(), seats.size() + open));
    }

    // --- facts counted, conclusions, influence periods
    // ------------------------------------------------------------------

    private Verdict counted(Map<String, Object> asked, IntPredicate enough) {
        var kind = need(asked, "kind").toString();
        var within = asked.get("within");
        var lines = "current".equals(within) ? now(kind) : begun(kind);
        if (lines.isEmpty()) return careerTold() ? Verdict.of(enough.test(0)) : UNKNOWN;
        int sure = 0;
        int open = 0;
        for (var each : lines) {
            var verdict = within(each, kind, within == null ? null : within.toString());
            if (asked.get("where") != null) verdict = verdict.and(fits(each, map(asked.get("where"))));
            sure += verdict == MET ? 1 : 0;
            open += verdict == UNKNOWN ? 1 : 0;
        }
        boolean some = false;
        boolean every = true;
        for (int count = sure; count <= sure + open; count++) {
            some |= enough.test(count);
            every &= enough.test(count);
        }
        return every ? MET : some ? UNKNOWN : NOT_MET;
    }

    private Verdict within(Line line, String kind, @Nullable String within) {
        if (within == null || within.equals("current")) return MET;
        var from = switch (within) {
            case "this-year" -> PartialDate.day(LocalDate.of(day.getYear(), 1, 1));
            case "in-rank" -> rankSince();
            case "in-level" -> levelSince();
            case "in-post" -> main() == null ? null : first(main());
            default -> PartialDate.day(day);
        };
        boolean since = within.startsWith("in-") || within.equals("this-year");
        if (since) {
            if (from == null) return UNKNOWN;
            var earliest = begunSince(line, from.firstDay());
            return earliest == begunSince(line, lastDay(from)) ? earliest : UNKNOWN;
        }
        int number = Integer.parseInt(SPACE.split(within)[0]);
        if (within.contains("calendar")) {
            if (line.body() instanceof AnnualGrade is)
                return Verdict.of(is.year() < day.getYear() && is.year() >= day.getYear() - number);
            if (first(line) == null) return UNKNOWN;
            int year = line.valid().from().getYear();
            return Verdict.of(year < day.getYear() && year >= day.getYear() - number);
        }
        var back = within.contains("year")
                ? day.minusYears(number)
                : within.contains("month") ? day.minusMonths(number) : day.minusDays(number);
        boolean event = Set.of("sanction", "org-measure", "reward", "annual-grade", "entered", "departed")
                .contains(kind);
        if (event) return begunSince(line, back);
        return Verdict.of(line.valid().to() == null || line.valid().to().isAfter(back));
    }

    private static Verdict begunSince(Line line, LocalDate from) {
        if (!line.valid().from().isBefore(from)) return MET;
        var first = first(line);
        if (first == null) return UNKNOWN;
        return first.dayAfter().isAfter(from) ? UNKNOWN : NOT_MET;
    }

    private static Verdict fits(Line line, Map<String, Object> where) {
        var verdict = MET;
        for (var each : where.entrySet()) {
            var value = field(line, each.getKey());
            if (value == null) verdict = verdict.and(UNKNOWN);
            else if (value instanceof Boolean is)
                verdict = verdict.and(Verdict.of(each.getValue().equals(is)));
            else if (value instanceof Integer is)
                verdict =
                        verdict.and(Verdict.of(compared(map(each.getValue()), 1).test(is)));
            else verdict = verdict.and(Verdict.of(text(value.toString(), each.getValue())));
        }
        return verdict;
    }

    private static boolean text(String value, Object asked) {
        if (asked instanceof Map<?, ?> map && map.containsKey("contains"))
            return words(map.get("contains")).stream().anyMatch(value::contains);
        return words(asked).contains(value) != negative(asked);
    }

    private static @Nullable Object field(Line line, String name) {
        return switch (line.body()) {
            case Sanction is ->
                switch (name) {
                    case "name" -> is.name();
                    case "code" -> code(is);
                    case "authority-level" -> is.authorityLevel();
                    case "lifted" -> is.lifted() != null;
                    default -> throw new Unplain(name);
                };
            case FrontlineService is ->
                switch (name) {
                    case "showing" -> is.showing();
                    case "proven" -> is.assessedBy() != null && is.proof() != null ? Boolean.TRUE : null;
                    default -> throw new Unplain(name);
                };
            case OrganizationalMeasure is ->
                switch (name) {
                    case "measure" -> is.measure();
                    case "ground" -> is.ground();
                    case "rescinded" -> is.rescinded() != null;
                    default -> throw new Unplain(name);
                };
            case Reward is ->
                switch (name) {
                    case "name" -> is.name();
                    case "code" -> is.code();
                    case "authority-level" -> is.authorityLevel();
                    default -> throw new Unplain(name);
                };
            case Trained is ->
                switch (name) {
                    case "course" -> is.course();
                    case "category" -> is.category();
                    case "hours" -> is.hours();
                    case "days" -> is.days();
                    case "abroad" -> is.abroad();
                    default -> throw new Unplain(name);
                };
            case PostHeld is ->
                switch (name) {
                    case "text" -> is.text();
                    case "member" -> is.member();
                    case "way" -> is.way();
                    default -> throw new Unplain(name);
                };
            case AnnualGrade is -> {
                if (name.equals("year")) yield is.year();
                yield AnnualGradeWord.read(is.grade())
                        .map(each -> each.asCivilServant().title())
                        .orElse(null);
            }
            default -> throw new Unplain(line.kind() + "." + name);
        };
    }

    /** The words a sanction goes by, where nobody coded it. */
    private static @Nullable String code(Sanction is) {
        if (is.code() != null && is.code().length() == 5) return is.code();
        var known = Map.of(
                "党内警告", "02250", "党内严重警告", "02251", "政务警告", "02110", "政务记过", "02112", "政务记大过", "02113", "撤职", "02117",
                "留党察看二年", "02258", "留党察看", "02258");
        return known.get(is.name());
    }

    private Verdict recorded(Object asked) {
        var code = asked instanceof Map<?, ?> map ? map.get("code").toString() : asked.toString();
        var kind = java.util.Objects.requireNonNull(conclusions.get(code));
        var values = words(kind.get("values"));
        var said = kind.get("silent") == null ? null : kind.get("silent").toString();
        for (var each : now("conclusion")) {
            var is = (Conclusion) each.body();
            if (!is.code().equals(code)) continue;
            if (!values.contains(is.value())) return UNKNOWN;
            said = is.value();
            break;
        }
        if (said == null) return UNKNOWN;
        if (!(asked instanceof Map<?, ?> map))
            return Verdict.of(values.getFirst().equals(said));
        for (var key : List.of("is", "in"))
            if (map.containsKey(key)) return Verdict.of(words(map.get(key)).contains(said));
        return Verdict.of(!words(map.get("not-in")).contains(said));
    }

    /** A period: from, surely to, perhaps to, by which clause (null: by the decision, or not readable). */
    private record Period(
            @Nullable Map<String, Object> clause,
            LocalDate from,
            LocalDate sure,
            LocalDate most,
            boolean read,
            Line line) {}

    private List<Period> periods() {
        if (periods == null) periods = readPeriods();
        return periods;
    }

    private List<Period> readPeriods() {
        var found = new ArrayList<Period>();
        for (var kind : List.of("sanction", "org-measure")) for (var line : begun(kind)) periods(kind, line, found);
        return found;
    }

    private void periods(String kind, Line line, List<Period> into) {
        boolean some = false;
        boolean certain = false;
        boolean spoken = false;
        Map<String, Object> doubtful = null;
        var told = told(line);
        var gone = gone(line);
        var first = first(line);
        var from = line.valid().from();
        for (var clause : openings) {
            var opens = map(need(clause, "opens"));
            var source = map(need(opens, "source"));
            if (!kind.equals(source.get("kind"))) continue;
            var fits = source.get("where") == null ? MET : fits(line, map(source.get("where")));
            spoken |= fits != NOT_MET;
            if (fits == NOT_MET || !inForce(clause, from)) continue;
            int months = amount(need(opens, "lasts"), 12);
            var sure = first == null ? from : lasting(from, months);
            var most = first == null ? LocalDate.MAX : lasting(lastDay(first), months);
            if (told != null && told.firstDay().plusDays(1).isAfter(sure))
                sure = told.firstDay().plusDays(1);
            if (told != null && told.dayAfter().isAfter(most)) most = told.dayAfter();
            if (gone != null && gone.firstDay().isBefore(sure)) sure = gone.firstDay();
            if (gone != null && lastDay(gone).isBefore(most)) most = lastDay(gone);
            into.add(new Period(clause, from, fits == MET ? sure : from, most, true, line));
            if (fits != MET) continue;
            some = true;
            if ("C".equals(clause.get("status"))) certain = true;
            else doubtful = clause;
        }
        if (told != null && !certain) {
            var sure = told.firstDay().plusDays(1);
            var most = told.dayAfter();
            if (gone != null && gone.firstDay().isBefore(sure)) sure = gone.firstDay();
            if (gone != null && lastDay(gone).isBefore(most)) most = lastDay(gone);
            Map<String, Object> as = null;
            if (some) {
                as = new HashMap<>(java.util.Objects.requireNonNull(doubtful));
                as.put("status", "C");
            }
            into.add(new Period(as, from, sure, most, true, line));
        } else if (told == null && !some) {
            boolean reminder = line.body() instanceof OrganizationalMeasure is
                    && is.measure().equals("提醒");
            if (reminder && !spoken) return;
            var most = first == null ? LocalDate.MAX : lasting(lastDay(first), 60);
            if (gone != null && lastDay(gone).isBefore(most)) most = lastDay(gone);
            into.add(new Period(null, from, from, most, false, line));
        }
    }

    private static LocalDate lastDay(PartialDate of) {
        return of.dayAfter().minusDays(1);
    }

    /** First day after so many months: where that month has no such day, the first of the next. */
    private static LocalDate lasting(LocalDate from, int months) {
        var month = java.time.YearMonth.from(from).plusMonths(months);
        return month.isValidDay(from.getDayOfMonth())
                ? month.atDay(from.getDayOfMonth())
                : month.plusMonths(1).atDay(1);
    }

    private static boolean inForce(Map<String, Object> clause, LocalDate on) {
        var days = map(need(clause, "in-force"));
        var from = start(days.get("from"));
        var to = days.get("to");
        return !on.isBefore(from) && (to == null || !on.isAfter(start(to)));
    }

    static LocalDate start(Object written) {
        if (written instanceof java.util.Date date)
            return date.toInstant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var text = written.toString();
        if (text.equals("unknown")) return LocalDate.of(1949, 10, 1);
        if (text.length() == 10) return LocalDate.parse(text);
        if (text.length() == 7)
            return java.time.YearMonth.parse(text).atEndOfMonth().plusDays(1);
        return LocalDate.of(Integer.parseInt(text) + 1, 1, 1);
    }

    private static @Nullable PartialDate told(Line line) {
        return line.body() instanceof Sanction is
                ? is.influenceUntil()
                : ((OrganizationalMeasure) line.body()).influenceUntil();
    }

    private static @Nullable PartialDate gone(Line line) {
        return line.body() instanceof Sanction is ? is.lifted() : ((OrganizationalMeasure) line.body()).rescinded();
    }

    private Verdict running(Map<String, Object> clause) {
        boolean may = false;
        for (var each : periods()) {
            if (each.clause == clause && day.isBefore(each.sure)) return MET;
            may |= (each.clause == clause || !each.read) && day.isBefore(each.most);
        }
        if (may) return UNKNOWN;
        return careerTold() ? NOT_MET : UNKNOWN;
    }

    private @Nullable Boolean influence(Map<String, Object> asked) {
        var periods = periods();
        if (periods.isEmpty() && !careerTold()) return null;
        var blocks = asked.get("blocks");
        var families = asked.get("of") == null ? List.<String>of() : words(asked.get("of"));
        boolean may = false;
        for (var each : periods) {
            if (!fitting(each, blocks == null ? null : blocks.toString(), families)) continue;
            boolean certain = each.clause == null ? families.isEmpty() : "C".equals(each.clause.get("status"));
            if (certain && day.isBefore(each.sure)) return true;
            may |= day.isBefore(each.most);
        }
        return may ? null : false;
    }

    private static boolean fitting(Period period, @Nullable String blocks, List<String> families) {
        if (period.clause == null) {
            var usual = Set.of("promotion", "further-use", "rank-promotion");
            return blocks == null || !period.read || usual.contains(blocks);
        }
        var opens = map(need(period.clause, "opens"));
        boolean family =
                families.isEmpty() || families.contains(need(opens, "family").toString());
        var forbids = words(need(opens, "blocks"));
        return family
                && (blocks == null ? !Set.of("join-party", "merit").containsAll(forbids) : forbids.contains(blocks));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object of) {
        if (of instanceof Map<?, ?> map) return (Map<String, Object>) map;
        return Map.of("is", of);
    }

    private static Object need(Map<String, Object> map, String key) {
        return java.util.Objects.requireNonNull(map.get(key), key);
    }
}
