package huoshui.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTests {

    @Test
    void everyShippedListNamesItsStandardAndSourceAndRepeatsNoCode() throws IOException {
        for (var id : shipped()) {
            var list = Codes.list(id);
            assertThat(list.id()).isEqualTo(id);
            assertThat(list.title()).as(id).isNotBlank();
            assertThat(list.standard()).as(id).isNotBlank();
            assertThat(list.source()).as(id).isNotBlank();
            assertThat(list.codes())
                    .as(id)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .allSatisfy(each -> assertThat(list.code(each.code())).contains(each))
                    .allSatisfy(each -> assertThat(each.name()).isNotBlank());
        }
    }

    @Test
    void aListIsAskedByCodeByNameAndByParent() {
        var education = Codes.list("ZB64");
        assertThat(education.name("1A")).contains("中央党校研究生");
        assertThat(education.find("省(区、市)委党校大学")).contains(new Code("2B", "省（区、市）委党校大学"));
        assertThat(Codes.list("ZB77").parent("211")).contains(new Code("21", "录用国内学校应届毕业生"));
        assertThat(Codes.list("ZB64").parent("11")).isEmpty();
    }

    @Test
    void regionsAreFiledByZeros() {
        var regions = Codes.list("ZB01");
        assertThat(regions.name("530500")).contains("保山市");
        assertThat(regions.parent("530502")).contains(new Code("530500", "保山市"));
        assertThat(regions.parent("530500")).contains(new Code("530000", "云南省"));
        assertThat(regions.parent("530000")).isEmpty();
    }

    @Test
    void aNameBorneByTwoEntriesIsNotGuessed() {
        assertThat(Codes.list("ZB65").named("警告")).isEmpty();
        assertThat(Codes.list("ZB65").named("记一等功")).contains(new Code("01112", "记一等功"));
    }

    @Test
    void anExcerptDoesNotJudgeWhatLiesOutsideIt() {
        assertThat(Codes.list("ZB08").judges("999Z")).isFalse();
        assertThat(Codes.list("ZB09").judges("01B99")).isFalse();
        assertThat(Codes.list("ZB09").judges("013101")).isFalse();
        assertThat(Codes.list("ZB09").judges("0177")).isTrue();
        assertThat(Codes.list("ZB64").judges("ZZ")).isTrue();
    }

    @Test
    void bothSpellingsOfALevelAndARankAreOneCode() {
        assertThat(Codes.list("ZB09").code("1A31")).contains(new Code("0131", "县处级正职"));
        assertThat(Codes.list("ZB148").code("1A1A")).contains(new Code("1A", "四级主任科员"));
        assertThat(Codes.list("ZB148").code("1A")).contains(new Code("1A", "四级主任科员"));
    }

    @Test
    void anUnknownListIsSaidToBeUnknown() {
        assertThat(Codes.find("ZB999")).isEmpty();
        assertThat(Codes.find("../application")).isEmpty();
    }

    private static List<String> shipped() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/codes"))) {
            return files.map(each -> each.getFileName().toString().replace(".csv", ""))
                    .sorted()
                    .toList();
        }
    }
}
