package huoshui.demo;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.kernel.PartialDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("示例市澜江：同一种子同一座城，档案前后一致，缺项与临期俱全")
class DemoCityTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final long SEED = 7;
    private static final City CITY = DemoCity.generate(SEED, 1_200, TODAY);
    private static final List<Cadre> PEOPLE = CITY.people().toList();

    @Test
    void theSameSeedGivesTheSameCity() {
        var again = DemoCity.generate(SEED, 1_200, TODAY);
        assertThat(again.units()).isEqualTo(CITY.units());
        assertThat(again.posts()).isEqualTo(CITY.posts());
        assertThat(again.people().toList()).isEqualTo(PEOPLE);
        assertThat(again.person(11).photo()).isEqualTo(PEOPLE.get(11).photo());
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        var other = DemoCity.generate(SEED + 1, 300, TODAY);
        assertThat(other.people().map(Cadre::id))
                .doesNotContainAnyElementsOf(PEOPLE.stream().map(Cadre::id).toList());
    }

    @Test
    void thereAreExactlyAsManyPeopleAsAskedFor() {
        assertThat(PEOPLE).hasSize(1_200);
        assertThat(PEOPLE.stream().map(Cadre::id).distinct()).hasSize(1_200);
    }

    @Test
    void nobodyHoldsAPostBeforeStartingWork() {
        for (var each : PEOPLE)
            for (var post : each.posts())
                assertThat(post.from()).as(each.name()).isGreaterThanOrEqualTo(each.workStarted());
    }

    @Test
    void nobodyStartsWorkAsAChild() {
        for (var each : PEOPLE)
            assertThat(each.workStarted().year() - each.birth().year())
                    .as(each.name())
                    .isBetween(17, 32);
    }

    @Test
    void everySeatHasOneOccupantAtATime() {
        Map<Integer, List<Cadre.PostHeld>> seats = new HashMap<>();
        var seatOf = CITY.posts().stream().collect(Collectors.toMap(CityPost::code, CityPost::seat));
        for (var each : PEOPLE)
            for (var post : each.posts())
                if (post.post() != null && post.main())
                    seats.computeIfAbsent(seatOf.get(post.post()), s -> new ArrayList<>())
                            .add(post);
        for (var held : seats.values()) {
            held.sort(Comparator.comparing(Cadre.PostHeld::from));
            for (int i = 1; i < held.size(); i++) {
                var before = held.get(i - 1).to();
                assertThat(before)
                        .as(held.get(i).text())
                        .isNotNull()
                        .isLessThanOrEqualTo(held.get(i).from());
            }
        }
    }

    /** People whose successors are left out of the city keep their posts in words, so that no gap looks like a vacancy of years. */
    @ParameterizedTest
    @ValueSource(ints = {DemoCity.FEWEST, 1_200})
    void aSeatDoesNotLookEmptyForTheYearsOfSomebodyLeftOut(int size) {
        var city = DemoCity.generate(DemoCity.SEED, size, TODAY);
        var posts = city.posts().stream().collect(Collectors.toMap(CityPost::code, each -> each));
        Map<Integer, List<Cadre.PostHeld>> seats = new HashMap<>();
        city.people()
                .flatMap(each -> each.posts().stream())
                .filter(each -> each.post() != null && each.main() && each.leading())
                .forEach(each -> seats.computeIfAbsent(
                                Objects.requireNonNull(posts.get(each.post())).seat(), any -> new ArrayList<>())
                        .add(each));
        var gaps = new ArrayList<Long>();
        for (var held : seats.values()) {
            held.sort(Comparator.comparing(Cadre.PostHeld::from));
            for (int i = 0; i < held.size(); i++) {
                var until = held.get(i).to();
                if (until == null) continue;
                var closed =
                        Objects.requireNonNull(posts.get(held.get(i).post())).closed();
                var last = closed == null ? TODAY : closed.firstDay();
                var next = i + 1 < held.size() ? held.get(i + 1).from().firstDay() : last;
                gaps.add(ChronoUnit.MONTHS.between(until.firstDay(), next));
            }
        }
        assertThat(gaps).hasSizeGreaterThan(size / 10);
        assertThat(gaps.stream().filter(each -> each > 36).count() / (double) gaps.size())
                .as("空缺三年以上的占比，共 %d 段", gaps.size())
                .isLessThan(0.02);
    }

    @Test
    void nobodyHoldsAPostThatIsNotThere() {
        var posts = CITY.posts().stream().collect(Collectors.toMap(CityPost::code, each -> each));
        for (var each : PEOPLE)
            for (var held : each.posts()) {
                if (held.post() == null) continue;
                var post = Objects.requireNonNull(posts.get(held.post()));
                assertThat(post.unit()).isEqualTo(held.unit());
                assertThat(held.from()).as(held.text()).isGreaterThanOrEqualTo(post.opened());
                if (post.closed() != null)
                    assertThat(held.to()).as(held.text()).isNotNull().isLessThanOrEqualTo(post.closed());
            }
    }

    @Test
    void nobodyHoldsTwoRanksOnOneDay() {
        for (var each : PEOPLE)
            for (int i = 1; i < each.ranks().size(); i++)
                assertThat(each.ranks().get(i).from())
                        .as(each.name())
                        .isEqualTo(each.ranks().get(i - 1).to());
    }

    @Test
    void nobodyHadARankBeforeThereWereRanks() {
        for (var each : PEOPLE)
            for (var rank : each.ranks()) assertThat(rank.from()).isGreaterThanOrEqualTo(PartialDate.month(2019, 6));
    }

    @Test
    void theIdNumberAgreesWithBirthAndSex() {
        for (var each : PEOPLE) {
            var number = each.idNumber();
            if (number == null) continue;
            assertThat(number).matches("59\\d{15}[\\dX]");
            assertThat(number.substring(6))
                    .as(each.name())
                    .startsWith(each.birth().compact());
            assertThat((number.charAt(16) - '0') % 2 == 1).isEqualTo(each.male());
            assertThat(IdNumbers.check(number)).isEqualTo(number.charAt(17));
        }
        var numbers = PEOPLE.stream()
                .map(Cadre::idNumber)
                .filter(each -> each != null)
                .toList();
        assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
    }

    @Test
    void everyPostStandsInTheResumeWithItsDates() {
        for (var each : PEOPLE)
            for (var post : each.posts()) {
                if (!post.main()) continue;
                assertThat(each.resume())
                        .as(each.name() + " " + post.text())
                        .anyMatch(line -> post.from().equals(line.from())
                                && Objects.equals(post.to(), line.to())
                                && line.text().startsWith(post.text()));
            }
    }

    @Test
    void theResumeIsPrintedInTheOfficialForm() {
        var line = "(\\d{4}\\.\\d{2}--(\\d{4}\\.\\d{2}| {7})  \\S.*)|( {18}\\S.*)|(（\\d{4}\\.\\d{2}--.*)|(.*…….*)|";
        for (var each : PEOPLE)
            for (var text : each.resumeText().split("\n"))
                if (!each.congress().contains(text)) assertThat(text).matches(line);
    }

    @Test
    void theResumeOfAWorkingLifeHasNoOverlaps() {
        for (var each : PEOPLE) {
            PartialDate until = null;
            for (var line : each.resume()) {
                if (line.from() == null) continue;
                if (until != null) assertThat(line.from()).as(each.resumeText()).isGreaterThanOrEqualTo(until);
                until = line.to() == null ? line.from() : line.to();
            }
        }
    }

    @Test
    void nobodyJoinsThePartyUnderEighteen() {
        for (var each : PEOPLE)
            if (each.joined() != null)
                assertThat(ChronoUnit.YEARS.between(
                                each.birth().firstDay(), each.joined().firstDay()))
                        .isGreaterThanOrEqualTo(18);
    }

    @Test
    void noUnitGivesMoreThanOneExcellentGradeInFive() {
        Map<String, int[]> units = new HashMap<>();
        for (var each : PEOPLE)
            for (var grade : each.grades())
                if (grade.year() == 2025 && grade.code().matches("[12]B?"))
                    units.computeIfAbsent("", u -> new int[2])[grade.code().equals("1") ? 1 : 0]++;
        for (var each : units.values())
            assertThat(each[1] / (double) (each[0] + each[1])).isBetween(0.08, 0.25);
    }

    @Test
    void kinWhoAreBothCadresSayTheSameOfEachOther() {
        var byId = PEOPLE.stream().collect(Collectors.toMap(Cadre::id, each -> each));
        int pairs = 0;
        for (var each : PEOPLE)
            for (var kin : each.family()) {
                if (kin.person() == null) continue;
                var other = Objects.requireNonNull(byId.get(kin.person()));
                assertThat(other.name()).isEqualTo(kin.name());
                assertThat(other.birth().toMonth()).isEqualTo(kin.birth());
                pairs++;
            }
        assertThat(pairs).isGreaterThan(12);
    }

    @Test
    void unitsThatWereMergedAreGoneAndTheirSuccessorStands() {
        var merged = CITY.changes().stream()
                .filter(each -> each.kind() == UnitChange.Kind.MERGED)
                .toList();
        assertThat(merged).hasSizeGreaterThan(30);
        var units = CITY.units().stream().collect(Collectors.toMap(CityUnit::code, each -> each));
        for (var each : merged)
            for (var from : each.from())
                if (!each.to().contains(from))
                    assertThat(Objects.requireNonNull(units.get(from)).abolished())
                            .as(from)
                            .isEqualTo(each.on());
        assertThat(units.values())
                .anyMatch(each -> each.name().printed().equals("澜江市国土资源局") && each.abolished() != null);
        assertThat(units.values())
                .anyMatch(each -> each.name().printed().equals("澜江市自然资源和规划局") && each.abolished() == null);
    }

    @Test
    void theCityHasItsCountiesTownshipsBureausCompaniesAndCollege() {
        Map<String, Long> kinds = CITY.units().stream()
                .filter(each -> each.abolished() == null)
                .collect(Collectors.groupingBy(CityUnit::kind, Collectors.counting()));
        assertThat(kinds)
                .containsEntry("县（市、区）", 5L)
                .containsEntry("乡镇街道", 70L)
                .containsEntry("国企", 8L)
                .containsEntry("高校", 1L);
        assertThat(CITY.units().stream()
                        .filter(each -> each.county() == 0 && each.abolished() == null)
                        .count())
                .isBetween(90L, 110L);
    }

    @Test
    void theSharesOfSexPartyAndAgeAreThoseOfACity() {
        var serving = PEOPLE.stream().filter(Cadre::serving).toList();
        assertThat(share(serving, each -> !each.male())).isBetween(0.2, 0.45);
        assertThat(share(serving, Cadre::communist)).isBetween(0.65, 0.95);
        assertThat(share(serving, each -> !each.ethnicity().equals("汉族"))).isBetween(0.2, 0.4);
        assertThat(share(serving, each -> TODAY.getYear() - each.birth().year() < 35))
                .isBetween(0.12, 0.45);
        assertThat(share(serving, each -> TODAY.getYear() - each.birth().year() > 55))
                .isBetween(0.04, 0.3);
        assertThat(share(PEOPLE, each -> !each.serving())).isBetween(0.03, 0.15);
    }

    @Test
    void someSeatsStandVacant() {
        var held = PEOPLE.stream()
                .flatMap(each -> each.posts().stream())
                .filter(each -> each.to() == null)
                .map(Cadre.PostHeld::post)
                .collect(Collectors.toSet());
        var open = CITY.posts().stream()
                .filter(each -> each.closed() == null && each.leading())
                .toList();
        double vacant =
                open.stream().filter(each -> !held.contains(each.code())).count() / (double) open.size();
        assertThat(vacant).isBetween(0.02, 0.15);
    }

    @Test
    void theHolesOfRealDossiersAreThere() {
        for (var hole : List.of(
                Cadre.Hole.BIRTH_DAY,
                Cadre.Hole.PARTY_DATE,
                Cadre.Hole.UNREAD_LINE,
                Cadre.Hole.UNMATCHED_POST,
                Cadre.Hole.ID_NUMBER))
            assertThat(PEOPLE).as(hole.name()).anyMatch(each -> each.holes().contains(hole));
        assertThat(PEOPLE).anyMatch(each -> each.resumeText().contains("……"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, DemoCity.SEED})
    void evenTheSmallestCityHasThreePeopleNearEveryDeadline(long seed) {
        var people = DemoCity.generate(seed, DemoCity.FEWEST, TODAY)
                .people()
                .filter(Cadre::serving)
                .toList();
        assertThat(count(people, each -> each.retires().firstDay().isBefore(TODAY.plusYears(1))))
                .as("到龄")
                .isGreaterThanOrEqualTo(3);
        assertThat(count(
                        people,
                        each -> each.posts().stream()
                                .anyMatch(post -> post.to() == null
                                        && post.promoted()
                                        && post.leading()
                                        && post.from().firstDay().isAfter(TODAY.minusMonths(13)))))
                .as("试用期")
                .isGreaterThanOrEqualTo(3);
        for (int years : new int[] {5, 8, 10}) {
            var from = TODAY.minusYears(years + 1L);
            var to = TODAY.minusYears(years - 1L);
            assertThat(count(
                            people,
                            each -> each.posts().stream()
                                    .anyMatch(post -> post.to() == null
                                            && post.main()
                                            && post.leading()
                                            && post.from().firstDay().isAfter(from)
                                            && post.from().firstDay().isBefore(to))))
                    .as("同职满 " + years + " 年")
                    .isGreaterThanOrEqualTo(3);
        }
        assertThat(count(
                        people,
                        each -> each.sanctions().stream()
                                .anyMatch(one -> one.until().firstDay().isAfter(TODAY))))
                .as("影响期")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void termsEndWithinTheYear() {
        assertThat(CITY.terms())
                .anyMatch(each -> each.until().firstDay().isAfter(TODAY)
                        && each.until().firstDay().isBefore(TODAY.plusYears(1)));
    }

    @Test
    void portraitsAreJpegOfFourToFive() throws Exception {
        var photo = PEOPLE.get(3).photo();
        assertThat(photo.length).isBetween(8_000, 40_000);
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(photo));
        assertThat(image.getWidth() * 5).isEqualTo(image.getHeight() * 4);
    }

    @Test
    void aCityOfThirtyThousandIsMadeWhole() {
        var city = DemoCity.generate(SEED, 30_000, TODAY);
        assertThat(city.people().mapToInt(each -> each.posts().size()).sum()).isGreaterThan(60_000);
    }

    @Test
    void everyRoleHasAnAccount() {
        assertThat(CITY.accounts().stream().map(DemoAccount::role))
                .contains(
                        "system-administrator",
                        "security-officer",
                        "auditor",
                        "department-leader",
                        "cadre-section",
                        "supervision-section",
                        "assessment-section",
                        "information-section",
                        "talent-section",
                        "county-department",
                        "unit-personnel",
                        "city-leader",
                        "cadre");
        assertThat(CITY.accounts().stream().map(DemoAccount::account)).doesNotHaveDuplicates();
        assertThat(CITY.accounts())
                .anyMatch(each -> each.name().equals("岑望舒"))
                .anyMatch(each -> each.name().equals("林知远"));
    }

    private static double share(List<Cadre> of, Predicate<Cadre> which) {
        return count(of, which) / (double) of.size();
    }

    private static long count(List<Cadre> of, Predicate<Cadre> which) {
        return of.stream().filter(which).count();
    }
}
