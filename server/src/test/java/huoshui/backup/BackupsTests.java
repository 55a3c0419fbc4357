package huoshui.backup;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.audit.Epochs;
import huoshui.audit.Journal;
import huoshui.audit.JournalQuery;
import huoshui.audit.Verification;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.kernel.Actor;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Span;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomTest
@DisplayName("备份与恢复都留痕，写明备份与经办人")
class BackupsTests {

    @TempDir
    Path around;

    @Autowired
    Backups backups;

    @Autowired
    Journal journal;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Epochs epochs;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aBackupIsJournaledBeforeItIsMadeAndHoldsItsOwnEntry() {
        var person = dossiers.open();
        dossiers.record(
                new Actor(UUID.randomUUID()),
                person,
                new IdNumber("110101199003070011"),
                Span.since(LocalDate.of(2020, 1, 1)),
                "档案");
        var file = around.resolve("a.huoshui");

        var done = backups.make(file, new Passphrase("一句记得住的长长的口令".concat("呀呀").toCharArray()));

        var newest = newest();
        assertThat(newest.verb()).isEqualTo(Verb.BACKUP);
        assertThat(newest.number()).isEqualTo(done.entries());
        assertThat(newest.purpose()).isEqualTo("S50");
        var manifest = BackupFile.check(file).manifest();
        assertThat(manifest.head()).isNotNull();
        assertThat(manifest.head().number()).isEqualTo(done.entries());
        assertThat(manifest.people()).isEqualTo(1);

        backups.restored(file, manifest);
        assertThat(newest().verb()).isEqualTo(Verb.RESTORE);
        assertThat(epochs.all()).singleElement().satisfies(each -> {
            assertThat(each.entry()).isEqualTo(newest().number());
            assertThat(each.backup()).isEqualTo("a.huoshui");
            assertThat(each.head()).isEqualTo(done.entries());
            assertThat(each.operator()).isEqualTo(System.getProperty("user.name"));
        });
        assertThat(verification.verify(null).firstBad()).isNull();

        jdbc.sql("alter table audit.epoch disable trigger user").update();
        jdbc.sql("update audit.epoch set operator = '别人'").update();
        assertThat(verification.verify(null).ok()).isFalse();
    }

    private huoshui.audit.Entry newest() {
        return journal.page(new JournalQuery(null, null, null, null, null, null, 1))
                .getFirst();
    }
}
