package huoshui.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import huoshui.kernel.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("附件内容：按字节认，不按名字；会自行运行的不收")
class ContentTests {

    @Test
    void whatOfficesSendIsRecognizedByItsBytes() throws IOException {
        assertThat(Content.of(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo(Content.JPEG);
        assertThat(Content.of("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj".getBytes(UTF_8)))
                .isEqualTo(Content.PDF);
        assertThat(Content.of(office("word/document.xml"))).isEqualTo(Content.WORD);
        assertThat(Content.of(office("xl/workbook.xml"))).isEqualTo(Content.SHEET);
        assertThat(Content.of("谈话记录：a < b，c > d。\r\n\t第二行".getBytes(UTF_8))).isEqualTo(Content.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
                "<?xml version='1.0'?><svg/>",
                "  \n<!DOCTYPE html><p>",
                "<HTML><body>",
                "前言 < script >x()</script>",
                "<a href=\"JAVASCRIPT:x()\">",
                "%PDF-1.4 /OpenAction << /S /JavaScript /JS (x) >>",
                "%PDF-1.4 /Type /EmbeddedFile",
                "%PDF-1.4 /Launch /F (cmd.exe)"
            })
    void whatActsByItselfIsRefused(String content) {
        refused(content.getBytes(UTF_8), "active-content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/vbaProject.bin", "xl/activeX/activeX1.bin", "word/embeddings/oleObject1.bin"})
    void macrosAndControlsInOfficeFilesAreRefused(String part) throws IOException {
        refused(office("word/document.xml", part), "active-content");
    }

    @Test
    void oldOfficeFilesAndUnknownBytesAreRefusedWithWhatToDo() throws IOException {
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "active-content");
        refused(new byte[] {'M', 'Z', (byte) 0x90, 0}, "unknown-content");
        refused(office("classes.dex"), "unknown-content");
        refused(new byte[] {'P', 'K', 3, 4, 9, 9, 9}, "unknown-content");
        refused("a\u0000b".getBytes(UTF_8), "unknown-content");
    }

    private static void refused(byte[] bytes, String code) {
        assertThatThrownBy(() -> Content.of(bytes)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.getMessage()).startsWith("未收下附件：").contains("请");
        });
    }

    private static byte[] office(String... parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            for (var each : parts) {
                zip.putNextEntry(new ZipEntry(each));
                zip.write("<x/>".getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
