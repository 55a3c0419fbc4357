package huoshui.kernel.ledger;

import huoshui.kernel.Refusal;
import java.util.List;

/**
 * A change was based on a line that no longer counts. 依据已变
 *
 * <p>What the lines say is not told with it: whoever shows them to somebody asks sight, and chapters, first.
 */
public final class Superseded extends Refusal {

    private final transient Fact<?> yours;
    private final transient List<? extends Fact<?>> current;

    Superseded(Fact<?> yours, List<? extends Fact<?>> current) {
        super(Sort.CONFLICT, "superseded", "未写入：您所依据的这一条已被他人更正或撤销。请看两个版本后再定。");
        this.yours = yours;
        this.current = List.copyOf(current);
    }

    /** The line the change was based on. */
    public Fact<?> yours() {
        return yours;
    }

    /** What counts now, of the same kind about the same thing. */
    public List<? extends Fact<?>> current() {
        return current;
    }
}
