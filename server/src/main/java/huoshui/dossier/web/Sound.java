package huoshui.dossier.web;

import huoshui.dossier.Dossiers;
import huoshui.dossier.Lookup;
import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.PersonalFact.PartyMembership;
import huoshui.dossier.fact.PersonalFact.WorkStart;
import huoshui.dossier.fact.StandingFact.Custody;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.dossier.fact.StandingFact.Standing;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.CitizenNumber;
import huoshui.kernel.code.Codes;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.RankWord;
import huoshui.kernel.code.Sex;
import huoshui.org.Organization;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is typed by hand holds together: words of the lists, dates that were, a number that is one and nobody else's, units that are.
 * 手工录入的核对
 *
 * <p>A correction is asked about what it changes only: what came in from elsewhere may stay as it came.
 */
@Component
class Sound {

    private static final int FIRST_YEAR = 1949;
    private static final Set<String> MODES = Set.of("fulltime", "inservice");
    /** A level of towns that the national list does not have. */
    private static final String BELOW = "股级";

    private final Dossiers dossiers;
    private final Lookup lookup;
    private final Organization organization;
    private final Guard guard;
    private final Acts acts;

    Sound(Dossiers dossiers, Lookup lookup, Organization organization, Guard guard, Acts acts) {
        this.dossiers = dossiers;
        this.lookup = lookup;
        this.organization = organization;
        this.guard = guard;
        this.acts = acts;
    }

    /**
     * The same, in the spelling it is kept in.
     *
     * @param was what it stands in the place of; null for a new one
     * @param checked somebody has looked at papers that contradict one another
     * @throws Refusal {@code bad-choice}, {@code bad-dates}, {@code bad-number}, {@code id-taken}, {@code id-contradicts}, {@code
     *     no-unit}, {@code other-seat}, {@code bad-front}, {@code no-proof}
     */
    FactBody required(UUID person, FactBody body, Span valid, @Nullable FactBody was, boolean checked) {
        if (body.equals(was)) return body;
        switch (body) {
            case Identity is -> {
                return identity(person, is, was instanceof Identity before ? before : null, checked);
            }
            case IdNumber is -> {
                return number(person, is, was instanceof IdNumber before ? before : null, checked);
            }
            case PartyMembership is -> past(is.joined(), "加入时间");
            case WorkStart is -> past(is.date(), "参加工作时间");
            case RankHeld is -> {
                if (!(was instanceof RankHeld before) || !before.rank().equals(is.rank()))
                    listed(is.rank(), "职级", each -> RankWord.read(each).isPresent());
            }
            case LevelHeld is -> {
                if (!(was instanceof LevelHeld before) || !before.level().equals(is.level())) level(is.level());
            }
            case AnnualGrade is -> grade(is, was instanceof AnnualGrade before ? before : null);
            case Study is -> listed(is.mode(), "方式", MODES::contains);
            case PostHeld is -> post(is, valid, was instanceof PostHeld before ? before : null);
            case Seconded is -> unit(is.host(), valid, "接收单位", was instanceof Seconded before ? before.host() : null);
            case Custody is -> {
                if (is.unit() == null && is.text() == null) throw Guard.incomplete("管档单位");
                unit(is.unit(), valid, "管档单位", was instanceof Custody before ? before.unit() : null);
            }
            case Standing is -> standing(is, was instanceof Standing before ? before : null);
            case Managed is -> coded(is.category(), "管理类别", "ZB130", null);
            case FrontlineService is -> showing(is);
            default -> {}
        }
        return body;
    }

    private Identity identity(UUID person, Identity is, @Nullable Identity was, boolean checked) {
        if (is.name().length() > 60)
            throw Refusal.input(
                    "too-long",
                    "未写入：“姓名”有 %d 字，最多 60 字。请核对。".formatted(is.name().length()));
        var said = is.sex();
        boolean same = was != null && Objects.equals(was.sex(), said);
        if (said != null && !same) listed(said, "性别", each -> Sex.read(each).isPresent());
        past(is.birth(), "出生年月");
        var sex = said == null ? null : Sex.read(said).map(Sex::title).orElse(said);
        held(person, IdNumber.class)
                .ifPresent(each -> contradictions(CitizenNumber.plain(each.number()), is.birth(), sex, checked));
        return new Identity(
                is.name(), sex, is.birth(), is.ethnicity(), is.nativePlace(), is.birthPlace(), is.upbringingPlace());
    }

    private IdNumber number(UUID person, IdNumber typed, @Nullable IdNumber was, boolean checked) {
        var is = CitizenNumber.plain(typed.number());
        if (was != null && CitizenNumber.plain(was.number()).equals(is)) return new IdNumber(is);
        for (var each : CitizenNumber.doubts(is, null, null))
            if (each.sort() != CitizenNumber.Doubt.Sort.FIFTEEN)
                throw Refusal.input("bad-number", "未写入：公民身份号码%s。请核对身份证件后重填。".formatted(each.what()));
        var known = guard.ids(person);
        if (lookup.byIdNumber(List.of(is)).stream().anyMatch(each -> !known.contains(each.person())))
            throw Refusal.input("id-taken", "未写入：库中另有一份档案用这个公民身份号码。请核对证件；确是同一人的，请办理并档。");
        var identity = held(person, Identity.class);
        contradictions(
                is,
                identity.map(Identity::birth).orElse(null),
                identity.map(Identity::sex).flatMap(Sex::read).map(Sex::title).orElse(null),
                checked);
        return new IdNumber(is);
    }

    /** Papers may contradict one another, and then somebody says that they have looked. */
    private static void contradictions(
            String number, @Nullable PartialDate birth, @Nullable String sex, boolean checked) {
        if (checked) return;
        for (var each : CitizenNumber.doubts(number, birth, sex))
            if (each.contradicts())
                throw Refusal.input(
                        "id-contradicts", "未写入：%s。请核对身份证件和档案；确实不一致的，勾选“已核对证件与档案”后再提交。".formatted(each.what()));
    }

    private <B extends FactBody> Optional<B> held(UUID person, Class<B> kind) {
        return dossiers.of(new Subject.Person(person), acts.now()).stream()
                .filter(each -> !each.erased())
                .map(each -> each.content())
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private void past(@Nullable PartialDate date, String what) {
        if (date != null && date.firstDay().isAfter(acts.today()))
            throw Refusal.input("bad-dates", "未写入：“%s”填了 %s，还没有到。请核对后重填。".formatted(what, date.printed()));
    }

    private void grade(AnnualGrade is, @Nullable AnnualGrade was) {
        int last = acts.today().getYear();
        if (is.year() < FIRST_YEAR || is.year() > last)
            throw Refusal.input(
                    "bad-dates", "未写入：“年度”填了 %d，须在 %d 到 %d 之间。请核对后重填。".formatted(is.year(), FIRST_YEAR, last));
        if (was == null || !was.grade().equals(is.grade()))
            listed(is.grade(), "等次", each -> AnnualGradeWord.read(each).isPresent());
    }

    private void post(PostHeld is, Span valid, @Nullable PostHeld was) {
        if (is.level() != null && (was == null || !is.level().equals(was.level()))) level(is.level());
        unit(is.unit(), valid, "任职机构", was == null ? null : was.unit());
        boolean same = was != null && Objects.equals(was.unit(), is.unit()) && Objects.equals(was.post(), is.post());
        if (is.post() == null || same) return;
        var seat = organization.now().post(is.post()).or(() -> at(valid).post(is.post()));
        if (seat.isEmpty() || !seat.get().is().unit().equals(is.unit()))
            throw Refusal.input("other-seat", "未写入：所选职位不在所填的任职机构中。请从该机构的职位中选取，或只填机构。");
    }

    private void unit(@Nullable UUID unit, Span valid, String what, @Nullable UUID was) {
        if (unit == null || unit.equals(was)) return;
        var now = organization.now();
        boolean known = now.unit(unit).isPresent()
                || now.ended().containsKey(unit)
                || at(valid).unit(unit).isPresent();
        if (!known) throw Refusal.input("no-unit", "未写入：“%s”所选的机构不存在。请从机构树中选取。".formatted(what));
    }

    private huoshui.org.Chart at(Span valid) {
        return organization.at(new AsOf(valid.from(), acts.head()));
    }

    private static void standing(Standing is, @Nullable Standing was) {
        if (is.equals(new Standing(null, null, null, null, null))) throw Guard.incomplete("人员类别、编制类型、人员状态中的任何一项");
        coded(is.category(), "人员类别", "ZB125", was == null ? null : was.category());
        coded(is.establishment(), "编制类型", "ZB135", was == null ? null : was.establishment());
        coded(is.state(), "人员状态", "ZB126", was == null ? null : was.state());
        coded(is.grade(), "级别", "ZB134", was == null ? null : was.grade());
    }

    private static void coded(@Nullable String code, String what, String list, @Nullable String was) {
        if (code == null || code.equals(was)) return;
        listed(code, what, each -> Codes.list(list).code(each).isPresent());
    }

    private static void level(String word) {
        listed(
                word,
                "层次",
                each -> each.equals(BELOW) || LeadershipLevel.read(each).isPresent());
    }

    private static void listed(String word, String what, Predicate<String> list) {
        if (!list.test(word)) throw Refusal.input("bad-choice", "未写入：“%s”填了“%s”，代码表中没有。请从列表中选取。".formatted(what, word));
    }

    /** A showing is kept with whoever concluded it and the paper that shows it, or not at all. */
    private static void showing(FrontlineService is) {
        if (!FrontlineService.SORTS.contains(is.sort()))
            throw Refusal.input(
                    "bad-front",
                    "未写入：“类别”填了“%s”，只有%s两类。请从列表中选取。".formatted(is.sort(), String.join("、", FrontlineService.SORTS)));
        if (is.front().isBlank()) throw Refusal.input("bad-front", "未写入：“何事何岗”是空的。请写明在哪一项斗争的一线，或者哪一个吃劲岗位。");
        if (is.showing() == null) return;
        if (!FrontlineService.SHOWINGS.contains(is.showing()))
            throw Refusal.input(
                    "bad-front",
                    "未写入：“表现”填了“%s”，可填%s。请从列表中选取；没有评定的不填。"
                            .formatted(is.showing(), String.join("、", FrontlineService.SHOWINGS)));
        if (!is.proven())
            throw Refusal.input("no-proof", "未写入：表现“%s”没有写明评定单位和佐证。请补填两项；没有评定的，表现一栏不填。".formatted(is.showing()));
    }
}
