package huoshui.rule.web;

import huoshui.access.Signed;
import huoshui.kernel.Refusal;
import huoshui.rule.sweep.SweepFiles;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A sweep's workbook as an answer, or 202 while a second person has to agree to exactly this. 工作簿 */
final class Workbooks {

    private Workbooks() {}

    /** What waits for a second person, and the clocks it was asked at. */
    record Waiting(UUID approval, String summary, LocalDate valid, long known) {}

    /** @throws Refusal {@code nobody}, and as {@link SweepFiles#write} does */
    static ResponseEntity<?> answer(SweepFiles files, Signed who, SweepFiles.Sheet sheet) {
        if (sheet.people() == 0) throw Refusal.input("nobody", "未导出：所选一类没有人。请改选后再导出。");
        try {
            return workbook(files.write(who, sheet), sheet);
        } catch (Refusal refused) {
            if (!refused.code().equals("approval-required")) throw refused;
            var asked = files.ask(who, sheet);
            return ResponseEntity.status(HttpStatus.ACCEPTED)
                    .body(new Waiting(
                            asked.id(),
                            asked.summary(),
                            sheet.at().valid(),
                            sheet.at().known()));
        }
    }

    private static ResponseEntity<byte[]> workbook(byte[] content, SweepFiles.Sheet sheet) {
        var name = "%s-%d人-%s.xlsx"
                .formatted(sheet.title(), sheet.people(), sheet.at().valid().format(DateTimeFormatter.BASIC_ISO_DATE));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
