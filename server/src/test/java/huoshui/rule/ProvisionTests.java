package huoshui.rule;

import static huoshui.dossier.search.Verdict.MET;
import static huoshui.dossier.search.Verdict.NOT_MET;
import static huoshui.dossier.search.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.search.Verdict;
import huoshui.kernel.Chapter;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.org.fact.PostTier;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("条款：对谁、在何种情形下说话，例外怎样解除，影响期怎样回答")
class ProvisionTests {

    static final OnPaper MEMBER = CriterionTests.MEMBER;
    static final Scope EVERYBODY = scope(null, null);

    private static @Nullable Criterion of(@Nullable Verdict verdict) {
        return verdict == null ? null : OnPaper.criterion(CriterionTests.LEAF.get(verdict));
    }

    private static Scope scope(Scope.@Nullable Aim aim, @Nullable Criterion applies) {
        return new Scope(Speaks.PERSON, EnumSet.of(Occasion.STANDING), aim, applies);
    }

    private static Provision clause(
            Effect effect, Scope scope, @Nullable Criterion when, @Nullable Criterion unless, @Nullable Opening opens) {
        return new Provision(
                "T-1",
                "试行",
                new Citation("试行规定", "2020", "第一条"),
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2026, 12, 31),
                Status.VERIFIED,
                effect,
                scope,
                when,
                unless,
                opens,
                "",
                false,
                List.of(),
                "x.yaml:1",
                1);
    }

    // What it says

    /** Truth as a number, so that and is the least and or the most. */
    private static int truth(Verdict verdict) {
        return verdict == MET ? 2 : verdict == UNKNOWN ? 1 : 0;
    }

    @ParameterizedTest
    @EnumSource(names = {"BARS", "REQUIRES", "WARNS"})
    void aRequirementIsMetByItsExceptionAndAnyOtherSituationIsLiftedByIt(Effect effect) {
        for (var applies : Verdict.values())
            for (var when : Verdict.values())
                for (var unless : new @Nullable Verdict[] {MET, NOT_MET, UNKNOWN, null}) {
                    var clause = clause(effect, scope(null, of(applies)), of(when), of(unless), null);
                    var said =
                            clause.ask(MEMBER.question()).map(Answer::verdict).orElse(null);
                    var name = effect + " applies " + applies + " when " + when + " unless " + unless;
                    assertThat(clause.verdict(MEMBER.question())).as(name).isEqualTo(said);
                    if (applies == NOT_MET) {
                        assertThat(said).as(name).isNull();
                        continue;
                    }
                    int lifted = unless == null ? 0 : truth(unless);
                    int truth = effect == Effect.REQUIRES
                            ? Math.max(2 - truth(applies), Math.max(truth(when), lifted))
                            : Math.min(truth(applies), Math.min(truth(when), 2 - lifted));
                    assertThat(said).as(name).isNotNull();
                    assertThat(truth(said)).as(name).isEqualTo(truth);
                }
    }

    @Test
    void itIsAskedOnItsOccasionsAndAboutItsSubjects() {
        var promotion = new Scope(Speaks.PERSON, EnumSet.of(Occasion.PROMOTION), null, null);
        assertThat(promotion.asked(Speaks.PERSON, Occasion.PROMOTION)).isTrue();
        assertThat(promotion.asked(Speaks.PERSON, Occasion.TRANSFER)).isFalse();
        assertThat(promotion.asked(Speaks.UNIT, Occasion.PROMOTION)).isFalse();
        assertThat(EVERYBODY.asked(Speaks.PERSON, Occasion.TRANSFER))
                .as("standing ones always")
                .isTrue();
        var clause = clause(Effect.BARS, promotion, of(MET), null, null);
        assertThat(clause.ask(MEMBER.question())).isEmpty();
        assertThat(clause.verdict(MEMBER.question())).isNull();
        assertThat(clause.verdict(MEMBER.question().on(Occasion.PROMOTION, null)))
                .isEqualTo(MET);
    }

    @Test
    void withoutATargetItAsksForOneAndOneThatDoesNotFitIsPassedOver() {
        var aim = new Scope.Aim(1L << LeadershipLevel.DIVISION_CHIEF.ordinal(), null, null, false, "拟任层次为县处级正职");
        var clause = clause(Effect.BARS, scope(aim, null), of(MET), null, null);
        var open = clause.ask(MEMBER.question()).orElseThrow();
        assertThat(open.verdict()).isEqualTo(UNKNOWN);
        assertThat(open.missing()).containsExactly("须先选定拟任职位、层次或职级（拟任层次为县处级正职）");
        assertThat(open.words()).isEmpty();
        assertThat(clause.verdict(MEMBER.question())).isEqualTo(UNKNOWN);
        assertThat(clause.verdict(aiming(new Target.Level(LeadershipLevel.DIVISION_CHIEF))))
                .isEqualTo(MET);
        assertThat(clause.verdict(aiming(new Target.Level(LeadershipLevel.DIVISION_DEPUTY))))
                .isNull();
        var vague = clause.ask(aiming(new Target.Post(new UUID(3, 1)))).orElseThrow();
        assertThat(vague.missing()).containsExactly("拟任职位的层次或性质未记录");
        assertThat(vague.verdict()).isEqualTo(UNKNOWN);
    }

    private static Question aiming(Target target) {
        return MEMBER.aimingAt(target).question();
    }

    @Test
    void aTargetFitsByLevelRankLeadingAndWhetherItIsAPost() {
        long division = 1L << LeadershipLevel.DIVISION_CHIEF.ordinal();
        long consultant = 1L << Rank.CONSULTANT_2.ordinal();
        var chief = at(new Target.Post(new UUID(3, 1)), LeadershipLevel.DIVISION_CHIEF, true);
        var unknown = at(new Target.Post(new UUID(3, 1)), null, null);
        var level = at(new Target.Level(LeadershipLevel.DIVISION_CHIEF), LeadershipLevel.DIVISION_CHIEF, true);
        var rank = new TargetAt(new Target.Rank(Rank.CONSULTANT_2), null, Rank.CONSULTANT_2, false, null);
        var other = new TargetAt(new Target.Rank(Rank.STAFF_1), null, Rank.STAFF_1, false, null);

        assertThat(List.of(fits(division, null, null, false, chief), fits(division, null, null, false, rank)))
                .containsExactly(MET, NOT_MET);
        assertThat(fits(division << 1, null, null, false, chief)).isEqualTo(NOT_MET);
        assertThat(fits(division, null, null, false, unknown)).isEqualTo(UNKNOWN);
        assertThat(fits(null, consultant, null, false, rank)).isEqualTo(MET);
        assertThat(fits(null, consultant, null, false, other)).isEqualTo(NOT_MET);
        assertThat(fits(null, consultant, null, false, chief)).isEqualTo(NOT_MET);
        assertThat(fits(null, null, true, false, chief)).isEqualTo(MET);
        assertThat(fits(null, null, false, false, chief)).isEqualTo(NOT_MET);
        assertThat(fits(null, null, false, false, rank)).isEqualTo(MET);
        assertThat(fits(null, null, true, false, unknown)).isEqualTo(UNKNOWN);
        assertThat(fits(null, null, null, true, chief)).isEqualTo(MET);
        assertThat(fits(null, null, null, true, level)).isEqualTo(NOT_MET);
        assertThat(fits(null, null, null, false, level)).isEqualTo(MET);
    }

    private static TargetAt at(Target of, @Nullable LeadershipLevel level, @Nullable Boolean leading) {
        return new TargetAt(of, level, null, leading, PostTier.ORDINARY);
    }

    private static Verdict fits(
            @Nullable Long levels, @Nullable Long ranks, @Nullable Boolean leading, boolean post, TargetAt target) {
        return new Scope.Aim(levels, ranks, leading, post, "").fits(target);
    }

    // Influence periods

    private static final Opening OPENING = new Opening(
            OnPaper.test("{ kind: sanction, where: { code: '02110' } }"),
            6,
            Set.of(Blocked.PROMOTION),
            Family.GOVERNMENT_SANCTION);

    private Answer running(String facts) {
        var clause = clause(Effect.OPENS, EVERYBODY, null, null, OPENING);
        var book = new Book(List.of(), List.of(), List.of(), List.of(clause), java.util.Map.of());
        var question = OnPaper.on("2026-06-15", facts).by(book).question();
        var answer = clause.ask(question).orElseThrow();
        assertThat(clause.verdict(question)).isEqualTo(answer.verdict());
        return answer;
    }

    @Test
    void anOpeningClauseSaysWhetherItsPeriodRuns() {
        var runs = running("- { kind: sanction, name: 政务警告, from: 2026-01-10 }");
        assertThat(runs.verdict()).isEqualTo(MET);
        assertThat(runs.words()).isEqualTo("影响期自 2026-01-10 起，至 2026-07-09 止");
        assertThat(runs.evidence()).containsExactly(new UUID(1, 0));
        assertThat(runs.missing()).isEmpty();

        var over = running(MeasuresTests.CLERK + "- { kind: sanction, name: 政务警告, from: 2025-01-10 }");
        assertThat(over.verdict()).isEqualTo(NOT_MET);
        assertThat(over.words()).isEqualTo("没有未满的影响期");
        assertThat(over.missing()).isEmpty();

        var open = running("- { kind: sanction, name: 警告, from: 2026-01-10 }");
        assertThat(open.verdict()).isEqualTo(UNKNOWN);
        assertThat(open.missing()).containsExactly("处分或组织措施的名称、时间未记全，不能断定影响期");
        assertThat(open.evidence()).containsExactly(new UUID(1, 0));

        var other = running(MeasuresTests.CLERK + "- { kind: sanction, name: 政务记过, from: 2026-01-10 }");
        assertThat(other.verdict()).as("read by no clause, it may be of any").isEqualTo(UNKNOWN);

        var silent = running("- { kind: expertise, text: 水利 }");
        assertThat(silent.verdict()).isEqualTo(UNKNOWN);
        assertThat(silent.missing()).containsExactly("档案无履历，不能断定有无处分、诫勉或组织处理");
        var unit = clause(
                Effect.OPENS, new Scope(Speaks.UNIT, EnumSet.of(Occasion.STANDING), null, null), null, null, OPENING);
        assertThat(unit.ask(MEMBER.question(new huoshui.kernel.Subject.Unit(OnPaper.SOMEBODY)))
                        .orElseThrow()
                        .missing())
                .containsExactly("此处没有档案可查");
    }

    // What it is

    @Test
    void itIsInForceFromItsFirstDayThroughItsLast() {
        var clause = clause(Effect.BARS, EVERYBODY, of(MET), null, null);
        assertThat(clause.inForce(LocalDate.of(2019, 12, 31))).isFalse();
        assertThat(clause.inForce(LocalDate.of(2020, 1, 1))).isTrue();
        assertThat(clause.inForce(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(clause.inForce(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(clause.edition()).isEqualTo("T-1@2020-01-01");
        assertThat(clause.editionAndVersion()).isEqualTo("T-1@2020-01-01");
        assertThat(clause.versioned(3).editionAndVersion()).isEqualTo("T-1@2020-01-01#3");
    }

    @Test
    void itReadsTheChaptersOfAllItsParts() {
        var kin = OnPaper.criterion("{ kin-in-line: true }");
        var study = OnPaper.criterion("{ education: 大学 }");
        var clause = clause(Effect.BARS, scope(null, kin), of(MET), study, null);
        assertThat(clause.chapters()).containsExactlyInAnyOrder(Chapter.FAMILY, Chapter.BASIC, Chapter.EDUCATION);
        assertThat(clause(Effect.OPENS, EVERYBODY, null, null, OPENING).chapters())
                .containsExactly(Chapter.SUPERVISION);
    }

    // What an answer keeps

    @Test
    void whatIsSaidTwiceIsToldOnce() {
        var account = new Account();
        account.words("");
        assertThat(account.words()).isEmpty();
        account.words("甲");
        assertThat(account.words()).isEqualTo("甲");
        account.words("乙");
        account.words("甲");
        assertThat(account.words()).isEqualTo("甲；乙");
        var one = new UUID(1, 1);
        var two = new UUID(1, 2);
        account.facts(Evidence.NONE);
        account.facts(Evidence.of(one));
        account.facts(() -> List.of(two, one));
        account.facts(Evidence.NONE);
        assertThat(account.evidence()).containsExactly(one, two);
        account.missing("丙");
        account.missing("丙");
        assertThat(account.missing()).containsExactly("丙");
        assertThat(Evidence.of((UUID) null).ids()).isEmpty();
    }

    @Test
    void ofOneNotKnownWithoutWordsTheDossierIsSilent() {
        var leaf = new Answer.Leaf(
                UNKNOWN, OnPaper.criterion("{ communist: true }"), new Reading(false, 0, 0, 0, Evidence.NONE, null));
        assertThat(leaf.missing()).containsExactly("档案无记录");
        assertThat(leaf.words()).isEqualTo("中共党员：档案无记录（条件：是）");
        assertThat(new Answer.Said(MET, "甲", "").missing()).isEmpty();
    }
}
