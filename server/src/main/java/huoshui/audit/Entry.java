package huoshui.audit;

import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Sm3;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal. 留痕条目
 *
 * @param purpose code of a purpose; words in entries written before there was a list of them
 * @param digest SM3(salt ‖ canonical content)
 * @param link HMAC-SM3(key, previous link ‖ this entry)
 */
public record Entry(
        long number,
        Instant at,
        UUID actor,
        @Nullable String purpose,
        Verb verb,
        @Nullable UUID subject,
        @Nullable Chapter chapter,
        @Nullable Long act,
        byte[] salt,
        byte[] digest,
        byte[] link) {

    static final byte[] ORIGIN = new byte[Sm3.LENGTH];

    static byte[] digestOf(byte[] salt, byte[] content) {
        return Sm3.of(salt, content);
    }

    /** This entry tied to the one before it. */
    Entry linked(byte[] key, byte[] previous) {
        return new Entry(
                number, at, actor, purpose, verb, subject, chapter, act, salt, digest, linkAfter(key, previous));
    }

    byte[] linkAfter(byte[] key, byte[] previous) {
        var canonical = new Canonical()
                .add(number)
                .add(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .add(actor)
                .add(purpose)
                .add(verb.name())
                .add(subject)
                .add(chapter == null ? null : chapter.name())
                .add(act == null ? -1 : act)
                .add(salt)
                .add(digest);
        return Sm3.mac(key, previous, canonical.bytes());
    }
}
