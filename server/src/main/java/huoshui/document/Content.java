package huoshui.document;

import huoshui.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * What an attachment is, told by its bytes whatever its name says; what could act by itself when opened is refused. 附件内容类型
 */
public enum Content {
    JPEG("image/jpeg"),
    PNG("image/png"),
    PDF("application/pdf"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    SHEET("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    TEXT("text/plain");

    private static final int MOST_PARTS = 2000;
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(!doctype|html|head|body|script|svg|iframe|object|embed|\\?xml|xml|a|img|link|meta|style|form)\\b|javascript\\s*:");
    private static final Pattern ACTIVE_PDF =
            Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)\\b");
    private static final Set<String> ACTIVE_PARTS = Set.of("vbaproject", "activex", "oleobject", "macrosheets");

    private final String mediaType;

    Content(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it is a picture that a page shows. */
    public boolean picture() {
        return this == JPEG || this == PNG;
    }

    /** @throws Refusal {@code active-content}, {@code unknown-content} */
    public static Content of(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) return JPEG;
        if (starts(bytes, 0x89, 'P', 'N', 'G')) return PNG;
        if (starts(bytes, '%', 'P', 'D', 'F', '-')) return pdf(bytes);
        if (starts(bytes, 'P', 'K', 3, 4)) return office(bytes);
        if (starts(bytes, 0xD0, 0xCF, 0x11, 0xE0))
            throw active("旧版 Office 文件（.doc、.xls）可能带有宏，打开时会自行运行", "请另存为 .docx、.xlsx 或 PDF 后再上传");
        return text(bytes);
    }

    /** Names of actions stand in plain sight in most files; those hidden in compressed objects are not looked for. */
    private static Content pdf(byte[] bytes) {
        if (ACTIVE_PDF.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find())
            throw active("这个 PDF 带有脚本、附带文件或自动动作", "请用“打印为 PDF”另存一份后再上传");
        return PDF;
    }

    private static Content office(byte[] bytes) {
        Content found = null;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            int parts = 0;
            for (var each = zip.getNextEntry(); each != null && parts < MOST_PARTS; each = zip.getNextEntry()) {
                var name = each.getName().toLowerCase(Locale.ROOT);
                if (ACTIVE_PARTS.stream().anyMatch(name::contains))
                    throw active("这个 Office 文件带有宏或嵌入的控件", "请另存为不含宏的 .docx 或 .xlsx 后再上传");
                if (name.equals("word/document.xml")) found = WORD;
                if (name.equals("xl/workbook.xml")) found = SHEET;
                parts++;
            }
        } catch (IOException | IllegalArgumentException torn) {
            throw unknown();
        }
        if (found == null) throw unknown();
        return found;
    }

    private static Content text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (MARKUP.matcher(text.toLowerCase(Locale.ROOT)).find())
                throw active("这个文件含有网页或 SVG 内容，打开时会自行运行", "请改传图片（JPEG、PNG）、PDF 或纯文字");
            if (text.chars().anyMatch(each -> each < ' ' && each != '\t' && each != '\n' && each != '\r'))
                throw unknown();
            return TEXT;
        } catch (CharacterCodingException binary) {
            throw unknown();
        }
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((bytes[i] & 0xFF) != with[i]) return false;
        return true;
    }

    private static Refusal active(String what, String instead) {
        return Refusal.input("active-content", "未收下附件：%s。%s。".formatted(what, instead));
    }

    private static Refusal unknown() {
        return Refusal.input(
                "unknown-content", "未收下附件：按内容认不出它是什么文件。可收 JPEG、PNG 图片，PDF，不含宏的 .docx、.xlsx，和纯文字。请转成其中一种后再上传。");
    }
}
