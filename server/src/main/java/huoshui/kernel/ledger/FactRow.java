package huoshui.kernel.ledger;

import huoshui.kernel.Canonical;
import huoshui.kernel.Chapter;
import huoshui.kernel.Precision;
import huoshui.kernel.Sm3;
import huoshui.kernel.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as the table holds it, with its digests. 事实行 */
record FactRow(
        UUID id,
        UUID subject,
        String kind,
        String slot,
        Chapter chapter,
        int version,
        @Nullable String body,
        LocalDate from,
        @Nullable LocalDate to,
        char start,
        char end,
        String basis,
        boolean exclusive,
        long known,
        @Nullable Long superseded,
        byte @Nullable [] salt,
        byte[] bodyDigest,
        @Nullable Long erased,
        byte @Nullable [] blind) {

    static final String COLUMNS = """
            id, subject, kind, slot, chapter, body_version, body::text as body, lower(valid) as valid_from, upper(valid) as valid_to,
            start_precision, end_precision, basis, exclusive, known_from, known_to, salt, body_digest,
            erased, blind""";

    static FactRow read(ResultSet row, int number) throws SQLException {
        return new FactRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                Chapter.valueOf(row.getString(5)),
                row.getInt(6),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, LocalDate.class),
                row.getString(10).charAt(0),
                row.getString(11).charAt(0),
                row.getString(12),
                row.getBoolean(13),
                row.getLong(14),
                row.getObject(15, Long.class),
                row.getBytes(16),
                row.getBytes(17),
                row.getObject(18, Long.class),
                row.getBytes(19));
    }

    /** Of what is stored, sealed or not, so that nothing need be opened to check it. */
    static byte[] digestOf(byte[] salt, String body, String basis, byte @Nullable [] blind) {
        var content = new Canonical().add(body).add(basis);
        return Sm3.of(salt, (blind == null ? content : content.add(blind)).bytes());
    }

    /** Whether text and basis are still what was digested; an erased row has neither text nor salt, and keeps its digest. */
    boolean intact() {
        if (erased != null) return salt == null && body == null && basis.isEmpty() && blind == null;
        return salt != null && body != null && Arrays.equals(bodyDigest, digestOf(salt, body, basis, blind));
    }

    byte[] digest() {
        return Sm3.of(new Canonical()
                .add(id)
                .add(subject)
                .add(kind)
                .add(slot)
                .add(chapter.name())
                .add(version)
                .add(from.toEpochDay())
                .add(to == null ? Long.MAX_VALUE : to.toEpochDay())
                .add(start)
                .add(end)
                .add(exclusive ? 1 : 0)
                .add(known)
                .add(bodyDigest)
                .bytes());
    }

    <B extends Body> Fact<B> fact(Kinds<B> kinds, Envelope envelope) {
        var span = new Span(from, to, Precision.of(start), Precision.of(end));
        if (body == null) return new Fact<>(id, subject, kind, slot, chapter, null, span, basis, known, superseded);
        var said = envelope.open(id, subject, kind, version, body, basis);
        var content = kinds.read(kind, said.body());
        return new Fact<>(id, subject, kind, slot, stricter(content), content, span, said.basis(), known, superseded);
    }

    /**
     * The chapter by which it is seen: what its kind of text belonged to when it was written, unless that has since been put under
     * seal. The row keeps the chapter it was digested with.
     */
    private Chapter stricter(Body content) {
        return content.ownChapter()
                .filter(now -> now.sealed() && !chapter.sealed())
                .orElse(chapter);
    }
}
