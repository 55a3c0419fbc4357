package huoshui.interchange.general;

import static huoshui.interchange.general.Samples.row;
import static huoshui.interchange.general.Samples.table;
import static huoshui.interchange.general.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostilePackageTests {

    private static final String ONE = "<row A0000=\"1\" A0101=\"甲\"/>";

    @TempDir
    Path folder;

    @Test
    void aDocumentTypeIsRefusedBeforeAnythingIsResolved() {
        var xml =
                "<?xml version=\"1.0\"?><!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml><data><row A0000=\"&x;\"/></data></xml>";
        refused(withPeople(xml), "general.doctype");
        refused(zip(folder, "gwyinfo.xml", "<!DOCTYPE root><root/>", "Table/A01.xml", table(ONE)), "general.doctype");
    }

    @Test
    void aDocumentTypeInAnotherEncodingIsRefusedToo() {
        var utf16 = "<!DOCTYPE xml><xml/>".getBytes(java.nio.charset.StandardCharsets.UTF_16);
        refused(
                zip(folder, new String[] {"Table/A01.xml"}, new byte[][] {utf16}),
                "general.encoding",
                "general.malformed");
    }

    @Test
    void aTableCutShortRefusesThePackageAndSaysWhere() {
        var thrown = refused(withPeople("<xml><data>" + ONE + "<row A0000=\"2\" A01"), "general.malformed");
        assertThat(thrown.getMessage()).contains("Table/A01.xml", "第 1 行数据之后", "请用原系统重新导出");
    }

    @Test
    void anEndlessFieldIsRefusedWithoutReadingItAll() {
        refused(
                withPeople(table("<row A0000=\"1\" A1701=\"" + "长".repeat(3_000_000) + "\"/>")),
                "general.row-too-long");
    }

    @Test
    void aTablePackedSmallAndUnpackedHugeIsRefused() {
        var file = withPeople(table(" ".repeat(200_000) + ONE));
        var limits = new GeneralLimits(10, 100_000, 10_000, 10, 10, 100);
        assertThatThrownBy(() -> GeneralPackage.open(file, folder, limits))
                .isInstanceOfSatisfying(
                        Refusal.class, each -> assertThat(each.code()).isEqualTo("general.too-large"));
    }

    @Test
    void namesThatLeaveThePackageAreRefused() {
        refused(zip(folder, "gwyinfo.xml", "<root/>", "../../evil.xml", "x"), "general.unsafe-path");
        refused(zip(folder, "Table/A01.xml", table(ONE), "Photos\\..\\..\\evil.jpg", "x"), "general.unsafe-path");
        refused(zip(folder, "Table/A01.xml", table(ONE), "/etc/cron.d/evil", "x"), "general.unsafe-path");
    }

    @Test
    void aPhotoNameWithAPathIsNotFollowed() {
        var file = zip(
                folder,
                "gwyinfo.xml",
                "<root/>",
                "Table/A01.xml",
                table(ONE),
                "Table/A57.xml",
                table("<row A0000=\"1\" A5714=\"../gwyinfo.xml\"/>"));
        try (var read = GeneralPackage.open(file)) {
            assertThat(read.photo(Samples.everyone(read).getFirst())).isEmpty();
            assertThat(read.problems()).extracting(GeneralProblem::code).containsExactly("general.unsafe-path");
        }
    }

    @Test
    void otherArchivesAreNamedAndTheWayOutIsTold() throws IOException {
        var seven = Files.write(folder.resolve("a.7z"), new byte[] {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C});
        assertThat(refused(seven, "general.seven-zip").getMessage()).contains("另存为 zip");
        refused(Files.write(folder.resolve("a.hzb"), new byte[] {1, 2, 3, 4}), "general.not-zip");
        var cut = Files.readAllBytes(withPeople(table(ONE)));
        refused(
                Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(cut, cut.length / 2)),
                "general.not-zip");
        refused(zip(folder, "张三.lrmx", "<Person/>"), "general.no-tables");
        assertThat(GeneralPackage.recognizes(zip(folder, "张三.lrmx", "<Person/>")))
                .isFalse();
    }

    @Test
    void tooManyPeopleAreRefusedWithTheNumberAllowed() {
        var file = withPeople(table(ONE.repeat(11)));
        var limits = new GeneralLimits(10, 100_000, 10_000, 10, 10, 100);
        assertThatThrownBy(() -> GeneralPackage.open(file, folder, limits)).hasMessageContaining("超过 10 人");
    }

    @Test
    void nothingIsWrittenThatXmlCannotHold() {
        try (var writer = new GeneralWriter(new ByteArrayOutputStream(), GeneralWriter.Extent.STANDARD)) {
            var person = new GeneralPerson("1", Map.of("A01", List.of(row("A0101", "甲\u0001"))));
            assertThatThrownBy(() -> writer.person(person, null)).hasMessageContaining("姓名（A0101）");
            var photo = GeneralPhoto.of("../a.jpg", new byte[3]);
            var plain = new GeneralPerson("2", Map.of("A01", List.of(row("A0101", "乙"))));
            assertThatThrownBy(() -> writer.person(plain, photo)).hasMessageContaining("照片文件名");
        }
    }

    private Path withPeople(String xml) {
        return zip(folder, "gwyinfo.xml", "<root/>", "Table/A01.xml", xml);
    }

    private static Refusal refused(Path file, String... codes) {
        try (var read = GeneralPackage.open(file)) {
            throw new AssertionError("read " + read.people());
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isIn((Object[]) codes);
            return refusal;
        }
    }
}
