package huoshui.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Purposes;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.fact.StandingFact.Managed;
import huoshui.kernel.Actor;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Superseded;
import huoshui.org.UnitCommand.FoundUnit;
import huoshui.org.Units;
import huoshui.org.fact.UnitFact.UnitIs;
import huoshui.org.fact.UnitKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@RoomTest
@DisplayName("事实的呈现：不在管理范围的亲属不露编号，迟到一步时也不多说，来表奖惩文字随监督一章")
class WhatLinesTellTests {

    private static final String NUMBER = "990101198002010017";
    private static int serial;

    private final Actor clerk = new Actor(UUID.randomUUID());
    private final JsonMapper json = new JsonMapper();

    @Autowired
    Units units;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Roles roles;

    @Autowired
    FactLines lines;

    @Autowired
    Conflicts conflicts;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    UUID bureau = new UUID(0, 0);
    Subject.Person near = new Subject.Person(bureau);
    Subject.Person kin = near;

    @BeforeEach
    void aCoupleOfWhomTheCountySeesOne() {
        bureau = units.found(
                clerk,
                new FoundUnit(
                        UnitIs.of("示川县水务局" + ++serial, UnitKind.GOVERNMENT_ORGAN, null, null),
                        PartialDate.month(2004, 5),
                        "文件"));
        near = person("韩若川", "04");
        kin = person("叶知秋", "03");
    }

    @Test
    void theIdOfARelativeOutOfSightIsLeftOutOfTheFamilyLine() {
        var row = record(near, new FamilyMember(1, "妻子", "叶知秋", null, null, null, kin.id()), "2010-01");

        assertThat(told(row, city())).contains(kin.id().toString());
        assertThat(told(row, county())).contains("叶知秋").doesNotContain(kin.id().toString());
    }

    @Test
    void whoComesLateIsToldBothVersionsAsFarAsTheyMayReadThem() {
        var number = record(near, new IdNumber(NUMBER), "1980-02");
        var late = late(number, new IdNumber("99010119800201002X"));
        var reader = signed("unit-personnel");
        assertThat(answer(late, city())).contains(NUMBER, "yours", "current");
        assertThat(answer(late, reader)).doesNotContain(NUMBER, "99010119800201002X");
    }

    @Test
    void ofASealedChapterWhoComesLateIsToldOnlyForAPurposeAndItIsJournaled() {
        var row = record(near, new FamilyMember(1, "妻子", "叶知秋", null, "群众", "密存单位", null), "2010-01");
        var late = late(row, new FamilyMember(1, "妻子", "叶知秋", null, "群众", "密存新单位", null));

        assertThat(answer(late, city())).contains("superseded").doesNotContain("密存单位", "密存新单位");
        assertThat(readings()).isZero();
        assertThat(answer(late, city().because(Purposes.EXAMINED_BY_COMMAND))).contains("密存单位", "密存新单位");
        assertThat(readings()).isPositive();
    }

    /** As a house wrote it before the words of that box were sealed with the sanctions they may tell of. */
    @Test
    void wordsOfTheBoxOfRewardsAndSanctionsAreSeenAsTheChapterOfSanctionsIsWheneverTheyWereWritten() {
        var words = record(near, new PrintedText(Box.REWARDS_AND_SANCTIONS, "2012年受党内警告处分", false), "2020-01");
        jdbc.sql("alter table dossier.fact disable trigger user").update();
        jdbc.sql("update dossier.fact set chapter = 'APPRAISAL' where id = ?")
                .param(words.id())
                .update();
        jdbc.sql("alter table dossier.fact enable trigger user").update();

        assertThat(dossiers.fact(words.id()).chapter()).isEqualTo(Chapter.SUPERVISION);
        assertThat(dossiers.history(near))
                .filteredOn(each -> each.id().equals(words.id()))
                .extracting(Fact::chapter)
                .containsExactly(Chapter.SUPERVISION);
        assertThat(jdbc.sql("select chapter from dossier.fact where id = ?")
                        .param(words.id())
                        .query(String.class)
                        .single())
                .as("the row stays as it was digested")
                .isEqualTo("APPRAISAL");
    }

    private Superseded late(Fact<FactBody> wrong, FactBody now) {
        dossiers.correct(clerk, wrong.id(), now, wrong.valid(), "文件", "更正");
        return Objects.requireNonNull(catchThrowableOfType(
                Superseded.class, () -> dossiers.correct(clerk, wrong.id(), now, wrong.valid(), "文件", "又更正")));
    }

    private String answer(Superseded late, Signed who) {
        return json.writeValueAsString(conflicts.late(late, who).getBody());
    }

    private String told(Fact<FactBody> fact, Signed who) {
        return json.writeValueAsString(lines.line(fact, who.sight()));
    }

    private long readings() {
        return journal.page(new JournalQuery(null, near.id(), null, Verb.READ, null, null, 50))
                .size();
    }

    private Subject.Person person(String name, String category) {
        Subject.Person person = dossiers.open();
        record(person, new Identity(name, "男", PartialDate.month(1980, 5), "汉族", null, null, null), "1980-05");
        record(person, PostHeld.of(name).matchedTo(bureau, null), "2015-01");
        record(person, new Managed(category), "2015-01");
        return person;
    }

    private Fact<FactBody> record(Subject.Person person, FactBody body, String since) {
        return dossiers.record(clerk, person, body, Span.since(PartialDate.parse(since)), "文件");
    }

    private Signed city() {
        return signed(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS), null);
    }

    private Signed county() {
        return signed(Authority.over(Set.of(bureau), Set.of(ManagementCategory.COUNTY), Authority.Mode.LEADS), null);
    }

    private Signed signed(String role) {
        return signed(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS), role);
    }

    private Signed signed(Authority authority, @org.jspecify.annotations.Nullable String role) {
        var held = roles.all().stream()
                .filter(each -> role == null ? !each.hand() : each.id().equals(role))
                .toList();
        var sight = Sight.drawn(UUID.randomUUID(), null, held, null, List.of(authority), Set.of());
        return new Signed(sight.account(), "test", "测试", null, false, sight, null);
    }
}
