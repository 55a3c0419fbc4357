package huoshui.kernel.ledger;

import java.security.SecureRandom;

/** Turns a change into the row that will be stored. 新行 */
final class NewRow {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    private NewRow() {}

    static <B extends Body> FactRow of(Change.Record<B> change, Kinds<B> kinds, long act) {
        var kind = kinds.of(change.body());
        var body = kinds.write(change.body());
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var span = change.valid();
        return new FactRow(
                change.id(),
                change.subject(),
                kind.code(),
                change.body().slot(),
                change.body().ownChapter().orElse(kind.chapter()),
                kind.version(),
                body,
                span.from(),
                span.to(),
                span.start().code(),
                span.end().code(),
                change.basis(),
                kind.exclusive(),
                act,
                null,
                salt,
                FactRow.digestOf(salt, body, change.basis()),
                null);
    }
}
