package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.access.Accounts;
import huoshui.access.Approvals;
import huoshui.access.Authority;
import huoshui.access.Authority.Mode;
import huoshui.access.Grants;
import huoshui.access.ManagementCategory;
import huoshui.access.Roles;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.access.Staff;
import huoshui.audit.Verification;
import huoshui.dossier.Dossiers;
import huoshui.dossier.Erasures;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import huoshui.kernel.Ids;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@DisplayName("抹除：须两人办理、写明依据；内容没有了，行与摘要还在，核验照样通过")
class ErasureStory {

    static final String GROUND = "个人信息保护法第四十七条";

    @Autowired
    Dossiers dossiers;

    @Autowired
    Erasures erasures;

    @Autowired
    Approvals approvals;

    @Autowired
    Verification verification;

    @Autowired
    Roles roles;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @Nullable
    static Staff staff;

    Subject.Person zhang = new Subject.Person(UUID.randomUUID());
    UUID fact = UUID.randomUUID();

    @BeforeEach
    void aFactThatMayNoLongerBeKept() {
        zhang = dossiers.open();
        fact = dossiers.record(
                        new Actor(Ids.next()),
                        zhang,
                        new Contact("手机", "13900000000"),
                        Span.since(LocalDate.of(2020, 1, 1)),
                        "本人填报")
                .id();
    }

    @Test
    void nobodyErasesAlone() {
        var one = leader("cenwangshu");

        assertThatThrownBy(() -> erasures.erase(one, zhang, List.of(fact), GROUND))
                .hasMessageContaining("另一人复核");
        var asked = erasures.ask(one, zhang, List.of(fact), GROUND);
        assertThatThrownBy(() -> approvals.decide(one, asked.id(), true)).hasMessageContaining("不能复核自己");
        assertThatThrownBy(() -> erasures.ask(one, zhang, List.of(fact), " ")).hasMessageContaining("法律依据");
    }

    @Test
    void whatIsErasedIsGoneFromTheRowAndTheJournalStillVerifies() {
        var one = leader("cenwangshu");
        var asked = erasures.ask(one, zhang, List.of(fact), GROUND);
        approvals.decide(leader("qilianyun"), asked.id(), true);

        erasures.erase(one, zhang, List.of(fact), GROUND);

        var left = dossiers.history(zhang).stream()
                .filter(each -> each.id().equals(fact))
                .findFirst();
        assertThat(left).isPresent();
        assertThat(left.get().erased()).isTrue();
        assertThat(jdbc.sql("select count(*) from dossier.fact where body::text like '%13900000000%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verification.verify(null).firstBad()).isNull();
    }

    private Staff staff() {
        if (staff == null) staff = new Staff(accounts, grants);
        return staff;
    }

    private Signed leader(String name) {
        var account = accounts.find(name)
                .or(() -> Optional.of(staff().open(name, null, null)))
                .orElseThrow()
                .id();
        var everything = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Mode.LEADS);
        var sight = Sight.drawn(account, null, List.copyOf(roles.all()), null, List.of(everything), java.util.Set.of());
        return new Signed(account, name, name, null, false, sight, null);
    }
}
