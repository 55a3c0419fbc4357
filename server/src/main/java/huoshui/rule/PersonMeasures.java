package huoshui.rule;

import static huoshui.rule.Reading.number;
import static huoshui.rule.Reading.unknown;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.Card.Held;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Retirement;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers read off a person. 个人数值量度 */
final class PersonMeasures {

    /** Periods that only stand in the way of these bar no use of anybody. */
    private static final java.util.Set<Blocked> ASIDE = java.util.EnumSet.of(Blocked.JOIN_PARTY, Blocked.MERIT);

    private PersonMeasures() {}

    static Reading age(OnePerson p) {
        return number(p.card().who().age(), Evidence.kinds(p.lines(), "identity"), "出生年月未记录");
    }

    static Reading service(OnePerson p) {
        return number(p.card().service().months(), Evidence.kinds(p.lines(), "work-start"), "参加工作时间未记录");
    }

    static Reading partyStanding(OnePerson p) {
        var party = p.card().party();
        var evidence = Evidence.kinds(p.lines(), "party");
        if (!party.recorded()) return unknown("政治面貌未记录");
        if (!party.communist()) return number(0, evidence);
        return number(p.until(party.joined()), evidence, "入党时间未记录");
    }

    static Reading grassroots(OnePerson p) {
        return number(
                p.card().experience().grassroots(), Evidence.kinds(p.lines(), "post"), "基层工作经历：有任职未挂接到单位，或参加工作时间未记录");
    }

    static Reading timeInPost(OnePerson p) {
        var posts = p.card().posts();
        if (posts.current().isEmpty()) return unknown("现任职务未记录");
        return number(posts.months(), Evidence.of(posts.current().getFirst().fact()), "任现职时间未记录");
    }

    /** Back from today through posts in the same unit that join without a gap. */
    static Reading timeInUnit(OnePerson p) {
        var posts = p.card().posts();
        if (posts.current().isEmpty()) return unknown("现任职务未记录");
        var main = posts.current().getFirst();
        var unit = unit(p, main);
        if (unit == null) return unknown("现任职务未挂接到单位", Evidence.of(main.fact()));
        var first = main;
        for (var each : posts.ever().reversed()) {
            var to = each.valid().to();
            boolean joins = to == null || !to.isBefore(first.valid().from().minusDays(31));
            if (joins
                    && unit.equals(unit(p, each))
                    && each.valid().from().isBefore(first.valid().from())) first = each;
        }
        return number(p.until(first.valid().firstDate()), Evidence.of(first.fact()), "到现单位的时间未记录");
    }

    static @Nullable UUID unit(OnePerson p, Held held) {
        var own = held.post().unit();
        if (own != null) return own;
        return p.city()
                .around()
                .post(held.post().post())
                .map(huoshui.dossier.city.Surroundings.PostAt::unit)
                .orElse(null);
    }

    static Reading timeInLevel(OnePerson p) {
        var level = p.card().level();
        if (level == null) return unknown("职务层次未记录");
        return number(level.months(), levelEvidence(p, level), "任现职务层次的时间未记录");
    }

    private static Evidence levelEvidence(OnePerson p, Card.LevelStep level) {
        return Evidence.kinds(p.lines(), level.held() ? "level" : "post");
    }

    static Reading timeInRank(OnePerson p) {
        var rank = p.card().rank();
        if (rank == null) return unknown("职级未记录");
        return number(rank.months(), Evidence.kinds(p.lines(), "rank"), "任现职级的时间未记录");
    }

    /** Months in leading posts at such levels, each month once. */
    static Reading timeAtLevel(OnePerson p, long levels) {
        if (!p.careerTold()) return unknown("任职经历未记录");
        var months = new Months(p.day());
        var ever = p.card().posts().ever();
        int earliest = earliest(p);
        boolean open = false;
        for (int i = 0; i < ever.size(); i++) {
            var held = ever.get(i);
            if (Boolean.FALSE.equals(held.post().leading())) continue;
            var level = p.levelOf(i);
            if (level != null && (!level.leading() || (levels & 1L << level.ordinal()) == 0)) continue;
            boolean certain = level != null && Boolean.TRUE.equals(leading(p, held, level));
            open |= !certain;
            months.mark(held.valid(), certain, earliest);
        }
        return number(months.count(), Evidence.kinds(p.lines(), "post"), open ? "有任职的职务层次未记录" : "有任职的起止时间未记全");
    }

    private static @Nullable Boolean leading(OnePerson p, Held held, LeadershipLevel level) {
        if (held.post().leading() != null) return held.post().leading();
        var seat = p.city().around().post(held.post().post());
        if (seat.isPresent() && seat.get().leading() != null) return seat.get().leading();
        return level.leading() ? true : null;
    }

    private static int earliest(OnePerson p) {
        var start = p.card().service().workStart();
        return start == null ? 0 : Months.index(start.firstDay());
    }

    static Reading levelTotal(OnePerson p) {
        var level = p.card().level();
        if (level == null) return unknown("职务层次未记录");
        return timeAtLevel(p, 1L << level.level().ordinal());
    }

    /** The level of the target less one step, or anything between it and the target. */
    static long below(LeadershipLevel target) {
        int at = target.ordinal() + 1;
        return at > LeadershipLevel.SECTION_DEPUTY.ordinal() ? 0 : 1L << at;
    }

    static Reading timeBelowTarget(OnePerson p, @Nullable TargetAt target) {
        var level = target == null ? null : target.level();
        if (level == null) return unknown("须先选定拟任职位或层次");
        return timeAtLevel(p, below(level) | Words.down(level.ordinal()));
    }

    static Reading postsBelowTarget(OnePerson p, @Nullable TargetAt target) {
        var level = target == null ? null : target.level();
        if (level == null) return unknown("须先选定拟任职位或层次");
        if (!p.careerTold()) return unknown("任职经历未记录");
        long wanted = below(level);
        var sure = new HashSet<Object>();
        int open = 0;
        var ever = p.card().posts().ever();
        for (int i = 0; i < ever.size(); i++) {
            var held = ever.get(i);
            if (Boolean.FALSE.equals(held.post().leading())) continue;
            var own = p.levelOf(i);
            if (own == null) open++;
            else if ((wanted & 1L << own.ordinal()) != 0) sure.add(seat(held));
        }
        return number(new Bounds(sure.size(), sure.size() + open), Evidence.kinds(p.lines(), "post"), "有任职的职务层次未记录");
    }

    private static Object seat(Held held) {
        var post = held.post().post();
        return post == null ? held.post().text() : post;
    }

    /**
     * REGULATIONS §14.2: calendar months less whole excluded years and months under a government sanction, and half a year more for
     * each outstanding one.
     */
    static Reading effective(OnePerson p, @Nullable Bounds months, @Nullable PartialDate since, String kind) {
        if (months == null || since == null) return unknown("任现" + kind + "的时间未记录");
        int least = 0;
        int most = 0;
        boolean open = false;
        var sanctioned = Sanctioned.of(p, since);
        for (int year = since.year(); year < p.year(); year++) {
            var grade = p.grade(year);
            var word = grade == null ? null : grade.word();
            if (word == null || word == AnnualGradeWord.OTHER) {
                open = true;
                least -= 12;
                most += 6 - sanctioned.sure(year);
            } else if (!word.competent()) {
                least -= 12;
                most -= 12;
            } else {
                int more = word == AnnualGradeWord.OUTSTANDING ? 6 : 0;
                least += more - sanctioned.most(year);
                most += more - sanctioned.sure(year);
            }
        }
        least -= sanctioned.most(p.year());
        most -= sanctioned.sure(p.year());
        return number(
                new Bounds(months.least() + least, months.most() + most),
                Evidence.kinds(p.lines(), kind.equals("职级") ? "rank" : "level", "annual-grade", "sanction"),
                open
                        ? "任现" + kind + "期间有年度考核未记录"
                        : sanctioned.certain() ? "任现" + kind + "的时间未记全" : "任现" + kind + "期间的处分期不能断定");
    }

    static Reading effectiveRankTenure(OnePerson p) {
        var rank = p.card().rank();
        if (rank == null) return unknown("职级未记录");
        return effective(p, rank.months(), rank.since(), "职级");
    }

    static Reading effectiveLevelTenure(OnePerson p) {
        var level = p.card().level();
        if (level == null) return unknown("职务层次未记录");
        return effective(p, level.months(), level.since(), "职务层次");
    }

    /** The longer of the two where both fit; nothing where neither does. */
    static Reading rankOrLevelTenure(OnePerson p, Question q, Arguments with) {
        var rank = p.card().rank();
        var level = p.card().level();
        if (rank == null && level == null) return unknown("职级和职务层次未记录");
        var byRank = rank == null
                        || rank.rank().rank() == null
                        || !has(with.ranks(), rank.rank().rank().ordinal())
                ? null
                : p.remembered(Measures.EFFECTIVE_RANK_TENURE, q);
        var byLevel = level == null || !has(with.levels(), level.level().ordinal())
                ? null
                : p.remembered(Measures.EFFECTIVE_LEVEL_TENURE, q);
        if (byRank == null || byLevel == null) {
            var one = byRank != null ? byRank : byLevel;
            if (one == null) one = number(0, Evidence.kinds(p.lines(), "rank", "level"));
            if (!one.known()) return one;
            if (rank == null && with.ranks() != 0) return open(one, unknown("职级未记录"));
            if (level == null && with.levels() != 0) return open(one, unknown("职务层次未记录"));
            return byLevel == null && with.levels() != 0 ? formerly(p, one, with.levels()) : one;
        }
        if (!byRank.known()) return byLevel.known() ? open(byLevel, byRank) : byRank;
        if (!byLevel.known()) return open(byRank, byLevel);
        return byLevel.least() > byRank.least() || byLevel.most() > byRank.most() ? longer(byRank, byLevel) : byRank;
    }

    /** A level held before the present one may count too, at most all its months and half as many again. */
    private static Reading formerly(OnePerson p, Reading one, long levels) {
        var held = timeAtLevel(p, levels);
        if (!held.known() || held.most() == Reading.UNBOUNDED) return open(one, held);
        int most = held.most() == 0 ? 0 : held.most() + 6 * (held.most() / 12 + 2);
        if (most <= one.most()) return one;
        return new Reading(true, one.least(), most, 0, one.evidence(), "曾任职务层次的时间能否并计，须核对");
    }

    private static Reading longer(Reading one, Reading other) {
        return new Reading(
                true,
                Math.max(one.least(), other.least()),
                Math.max(one.most(), other.most()),
                0,
                other.evidence(),
                other.missing());
    }

    private static Reading open(Reading known, Reading silent) {
        return new Reading(true, known.least(), Reading.UNBOUNDED, 0, known.evidence(), silent.missing());
    }

    private static boolean has(long mask, int at) {
        return (mask & 1L << at) != 0;
    }

    static Reading sincePromotion(OnePerson p) {
        var level = p.card().level();
        if (level == null) return unknown("职务层次未记录");
        return number(level.months(), levelEvidence(p, level), "任现职务层次的时间未记录");
    }

    static Reading untilRetirement(OnePerson p) {
        var card = p.card();
        var due = Retirement.of(
                card.who().sex(),
                card.who().birth(),
                card.level() == null ? null : card.level().level(),
                card.experience().titles());
        if (due == null) return unknown("性别或出生年月未记录");
        int now = p.year() * 12 + p.day().getMonthValue();
        return number(
                new Bounds(
                        due.earliest().getYear() * 12 + due.earliest().getMonthValue() - now,
                        due.latest().getYear() * 12 + due.latest().getMonthValue() - now),
                Evidence.kinds(p.lines(), "identity", "level"),
                "女干部的职务层次或高级职称未记录，到龄时间两可");
    }

    /** A period that only clauses not checked in full speak of stays open: it may not bar anybody by a detour. */
    static Reading influence(OnePerson p, Arguments with) {
        if (!p.careerTold() && p.influences().isEmpty()) return unknown("档案无履历，不能断定有无处分、诫勉或组织处理");
        InfluencePeriod may = null;
        Provision unchecked = null;
        for (var each : p.influences()) {
            if (!fits(each, with)) continue;
            boolean runs = each.runs(p.day())
                    && (each.family() != null || with.families().isEmpty());
            if (runs && each.checked()) return Reading.flag(true, Evidence.of(each.source()));
            if (!each.mayRun(p.day())) continue;
            if (runs && unchecked == null) unchecked = each.clause();
            may = each;
        }
        if (may == null) return Reading.flag(false, Evidence.kinds(p.lines(), "sanction", "org-measure"));
        var evidence = Evidence.of(may.source());
        if (unchecked != null)
            return unknown(
                    "影响期依据《%s》，%s，须核对原文"
                            .formatted(
                                    unchecked.cite().regulation(),
                                    unchecked.status().note()),
                    evidence);
        return unknown("处分或组织措施的名称、时间未记全，不能断定影响期", evidence);
    }

    private static boolean fits(InfluencePeriod period, Arguments with) {
        boolean family = with.families().isEmpty()
                || period.family() == null
                || with.families().contains(period.family());
        if (!family) return false;
        if (with.blocks() != null) return period.blocks().contains(with.blocks());
        return !ASIDE.containsAll(period.blocks());
    }

    static Reading influenceLeft(OnePerson p, Arguments with) {
        if (!p.careerTold() && p.influences().isEmpty()) return unknown("档案无履历，不能断定有无处分、诫勉或组织处理");
        int least = 0;
        int most = 0;
        UUID source = null;
        for (var each : p.influences()) {
            if (!fits(each, with) || !each.mayRun(p.day())) continue;
            least = Math.max(least, left(p.day(), each.end()));
            most = Math.max(most, left(p.day(), each.latest()));
            source = each.source();
        }
        return number(new Bounds(least, most), Evidence.of(source), "处分或组织措施的名称、时间未记全");
    }

    private static int left(LocalDate day, LocalDate end) {
        if (!day.isBefore(end)) return 0;
        if (end.equals(LocalDate.MAX)) return Reading.UNBOUNDED;
        return (int) Math.max(
                1,
                java.time.temporal.ChronoUnit.MONTHS.between(
                        day, end.plusMonths(1).minusDays(1)));
    }

    /** How many of the years asked about were concluded so; a silent year may be one. */
    static Reading grades(OnePerson p, Arguments with) {
        int first = p.year() - (with.years() == 0 ? 1 : with.years());
        if (with.since() != null) {
            var start = FactTest.Beginnings.of(p, with.since());
            if (start == null) return unknown("任现职级、层次或职务的时间未记录");
            first = start.year();
        }
        var work = p.card().service().workStart();
        int least = 0;
        int open = 0;
        for (int year = first; year < p.year(); year++) {
            var grade = p.grade(year);
            if (grade == null || grade.word() == null) {
                if (work == null || work.year() <= year) open++;
            } else if (has(with.grades(), grade.word().ordinal())) least++;
        }
        return number(new Bounds(least, least + open), Evidence.kinds(p.lines(), "annual-grade"), "有年度考核未记录");
    }

    static Reading gradesInARow(OnePerson p, Arguments with) {
        int sure = 0;
        int most = 0;
        boolean unbroken = true;
        for (int year = p.year() - 1; year >= p.year() - OnePerson.YEARS; year--) {
            var grade = p.grade(year);
            var word = grade == null ? null : grade.word();
            if (word == null) {
                var work = p.card().service().workStart();
                if (work != null && work.year() > year) break;
                unbroken = false;
                most++;
            } else if (has(with.grades(), word.ordinal())) {
                most++;
                if (unbroken) sure++;
            } else break;
        }
        return number(new Bounds(sure, most), Evidence.kinds(p.lines(), "annual-grade"), "有年度考核未记录");
    }

    static Reading training(OnePerson p, Arguments with, boolean hours) {
        if (!p.careerTold() && p.lines().begunLines("training").isEmpty()) return unknown("培训情况未记录");
        var from = with.since() == Arguments.Since.THIS_YEAR
                ? LocalDate.of(p.year(), 1, 1)
                : p.day().minusYears(with.years() == 0 ? 5 : with.years());
        int sum = 0;
        int more = 0;
        boolean open = false;
        for (var each : p.lines().begunLines("training")) {
            var is = (Trained) each.body();
            var within = FactTest.begunSince(each.valid(), from);
            if (within == Verdict.NOT_MET) continue;
            if (with.text() != null && is.category() != null && !is.category().contains(with.text())) continue;
            var said = hours ? is.hours() : is.days();
            if (said == null || (with.text() != null && is.category() == null)) open = true;
            else if (within == Verdict.MET) sum += said;
            else more += said;
        }
        return number(
                new Bounds(sum, open ? Reading.UNBOUNDED : sum + more),
                Evidence.kinds(p.lines(), "training"),
                !open ? "有培训的时间未记全" : hours ? "有培训的学时未记录" : "有培训的天数未记录");
    }

    static Reading unitsServed(OnePerson p) {
        if (!p.careerTold()) return unknown("任职经历未记录");
        var units = new HashSet<UUID>();
        int open = 0;
        for (var each : p.card().posts().ever()) {
            var unit = unit(p, each);
            if (unit == null) open++;
            else units.add(unit);
        }
        return number(new Bounds(units.size(), units.size() + open), Evidence.kinds(p.lines(), "post"), "有任职未挂接到单位");
    }

    static Reading termsInPost(OnePerson p) {
        var posts = p.card().posts();
        if (posts.current().isEmpty()) return unknown("现任职务未记录");
        Bounds longest = new Bounds(0, 0);
        UUID fact = null;
        for (var each : posts.current()) {
            var seat = p.city().around().post(each.post().post());
            if (seat.isEmpty() || !seat.get().termed()) continue;
            var months = p.until(each.valid().firstDate());
            if (months == null) return unknown("任现职时间未记录", Evidence.of(each.fact()));
            if (months.least() >= longest.least()) {
                longest = months;
                fact = each.fact();
            }
        }
        return number(new Bounds(longest.least() / 60, longest.most() / 60), Evidence.of(fact), "任现职时间未记全");
    }

    static Reading rankSteps(OnePerson p, @Nullable TargetAt target) {
        if (target == null || target.rank() == null) return unknown("须先选定拟晋升职级");
        var rank = p.card().rank();
        if (rank == null) return unknown("职级未记录");
        var own = rank.rank().rank();
        if (own == null) return unknown("现职级属其他序列，不能与综合管理类职级比较", Evidence.kinds(p.lines(), "rank"));
        return number(own.ordinal() - target.rank().ordinal(), Evidence.kinds(p.lines(), "rank"));
    }

    static Reading levelSteps(OnePerson p, @Nullable TargetAt target) {
        if (target == null || target.level() == null) return unknown("须先选定拟任职位或层次");
        var level = p.card().level();
        if (level == null) return unknown("职务层次未记录");
        if (!level.level().ordered()) return unknown("现职务层次不在次序之内");
        return number(level.level().ordinal() - target.level().ordinal(), levelEvidence(p, level));
    }
}
