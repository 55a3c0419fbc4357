package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("密钥文件夹：在数据文件夹之外，缺了说得清，换了接得上")
class KeysFolderTests {

    @TempDir
    Path around;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theKeysLieOutsideTheDataAndTheHouseStaysClosedWithoutThem() throws IOException {
        var data = around.resolve("data");
        var keys = around.resolve("keys");
        assertThat(enter("verify", "--data", data.toString(), "--keys", keys.toString()))
                .isEqualTo(Door.FINE);
        var place = keys.resolve(Files.readString(data.resolve("house.id")).strip());
        assertThat(names(place)).containsExactlyInAnyOrder("master.key", "journal.key");
        for (var each : List.of("master.key", "journal.key"))
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve(each))))
                    .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");

        out.getBuffer().setLength(0);
        assertThat(enter("rekey", "--json", "--data", data.toString(), "--keys", keys.toString()))
                .isEqualTo(Door.FINE);
        var told = JsonMapper.shared().readTree(out.toString());
        assertThat(told.path("dataKey").asInt()).isEqualTo(3);
        assertThat(names(place))
                .hasSize(3)
                .contains("master-" + told.path("before").asString() + ".key");
        assertThat(enter("verify", "--data", data.toString(), "--keys", keys.toString()))
                .isEqualTo(Door.FINE);

        var elsewhere = around.resolve("elsewhere");
        assertThat(enter("verify", "--data", data.toString(), "--keys", elsewhere.toString()))
                .isEqualTo(Door.UNFIT);
        assertThat(err.toString()).contains("没有找到主密钥", "都读不出来", "--keys");
        assertThat(names(elsewhere.resolve(place.getFileName()))).isEmpty();

        Files.delete(place.resolve("journal.key"));
        assertThat(enter("verify", "--data", data.toString(), "--keys", keys.toString()))
                .isEqualTo(Door.UNFIT);
        assertThat(err.toString()).contains("没有找到操作留痕的密钥");
    }

    @Test
    void keysWithinTheDataAreRefused() {
        var data = around.resolve("data");

        assertThat(enter(
                        "verify",
                        "--data",
                        data.toString(),
                        "--keys",
                        data.resolve("keys").toString()))
                .isEqualTo(Door.UNFIT);

        assertThat(err.toString()).contains("不能放在数据文件夹里");
        assertThat(data.resolve("keys")).doesNotExist();
    }

    @Test
    void unknownAlgorithmsAreWrongUsage() {
        assertThat(enter("rekey", "--suite", "rot13", "--data", around.toString()))
                .isEqualTo(Door.USAGE);
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private int enter(String... arguments) {
        return Door.enter(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
