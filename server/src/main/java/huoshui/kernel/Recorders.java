package huoshui.kernel;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Asked of the journal: which account did what acts wrote about which subjects. The journal is the one place that knows, so
 * nothing of it is kept beside the facts. 经办人（由操作留痕提供）
 */
public interface Recorders {

    /** Who wrote about this subject in this act. */
    record Recorder(long act, UUID subject, UUID account) {}

    /** Those of these acts about these subjects; nothing is told of readings. */
    List<Recorder> of(Collection<Long> acts, Collection<UUID> subjects);
}
