package huoshui.rule;

import static huoshui.rule.Reading.code;
import static huoshui.rule.Reading.codes;
import static huoshui.rule.Reading.flag;
import static huoshui.rule.Reading.unknown;

import huoshui.dossier.city.ServiceState;
import huoshui.dossier.city.Surroundings.UnitAt;
import huoshui.dossier.search.Deadlines;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.code.PoliticalStatus;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Codes and flags read off a person. 个人代码与是非量度 */
final class PersonCodes {

    private PersonCodes() {}

    static Reading sex(OnePerson p) {
        var sex = p.card().who().sex();
        return sex == null ? unknown("性别未记录") : code(sex.ordinal(), Evidence.kinds(p.lines(), "identity"));
    }

    static Reading party(OnePerson p) {
        var party = p.card().party();
        if (!party.recorded()) return unknown("政治面貌未记录");
        long all = 0;
        for (var each : PoliticalStatus.values()) if (party.codes().contains(each.code())) all |= 1L << each.ordinal();
        return codes(all, Evidence.kinds(p.lines(), "party"));
    }

    static Reading education(OnePerson p, boolean fulltime) {
        var schooling = p.card().schooling();
        if (schooling.all().isEmpty()) return unknown("学历未记录");
        var level = fulltime
                ? schooling.fulltime() == null ? null : schooling.fulltime().level()
                : schooling.level();
        var evidence = Evidence.kinds(p.lines(), "study");
        if (level == null)
            return fulltime && schooling.fulltime() == null ? codes(0, evidence) : unknown("学历未能认读", evidence);
        return code(level.ordinal(), evidence);
    }

    static Reading degree(OnePerson p) {
        var schooling = p.card().schooling();
        if (schooling.all().isEmpty()) return unknown("学历学位未记录");
        var degree = schooling.degree();
        var evidence = Evidence.kinds(p.lines(), "study");
        return degree == null ? codes(0, evidence) : code(degree.ordinal(), evidence);
    }

    static Reading level(OnePerson p) {
        var level = p.card().level();
        if (level == null) return unknown("职务层次未记录");
        return code(level.level().ordinal(), Evidence.kinds(p.lines(), level.held() ? "level" : "post"));
    }

    static Reading rank(OnePerson p) {
        var rank = p.card().rank();
        if (rank == null) return unknown("职级未记录");
        var own = rank.rank().rank();
        var evidence = Evidence.kinds(p.lines(), "rank");
        return own == null ? codes(0, evidence) : code(own.ordinal(), evidence);
    }

    static Reading targetLevel(@Nullable TargetAt target) {
        if (target == null || target.level() == null) return unknown("须先选定拟任职位或层次");
        return code(target.level().ordinal(), Evidence.NONE);
    }

    static Reading targetRank(@Nullable TargetAt target) {
        if (target == null || target.rank() == null) return unknown("须先选定拟晋升职级");
        return code(target.rank().ordinal(), Evidence.NONE);
    }

    static Reading targetTier(@Nullable TargetAt target) {
        if (target == null || !(target.of() instanceof Target.Post)) return unknown("须先选定拟任职位");
        if (target.tier() == null) return unknown("拟任职位的岗位分类未定");
        return code(Lists.TIERS_DOWN.indexOf(target.tier()), Evidence.NONE);
    }

    static Reading category(OnePerson p) {
        var category = p.card().service().category();
        if (category == null) return unknown("管理类别未记录");
        return code(category.ordinal(), Evidence.kinds(p.lines(), "managed"));
    }

    static Reading state(OnePerson p) {
        return code(p.card().service().state().ordinal(), Evidence.kinds(p.lines(), "standing", "departed"));
    }

    static Reading unitKind(OnePerson p) {
        return unit(p).map(each -> code(UnitKind.valueOf(each.kind()).ordinal(), post(p)))
                .orElseGet(() -> unknown("现任职务未挂接到单位"));
    }

    static Reading sector(OnePerson p) {
        return unit(p).map(each -> code(each.sector().ordinal(), post(p))).orElseGet(() -> unknown("现任职务未挂接到单位"));
    }

    private static Optional<UnitAt> unit(OnePerson p) {
        return p.city().around().unit(p.card().service().unit());
    }

    private static Evidence post(OnePerson p) {
        return Evidence.kinds(p.lines(), "post");
    }

    static Reading lastGrade(OnePerson p) {
        var grade = p.grade(p.year() - 1);
        if (grade == null) return unknown(p.year() - 1 + " 年度考核未记录");
        if (grade.word() == null) return unknown(p.year() - 1 + " 年度考核未能认读", Evidence.of(grade.fact()));
        return code(grade.word().ordinal(), Evidence.of(grade.fact()));
    }

    static Reading postTier(OnePerson p, Question q) {
        var current = p.card().posts().current();
        if (current.isEmpty()) return unknown("现任职务未记录");
        var chart = q.chart();
        var seat = chart == null
                ? Optional.<huoshui.org.Post>empty()
                : chart.post(current.getFirst().post().post());
        if (seat.isEmpty())
            return unknown("现任职务未挂接到职位", Evidence.of(current.getFirst().fact()));
        var evidence = Evidence.of(current.getFirst().fact());
        var tier = seat.get().is().tier();
        return tier == null ? unknown("现任职位的岗位分类未定", evidence) : code(Lists.TIERS_DOWN.indexOf(tier), evidence);
    }

    /** Whether one serves in the committee, congress, government or conference of a city or county itself, not in an office of it. */
    static Reading localBody(OnePerson p, Question q) {
        var chart = q.chart();
        var unit = chart == null
                ? Optional.<huoshui.org.Unit>empty()
                : chart.unit(p.card().service().unit());
        if (chart == null || unit.isEmpty()) return unknown("现任职务未挂接到单位");
        var own = unit.get().is();
        int body = Lists.BODIES.indexOf(own.kind());
        var above = chart.unit(own.parent()).map(each -> each.is().kind()).orElse(UnitKind.OTHER);
        boolean city = above == UnitKind.CITY;
        if (body < 0 || !(city || above == UnitKind.COUNTY)) return codes(0, post(p));
        if (own.level() == null) return unknown("所在单位的机构级别未记录", post(p));
        var least = city ? UnitLevel.BUREAU : UnitLevel.COUNTY;
        return own.level().compareTo(least) <= 0
                ? code(city ? body : Lists.BODIES.size() + body, post(p))
                : codes(0, post(p));
    }

    static Reading seatCategory(OnePerson p, Question q) {
        var current = p.card().posts().current();
        if (current.isEmpty()) return unknown("现任职务未记录");
        var chart = q.chart();
        var seat = chart == null
                ? Optional.<huoshui.org.Post>empty()
                : chart.post(current.getFirst().post().post());
        var evidence = Evidence.of(current.getFirst().fact());
        return seat.map(each -> code(each.is().category().ordinal(), evidence))
                .orElseGet(() -> unknown("现任职务未挂接到职位", evidence));
    }

    /** Whether one is considered for a seat one holds already; open where only a level is aimed at. */
    static Reading targetHeld(OnePerson p, @Nullable TargetAt target) {
        if (target == null || !(target.of() instanceof Target.Post(var seat))) return unknown("须先选定拟任职位");
        var current = p.card().posts().current();
        if (current.isEmpty()) return unknown("现任职务未记录");
        boolean silent = false;
        for (var each : current) {
            if (seat.equals(each.post().post())) return flag(true, Evidence.of(each.fact()));
            silent |= each.post().post() == null;
        }
        return silent ? unknown("现任职务未挂接到职位", post(p)) : flag(false, post(p));
    }

    static Reading leading(OnePerson p) {
        return flag(p.card().posts().leading(), post(p), "现任职务是否领导职务未记录");
    }

    static Reading principal(OnePerson p) {
        return flag(p.card().posts().principal(), post(p), "现任职务未挂接到职位");
    }

    static Reading communist(OnePerson p) {
        var party = p.card().party();
        return party.recorded() ? flag(party.communist(), Evidence.kinds(p.lines(), "party")) : unknown("政治面貌未记录");
    }

    static Reading minority(OnePerson p) {
        var ethnicity = p.card().who().ethnicity();
        return ethnicity == null ? unknown("民族未记录") : flag(ethnicity.minority(), Evidence.kinds(p.lines(), "identity"));
    }

    static Reading selectedGraduate(OnePerson p) {
        if (p.card().experience().graduate() != null) return flag(true, Evidence.kinds(p.lines(), "selected-graduate"));
        return p.careerTold() ? flag(false, Evidence.NONE) : unknown("任职经历未记录");
    }

    static Reading inService(OnePerson p) {
        return flag(
                p.card().service().state() == ServiceState.SERVING, Evidence.kinds(p.lines(), "standing", "departed"));
    }

    static Reading termed(OnePerson p) {
        var current = p.card().posts().current();
        if (current.isEmpty()) return unknown("现任职务未记录");
        boolean silent = false;
        for (var each : current) {
            var seat = p.city().around().post(each.post().post());
            if (seat.isEmpty()) silent = true;
            else if (seat.get().termed()) return flag(true, Evidence.of(each.fact()));
        }
        return silent ? unknown("现任职务未挂接到职位", post(p)) : flag(false, post(p));
    }

    /** Within a year of taking up an unelected leading post to which one rose, as deadlines reckon it. */
    static Reading onProbation(OnePerson p) {
        var current = p.card().posts().current();
        if (current.isEmpty()) return unknown("现任职务未记录");
        var evidence = Evidence.of(current.getFirst().fact());
        var end = Deadlines.ending(Deadlines.Kind.PROBATION, p.card(), p.city());
        if (end.has() == Verdict.NOT_MET) return flag(false, evidence);
        var months = end.months();
        if (end.has() == Verdict.UNKNOWN || months == null) return unknown("任现职时间、职务层次未记录，或者现任职务未挂接到职位", evidence);
        int now = p.year() * 12 + p.day().getMonthValue() - 1;
        if (now < months.least()) return flag(true, evidence);
        return now >= months.most() ? flag(false, evidence) : unknown("任现职时间未记全", evidence);
    }

    /** Whether the county one grew up in is the county one serves in. */
    static Reading atUpbringingPlace(OnePerson p, Question q) {
        var identity = p.lines().oneLine("identity");
        var place = identity == null
                ? null
                : ((huoshui.dossier.fact.PersonalFact.Identity) identity.body()).upbringingPlace();
        if (place == null) return unknown("成长地未记录");
        var unit = p.card().service().unit();
        var chart = q.chart();
        if (unit == null || chart == null) return unknown("现任职务未挂接到单位");
        var above = new java.util.ArrayList<>(chart.ancestors(unit));
        chart.unit(unit).ifPresent(above::add);
        for (var each : above)
            if (each.is().kind() == UnitKind.COUNTY)
                return flag(
                        same(place, each.is().name()) || same(place, each.called()),
                        Evidence.kinds(p.lines(), "identity", "post"));
        return flag(false, Evidence.kinds(p.lines(), "identity", "post"));
    }

    private static boolean same(String place, String county) {
        return place.contains(county)
                || (county.length() > 2 && place.contains(county.substring(0, county.length() - 1)));
    }
}
