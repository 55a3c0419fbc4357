package huoshui.kernel.ledger;

import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import huoshui.kernel.seal.Seals;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Closes and opens what facts say and on whose word: bound to fact, subject, kind and version. 事实的密封 */
record Envelope(@Nullable Seals seals) {

    /** What a fact says and on whose word, in plain or as stored. */
    record Said(String body, String basis) {}

    /** The basis goes inside as well: a document's title tells much of what it decided. */
    Said seal(UUID id, UUID subject, String kind, int version, Said plain) {
        var text = plain.basis() + '\0' + plain.body();
        return new Said(required().seal(bound(id, subject, kind, version), text), "");
    }

    /**
     * What was sealed; what was never sealed is given back as it is.
     *
     * @throws Refusal {@code seal-broken}
     */
    Said open(UUID id, UUID subject, String kind, int version, String body, String basis) {
        if (!Seals.sealed(body)) return new Said(body, basis);
        var text = required().open(bound(id, subject, kind, version), body);
        int end = text.indexOf('\0');
        return new Said(text.substring(end + 1), text.substring(0, end));
    }

    byte[] blind(String kind, String value) {
        return required().blind(kind, value);
    }

    void freshen() {
        if (seals != null) seals.freshen();
    }

    private Seals required() {
        if (seals == null) throw new IllegalStateException("this ledger holds nothing sealed");
        return seals;
    }

    private static byte[] bound(UUID id, UUID subject, String kind, int version) {
        return new Canonical().add(id).add(subject).add(kind).add(version).bytes();
    }
}
