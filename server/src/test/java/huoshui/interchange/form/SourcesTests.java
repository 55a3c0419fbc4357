package huoshui.interchange.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("导入来源：文件、文件夹、压缩包，一个坏不碍其余")
class SourcesTests {

    @TempDir
    Path folder;

    private static final byte[] FORM = Forms.file(Forms.EXAMPLE);

    /** What one entry of a test archive is made of. */
    private record Packed(String name, byte[] bytes) {}

    private Path zip(Charset names, Packed... entries) throws IOException {
        var file = folder.resolve("包.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file), names)) {
            for (var each : entries) {
                out.putNextEntry(new ZipEntry(each.name()));
                out.write(each.bytes());
            }
        }
        return file;
    }

    private List<Source> open(Path path) {
        return open(path, Limits.STANDARD);
    }

    private static List<Source> open(Path path, Limits limits) {
        try (var sources = new Sources(limits).open(path)) {
            return sources.toList();
        }
    }

    private static List<String> told(List<Source> sources) {
        return sources.stream()
                .map(each -> each.name().replace('\\', '/') + " "
                        + (each.problem() == null ? "可读" : each.problem().code()))
                .toList();
    }

    @Test
    void namesInGbkAndInUtf8AreBothRead() throws IOException {
        for (var names : List.of(Charset.forName("GBK"), StandardCharsets.UTF_8)) {
            var sources = open(zip(names, new Packed("市直/", new byte[0]), new Packed("市直/林示例.lrmx", FORM)));
            assertThat(told(sources)).containsExactly("市直/林示例.lrmx 可读");
            assertThat(sources.getFirst().form(Limits.STANDARD).text(Box.NAME)).isEqualTo("林示例");
        }
    }

    @Test
    void pathsThatLeaveTheArchiveAreRefusedAndTheOthersRead() throws IOException {
        var sources = open(zip(
                StandardCharsets.UTF_8,
                new Packed("../../逃.lrmx", FORM),
                new Packed("/etc/逃.lrmx", FORM),
                new Packed("C:\\逃.lrmx", FORM),
                new Packed("a/..\\逃.lrmx", FORM),
                new Packed("好.lrmx", FORM),
                new Packed("里.zip", new byte[] {'P', 'K'}),
                new Packed("名册.xlsx", new byte[10]),
                new Packed("__MACOSX/._好.lrmx", new byte[10])));
        assertThat(told(sources))
                .containsExactly(
                        "../../逃.lrmx source.path",
                        "/etc/逃.lrmx source.path",
                        "C:/逃.lrmx source.path",
                        "a/../逃.lrmx source.path",
                        "好.lrmx 可读",
                        "里.zip source.nested");
    }

    @Test
    void rostersInAnArchiveAreHandedOutApartUnderTheSameCaps() throws IOException {
        var file = zip(
                StandardCharsets.UTF_8,
                new Packed("../逃.xlsx", new byte[10]),
                new Packed("市直/名册.xlsx", new byte[] {'P', 'K', 3, 4}),
                new Packed("~$名册.xlsx", new byte[10]),
                new Packed("弹.csv", new byte[20 << 20]),
                new Packed("里.zip", new byte[] {'P', 'K'}),
                new Packed("好.lrmx", FORM));
        try (var sheets = new Sources().sheets(file, "包.zip")) {
            assertThat(told(sheets.toList())).containsExactly("市直/名册.xlsx 可读");
        }
        assertThat(told(open(file)))
                .containsExactly("../逃.xlsx source.path", "弹.csv source.bomb", "里.zip source.nested", "好.lrmx 可读");
    }

    @Test
    void aBombIsNotBlownUp() throws IOException {
        var file = zip(
                StandardCharsets.UTF_8,
                new Packed("弹.lrmx", new byte[20 << 20]),
                new Packed("大.lrmx", new byte[40 << 20]),
                new Packed("好.lrmx", FORM));
        assertThat(told(open(file))).containsExactly("弹.lrmx source.bomb", "大.lrmx source.bomb", "好.lrmx 可读");
    }

    @Test
    void anArchiveTooLargeInAllIsReadAsFarAsAllowed() throws IOException {
        var file = zip(
                StandardCharsets.UTF_8,
                new Packed("一.lrmx", FORM),
                new Packed("二.lrmx", FORM),
                new Packed("三.lrmx", FORM));
        var limits = Limits.STANDARD.withArchive(FORM.length + 10L, 100);
        assertThat(told(open(file, limits))).containsExactly("一.lrmx 可读", "二.lrmx source.too-large");
        assertThat(told(open(file, Limits.STANDARD.withArchive(1 << 20, 2))))
                .hasSize(1)
                .first()
                .asString()
                .endsWith("source.too-many");
    }

    @Test
    void aBrokenArchiveIsToldAndTheFolderGoesOn() throws IOException {
        Files.createDirectories(folder.resolve("甲/乙"));
        Files.write(folder.resolve("甲/乙/林示例.lrmx"), FORM);
        Files.write(folder.resolve("坏.zip"), "不是压缩包".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("说明.txt"), new byte[1]);
        Files.write(folder.resolve(".DS_Store"), new byte[1]);
        try (OutputStream large = Files.newOutputStream(folder.resolve("过大.lrmx"))) {
            large.write(new byte[Limits.STANDARD.file() + 1]);
        }
        assertThat(open(folder))
                .extracting(
                        each -> each.problem() == null ? "可读" : each.problem().code())
                .containsExactlyInAnyOrder("source.zip", "可读", "source.unsupported", "form.too-large");
    }

    @Test
    void aTruncatedArchiveIsTold() throws IOException {
        var whole = Files.readAllBytes(zip(StandardCharsets.UTF_8, new Packed("好.lrmx", FORM)));
        var cut = folder.resolve("断.zip");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        assertThat(told(open(cut))).singleElement().asString().endsWith("source.zip");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatThrownBy(() -> open(folder.resolve("没有.lrmx")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("没有这个文件");
    }

    @Test
    void theOldFormFindsItsPictureInFolderAndArchive() throws IOException {
        var record = LrmReaderTests.record("林示例");
        var picture = new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};
        Files.write(folder.resolve("林示例.lrm"), record);
        Files.write(folder.resolve("林示例.PIC"), picture);
        var packed = zip(Charset.forName("GBK"), new Packed("x/林示例.LRM", record), new Packed("x/林示例.pic", picture));
        var sources = open(folder);
        assertThat(sources).hasSize(2).allMatch(each -> each.problem() == null);
        assertThat(open(packed)).hasSize(1);
        for (var each : sources) assertThat(each.form(Limits.STANDARD).photo()).hasValue(picture);
    }
}
