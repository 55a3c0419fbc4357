package huoshui.dossier.city;

import huoshui.access.ManagementCategory;
import huoshui.access.Placement;
import huoshui.dossier.city.Card.Attained;
import huoshui.dossier.city.Card.Experience;
import huoshui.dossier.city.Card.Grade;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.city.Card.LevelStep;
import huoshui.dossier.city.Card.Parties;
import huoshui.dossier.city.Card.Posts;
import huoshui.dossier.city.Card.RankStep;
import huoshui.dossier.city.Card.Schooling;
import huoshui.dossier.city.Card.Service;
import huoshui.dossier.city.Card.Talent;
import huoshui.dossier.city.Card.Who;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.PersonalFact.Expertise;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.fact.StandingFact.OverseasStay;
import huoshui.dossier.fact.StandingFact.SelectedGraduate;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.dossier.fact.TalentFact.Achievement;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.code.Degree;
import huoshui.kernel.code.DegreeWord;
import huoshui.kernel.code.EducationLevel;
import huoshui.kernel.code.EducationWord;
import huoshui.kernel.code.ManagementCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Draws one person's card from the lines that count at both clocks. 制卡 */
final class CardMaker {

    private static final int GRADE_YEARS = 5;

    private final UUID id;
    private final AsOf at;
    private final Surroundings around;
    private final LinesAt lines;
    private final LocalDate day;

    CardMaker(UUID id, List<Lines> dossiers, AsOf at, Surroundings around) {
        this.id = id;
        this.at = at;
        this.day = at.valid();
        this.around = around;
        this.lines = new LinesAt(dossiers, at);
    }

    Card draw() {
        var who = who();
        var party = party();
        var schooling = schooling();
        var posts = new PostReading(lines, day, around).read();
        var talent = talent();
        var level = level(posts);
        var rank = rank();
        var grades = grades();
        var service = service(posts, talent);
        var experience = experience(posts, service);
        int unread = lines.begun("unread-line", UnreadLine.class).size();
        var missing = service.place().footing().cadre()
                ? Missing.in(who, party, schooling, posts, level, rank, grades, service)
                : Missing.ofTalent(who, schooling, talent);
        return new Card(
                id, who, party, schooling, posts, level, rank, grades, experience, service, unread, talent, missing);
    }

    private Who who() {
        var is = lines.timeless("identity", Identity.class);
        var number = lines.timeless("id-number", IdNumber.class);
        var name = is == null ? "" : is.name();
        var birth = is == null ? null : is.birth();
        var months = Bounds.monthsUntil(day, birth);
        return new Who(
                name,
                Pinyin.of(name),
                is == null ? null : Words.sex(is.sex()).orElse(null),
                birth,
                months == null ? null : months.years(),
                is == null ? null : Words.ethnicity(is.ethnicity()).orElse(null),
                is == null ? null : is.nativePlace(),
                number == null ? null : number.number(),
                lines.one("photo", Photo.class) != null);
    }

    private Parties party() {
        var held = lines.visible("party", PartyMembership.class);
        var words = new ArrayList<String>(held.size());
        var codes = new HashSet<String>();
        boolean communist = false;
        PartialDate joined = null;
        for (var each : held) {
            var status = Words.party(each.party()).orElse(null);
            boolean member = status != null && status.communist();
            if (status != null) codes.add(status.code());
            if (member) words.addFirst(each.party());
            else words.add(each.party());
            if (member && each.joined() != null) joined = each.joined();
            communist |= member;
        }
        return new Parties(List.copyOf(words), Set.copyOf(codes), communist, joined);
    }

    private Schooling schooling() {
        var done = new ArrayList<Study>();
        for (var each : lines.begunLines("study")) if (completed(each)) done.add((Study) each.body());
        return new Schooling(List.copyOf(done), attained(done, true), attained(done, false));
    }

    private boolean completed(LinesAt.At line) {
        var to = line.valid().to();
        return to == null || !to.isAfter(day);
    }

    private static @Nullable Attained attained(List<Study> all, boolean fulltime) {
        EducationWord best = null;
        DegreeWord highest = null;
        String raw = null;
        String rawDegree = null;
        for (var each : all) {
            if (each.mode().equals("fulltime") != fulltime) continue;
            raw = raw == null ? each.level() : raw;
            rawDegree = rawDegree == null ? each.degree() : rawDegree;
            var word = Words.education(each.level())
                    .or(() -> Words.education(each.levelCode()))
                    .orElse(null);
            if (word != null
                    && word.graduated()
                    && (best == null || !best.level().atLeast(word.level()))) best = word;
            var degree = Words.degree(each.degree())
                    .or(() -> Words.degree(each.degreeCode()))
                    .orElse(null);
            if (degree != null && (highest == null || degree.degree().compareTo(highest.degree()) < 0))
                highest = degree;
        }
        if (raw == null && rawDegree == null && best == null && highest == null) return null;
        EducationLevel level = best == null ? null : best.level();
        Degree degree = highest == null ? null : highest.degree();
        return new Attained(
                level, best == null ? raw : best.name(), degree, highest == null ? rawDegree : highest.name());
    }

    private @Nullable LevelStep level(Posts posts) {
        var held = lines.oneLine("level");
        if (held != null) {
            var body = (LevelHeld) held.body();
            var level = Words.level(body.level()).or(() -> Words.level(body.code()));
            if (level.isPresent()) {
                var since = held.valid().firstDate();
                return new LevelStep(level.get(), since, Bounds.monthsUntil(day, since), true);
            }
        }
        return LevelOfPosts.read(posts, day, around);
    }

    private @Nullable RankStep rank() {
        var held = lines.oneLine("rank");
        if (held == null) return null;
        var body = (RankHeld) held.body();
        var rank = Words.rank(body.rank()).or(() -> Words.rank(body.code()));
        var since = held.valid().firstDate();
        return rank.map(each -> new RankStep(each, since, Bounds.monthsUntil(day, since)))
                .orElse(null);
    }

    private List<Grade> grades() {
        var grades = new Grade[GRADE_YEARS];
        int first = day.getYear() - GRADE_YEARS;
        for (int i = 0; i < GRADE_YEARS; i++) grades[i] = new Grade(first + i, null, null);
        for (var each : lines.begun("annual-grade", AnnualGrade.class)) {
            int i = each.year() - first;
            if (i < 0 || i >= GRADE_YEARS || grades[i].text() != null) continue;
            var word = Words.grade(each.grade()).or(() -> Words.grade(each.code()));
            grades[i] = new Grade(each.year(), word.orElse(null), each.grade());
        }
        return List.of(grades);
    }

    private Talent talent() {
        var ever = new ArrayList<Card.Listing>();
        for (var each : lines.begunLines("talent"))
            ever.add(new Card.Listing(each.id(), (TalentListed) each.body(), each.valid()));
        if (ever.isEmpty()) return Talent.NONE;
        var current = ever.stream().filter(each -> each.valid().covers(day)).toList();
        return new Talent(
                current,
                List.copyOf(ever),
                lines.one("talent-work", TalentWork.class),
                lines.begun("achievement", Achievement.class));
    }

    private Service service(Posts posts, Talent talent) {
        var start = lines.one("work-start", WorkStart.class);
        var since = start == null ? null : start.date();
        var custody = lines.one("custody", Custody.class);
        var kept = custody == null ? null : custody.unit();
        UUID unit = null;
        for (var each : posts.current()) if (unit == null) unit = unitOf(each);
        var placed = unit == null ? kept : unit;
        var category = category(posts, placed);
        var managed =
                category == null ? null : ManagementCategory.of(category.code()).orElse(null);
        var cadre = lines.cadre();
        if (!cadre) return ofTalent(talent);
        var footing = talent.listed() ? Placement.Footing.CADRE_AND_TALENT : Placement.Footing.CADRE;
        var standing = lines.one("standing", Standing.class);
        return new Service(
                state(since),
                since,
                Bounds.monthsUntil(day, since),
                category,
                kept,
                placed,
                PersonSort.of(standing, around.unit(placed).orElse(null)),
                new Placement.Place(placed, managed, footing));
    }

    /** Placed with the unit that recommended them, also after the ground has ended: somebody must see to the erasure. */
    private static Service ofTalent(Talent talent) {
        var among = talent.listed() ? talent.current() : talent.ever();
        UUID recommender = null;
        for (var each : among.reversed())
            if (recommender == null) recommender = each.listed().recommender();
        return new Service(
                ServiceState.NO_CADRE,
                null,
                null,
                null,
                null,
                recommender,
                PersonSort.TALENT,
                new Placement.Place(recommender, null, Placement.Footing.TALENT));
    }

    private @Nullable UUID unitOf(Held held) {
        var own = held.post().unit();
        return own != null
                ? own
                : around.post(held.post().post()).map(Surroundings.PostAt::unit).orElse(null);
    }

    private ServiceState state(@Nullable PartialDate workStart) {
        var recorded = lines.oneLine("standing");
        var left = lines.latest("departed");
        var entered = lines.latest("entered");
        if (left != null
                && (entered == null
                        || !entered.valid().from().isAfter(left.valid().from())))
            return ServiceState.left(((Departed) left.body()).way());
        if (recorded != null) {
            var state = ServiceState.recorded(((Standing) recorded.body()).state());
            if (state.isPresent()) return state.get();
        }
        boolean later = workStart != null && workStart.firstDay().isAfter(day);
        return later ? ServiceState.NOT_YET : ServiceState.SERVING;
    }

    /** As recorded; else as laid down for the post held, or for such posts of the unit. */
    private @Nullable ManagementCode category(Posts posts, @Nullable UUID placed) {
        var managed = lines.one("managed", Managed.class);
        if (managed != null) return ManagementCode.read(managed.category()).orElse(null);
        for (var each : posts.current()) {
            var category = around.post(each.post().post()).map(Surroundings.PostAt::category);
            if (category.isPresent()) return category.get();
        }
        if (posts.leading() == null) return null;
        var unit = around.unit(placed).orElse(null);
        if (unit == null) return null;
        return posts.leading() ? unit.leading() : unit.others();
    }

    private Experience experience(Posts posts, Service service) {
        var expertise = lines.one("expertise", Expertise.class);
        return new Experience(
                lines.begun("title", ProfessionalTitle.class).stream()
                        .map(ProfessionalTitle::title)
                        .toList(),
                expertise == null ? null : expertise.text(),
                lines.begun("selected-graduate", SelectedGraduate.class).stream()
                        .findFirst()
                        .orElse(null),
                lines.begun("overseas", OverseasStay.class),
                lines.begun("secondment", Seconded.class),
                lines.begun("training", Trained.class),
                lines.begun("reward", Reward.class),
                Grassroots.months(posts.ever(), service.months(), at.valid(), around));
    }
}
