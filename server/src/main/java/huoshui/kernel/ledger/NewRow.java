package huoshui.kernel.ledger;

import java.security.SecureRandom;

/** Turns a change into the row that will be stored. 新行 */
final class NewRow {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 16;

    private NewRow() {}

    static <B extends Body> FactRow of(Change.Record<B> change, Kinds<B> kinds, Envelope envelope, long act) {
        var kind = kinds.of(change.body());
        var chapter = change.body().ownChapter().orElse(kind.chapter());
        boolean sealed = chapter.encrypted() || change.body().sought().isPresent();
        var said = new Envelope.Said(kinds.write(change.body()), change.basis());
        var stored = sealed ? envelope.seal(change.id(), change.subject(), kind.code(), kind.version(), said) : said;
        var blind = change.body()
                .sought()
                .map(each -> envelope.blind(kind.code(), each))
                .orElse(null);
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var span = change.valid();
        return new FactRow(
                change.id(),
                change.subject(),
                kind.code(),
                change.body().slot(),
                chapter,
                kind.version(),
                stored.body(),
                span.from(),
                span.to(),
                span.start().code(),
                span.end().code(),
                stored.basis(),
                kind.exclusive(),
                act,
                null,
                salt,
                FactRow.digestOf(salt, stored.body(), stored.basis(), blind),
                null,
                blind);
    }
}
