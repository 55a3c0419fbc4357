package huoshui.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.PostCommand.AddPost;
import huoshui.org.UnitCommand.AbolishUnit;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.UnitCommand.MergeUnits;
import huoshui.org.UnitCommand.MoveUnit;
import huoshui.org.UnitCommand.RenameUnit;
import huoshui.org.UnitCommand.SetEstablishment;
import huoshui.org.UnitCommand.SplitUnit;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import huoshui.org.fact.UnitLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
class ReformTests {

    static final String PAPER = "澜编〔2019〕5 号";
    static final PartialDate FOUNDED = PartialDate.month(1985, 1);
    static final PartialDate REFORM = PartialDate.month(2019, 2);
    static final LocalDate BEFORE = LocalDate.of(2010, 6, 30);
    static final LocalDate AFTER = LocalDate.of(2020, 6, 30);
    static int serial;

    final Actor clerk = new Actor(UUID.randomUUID());
    final String suffix = String.valueOf(++serial);

    @Autowired
    Units units;

    @Autowired
    Posts posts;

    @Autowired
    Teams teams;

    @Autowired
    Corrections corrections;

    @Autowired
    Organization organization;

    @Autowired
    Acts acts;

    UUID city = new UUID(0, 0);
    UUID agriculture = city;
    UUID livestock = city;

    @BeforeEach
    void twoBureausOfOneCity() {
        city = found("澜江市" + suffix, UnitKind.CITY, null);
        agriculture = found("澜江市农业局", UnitKind.GOVERNMENT_ORGAN, city);
        livestock = found("澜江市畜牧兽医局", UnitKind.GOVERNMENT_ORGAN, city);
        establish(agriculture, 1, 4);
        establish(livestock, 1, 3);
    }

    @Test
    void aRenamedUnitIsFoundByItsNameOfThatTime() {
        units.rename(clerk, new RenameUnit(agriculture, "澜江市农业农村局", "市农业农村局", REFORM, PAPER));

        assertThat(at(BEFORE).named("澜江市农业局")).extracting(Unit::id).contains(agriculture);
        assertThat(at(BEFORE).named("市农业农村局")).extracting(Unit::id).doesNotContain(agriculture);
        assertThat(at(AFTER).named("市农业农村局")).extracting(Unit::id).contains(agriculture);
        assertThat(at(AFTER).path(agriculture)).isEqualTo("澜江市" + suffix + " / 市农业农村局");
    }

    @Test
    void whatWasNotYetKnownIsNotShownAsKnown() {
        long before = acts.head();
        units.rename(clerk, new RenameUnit(agriculture, "澜江市农业农村局", null, REFORM, PAPER));

        assertThat(organization
                        .at(new AsOf(AFTER, before))
                        .requireUnit(agriculture)
                        .is()
                        .name())
                .isEqualTo("澜江市农业局");
        assertThat(at(AFTER).requireUnit(agriculture).is().name()).isEqualTo("澜江市农业农村局");
    }

    @Test
    void aMergerConservesPostsAndNumbers() {
        var head = post(agriculture, "局长", SeatCategory.HEAD, true);
        var other = post(livestock, "局长", SeatCategory.HEAD, true);
        var deputy = post(livestock, "副局长", SeatCategory.DEPUTY, false);

        var merged = merge(head);

        assertThat(at(AFTER).postsIn(merged)).extracting(Post::id).containsExactlyInAnyOrder(head, other, deputy);
        assertThat(at(AFTER).establishment(merged))
                .extracting(Establishment::category, Establishment::number)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(SeatCategory.HEAD, 2),
                        org.assertj.core.api.Assertions.tuple(SeatCategory.DEPUTY, 7));
        assertThat(at(AFTER).unit(livestock)).isEmpty();
        assertThat(at(AFTER).heirs(livestock)).containsExactly(merged);
        assertThat(at(AFTER).origins(merged)).containsExactlyInAnyOrder(agriculture, livestock);
        assertThat(at(BEFORE).postsIn(livestock)).extracting(Post::id).contains(other, deputy);
        assertThat(at(BEFORE).establishment(livestock))
                .extracting(Establishment::number)
                .containsExactly(1, 3);
    }

    @Test
    void twoPrincipalsAreRefusedUntilOneIsChosen() {
        post(agriculture, "局长", SeatCategory.HEAD, true);
        post(livestock, "局长", SeatCategory.HEAD, true);

        assertThatThrownBy(() -> merge(null)).isInstanceOf(Refusal.class).hasMessageContaining("两个一把手");
        assertThat(at(AFTER).unit(livestock)).isPresent();
    }

    @Test
    void aPrincipalOutsideTheTeamIsASecondPrincipalToo() {
        post(agriculture, "局长", SeatCategory.HEAD, true);
        var head = post(livestock, "局长", SeatCategory.HEAD, true);
        var is = new huoshui.org.fact.TeamFact.TeamIs(livestock, null, 0);
        teams.form(clerk, new Teams.FormTeam(is, List.of(head), FOUNDED, PAPER));

        assertThatThrownBy(() -> merge(null)).isInstanceOf(Refusal.class).hasMessageContaining("两个一把手");
        var merged = merge(head);
        assertThat(at(AFTER).postsIn(merged))
                .filteredOn(each -> each.is().principal())
                .hasSize(1);
    }

    @Test
    void aUnitCannotBelongToItsOwnSubordinate() {
        var station = found("澜江市种子站", UnitKind.INSTITUTION, agriculture);

        assertThatThrownBy(() -> units.move(clerk, new MoveUnit(agriculture, station, 0, REFORM, PAPER)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("不能隶属于它自己的下级单位");
    }

    @Test
    void aUnitWithOpenPostsIsNotAbolished() {
        var post = post(livestock, "局长", SeatCategory.HEAD, true);

        assertThatThrownBy(() -> units.abolish(clerk, new AbolishUnit(livestock, REFORM, PAPER)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("还有 1 个职位未撤销");

        posts.close(clerk, new PostCommand.ClosePost(post, REFORM, PAPER));
        units.abolish(clerk, new AbolishUnit(livestock, REFORM, PAPER));
        assertThat(at(AFTER).unit(livestock)).isEmpty();
        assertThat(at(BEFORE).unit(livestock)).isPresent();
    }

    @Test
    void whatNoPartTakesStaysWithTheUnit() {
        var staying = post(agriculture, "局长", SeatCategory.HEAD, true);
        var leaving = post(agriculture, "副局长", SeatCategory.DEPUTY, false);
        var forestry = UnitIs.of("澜江市林业局", UnitKind.GOVERNMENT_ORGAN, UnitLevel.COUNTY, city);
        var part = new UnitCommand.Part(
                forestry, Set.of(leaving), List.of(new Establishment(SeatCategory.DEPUTY, null, 1, PAPER)));

        var parts = units.split(clerk, new SplitUnit(agriculture, List.of(part), true, REFORM, PAPER));

        assertThat(at(AFTER).postsIn(parts.getFirst())).extracting(Post::id).containsExactly(leaving);
        assertThat(at(AFTER).postsIn(agriculture)).extracting(Post::id).containsExactly(staying);
        assertThat(at(AFTER).establishment(agriculture))
                .extracting(Establishment::number)
                .containsExactly(1, 3);
        assertThat(at(AFTER).heirs(agriculture)).containsExactly(agriculture);
    }

    @Test
    void aMistakeInThePastIsPutRightAndStaysReadableAsKnown() {
        long before = acts.head();
        var line = organization.line(agriculture, before).stream()
                .filter(each -> each.content() instanceof UnitIs)
                .findFirst()
                .orElseThrow();
        var right = ((UnitIs) line.content()).named("澜江市农牧局", null);

        corrections.correct(clerk, new Corrections.CorrectFact(line.id(), right, line.valid(), "录错"));

        assertThat(at(BEFORE).requireUnit(agriculture).is().name()).isEqualTo("澜江市农牧局");
        assertThat(organization
                        .at(new AsOf(BEFORE, before))
                        .requireUnit(agriculture)
                        .is()
                        .name())
                .isEqualTo("澜江市农业局");
    }

    @Test
    void aTeamKeepsItsSeatsInOrder() {
        var head = post(agriculture, "局长", SeatCategory.HEAD, true);
        var first = post(agriculture, "副局长", SeatCategory.DEPUTY, false);
        var second = post(agriculture, "总农艺师", SeatCategory.CHIEF_SPECIALIST, false);
        var is = new huoshui.org.fact.TeamFact.TeamIs(agriculture, null, 0);

        var team = teams.form(clerk, new Teams.FormTeam(is, List.of(head, second, first), REFORM, PAPER));

        assertThat(at(AFTER).seats(team)).extracting(Post::id).containsExactly(head, second, first);
        assertThat(at(AFTER).nameOf(at(AFTER).requireTeam(team))).isEqualTo("澜江市农业局领导班子");
        assertThat(at(BEFORE).team(team)).isEmpty();
    }

    private Chart at(LocalDate day) {
        return organization.at(new AsOf(day, acts.head()));
    }

    private UUID found(String name, UnitKind kind, @Nullable UUID parent) {
        return units.found(clerk, new FoundUnit(UnitIs.of(name, kind, UnitLevel.COUNTY, parent), FOUNDED, PAPER));
    }

    private UUID post(UUID unit, String title, SeatCategory category, boolean principal) {
        var is =
                PostIs.of(unit, title, category, LeadershipLevel.DIVISION_CHIEF).asPrincipal(principal);
        return posts.add(clerk, new AddPost(is, FOUNDED, PAPER));
    }

    private void establish(UUID unit, int heads, int deputies) {
        var numbers = List.of(
                new Establishment(SeatCategory.HEAD, null, heads, PAPER),
                new Establishment(SeatCategory.DEPUTY, null, deputies, PAPER));
        units.establish(clerk, new SetEstablishment(unit, numbers, FOUNDED, PAPER));
    }

    private UUID merge(@Nullable UUID principal) {
        var fresh = UnitIs.of("澜江市农业农村局", UnitKind.GOVERNMENT_ORGAN, UnitLevel.COUNTY, city);
        return units.merge(
                clerk, new MergeUnits(Set.of(agriculture, livestock), null, fresh, Set.of(), principal, REFORM, PAPER));
    }
}
