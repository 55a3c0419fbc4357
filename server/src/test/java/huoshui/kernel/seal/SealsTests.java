package huoshui.kernel.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.RoomTest;
import huoshui.kernel.Actor;
import huoshui.kernel.Acts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;

@RoomTest
@DisplayName("密存：数据密钥由数据文件夹之外的主密钥包住，改动、调换、错钥都认得出")
class SealsTests {

    static final byte[] HERE = "here".getBytes(UTF_8);

    final Actor officer = new Actor(UUID.randomUUID());

    @Autowired
    KeyTable table;

    @Autowired
    Acts acts;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Seals seals;

    @Value("${huoshui.keys}")
    Path keys;

    @TempDir
    Path elsewhere;

    Seals openedFrom(Path folder) {
        return new Seals(table, acts, clock, transactions, events, folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "诫勉", "长文：\u0000甲乙丙丁"})
    void whatWasSealedOpensInItsOwnPlaceOnly(String text) {
        for (var each : new String[] {text, text.repeat(2000)}) {
            var stored = seals.seal(HERE, each);

            assertThat(stored).startsWith("{\"k\":").doesNotContain("诫勉");
            assertThat(seals.open(HERE, stored)).isEqualTo(each);
            assertThatThrownBy(() -> seals.open("there".getBytes(UTF_8), stored))
                    .hasMessageContaining("与其密封不符");
        }
    }

    @Test
    void anyChangedCharacterIsNoticed() {
        for (int i = 0; i < 16; i++) anyChangedCharacterIsNoticed(seals.seal(HERE, "记过处分，影响期至二〇二五年三月"));
    }

    private void anyChangedCharacterIsNoticed(String stored) {
        for (int at = stored.indexOf("\"n\":\"") + 5; at < stored.length() - 2; at++) {
            if ("\",:cn".indexOf(stored.charAt(at)) >= 0) continue;
            var other = stored.charAt(at) == 'A' ? 'B' : 'A';
            var changed = stored.substring(0, at) + other + stored.substring(at + 1);
            assertThatThrownBy(() -> seals.open(HERE, changed)).as("at %d", at).hasMessageContaining("与其密封不符");
        }
    }

    @Test
    void equalValuesOfOneUseAreFoundAndTellNothingBeyondIt() {
        assertThat(seals.blind("id-number", "110101199003070011"))
                .isEqualTo(seals.blind("id-number", "110101199003070011"));
        assertThat(seals.blind("id-number", "110101199003070011"))
                .isNotEqualTo(seals.blind("family", "110101199003070011"));
        assertThat(seals.blind("id-number", "110101199003070011"))
                .isNotEqualTo(seals.blind("id-number", "11010119900307002X"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm", "aes"})
    void rekeyingLeavesOldTextsAsTheyAreAndSealsNewOnesUnderANewKey(String suite) throws IOException {
        var beside = openedFrom(keys);
        var old = seals.seal(HERE, "此前密存");
        var blind = seals.blind("id-number", "110101199003070011");

        var done = seals.rekey(officer, Suite.of(suite).orElseThrow());

        var fresh = seals.seal(HERE, "此后密存");
        assertThat(fresh).startsWith("{\"k\":" + done.dataKey() + ",");
        assertThat(old).doesNotContain("\"k\":" + done.dataKey() + ",");
        for (var each : new Seals[] {seals, beside, openedFrom(keys)}) {
            assertThat(each.open(HERE, old)).isEqualTo("此前密存");
            assertThat(each.open(HERE, fresh)).isEqualTo("此后密存");
            assertThat(each.blind("id-number", "110101199003070011")).isEqualTo(blind);
        }
        assertThat(table.all()).allMatch(each -> each.master().equals(done.master()));
        assertThat(done.setAside()).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aProcessBesideTakesUpTheNewKeyBeforeItWrites() {
        var beside = openedFrom(keys);
        var done = seals.rekey(officer, Suite.usual());

        beside.freshen();

        assertThat(beside.seal(HERE, "此后")).startsWith("{\"k\":" + done.dataKey() + ",");
    }

    @Test
    void aChangeOfKeysThatStoppedHalfWayIsFinishedWhenOpenedAgain() throws IOException {
        var old = seals.seal(HERE, "此前");
        var before = Files.readString(keys.resolve("master.key"));
        seals.rekey(officer, Suite.usual());
        Files.move(keys.resolve("master.key"), keys.resolve("master.key.new"));
        Files.writeString(keys.resolve("master.key"), before);

        assertThat(openedFrom(keys).open(HERE, old)).isEqualTo("此前");

        assertThat(keys.resolve("master.key.new")).doesNotExist();
        assertThat(openedFrom(keys).open(HERE, old)).isEqualTo("此前");
    }

    @Test
    void aMissingMasterKeyIsToldWithWhatIsLostAndWhatToDo() {
        assertThatThrownBy(() -> openedFrom(elsewhere))
                .isInstanceOf(KeysUnfit.class)
                .hasMessageContaining(elsewhere.resolve("master.key").toString())
                .hasMessageContaining("都读不出来")
                .hasMessageContaining("--keys")
                .hasMessageContaining("备份口令");
        assertThat(elsewhere.resolve("master.key")).doesNotExist();
    }

    @Test
    void aWrongOrTornMasterKeyIsTold() throws IOException {
        new KeyFile(elsewhere.resolve("master.key")).make();
        assertThatThrownBy(() -> openedFrom(elsewhere))
                .isInstanceOf(KeysUnfit.class)
                .hasMessageContaining("主密钥不符");

        Files.writeString(elsewhere.resolve("master.key"), "12ab\n");
        assertThatThrownBy(() -> openedFrom(elsewhere)).hasMessageContaining("内容不是密钥");

        Files.copy(keys.resolve("master.key"), elsewhere.resolve("master.key"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(openedFrom(elsewhere).open(HERE, seals.seal(HERE, "放回来就好"))).isEqualTo("放回来就好");
    }
}
