package huoshui.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Asked of org: which authority a unit has on a day. 管理权限（由机构提供） */
public interface Reach {

    /** Every authority this unit has on this day; empty when it has none. */
    List<Authority> of(UUID homeUnit, LocalDate day);

    /** Number of the last act that could have changed an answer; cheap, for it is asked on every request. */
    long version();
}
