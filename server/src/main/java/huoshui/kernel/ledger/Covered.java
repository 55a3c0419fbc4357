package huoshui.kernel.ledger;

import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Chapter;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows that journal entries cover, so that the journal can be checked against them. 留痕所及 */
public interface Covered {

    /** The table, for messages. */
    String table();

    /**
     * Reads again, in ascending order of acts, what acts {@code first} to {@code last} wrote.
     *
     * @return number of rows read
     */
    long rewrite(long first, long last, Consumer<Written> each);

    /**
     * What one act did to one chapter of one subject, as it stands in the table today.
     *
     * @param content the canonical bytes the journal digested when it was written
     * @param badRow a row whose own text no longer agrees with its digest; null when all do
     */
    record Written(
            long act,
            Verb verb,
            UUID subject,
            Chapter chapter,
            byte[] content,
            @Nullable UUID badRow) {}
}
