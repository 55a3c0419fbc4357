package huoshui.rule;

import huoshui.kernel.code.LeadershipLevel;
import java.util.UUID;

/** What somebody is considered for. 拟任 */
public sealed interface Target {

    /** 拟任职位 */
    record Post(UUID id) implements Target {}

    /** 拟任职务层次 */
    record Level(LeadershipLevel level) implements Target {}

    /** 拟晋升职级 */
    record Rank(huoshui.kernel.code.Rank rank) implements Target {}
}
