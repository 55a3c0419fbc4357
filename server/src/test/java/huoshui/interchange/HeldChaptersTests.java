package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.interchange.Examiner.Choice;
import huoshui.interchange.Examiner.Examined;
import huoshui.interchange.Item.Status;
import huoshui.interchange.Writing.Outcome;
import huoshui.interchange.Writing.Settled;
import huoshui.interchange.form.Sources;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("转有权人复核：经办人不能写的章，由有权人接着写")
class HeldChaptersTests {

    @TempDir
    Path folder;

    final Arrivals arrivals;
    final Writing writing;

    HeldChaptersTests(@Autowired Arrivals arrivals, @Autowired Writing writing) {
        this.arrivals = arrivals;
        this.writing = writing;
    }

    @Test
    void whatOneMayNotWriteIsLeftAndACloserColleagueWritesJustThat() {
        Sheaf.lay(folder, "a.lrmx", Sheaf.plain(1).getFirst());
        var clerk = account(EnumSet.complementOf(EnumSet.of(Chapter.FAMILY)));
        var entitled = account(EnumSet.allOf(Chapter.class));

        var seen = look(clerk);
        assertThat(seen.held()).contains("family");
        var first = written(clerk, Choice.NONE, seen);
        assertThat(first.written()).isTrue();
        assertThat(first.examined().held()).contains("family");

        var rest = written(entitled, new Choice(true, first.item().personId(), Set.of(), Set.of()), first.examined());
        assertThat(rest.written()).isTrue();
        assertThat(rest.recorded()).isNotEmpty().doesNotContainAnyElementsOf(first.recorded());
        assertThat(look(entitled).item().status()).isEqualTo(Status.SAME);
    }

    @Test
    void whoeverSawItDifferentlyWritesNothing() {
        Sheaf.lay(folder, "b.lrmx", Sheaf.with(Sheaf.plain(2).getLast(), "JianKangZhuangKuang", "良好"));
        var clerk = account(EnumSet.allOf(Chapter.class));
        var seen = look(clerk);
        written(clerk, Choice.NONE, seen);

        var late = written(clerk, Choice.NONE, seen);

        assertThat(late.written()).isFalse();
        assertThat(late.item().status()).isEqualTo(Status.SAME);
    }

    private Examined look(Signed who) {
        return writing.look(who, arrived(), List.of(Choice.NONE), new SameRun()).getFirst();
    }

    private Outcome written(Signed who, Choice choice, Examined seen) {
        var outcomes = new ArrayList<Outcome>();
        var settled = new Settled(arrived().getFirst(), choice, seen.item().status(), BatchWork.said(seen.item()));
        writing.settled(who, List.of(settled), BatchWork::said, (one, outcome) -> outcomes.add(outcome));
        return outcomes.getFirst();
    }

    private List<Arrival> arrived() {
        try (var sources = new Sources().open(folder)) {
            return arrivals.of(sources, true).next();
        }
    }

    private static Signed account(Set<Chapter> chapters) {
        var id = UUID.randomUUID();
        var role = new Role("all", "全部", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "clerk", "clerk", null, false, sight, new Purpose("P05"));
    }
}
