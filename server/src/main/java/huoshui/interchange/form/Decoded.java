package huoshui.interchange.form;

import huoshui.kernel.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text behind a file's bytes, whatever encoding it really has. 解码
 *
 * <p>The bytes decide, not the declaration: hand-made files say utf-8 and hold GBK, or the reverse.
 *
 * @param note what was unusual, if anything
 */
record Decoded(String text, @Nullable Problem note) {

    static final Charset CHINESE = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._\\-]+)[\"']");

    /** @throws Refusal when no encoding explains the bytes */
    static Decoded of(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) return utf8(bytes, 3, Optional.empty());
        if (starts(bytes, 0xFF, 0xFE)) return sixteen(bytes, 2, StandardCharsets.UTF_16LE);
        if (starts(bytes, 0xFE, 0xFF)) return sixteen(bytes, 2, StandardCharsets.UTF_16BE);
        if (starts(bytes, '<', 0)) return sixteen(bytes, 0, StandardCharsets.UTF_16LE);
        if (starts(bytes, 0, '<')) return sixteen(bytes, 0, StandardCharsets.UTF_16BE);
        return utf8(bytes, 0, declared(bytes));
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) return false;
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) return false;
        }
        return true;
    }

    private static Optional<String> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        var found = DECLARED.matcher(head);
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static Decoded utf8(byte[] bytes, int from, Optional<String> declared) {
        var text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        boolean other = declared.isPresent() && !declared.get().startsWith("utf");
        if (text.indexOf('\uFFFD') < 0) {
            boolean surprising = other && text.codePoints().anyMatch(c -> c > 0x7F);
            return new Decoded(text, surprising ? note("UTF-8", "声明的编码（" + declared.get() + "）") : null);
        }
        var census = Utf8Census.of(bytes, from);
        if (census.broken() == 0 && !census.cut()) return new Decoded(text, lostCharacters());
        if (census.broken() == 0) throw truncated(text);
        if (census.whole() > 2 * census.broken()) throw damaged(text);
        return chinese(bytes, from, declared);
    }

    private static Decoded chinese(byte[] bytes, int from, Optional<String> declared) {
        var charset = declared.filter(name -> !name.startsWith("utf") && !name.startsWith("gb"))
                .flatMap(Decoded::charset)
                .orElse(CHINESE);
        try {
            var text = strictly(bytes, from, charset);
            return new Decoded(text, note(charset == CHINESE ? "GBK" : charset.name(), "规定的 UTF-8 编码"));
        } catch (CharacterCodingException neither) {
            throw Refusal.input("form.encoding", "读取任免表文件：文字既不是 UTF-8 也不是 GBK 编码，无法确定内容；请在任免表编辑器中重新保存为 .lrmx 后再导入。");
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static Decoded sixteen(byte[] bytes, int from, Charset charset) {
        try {
            return new Decoded(strictly(bytes, from, charset), note("UTF-16", "规定的 UTF-8 编码"));
        } catch (CharacterCodingException cut) {
            throw Refusal.input("form.encoding", "读取任免表文件：文件像是 UTF-16 编码但字节不完整；请在任免表编辑器中重新保存为 .lrmx 后再导入。");
        }
    }

    static String strictly(byte[] bytes, int from, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                .toString();
    }

    private static Problem note(String found, String expected) {
        return Problem.warning(
                "file", "form.encoding", "读取任免表文件：文件实际为 " + found + " 编码，与" + expected + "不符，已按实际编码读取；请核对姓名等文字无误。");
    }

    private static Problem lostCharacters() {
        return Problem.warning("file", "form.lost-characters", "读取任免表文件：文字中有在以前转换时已丢失的字符（显示为“\uFFFD”）；请对照原表补正。");
    }

    private static Refusal truncated(String text) {
        return Refusal.input(
                "form.truncated", "读取任免表文件：文件在第 " + lineAt(text, text.length()) + " 行中断，内容不完整；请重新导出或重新复制该文件后再导入。");
    }

    private static Refusal damaged(String text) {
        return Refusal.input(
                "form.encoding", "读取任免表文件：第 " + lineAt(text, text.indexOf('\uFFFD')) + " 行有损坏的字节，文字无法还原；请重新导出该文件后再导入。");
    }

    static int lineAt(String text, int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 >= text.length() || text.charAt(i + 1) != '\n'))) line++;
        }
        return line;
    }
}
