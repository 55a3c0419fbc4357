package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.audit.Entry;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.interchange.Batch.State;
import huoshui.interchange.Batches.Settlement;
import huoshui.interchange.Batches.Upload;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Sm3;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("名册版式、列对应、批次取舍：每一次保存都留痕")
class NoticesTests {

    private final Signed who = somebody();

    @Autowired
    RosterLayouts layouts;

    @Autowired
    Imports imports;

    @Autowired
    Batches batches;

    @Autowired
    Journal journal;

    @Test
    void everyLayoutKeptChangedAndRemovedIsJournaled() {
        var layout = new RosterLayout("留痕名册", null, List.of("name"), null, null, null, null, null, null, null, null);
        var id = Objects.requireNonNull(layouts.save(who, layout, false).id());
        assertThat(notices()).isOne();
        layouts.change(who, id, layout, false);
        assertThat(notices()).isEqualTo(2);
        layouts.remove(who, id);
        assertThat(notices()).isEqualTo(3);
    }

    @Test
    void theMeaningOfColumnsKeptUnderANameIsJournaled(@TempDir Path folder) throws Exception {
        var roster = Files.writeString(folder.resolve("a.csv"), "姓名,性别,出生年月\n舒留痕,女,1990.01\n");
        imports.run(who, List.of(roster), "留痕来源", false, each -> {});
        assertThat(notices()).isOne();
    }

    @Test
    void aWordOnAFileOfABatchIsJournaled() throws Exception {
        var form = Sheaf.plain(70).getLast().getBytes(StandardCharsets.UTF_8);
        var id = batches.receive(who, List.of(new Upload("a.lrmx", () -> new ByteArrayInputStream(form))))
                .id();
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (batches.find(who, id).state() != State.READY && System.nanoTime() < until) Thread.sleep(100);
        long before = notices();
        batches.settle(who, id, 1, new Settlement(true, false, null, List.of(), List.of()), false);
        assertThat(notices()).isEqualTo(before + 1);
    }

    @Test
    void theWordOfSomebodyWhoMayNotTakeAWholeFamilyDoesNotSaySo() throws Exception {
        var id = ready(List.of(upload(90, "健康")));
        var reads = EnumSet.complementOf(EnumSet.of(Chapter.FAMILY));
        var clerk = new Signed(
                who.account(),
                "clerk",
                "clerk",
                null,
                false,
                RosterOutTests.somebody(reads).sight(),
                null);
        batches.settle(clerk, id, 1, new Settlement(false, false, null, List.of(), List.of("family.others")), false);
        var word = new Canonical()
                .add("choice")
                .add(id)
                .add(1)
                .add("open")
                .add((UUID) null)
                .add("")
                .add("");
        assertThat(latest().digest()).isEqualTo(Sm3.of(latest().salt(), word.bytes()));
    }

    private static Upload upload(int person, String health) {
        var form = Sheaf.with(Sheaf.plain(person).getLast(), "JianKangZhuangKuang", health);
        var bytes = form.getBytes(StandardCharsets.UTF_8);
        return new Upload(person + ".lrmx", () -> new ByteArrayInputStream(bytes));
    }

    private UUID ready(List<Upload> files) throws InterruptedException {
        return ready(batches.receive(who, files).id());
    }

    private UUID ready(UUID id) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (batches.find(who, id).state() != State.READY && System.nanoTime() < until) Thread.sleep(100);
        return id;
    }

    private Entry latest() {
        return journal.page(new JournalQuery(null, null, who.account(), Verb.ADMINISTER, null, null, 1))
                .getFirst();
    }

    private long notices() {
        return journal.page(new JournalQuery(null, null, who.account(), Verb.ADMINISTER, null, null, 100)).stream()
                .filter(each -> each.subject() == null)
                .count();
    }

    private static Signed somebody() {
        var id = UUID.randomUUID();
        var chapters = EnumSet.allOf(Chapter.class);
        var role = new Role("all", "全部", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "clerk", "clerk", null, false, sight, null);
    }
}
