package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.kernel.Chapter;
import huoshui.kernel.Ids;
import huoshui.kernel.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("不能查阅家庭成员的人导入名册，不被告知库中另有几名亲属")
class RelativesOutOfSightTests {

    private static final String HEAD = "姓名,身份证号,出生年月,称谓,家属姓名,家属出生年月\n";
    private static final Signed ENTITLED = account(EnumSet.allOf(Chapter.class));
    private static final Signed CLERK = account(EnumSet.complementOf(EnumSet.of(Chapter.FAMILY)));

    static int serial = 601;

    @TempDir
    Path folder;

    final Imports imports;

    private String person = "";

    RelativesOutOfSightTests(@Autowired Imports imports) {
        this.imports = imports;
    }

    @BeforeEach
    void aWifeAndASonAreOnRecord() throws IOException {
        person = "佘示例,\t" + Sheaf.number("19700312", serial += 2) + ",1970.03,";
        run(ENTITLED, person + "妻子,赵示例,1972.05\n" + person + "儿子,佘小例,1999.08\n", false);
    }

    @Test
    void theSameRowTellsEachWhatTheyMayRead() throws IOException {
        var entitled = run(ENTITLED, person + "妻子,赵示例,1972.05\n", true);
        assertThat(RosterInTests.codes(entitled)).containsExactly(RosterClaim.WHOLE_FAMILY);

        var clerk = run(CLERK, person + "妻子,赵示例,1972.05\n", true);
        assertThat(RosterInTests.codes(clerk)).doesNotContain(RosterClaim.WHOLE_FAMILY);

        var stranger = run(CLERK, person + "妻子,钱示例,1975.01\n", true);
        assertThat(stranger.status()).as("on record or not reads alike").isEqualTo(clerk.status());
        assertThat(RosterInTests.codes(stranger)).isEqualTo(RosterInTests.codes(clerk));
    }

    private Item run(Signed who, String rows, boolean dryRun) throws IOException {
        var items = new ArrayList<Item>();
        imports.run(who, List.of(Files.writeString(folder.resolve("a.csv"), HEAD + rows)), dryRun, items::add);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static Signed account(Set<Chapter> chapters) {
        var id = Ids.next();
        var role = new Role("clerk", "经办", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "clerk", "clerk", null, false, sight, new Purpose("P05"));
    }
}
