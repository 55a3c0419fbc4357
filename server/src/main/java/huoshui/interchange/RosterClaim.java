package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.City;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Remark;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.PersonSheet;
import huoshui.interchange.form.Problem;
import huoshui.interchange.form.SheetReader;
import huoshui.interchange.form.SheetReading;
import huoshui.interchange.roster.RelativeCell;
import huoshui.interchange.roster.RosterReader;
import huoshui.interchange.roster.RosterRow;
import huoshui.interchange.roster.SheetMapping;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.Codes;
import huoshui.kernel.code.DegreeWord;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.RankWord;
import huoshui.kernel.ledger.Change;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a roster says about one person. 名册一行所称
 *
 * <p>A cell that says what our own roster would print says nothing new: what went out comes back the same by construction.
 * The rest is held against the dossier as a form's boxes are.
 */
final class RosterClaim implements Claim {

    private static final Map<String, Box> BOXES = Map.ofEntries(
            Map.entry("name", Box.NAME),
            Map.entry("sex", Box.SEX),
            Map.entry("birth", Box.BIRTH),
            Map.entry("ethnicity", Box.ETHNICITY),
            Map.entry("nativePlace", Box.NATIVE_PLACE),
            Map.entry("birthPlace", Box.BIRTH_PLACE),
            Map.entry("idNumber", Box.ID_NUMBER),
            Map.entry("partyJoined", Box.PARTY),
            Map.entry("workStart", Box.WORK_STARTED),
            Map.entry("health", Box.HEALTH),
            Map.entry("title", Box.TITLE),
            Map.entry("expertise", Box.EXPERTISE),
            Map.entry("fulltimeLevel", Box.FULLTIME_LEVEL),
            Map.entry("fulltimeDegree", Box.FULLTIME_DEGREE),
            Map.entry("fulltimeSchool", Box.FULLTIME_LEVEL_SCHOOL),
            Map.entry("inserviceLevel", Box.INSERVICE_LEVEL),
            Map.entry("inserviceDegree", Box.INSERVICE_DEGREE),
            Map.entry("inserviceSchool", Box.INSERVICE_LEVEL_SCHOOL),
            Map.entry("currentPost", Box.CURRENT_POST),
            Map.entry("resume", Box.RESUME),
            Map.entry("rewards", Box.REWARDS));
    private static final List<FormFact.Box> FULLTIME = List.of(
            FormFact.Box.FULLTIME_LEVEL,
            FormFact.Box.FULLTIME_DEGREE,
            FormFact.Box.FULLTIME_LEVEL_SCHOOL,
            FormFact.Box.FULLTIME_DEGREE_SCHOOL);
    private static final List<FormFact.Box> INSERVICE = List.of(
            FormFact.Box.INSERVICE_LEVEL,
            FormFact.Box.INSERVICE_DEGREE,
            FormFact.Box.INSERVICE_LEVEL_SCHOOL,
            FormFact.Box.INSERVICE_DEGREE_SCHOOL);

    /** To take posts that follow those in office as the roster has them. 按来文改任 */
    static final String FOLLOW = "post.follows";

    /** To take the relatives a roster names for all there are. 家庭成员以来文为准 */
    static final String WHOLE_FAMILY = "family.others";

    static final Set<String> OFFERS = Set.of(FOLLOW, WHOLE_FAMILY);

    private static final Sight NOBODY = Sight.drawn(new UUID(0, 0), null, List.of(), null, List.of(), Set.of());

    private final RosterRow row;
    private final City city;
    private final Map<String, String> raw;
    private final Map<String, String> said;
    private final SheetReading whole;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> taken;
    private final RosterRelatives relatives;
    private final TalentRow talent;

    /** @param city as it was when the row was read: what our own roster would print */
    RosterClaim(RosterRow row, City city) {
        this(row, city, Set.of());
    }

    private RosterClaim(RosterRow row, City city, Set<String> taken) {
        this.row = row;
        this.city = city;
        this.taken = taken;
        this.raw = new TreeMap<>(row.said());
        raw.keySet()
                .removeIf(each ->
                        RosterColumns.find(each).filter(RosterColumn::comesIn).isEmpty());
        this.said = plain(raw);
        this.relatives = new RosterRelatives(said, "读取第 " + row.number() + " 行：");
        this.talent = new TalentRow(said, city);
        this.whole = new SheetReader().read(form(said));
        problems.addAll(row.problems());
        problems.addAll(relatives.problems());
        problems.addAll(talent.problems(this::told));
        whole.problems().stream()
                .filter(each -> !each.code().startsWith("required."))
                .forEach(problems::add);
        check();
    }

    /** Spellings that say the same are made one; what two columns say together is taken apart. */
    private static Map<String, String> plain(Map<String, String> row) {
        var said = new TreeMap<>(row);
        said.computeIfPresent("sex", (code, text) -> text.replaceFirst("性$", ""));
        said.computeIfPresent("ethnicity", (code, text) -> ethnicity(text));
        studies(said, "fulltime");
        studies(said, "inservice");
        return said;
    }

    private static String ethnicity(String text) {
        if (text.endsWith("族")) return text;
        return Codes.list("GB3304").named(text + "族").isPresent() ? text + "族" : text;
    }

    /** 大学、工学学士 in one cell: a level and a degree. */
    private static void studies(Map<String, String> said, String mode) {
        var both = said.remove(mode);
        if (both == null || said.containsKey(mode + "Level") || said.containsKey(mode + "Degree")) return;
        for (var word : both.split("[\\s、，,；;/]+")) {
            if (word.isEmpty()) continue;
            boolean degree = DegreeWord.read(word).isPresent() || word.matches(".*(学士|硕士|博士|学位)$");
            said.merge(mode + (degree ? "Degree" : "Level"), word, (one, other) -> one + "、" + other);
        }
    }

    private static Form form(Map<String, String> said) {
        var form = Form.empty(Form.Generation.BEFORE_2025);
        for (var each : said.entrySet()) {
            var box = BOXES.get(each.getKey());
            if (box != null) form = form.with(box, boxed(each.getKey(), each.getValue()));
        }
        var party = said.get("party");
        if (party == null || party.matches("(中共|中国共产党|共产党)?(正式|预备)?党员|群众|共青团员|团员")) return form;
        var joined = said.get("partyJoined");
        return form.with(Box.PARTY, joined == null ? party : boxed("partyJoined", joined) + "；" + party);
    }

    private static String boxed(String code, String text) {
        boolean date = code.equals("birth") || code.equals("partyJoined") || code.equals("workStart");
        return date ? PartialDate.read(text).map(PartialDate::compact).orElse(text) : text;
    }

    private void check() {
        var rank = said.get("rank");
        if (rank != null && RankWord.read(rank).isEmpty())
            problems.add(Problem.error("rank", "rank.unknown", told("职级") + "“" + rank + "”不是职级名称；请核对后改正。"));
        var level = said.get("level");
        if (level != null && LeadershipLevel.read(level).isEmpty())
            problems.add(
                    Problem.error("level", "level.unknown", told("职务层次") + "“" + level + "”不是职务层次名称；请写成“县处级正职”的形式。"));
        said.forEach((code, text) -> {
            if (code.startsWith(RosterColumns.GRADE)
                    && AnnualGradeWord.read(text).isEmpty())
                problems.add(Problem.error(
                        "assessments",
                        "grade.unknown",
                        told(code.substring(6) + " 年考核") + "“" + text + "”不是考核等次；请核对后改正。"));
        });
    }

    /** Something to be said of the sheet as a whole, at its first row. */
    void note(List<Problem> notices) {
        problems.addAll(notices);
    }

    private String told(String column) {
        return "读取第 " + row.number() + " 行“" + column + "”：";
    }

    @Override
    public PersonSheet sheet() {
        return whole.person().with(relatives.all());
    }

    @Override
    public Object said() {
        return said;
    }

    @Override
    public Map<String, String> beyond() {
        var beyond = new LinkedHashMap<String, String>();
        said.forEach((code, text) -> {
            if (BOXES.containsKey(code)
                    || RelativeCell.is(code)
                    || code.equals("party") && whole.person().parties().contains(text)) return;
            var shown = PartialDate.read(text).map(PartialDate::printed).orElse(text);
            beyond.put(RosterColumns.of(code).title(), SheetMapping.DATES.contains(code) ? shown : text);
        });
        return beyond;
    }

    @Override
    public Map<String, Object> more() {
        var more = new TreeMap<String, Object>();
        said.forEach((code, text) -> {
            var key = RosterReader.field(code);
            if (PersonKeys.further().contains(key)) more.merge(key, text, (one, other) -> one + "、" + other);
        });
        return more;
    }

    /** Something in this row could not be read, so that it may say more than was understood. */
    @Override
    public boolean unsettled() {
        return row.problems().stream()
                .anyMatch(each -> each.severity() == Problem.Severity.ERROR
                        && !each.code().equals("roster.unidentified"));
    }

    @Override
    public boolean refused() {
        return row.refused() || talent.unread();
    }

    @Override
    public boolean byNumberAlone() {
        return true;
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Optional<Set<String>> telling() {
        var kinds = new TreeSet<String>();
        raw.keySet().forEach(each -> kinds.addAll(RosterColumns.of(each).kinds()));
        return Optional.of(kinds);
    }

    @Override
    public boolean repeats(UUID person, List<Fact<FactBody>> known, LocalDate today) {
        if (!taken.isEmpty() || !relatives.all().isEmpty()) return false;
        return city.find(person)
                .map(each -> news(each, known, today, raw.keySet()).isEmpty())
                .orElse(false);
    }

    @Override
    public Claim taking(Set<String> offers) {
        if (offers.isEmpty()) return this;
        var same = new RosterClaim(row, city, offers);
        problems.stream().filter(each -> !same.problems.contains(each)).forEach(same.problems::add);
        return same;
    }

    @Override
    public List<Problem> remaining(UUID person, List<Fact<FactBody>> current, LocalDate today) {
        var open = new ArrayList<Problem>();
        if (said.containsKey("currentPost") || said.containsKey("postSince")) {
            var news = city.find(person)
                    .map(each -> news(each, current, today, Set.of("currentPost", "postSince")))
                    .orElse(said);
            var post = remaining(posts(news, current, today), said.getOrDefault("currentPost", ""));
            if (post != null) open.add(post);
        }
        long others = readWhole() ? relatives.others(family(current, today)) : 0;
        if (others > 0 && !taken.contains(WHOLE_FAMILY))
            open.add(Problem.warning(
                    "family",
                    WHOLE_FAMILY,
                    told("家庭成员") + "库中另有 " + others + " 名家庭成员来文没有载，予以保留；请在差异核对中选“以来文为准”，或在档案中更正。"));
        return open;
    }

    /** A family of which a row could not be read is not the whole family, whatever was decided. */
    private boolean readWhole() {
        return !relatives.all().isEmpty()
                && problems.stream().noneMatch(each -> each.code().startsWith("family."));
    }

    private static List<FamilyMember> family(List<Fact<FactBody>> current, LocalDate today) {
        return current.stream()
                .filter(each -> !each.erased() && each.content() instanceof FamilyMember)
                .filter(each -> each.valid().covers(today))
                .map(each -> (FamilyMember) each.content())
                .sorted(Comparator.comparing(FamilyMember::order))
                .toList();
    }

    private @Nullable Problem remaining(PostNews news, String text) {
        return switch (news) {
            case PostNews.Follows follows
            when !taken.contains(FOLLOW) ->
                Problem.warning(
                        "currentPost",
                        FOLLOW,
                        told("现任职务") + "“" + text + "”与库中任职不一致，任职和任现职时间都没有改，只把来文文字留作待认定；请在差异核对中按来文改任（" + follows.told()
                                + "），或在档案中录入任免。");
            case PostNews.Open open ->
                Problem.warning("currentPost", "post.open", told("现任职务") + open.why() + "；" + open.todo());
            case PostNews.Follows _, PostNews.None _, PostNews.Began _ -> null;
        };
    }

    /** What it says of posts in office; words of an earlier file that still stand beside the facts count as not yet said. */
    private PostNews posts(Map<String, String> news, List<Fact<FactBody>> current, LocalDate today) {
        var since = date(news.get("postSince"));
        var text = news.get("currentPost");
        if (since == null && text == null) return new PostNews.None();
        var inOffice = current.stream()
                .filter(each -> !each.erased() && each.content() instanceof PostHeld)
                .filter(each -> each.valid().covers(today))
                .toList();
        if (inOffice.isEmpty() && text != null) return new PostNews.None();
        var form = new DossierForm(Held.of(current), today);
        var facts = form.derived(FormFact.Box.CURRENT_POST);
        boolean printed = form.printed(FormFact.Box.CURRENT_POST)
                .filter(each -> !each.settled() && !Sameness.of(Box.CURRENT_POST, each.text(), facts))
                .isPresent();
        if (text == null && printed) text = said.get("currentPost");
        if (text != null && Sameness.of(Box.CURRENT_POST, text, facts)) text = null;
        return PostNews.of(text, since, inOffice, printed && text == null && !said.containsKey("currentPost"), today);
    }

    @Override
    public List<Change<FactBody>> changes(UUID person, List<Fact<FactBody>> current, LocalDate today) {
        var card = city.find(person);
        var news = card.map(each -> news(each, current, today, raw.keySet())).orElseGet(() -> new TreeMap<>(said));
        boolean whole = taken.contains(WHOLE_FAMILY) && readWhole();
        if (news.isEmpty() && !whole) return List.of();
        var posts = posts(news, current, today);
        if (posts instanceof PostNews.Follows && taken.contains(FOLLOW))
            news.put("currentPost", said.getOrDefault("currentPost", ""));
        var before = new DossierForm(Held.of(current), today);
        whole(news, before, FULLTIME);
        whole(news, before, INSERVICE);
        var reading = new SheetReader().read(form(news));
        return FormClaim.ofRoster(reading).changes(person, current, today, redraft -> {
            more(redraft, news, posts, card.orElse(null), today);
            if (whole || news.keySet().stream().anyMatch(RelativeCell::is))
                relatives.write(redraft, family(current, today), whole);
        });
    }

    /** What says something else than our own roster would. */
    private Map<String, String> news(Card card, List<Fact<FactBody>> current, LocalDate today, Set<String> codes) {
        var known =
                new RosterPerson(card, city.around(), new AsOf(today, city.at().known()), NOBODY, Held.of(current));
        var news = new TreeMap<String, String>();
        raw.forEach((code, text) -> {
            if (!codes.contains(code)) return;
            var value = code.equals("idNumber")
                    ? card.who().idNumber()
                    : RosterColumns.of(code).value(known);
            boolean same = same(text, value) || said.containsKey(code) && same(said.getOrDefault(code, ""), value);
            if (!same) news.put(code, text);
        });
        return plain(news);
    }

    private static boolean same(String text, @Nullable Object value) {
        if (value == null) return false;
        if (value instanceof PartialDate date) {
            var said = PartialDate.read(text);
            return said.isPresent() && (said.get().equals(date) || said.get().equals(date.toMonth()));
        }
        return flat(text).equals(flat(RosterColumn.printed(value)));
    }

    private static String flat(String text) {
        return text.replace("\r", "").strip().replaceAll("[ \\t\\u3000]*\\n[ \\t\\u3000]*", "\n");
    }

    /** Of a study only in part said the rest stays as it is. */
    private static void whole(Map<String, String> news, DossierForm before, List<FormFact.Box> boxes) {
        var mode = boxes == FULLTIME ? "fulltime" : "inservice";
        if (news.keySet().stream().noneMatch(each -> each.startsWith(mode))) return;
        var names = List.of(mode + "Level", mode + "Degree", mode + "School");
        for (int i = 0; i < names.size(); i++) {
            var held = before.text(boxes.get(i));
            if (!held.isEmpty()) news.putIfAbsent(names.get(i), held);
        }
    }

    private void more(Redraft redraft, Map<String, String> news, PostNews posts, @Nullable Card card, LocalDate today) {
        party(redraft, news, today);
        post(redraft, news, posts, today);
        rank(redraft, news, today);
        level(redraft, news, card, today);
        talent.write(redraft, news, today);
        var mobile = news.get("mobile");
        if (mobile != null) redraft.one(new Contact(PersonColumns.MOBILE, mobile), Span.evidenced(today));
        var remark = news.get("remark");
        if (remark != null) redraft.one(new Remark(remark), Span.evidenced(today));
        news.forEach((code, text) -> {
            if (!code.startsWith(RosterColumns.GRADE)
                    || AnnualGradeWord.read(text).isEmpty()) return;
            var year = PartialDate.year(Integer.parseInt(code.substring(RosterColumns.GRADE.length())));
            redraft.one(new AnnualGrade(year.year(), text, null), Span.between(year, year));
        });
    }

    /** A word alone is a membership of no known date; a date that is known stays. */
    private static void party(Redraft redraft, Map<String, String> news, LocalDate today) {
        var word = news.get("party");
        if (word == null) return;
        boolean communist = word.matches("(中共|中国共产党|共产党)?(正式)?党员");
        if (communist || word.contains("预备党员")) {
            var name = communist ? Parties.COMMUNIST : "中共预备党员";
            if (redraft.after().stream()
                    .noneMatch(each -> each.body() instanceof PartyMembership held
                            && held.party().equals(name)))
                redraft.one(new PartyMembership(name, null), Span.evidenced(today));
        } else if (word.matches("群众|共青团员|团员"))
            redraft.one(new PartyMembership(word.equals("团员") ? "共青团员" : word, null), Span.evidenced(today));
    }

    /** Somebody without any post gets the one that is said; of posts in office only what is plain, or was taken. */
    private void post(Redraft redraft, Map<String, String> news, PostNews posts, LocalDate today) {
        var text = news.get("currentPost");
        if (text != null && redraft.current(PostHeld.class, today).isEmpty()) {
            var since = date(news.get("postSince"));
            if (redraft.after().stream().noneMatch(each -> each.body() instanceof PostHeld))
                redraft.add(PostHeld.of(text), since == null ? Span.evidenced(today) : Span.since(since));
        } else if (posts instanceof PostNews.Began(var post, var since)) redraft.since(post, since);
        else if (posts instanceof PostNews.Follows(var begin, var end, var since) && taken.contains(FOLLOW)) {
            end.forEach(each -> redraft.end(each, since));
            begin.forEach(each -> redraft.add(PostHeld.of(each), Span.since(since)));
        }
    }

    private static void rank(Redraft redraft, Map<String, String> news, LocalDate today) {
        var since = date(news.get("rankSince"));
        var word = RankWord.read(news.get("rank")).orElse(null);
        if (word != null) redraft.step("rank", new RankHeld(word.name(), word.code(), null), since, today);
        else if (since != null && !news.containsKey("rank"))
            redraft.current(RankHeld.class, today).stream().findFirst().ifPresent(each -> redraft.since(each, since));
    }

    private static void level(Redraft redraft, Map<String, String> news, @Nullable Card card, LocalDate today) {
        var since = date(news.get("levelSince"));
        var level = LeadershipLevel.read(news.get("level")).orElse(null);
        if (level != null) redraft.step("level", new LevelHeld(level.title(), null, null), since, today);
        else if (since != null && !news.containsKey("level")) {
            var held = redraft.current(LevelHeld.class, today).stream().findFirst();
            if (held.isPresent()) redraft.since(held.get(), since);
            else if (card != null && card.level() != null)
                redraft.add(new LevelHeld(card.level().level().title(), null, null), Span.since(since));
        }
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return PartialDate.read(text).orElse(null);
    }
}
