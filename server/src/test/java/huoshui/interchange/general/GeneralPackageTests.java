package huoshui.interchange.general;

import static huoshui.interchange.general.Samples.everyone;
import static huoshui.interchange.general.Samples.row;
import static huoshui.interchange.general.Samples.table;
import static huoshui.interchange.general.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import huoshui.interchange.general.GeneralWriter.Extent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneralPackageTests {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1, 2, 3};

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenComesBackEqual() throws IOException {
        var people = people(40);
        try (var read = open(Samples.written(Extent.STANDARD, people))) {
            assertThat(everyone(read)).isEqualTo(people);
            assertThat(read.units()).containsExactly(Samples.unit());
            assertThat(read.manifest().node("type")).contains("23");
            assertThat(read.manifest().node("psncount")).contains("40");
            assertThat(read.problems()).isEmpty();
        }
    }

    @Test
    void theSamePeopleGiveTheSameBytes() throws IOException {
        var people = people(30);
        var once = Samples.written(Extent.STANDARD, people);
        assertThat(Samples.written(Extent.STANDARD, people)).isEqualTo(once);
        try (var read = open(once)) {
            var again = new ByteArrayOutputStream();
            try (var writer = new GeneralWriter(again, Extent.STANDARD)) {
                read.units().forEach(writer::unit);
                read.eachPerson(each -> writer.person(each, null));
                writer.finish(read.manifest());
            }
            assertThat(again.toByteArray()).isEqualTo(once);
        }
    }

    @Test
    void theStandardPackageHoldsExactlyTheColumnsOfTheFormat() {
        assertThat(GeneralColumns.standardSets())
                .containsExactly(
                        "A01", "A02", "A05", "A06", "A08", "A14", "A15", "A30", "A33", "A36", "A57", "A99Z1", "B01");
        assertThat(GeneralColumns.standard("A15")).containsExactly("A0000", "A1517", "A1521");
        assertThat(GeneralColumns.standard("A01"))
                .hasSize(39)
                .startsWith("A0000", "A0101")
                .endsWith("A2949", "A0180");
        assertThat(GeneralColumns.called("A01", "A0134")).isEqualTo("参加工作时间（A0134）");
    }

    @Test
    void whatTheFormatHasNoPlaceForIsLeftOutAndSaid() throws IOException {
        var person = new GeneralPerson(
                "P1",
                Map.of(
                        "A01", List.of(row("A0000", "P1", "A0101", "林示例", "A0192F", "202001")),
                        "A11", List.of(row("A0000", "P1", "A1131", "示例班"))));
        var bytes = new ByteArrayOutputStream();
        try (var writer = new GeneralWriter(bytes, Extent.STANDARD)) {
            writer.person(person, null);
            var written = writer.finish(GeneralManifest.made("20261122", Samples.unit()));
            assertThat(written.left()).containsExactly(Map.entry("A01.A0192F", 1), Map.entry("A11", 1));
        }
        try (var read = open(bytes.toByteArray())) {
            assertThat(everyone(read).getFirst().sets()).containsOnlyKeys("A01");
        }
    }

    @Test
    void aWholePackageKeepsSetsAndColumnsNobodyKnows() throws IOException {
        var person = new GeneralPerson(
                "P1",
                Map.of(
                        "A01", List.of(row("A0000", "P1", "A0101", "林示例", "X0001", "甲")),
                        "A88", List.of(row("A0000", "P1", "A8801", "乙"))));
        try (var read = open(Samples.written(Extent.WHOLE, List.of(person)))) {
            assertThat(everyone(read)).containsExactly(person);
            assertThat(codes(read)).containsExactlyInAnyOrder("general.unknown-set", "general.unknown-column");
        }
    }

    @Test
    void aResumeKeepsItsLinesEvenWhereTheyStandRawInTheAttribute() {
        var file = zip(
                folder,
                "gwyinfo.xml",
                "<root/>",
                "Table/A01.xml",
                table(
                        "<row A0000=\"P1\" A0101='林\"示例' A1701=\"2002.09--2006.08  学习\r\n2006.08--         科员\n（其间：挂职）\"/>"));
        try (var read = GeneralPackage.open(file)) {
            var person = everyone(read).getFirst();
            assertThat(person.name()).isEqualTo("林\"示例");
            assertThat(person.value("A01", "A1701")).contains("2002.09--2006.08  学习\n2006.08--         科员\n（其间：挂职）");
        }
    }

    @Test
    void photosAreFoundByTheNameTheirRowGives() throws IOException {
        var people = people(2);
        try (var read = open(Samples.written(Extent.STANDARD, people, GeneralPhoto.of("P000000.jpg", JPEG)))) {
            var first = everyone(read).getFirst();
            var photo = read.photo(first).orElseThrow();
            assertThat(photo.bytes()).isEqualTo(JPEG);
            assertThat(photo.mediaType()).isEqualTo("image/jpeg");
            assertThat(read.photo(everyone(read).getLast())).isEmpty();
        }
    }

    @Test
    void aPackageInAFolderAndWithChineseWindowsTextIsReadAllTheSame() {
        var gbk = Charset.forName("GBK");
        var info =
                "<?xml version=\"1.0\" encoding=\"GBK\"?><root><node name=\"B0101\" value=\"示例市委组织部\"/><node name=\"dataverion\" value=\"2013\"/></root>";
        var file = zip(folder, new String[] {"导出/gwyinfo.xml", "导出/Table/A01.xml"}, new byte[][] {
            info.getBytes(gbk), table("<row A0000=\"1\" A0101=\"林示例\"/>").getBytes(gbk)
        });
        try (var read = GeneralPackage.open(file)) {
            assertThat(read.manifest().node("B0101")).contains("示例市委组织部");
            assertThat(read.manifest().node("dataversion")).contains("2013");
            assertThat(everyone(read).getFirst().name()).isEqualTo("林示例");
            assertThat(codes(read)).containsExactly("general.gbk", "general.gbk");
        }
        assertThat(GeneralPackage.recognizes(file)).isTrue();
    }

    @Test
    void rowsAreToldApartOrSaidToBeDoubtful() {
        var file = zip(
                folder,
                "gwyinfo.xml",
                "<root><node name=\"psncount\" value=\"9\"/></root>",
                "Table/A01.xml",
                table("<row A0000=\"1\" A0101=\"甲\" A0184=\"x1\"/><row A0000=\"1\" A0101=\"乙\"/><row A0101=\"丙\"/>"
                        + "<row A0000=\"2\" A0184=\"X1\"/>"),
                "Table/A02.xml",
                table("<row A0000=\"7\" A0215A=\"主任\"/><row A0000=\"2\" A0215A=\"科员\"/>"),
                "Table/B01.xml",
                table("<row B0101=\"甲局\" B0111=\"001\"/><row B0101=\"乙局\" B0111=\"001\"/><row B0111=\"\"/>"));
        try (var read = GeneralPackage.open(file)) {
            var people = everyone(read);
            assertThat(people).extracting(GeneralPerson::a0000).containsExactly("1", "2");
            assertThat(people.getFirst().rows("A01")).hasSize(2);
            assertThat(codes(read))
                    .contains("general.duplicate-key", "general.no-key", "general.same-id-number", "general.no-name")
                    .contains(
                            "general.orphan",
                            "general.duplicate-unit",
                            "general.no-unit-key",
                            "general.no-unit-name",
                            "general.count");
            assertThat(read.problemsOf(people.getFirst()))
                    .extracting(GeneralProblem::code)
                    .contains("general.duplicate-key");
            assertThat(read.problems())
                    .anySatisfy(each -> assertThat(each.message())
                            .isEqualTo("A01第 2 行（乙）的人员主键“1”与前面的甲相同：分不清其他信息属于谁。请在原系统改正后重新导出。"));
            assertThat(read.problems()).noneMatch(each -> each.message().contains("X1"));
        }
    }

    @Test
    void aCodeNoListKnowsIsKeptAndToldWithRowAndField() {
        var file = zip(
                folder,
                "gwyinfo.xml",
                "<root/>",
                "Table/A01.xml",
                table("<row A0000=\"1\" A0101=\"甲\" A0104=\"7\" A0117=\"汉族\" A0221=\"1A31\"/>"));
        try (var read = GeneralPackage.open(file)) {
            assertThat(everyone(read).getFirst().value("A01", "A0104")).contains("7");
            assertThat(read.problems()).singleElement().satisfies(each -> {
                assertThat(each.message()).isEqualTo("A01第 1 行（甲）的性别（A0104）是“7”，不在代码表 GB2261 中：原样保留。请核对后改为表中代码。");
                assertThat(each.column()).isEqualTo("A0104");
                assertThat(each.error()).isFalse();
            });
        }
    }

    @Test
    void nothingStaysInTheTemporaryFolder() throws IOException {
        var zip = folder.resolve("p.zip");
        Files.write(zip, Samples.written(Extent.STANDARD, people(5)));
        var work = Files.createDirectory(folder.resolve("work"));
        try (var read = GeneralPackage.open(zip, work, GeneralLimits.STANDARD)) {
            assertThat(everyone(read)).hasSize(5);
        }
        assertThat(work).isEmptyDirectory();
    }

    private List<GeneralPerson> people(int count) {
        var samples = new Samples(20261122);
        return IntStream.range(0, count).mapToObj(samples::person).toList();
    }

    private GeneralPackage open(byte[] bytes) throws IOException {
        return GeneralPackage.open(Files.write(Files.createTempFile(folder, "p", ".zip"), bytes));
    }

    private static List<String> codes(GeneralPackage read) {
        return read.problems().stream().map(GeneralProblem::code).toList();
    }

    @Test
    void textIsWrittenSoThatEveryParserReadsItBack() {
        assertThat(TableFile.escaped("A01", "A0101", "<a & \"b\">\r\n\t"))
                .isEqualTo("&lt;a &amp; &quot;b&quot;&gt;&#13;&#10;&#9;");
        assertThat("𠮷")
                .satisfies(each ->
                        assertThat(TableFile.escaped("A01", "A0101", each)).isEqualTo(each));
    }
}
