package huoshui.rule;

import static huoshui.dossier.search.Verdict.MET;
import static huoshui.dossier.search.Verdict.NOT_MET;
import static huoshui.dossier.search.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.kernel.Subject;
import huoshui.kernel.code.Rank;
import huoshui.org.Chart;
import huoshui.org.Charts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ninety-six people: every way in which birth, party, career, sanction and sex are told, told in part, or not. */
@DisplayName("全员同问与逐人各问同一答案；读过的不再读，变化的才重读")
class EverybodyTests {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final AsOf AT = new AsOf(DAY, 1);

    private static final List<Toward> TOWARD =
            List.of(Toward.NOTHING, Toward.NEXT_RANK, new Toward(new Target.Rank(Rank.CONSULTANT_4), false));

    private static final City CITY = City.of(AT, everybody(), Surroundings.NONE);

    private static List<Line> everybody() {
        var all = new ArrayList<Line>();
        int number = 0;
        for (var birth : List.of("", ", birth: 1980-06", ", birth: 1980", ", birth: 1990-01"))
            for (var party : List.of(
                    "",
                    "- { kind: party, party: 中共党员, from: 2005-06 }\n",
                    "- { kind: party, party: 群众, from: 2005-06 }\n"))
                for (var career : List.of(
                        "",
                        "- { kind: post, text: 科长, from: 2015-03 }\n- { kind: rank, rank: 一级主任科员, from: 2022-01 }\n"))
                    for (var sanction : List.of("", "- { kind: sanction, name: 政务警告, from: 2026-01-10 }\n"))
                        for (var sex : List.of("", ", sex: 男"))
                            all.addAll(lines(
                                    new UUID(9, number++),
                                    "- { kind: identity, name: 某%s%s }\n".formatted(birth, sex)
                                            + party
                                            + career
                                            + sanction));
        return all;
    }

    private static List<Line> lines(UUID person, String dossier) {
        var all = new ArrayList<Line>();
        for (var each : Examples.lines(Sheet.read("档案", dossier), DAY))
            all.add(new Line(
                    new UUID(person.getLeastSignificantBits(), all.size()),
                    person,
                    each.kind(),
                    each.body(),
                    each.valid(),
                    1,
                    Long.MAX_VALUE));
        return all;
    }

    /** A sanction shuts the way for six months. */
    private static final Provision SIX_MONTHS = clause(
            Effect.OPENS,
            null,
            null,
            null,
            null,
            new Opening(
                    OnPaper.test("{ kind: sanction, where: { code: '02110' } }"),
                    6,
                    Set.of(Blocked.RANK_PROMOTION),
                    Family.GOVERNMENT_SANCTION));

    private static final Book BOOK = new Book(List.of(), List.of(), List.of(), List.of(SIX_MONTHS), Map.of());

    private static Provision clause(
            Effect effect,
            Scope.@Nullable Aim aim,
            @Nullable String applies,
            @Nullable String when,
            @Nullable String unless,
            @Nullable Opening opens) {
        return new Provision(
                "T-1",
                "试行",
                new Citation("试行规定", "2020", "第一条"),
                LocalDate.of(2020, 1, 1),
                null,
                Status.VERIFIED,
                effect,
                new Scope(
                        Speaks.PERSON,
                        EnumSet.of(Occasion.STANDING),
                        aim,
                        applies == null ? null : OnPaper.criterion(applies)),
                when == null ? null : OnPaper.criterion(when),
                unless == null ? null : OnPaper.criterion(unless),
                opens,
                "",
                false,
                List.of(),
                "x.yaml:1",
                1);
    }

    private static Rulebook.Asking asking(City city, Book book) {
        return new Rulebook.Asking(book, city, noUnits(), any -> true);
    }

    private static Chart noUnits() {
        return Charts.of(AT, Map.of(), Map.of());
    }

    private static Question one(City city, int place, Toward toward) {
        var plain = asking(city, BOOK).about(new Subject.Person(city.at(place).id()), Occasion.STANDING, null);
        return toward.of(plain);
    }

    // The same answers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ age: { at-least: 46 years } }",
                "{ age: { between: [ 36 years, 45 years ] } }",
                "{ communist: true }",
                "{ communist: false }",
                "{ sex: { not-in: [ 女 ] } }",
                "{ rank: { at-least: 四级调研员 } }",
                "{ exists: { kind: sanction } }",
                "{ all: [ { communist: true }, { age: { at-least: 46 years } }, { sex: 男 } ] }",
                "{ any: [ { communist: true }, { age: { at-least: 46 years } }, { sex: 男 } ] }",
                "{ not: { any: [ { communist: true }, { not: { exists: { kind: sanction } } } ] } }",
                "{ kin-in-line: true }",
                "{ influence: { blocks: rank-promotion } }",
                "{ influence: true }",
                "{ effective-rank-tenure: { at-least: 2 years } }",
                "{ grades: { grade: 优秀, years: 3 years, at-least: 1 times } }",
                "{ rank-steps: { at-least: 1 steps } }",
                "{ rank-steps: { at-least: 2 steps } }",
                "{ all: [ { target-rank: 四级调研员 }, { communist: true } ] }"
            })
    void aCriterionAskedOfEverybodyAnswersAsAskedOfEach(String written) {
        var criterion = OnPaper.criterion(written);
        for (var named : List.of(criterion, new Criterion.InCohort("某类", criterion)))
            for (var toward : TOWARD) {
                var all = Everybody.of(asking(CITY, BOOK), true).toward(toward);
                all.prepare(dry -> named.everybody(dry.toward(toward)));
                var verdicts = named.everybody(all);
                for (int i = 0; i < CITY.places(); i++)
                    assertThat(verdicts.at(i))
                            .as("%s of %d %s", written, i, toward)
                            .isEqualTo(named.verdict(one(CITY, i, toward)));
            }
    }

    @Test
    void aClauseAskedOfEverybodyAnswersAsAskedOfEachAndIsSilentOfTheSame() {
        long four = 1L << Rank.CONSULTANT_4.ordinal();
        var aims = new Scope.@Nullable Aim[] {
            null, new Scope.Aim(null, four, null, false, "四级调研员"), new Scope.Aim(null, four << 1, null, false, "")
        };
        for (var effect : List.of(Effect.BARS, Effect.REQUIRES))
            for (var aim : aims)
                for (var applies : new @Nullable String[] {null, "{ communist: true }", "{ communist: false }"})
                    for (var unless : new @Nullable String[] {null, "{ sex: 男 }"})
                        alike(clause(effect, aim, applies, "{ age: { at-least: 46 years } }", unless, null));
        for (var aim : aims) alike(clause(Effect.OPENS, aim, "{ communist: true }", null, null, SIX_MONTHS.opens()));
        alike(SIX_MONTHS);
    }

    private void alike(Provision clause) {
        for (var toward : TOWARD) {
            // On whatever occasion a promotion in rank is asked.
            var all = Everybody.of(asking(CITY, BOOK), true).toward(toward);
            all.prepare(dry -> clause.everybody(dry.toward(toward)));
            var spoken = clause.everybody(all);
            var told = new int[4];
            for (int i = 0; i < CITY.places(); i++) {
                var verdict = clause.verdict(one(CITY, i, toward));
                assertThat(spoken.at(i)).as("%s of %d %s", clause, i, toward).isEqualTo(verdict);
                told[verdict == null ? 3 : verdict.ordinal()]++;
            }
            var some = new BitSet();
            some.set(10, 60);
            for (var each : Verdict.values()) {
                assertThat(spoken.saying(each, CITY.present()).cardinality()).isEqualTo(told[each.ordinal()]);
                spoken.saying(each, some).stream().forEach(i -> {
                    assertThat(some.get(i)).isTrue();
                    assertThat(spoken.at(i)).isEqualTo(each);
                });
            }
        }
    }

    @Test
    void theListOfPeoplesOwnFieldsAreAskedToo() {
        var named = new Criterion.Catalogued("有名", "姓名", card -> Verdict.of(card.rank() != null));
        var all = Everybody.of(asking(CITY, BOOK), true);
        var verdicts = named.everybody(all);
        assertThat(verdicts.met(CITY.present()).cardinality()).isEqualTo(48);
        assertThat(verdicts.open(CITY.present()).isEmpty()).isTrue();
    }

    @Test
    void moreThanOneThreadTakesAtATimeAreAllAsked() {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < 4200; i++)
            lines.addAll(lines(
                    new UUID(8, i),
                    "- { kind: party, party: %s, from: 2005-06 }".formatted(i % 3 == 0 ? "中共党员" : "群众")));
        var city = City.of(AT, lines, Surroundings.NONE);
        var verdicts = OnPaper.criterion("{ communist: true }").everybody(Everybody.of(asking(city, BOOK), true));
        assertThat(verdicts.met(city.present()).cardinality()).isEqualTo(1400);
        assertThat(verdicts.open(city.present()).isEmpty()).isTrue();
    }

    // Read once

    @Test
    void whatWasReadIsNotReadAgainUnlessThatIsWanted() {
        var asked = new AtomicInteger();
        var counting = new Criterion.Catalogued("数", "数", card -> {
            asked.incrementAndGet();
            return MET;
        });
        var all = Everybody.of(asking(CITY, BOOK), true);
        assertThat(all.places()).isEqualTo(96);
        all.prepare(dry -> {
            assertThat(dry.places()).isZero();
            counting.everybody(dry);
        });
        assertThat(asked).hasValue(96);
        counting.everybody(all);
        all.toward(Toward.NEXT_RANK);
        all.prepare(counting::everybody);
        assertThat(asked).as("known").hasValue(96);
        all.readAgain(counting::everybody);
        assertThat(asked).hasValue(192);
        assertThat(all.toward(Toward.NOTHING)).isSameAs(all);
    }

    @Test
    void whatAnybodyMayAskAgainIsKeptWithTheCityAndWhatADraftMakesOfItIsNot() {
        var city = City.of(AT, everybody(), Surroundings.NONE);
        var age = Objects.requireNonNull(Measures.of("age"));
        var rank = Objects.requireNonNull(Measures.of("effective-rank-tenure"));
        var by = Part.By.anybody(asking(city, BOOK));
        var steps = OnPaper.criterion("{ rank-steps: { at-least: 1 steps } }");
        Everybody.of(asking(city, BOOK), false).prepare(all -> {
            all.column(age);
            all.column(rank);
            steps.everybody(all.toward(TOWARD.getLast()));
        });
        assertThat(city.knows(new Part.Measured(age, Toward.NOTHING, by, true))).isTrue();
        assertThat(city.knows(new Part.Measured(rank, Toward.NOTHING, by, true)))
                .as("a draft's periods are its own")
                .isFalse();
        assertThat(city.knows(new Part.Measured(
                        Objects.requireNonNull(Measures.of("rank-steps")), TOWARD.getLast(), by, true)))
                .as("read for one rank alone")
                .isFalse();
        Everybody.of(asking(city, BOOK), true).column(rank);
        assertThat(city.knows(new Part.Measured(rank, Toward.NOTHING, by, true)))
                .isTrue();
        var other = new Part.By(OnPaper.on("2026-06-15", "").book(), by.chart(), by.seen());
        assertThat(city.knows(new Part.Measured(rank, Toward.NOTHING, other, true)))
                .as("by another book")
                .isFalse();
        assertThat(city.knows(new Part.Measured(age, Toward.NOTHING, other, true)))
                .as("to which the book makes no difference")
                .isTrue();
    }

    @Test
    void whatIsReadIsKnownByMeasureByWhatIsAimedAtAndBySort() {
        var by = Part.By.anybody(asking(CITY, BOOK));
        var age = Objects.requireNonNull(Measures.of("age"));
        var service = Objects.requireNonNull(Measures.of("service"));
        var part = new Part.Measured(age, Toward.NOTHING, by, true);
        assertThat(part)
                .isEqualTo(new Part.Measured(age, Toward.NOTHING, by, false))
                .hasSameHashCodeAs(new Part.Measured(age, Toward.NOTHING, by, false))
                .isNotEqualTo(new Part.Measured(service, Toward.NOTHING, by, true))
                .isNotEqualTo(new Part.Measured(age, Toward.NEXT_RANK, by, true))
                .isNotEqualTo(new Part.Told(age, null, Toward.NOTHING, by, true, q -> MET))
                .isNotEqualTo(null);
        assertThat(part.hashCode()).isNotEqualTo(new Part.Measured(service, Toward.NOTHING, by, true).hashCode());
        assertThat(Everybody.columned(age, Arguments.NONE)).isTrue();
        assertThat(Everybody.columned(Objects.requireNonNull(Measures.of("kin-in-line")), Arguments.NONE))
                .as("others' dossiers")
                .isFalse();
        assertThat(Everybody.columned(Objects.requireNonNull(Measures.of("members")), Arguments.NONE))
                .isFalse();
    }

    // Brought up to date

    @Test
    void whoHasChangedIsReadAgainAndTheRestIsTakenOver() {
        var before = City.of(AT, everybody(), Surroundings.NONE);
        var younger = new UUID(9, 5);
        var left = new UUID(9, 70);
        int five = before.place(younger);
        int gone = before.place(left);
        var lines = new ArrayList<Line>();
        for (var each : everybody()) {
            boolean superseded = each.subject().equals(left);
            if (each.subject().equals(younger)) continue;
            lines.add(new Line(
                    each.id(),
                    each.subject(),
                    each.kind(),
                    each.body(),
                    each.valid(),
                    each.known(),
                    superseded ? 1 : each.superseded()));
        }
        lines.addAll(lines(
                younger,
                "- { kind: identity, name: 某, birth: 2000-01 }\n- { kind: party, party: 中共党员, from: 2020-01 }"));
        var after = City.of(AT, lines, Surroundings.NONE);
        assertThat(after.place(younger)).as("places are the same").isEqualTo(five);
        assertThat(after.present().get(gone)).isFalse();
        var changed = new BitSet();
        changed.set(five);
        changed.set(gone);

        var by = Part.By.anybody(asking(before, BOOK));
        for (var measure : List.of("age", "communist")) {
            var part = new Part.Measured(Objects.requireNonNull(Measures.of(measure)), Toward.NOTHING, by, true);
            var was = part.of(before);
            var is = part.renewed(was, changed, after);
            for (int i = 0; i < after.places(); i++)
                assertThat(at(is, measure, i)).as("%s of %d", measure, i).isEqualTo(at(part.of(after), measure, i));
            assertThat(at(is, measure, gone)).isEqualTo(UNKNOWN);
            assertThat(at(was, measure, five))
                    .as("what was shared is as it was")
                    .isNotEqualTo(at(is, measure, five));
        }
        var told =
                new Part.Told("党员", null, Toward.NOTHING, by, true, OnPaper.criterion("{ communist: true }")::verdict);
        var was = told.of(before);
        var is = told.renewed(was, changed, after);
        for (int i = 0; i < after.places(); i++)
            assertThat(is.at(i)).isEqualTo(told.of(after).at(i));
        assertThat(is.at(five)).isEqualTo(MET);
        assertThat(was.at(five)).isEqualTo(UNKNOWN);
    }

    private static Verdict at(Column column, String measure, int place) {
        return measure.equals("age")
                ? column.within(new Range(0, 30, "")).at(place)
                : column.oneOf(2, false).at(place);
    }

    @Test
    void eachPersonHasTwoBitsAndTheyTurnRound() {
        var all = Verdicts.open(130);
        all.put(0, MET);
        all.put(64, NOT_MET);
        all.put(129, MET);
        all.put(129, NOT_MET);
        all.put(64, null);
        all.put(63, NOT_MET);
        assertThat(List.of(all.at(0), all.at(63), all.at(64), all.at(129), all.at(128)))
                .containsExactly(MET, NOT_MET, UNKNOWN, NOT_MET, UNKNOWN);
        all.put(0, UNKNOWN);
        assertThat(all.at(0)).isEqualTo(UNKNOWN);
        assertThat(all.negated().at(63)).isEqualTo(MET);
        assertThat(Verdicts.met(65).at(64)).isEqualTo(MET);
        var wider = all.copied(200);
        wider.put(199, MET);
        wider.put(63, MET);
        assertThat(List.of(wider.at(199), wider.at(63), wider.at(129))).containsExactly(MET, MET, NOT_MET);
        assertThat(all.at(63)).as("the other is its own").isEqualTo(NOT_MET);
        for (var one : Verdict.values())
            for (var other : Verdict.values()) {
                var left = Verdicts.open(1);
                var right = Verdicts.open(1);
                left.put(0, one);
                right.put(0, other);
                assertThat(left.and(right).at(0)).isEqualTo(one.and(other));
                assertThat(left.or(right).at(0)).isEqualTo(one.or(other));
            }
    }
}
