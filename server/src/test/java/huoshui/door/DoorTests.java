package huoshui.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class DoorTests {

    @TempDir
    Path around;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void askingForNothingOrForWhatDoesNotExistIsWrongUsage() {
        assertThat(enter()).isEqualTo(Door.USAGE);
        assertThat(enter("fly")).isEqualTo(Door.USAGE);
        assertThat(enter("serve", "--fly")).isEqualTo(Door.USAGE);
        assertThat(enter("serve", "--port", "many")).isEqualTo(Door.USAGE);
        assertThat(enter("serve", "--cert", "only.pem")).isEqualTo(Door.USAGE);
        assertThat(enter("import", "--as", "someone")).isEqualTo(Door.USAGE);
        assertThat(enter(
                        "import",
                        "--as",
                        "someone",
                        around.resolve("absent.lrmx").toString()))
                .isEqualTo(Door.USAGE);
        assertThat(enter("export", "--as", "someone", "--format", "xlsx", "--out", "x", "--all"))
                .isEqualTo(Door.USAGE);
        assertThat(enter("export", "--as", "someone", "--format", "lrmx", "--out", "x"))
                .isEqualTo(Door.USAGE);
        assertThat(enter("demo", "--people", "3")).isEqualTo(Door.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("--fly", "--key=FILE");
    }

    @Test
    void aValueThatCannotBeReadIsToldInWordsAndNotInThoseOfTheMachine() {
        var all = List.of("export", "--as", "someone", "--out", "x", "--all");
        for (var wrong : List.of(
                List.of("--as-of", "2026-02-30", "日历上有这一天"),
                List.of("--format", "hzb", "tongyong"),
                List.of("--unit=" + UUID.randomUUID(), "--format=lrmx", "只能选一种"))) {
            var words = new ArrayList<>(all);
            words.addAll(wrong.subList(0, 2));
            assertThat(enter(words.toArray(String[]::new))).isEqualTo(Door.USAGE);
            assertThat(err.toString()).contains(wrong.get(2)).doesNotContain("java.", "Invalid value", "exclusive");
            err.getBuffer().setLength(0);
        }
        assertThat(enter("export", "--as", "someone", "--out", "x", "--person", "lin"))
                .isEqualTo(Door.USAGE);
        assertThat(err.toString()).contains("--person 写法不对：所给为“lin”，应为编号");
    }

    @Test
    void helpIsFineAndNamesEveryCommand() {
        assertThat(enter("help")).isEqualTo(Door.FINE);
        assertThat(out.toString())
                .contains(
                        "demo", "serve", "import", "export", "examine", "verify", "rekey", "backup", "restore", "help")
                .doesNotContain("rehearse");
    }

    @Test
    void anUnusableFolderADeafDatabaseAndAStrangeHostAreTheMachinesFault() throws IOException {
        var file = Files.writeString(around.resolve("file"), "");
        assertThat(enter("serve", "--data", file.toString())).isEqualTo(Door.UNFIT);
        assertThat(err.toString()).contains("不能使用数据文件夹");
        assertThat(enter("serve", "--data", around.toString(), "--database-url", "postgresql://u@127.0.0.1:1/none"))
                .isEqualTo(Door.UNFIT);
        assertThat(err.toString()).contains("不能连接 jdbc:postgresql://127.0.0.1:1/none");
        assertThat(enter("serve", "--data", around.toString(), "--database-url", "mysql://x/y"))
                .isEqualTo(Door.UNFIT);
        assertThat(enter("serve", "--data", around.toString(), "--host", "no.such.host.invalid"))
                .isEqualTo(Door.UNFIT);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aProgramIsToldOfARefusalInTheOneDocumentItReads() throws IOException {
        var file = Files.writeString(around.resolve("file"), "");
        assertThat(enter("verify", "--json", "--data", file.toString())).isEqualTo(Door.UNFIT);
        assertThat(JsonMapper.shared().readTree(out.toString()).path("code").asString())
                .isEqualTo("unfit");
    }

    @Test
    void wrongUsageIsToldToAProgramInTheDocumentItReads() throws IOException {
        for (var wrong : List.of(
                new String[] {"verify", "--json", "--against", "rubbish"},
                new String[] {"serve", "--json", "--fly"},
                new String[] {"import", "--json", "--as", "someone"})) {
            out.getBuffer().setLength(0);
            assertThat(enter(wrong)).as(String.join(" ", wrong)).isEqualTo(Door.USAGE);
            var told = JsonMapper.shared().readTree(out.toString());
            assertThat(told.path("code").asString()).isEqualTo("usage");
            assertThat(told.path("detail").asString()).isNotBlank();
        }
    }

    @Test
    void aHeadThatIsNoneIsWrongUsageAndTouchesNothing() {
        var folder = around.resolve("data");
        assertThat(enter("verify", "--data", folder.toString(), "--against", "12:abc"))
                .isEqualTo(Door.USAGE);
        assertThat(err.toString()).contains("序号:链值", "12:abc");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aDemonstrationStoppedHalfWayIsNotOpenedAndSaysWhatToDo() throws IOException {
        Files.writeString(around.resolve("demo-unfinished"), "");
        assertThat(enter("demo", "--json", "--port", "0", "--data", around.toString()))
                .isEqualTo(Door.REFUSED);
        assertThat(err.toString()).contains("没有建完", around.toString(), "删去");
        assertThat(JsonMapper.shared().readTree(out.toString()).path("code").asString())
                .isEqualTo("demo-unfinished");
        assertThat(around).isDirectoryNotContaining("glob:**/postgres");
    }

    private int enter(String... arguments) {
        return Door.enter(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
