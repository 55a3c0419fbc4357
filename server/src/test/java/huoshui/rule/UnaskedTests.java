package huoshui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Span;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("问不到的条款不悄悄放过：对象是会议、批次、职位的，逐条列明未核查")
class UnaskedTests {

    @Autowired
    Examinations examinations;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    @Test
    void everyClauseIsEitherAskedOfSomebodyOrNamedAsUnasked() {
        var ready = ready(List.of(), List.of());
        assertThat(ready.unasked())
                .isNotEmpty()
                .allMatch(each ->
                        Set.of(Speaks.ROUND, Speaks.POST).contains(each.scope().subject()));
        var round = ready.unasked().getFirst().code();
        assertThat(codes(ready(List.of(), List.of(round)).unasked())).containsExactly(round);
        assertThat(examinations.summary(ready(List.of(), List.of(round))).values())
                .allMatch(java.util.Map::isEmpty);
    }

    @Test
    void whereOnlyPeopleAreNamedClausesAboutUnitsAndTeamsAreUnaskedToo() {
        var person = dossiers.open();
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                new Identity("问到", "男", null, null, null, null, null),
                Span.since(LocalDate.of(1980, 1, 1)),
                "证件");
        var ready = ready(List.of(person.id()), List.of());
        var said = new HashSet<String>();
        examinations.run(
                ready, found -> found.forEach(each -> said.add(each.provision().code())));
        assertThat(codes(ready.unasked())).doesNotContainAnyElementsOf(said);
        assertThat(ready.unasked()).extracting(each -> each.scope().subject()).contains(Speaks.ROUND, Speaks.UNIT);
    }

    private static List<String> codes(List<Provision> clauses) {
        return clauses.stream().map(Provision::code).toList();
    }

    private Examinations.Ready ready(List<UUID> people, List<String> codes) {
        var all = EnumSet.allOf(Chapter.class);
        var role = new Role("all", "全部", false, true, EnumSet.allOf(Right.class), all, all);
        var sight = Sight.drawn(
                UUID.randomUUID(),
                null,
                List.of(role),
                null,
                List.of(Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS)),
                Set.of());
        var who = new Signed(UUID.randomUUID(), "clerk", "测试员", null, false, sight, new Purpose("P04"));
        return examinations.ready(who, new Examinations.Request(people, null, codes, null, null, acts.now()));
    }
}
