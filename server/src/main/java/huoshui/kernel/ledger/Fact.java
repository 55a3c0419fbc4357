package huoshui.kernel.ledger;

import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ledger: never edited, only superseded. 事实
 *
 * @param body what it says; null once erased
 * @param basis on whose word 依据
 * @param known number of the act that recorded it
 * @param superseded number of the act since which it no longer counts; null while it does
 */
public record Fact<B extends Body>(
        UUID id,
        UUID subject,
        String kind,
        String slot,
        Chapter chapter,
        @Nullable B body,
        Span valid,
        String basis,
        long known,
        @Nullable Long superseded) {

    public boolean visible(AsOf at) {
        return valid.covers(at.valid()) && known(at.known());
    }

    /** Whether it counted as true after act {@code number}, for whatever days. */
    public boolean known(long number) {
        return known <= number && (superseded == null || superseded > number);
    }

    public boolean erased() {
        return body == null;
    }

    /** @throws IllegalStateException when it has been erased */
    public B content() {
        if (body == null) throw new IllegalStateException("erased fact " + id);
        return body;
    }
}
