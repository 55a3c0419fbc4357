package huoshui.kernel.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import huoshui.kernel.Chapter;
import java.util.Optional;

/** What a fact says; each room seals its own family of them. 事实内容 */
public interface Body {

    /** Tells apart what may run side by side within a kind: the year, the party, the box. */
    @JsonIgnore
    default String slot() {
        return "";
    }

    /** The chapter of this very body where it differs from its kind's. */
    @JsonIgnore
    default Optional<Chapter> ownChapter() {
        return Optional.empty();
    }

    /** What it must be found by although nobody may read it in the table; a body with such a value is always sealed. 盲索引值 */
    @JsonIgnore
    default Optional<String> sought() {
        return Optional.empty();
    }
}
