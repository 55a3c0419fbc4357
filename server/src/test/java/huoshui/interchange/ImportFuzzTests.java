package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Fuzz;
import huoshui.RoomTest;
import huoshui.Seeds;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.interchange.Item.Status;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@DisplayName("乱改的任免表写入档案：要么整人写入，要么一字不写；再来一次，一字不改")
class ImportFuzzTests {

    private static final long SEED = Seeds.next();
    private static final String[] SCRAPS = {
        "",
        "　",
        "19850199",
        "20991231",
        "、",
        "\n",
        "长".repeat(300),
        "无",
        "2015.03--  ",
        "110101",
        "男女",
        "&amp;",
        "\uFEFF",
        "@"
    };

    @TempDir
    Path folder;

    private final Imports imports;
    private final JdbcClient database;
    private final Random random = new Random(SEED);

    ImportFuzzTests(@Autowired Imports imports, @Autowired JdbcClient database) {
        this.imports = imports;
        this.database = database;
    }

    @Test
    void aPersonIsWrittenWholeOrNotAtAll() {
        var forms = Sheaf.forms(SEED, 300);
        var written = new int[1];
        Fuzz.rounds("写入", SEED, round -> {
            var form = damaged(forms.get(random.nextInt(forms.size())));
            Files.write(folder.resolve("f.lrmx"), form.getBytes(StandardCharsets.UTF_8));
            boolean wrote = false;
            for (int time = 0; time < 2; time++) {
                long before = facts();
                var item = imported();
                boolean writes = item.status() == Status.NEW || item.status() == Status.CHANGED;
                if (item.status() == Status.NEW) written[0]++;
                assertThat(facts() != before)
                        .as("%s %s\n%s", item.status(), item.problems(), form)
                        .isEqualTo(writes);
                // A school without a level, its words or its line, is still taken for news a second time:
                // docs/PROGRESS.md.
                if (wrote && writes)
                    assertThat(lastWritten())
                            .as("a second time: %s %s\n%s", item.changes(), item.problems(), form)
                            .allMatch(each -> each.matches("study .*|printed (FULLTIME|INSERVICE)_.*"));
                else if (wrote)
                    assertThat(item.status())
                            .as("a second time: %s\n%s", item.problems(), form)
                            .isEqualTo(Status.SAME);
                wrote = writes;
            }
        });
        assertThat(written[0]).isPositive();
    }

    @Test
    void everyWayOfLeavingEducationOutIsTheSameASecondTimeWhoeverIsKnownAlready() throws IOException {
        var boxes = new ArrayList<String>();
        for (var mode : List.of("QuanRiZhiJiaoYu", "ZaiZhiJiaoYu"))
            for (var box : List.of("XueLi", "XueWei", "XueLi_BiYeYuanXiaoXi", "XueWei_BiYeYuanXiaoXi"))
                boxes.add(mode + "_" + box);
        var known = Sheaf.plain(95).getLast();
        Files.writeString(folder.resolve("f.lrmx"), known);
        imported();
        for (int mask = 0; mask < 256; mask++) {
            var form = known;
            for (int i = 0; i < 8; i++) if ((mask >> i & 1) == 1) form = Sheaf.with(form, boxes.get(i), "");
            if (mask % 3 == 1) form = Sheaf.with(form, "QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi", "另一大学" + mask);
            form = Sheaf.with(
                    form, "TianBiaoShiJian", List.of("", "20240101", "20260115").get(mask % 3));
            Files.writeString(folder.resolve("f.lrmx"), form);
            imported();
            var again = imported();
            assertThat(again.status())
                    .as("%d %s\n%s", mask, again.changes(), form)
                    .isEqualTo(Status.SAME);
        }
    }

    private String damaged(String form) {
        var text = new StringBuilder(form);
        for (int i = random.nextInt(4); i > 0; i--) {
            int open = text.indexOf(">", random.nextInt(text.length()));
            int close = text.indexOf("</", Math.max(0, open));
            if (open < 0 || close < 0) continue;
            var scrap = SCRAPS[random.nextInt(SCRAPS.length)];
            if (random.nextBoolean()) text.replace(open + 1, Math.max(open + 1, close), scrap);
            else text.insert(random.nextInt(text.length()), scrap);
        }
        return text.toString();
    }

    private Item imported() {
        var items = new ArrayList<Item>();
        imports.run(clerk(), List.of(folder), false, items::add);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    /** Kinds and slots of the lines that the last act began or ended. */
    private List<String> lastWritten() {
        return database.sql("""
                        select distinct kind || ' ' || slot from dossier.fact, (select max(known_from) as act from dossier.fact) last
                        where known_from = last.act or known_to = last.act""").query(String.class).list();
    }

    private long facts() {
        return database.sql("select count(*) from dossier.fact")
                .query(Long.class)
                .single();
    }

    private static Signed clerk() {
        var chapters = EnumSet.allOf(Chapter.class);
        var role = new Role("all", "全部", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var id = UUID.randomUUID();
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "fuzz", "乱测", null, false, sight, new Purpose("P05"));
    }
}
