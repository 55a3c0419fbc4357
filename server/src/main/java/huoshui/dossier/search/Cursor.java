package huoshui.dossier.search;

import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/** Where a list goes on: at both clocks of its first page, so that it stays the same list while others write. 续页 */
record Cursor(AsOf at, int offset, int question) {

    String text() {
        var plain = "%d.%d.%d.%x".formatted(at.known(), at.valid().toEpochDay(), offset, question);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws Refusal {@code bad-cursor} when it is none of ours, or belongs to another question */
    static Cursor read(String text, int question) {
        var cursor = read(text);
        if (cursor.question == question && cursor.offset >= 0) return cursor;
        throw bad();
    }

    /** Whatever question it belongs to: at which clocks the list will be read. */
    static Cursor read(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\.", -1);
            var at = new AsOf(LocalDate.ofEpochDay(Long.parseLong(parts[1])), Long.parseLong(parts[0]));
            return new Cursor(at, Integer.parseInt(parts[2]), Integer.parseUnsignedInt(parts[3], 16));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException strange) {
            throw bad();
        }
    }

    private static Refusal bad() {
        return Refusal.input("bad-cursor", "未翻页：续页标记不属于这一次检索。请从第一页重新查看。");
    }
}
