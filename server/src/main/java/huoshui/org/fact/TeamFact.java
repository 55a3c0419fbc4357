package huoshui.org.fact;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a leading team is and should look like. 班子类事实 */
public sealed interface TeamFact extends OrgFact {

    /**
     * 班子
     *
     * @param name null where it is simply called after its unit: 市水务局领导班子
     */
    record TeamIs(UUID unit, @Nullable String name, int order) implements TeamFact {

        public TeamIs of(UUID unit) {
            return new TeamIs(unit, name, order);
        }
    }

    /**
     * 班子结构目标
     *
     * @param edition by which paper or edition: 正县级部门目标 2025 版
     */
    record Targets(List<Target> targets, @Nullable String edition) implements TeamFact {

        public Targets {
            targets = targets == null ? List.of() : List.copyOf(targets);
        }
    }

    /**
     * One wish about the make-up of a team. 结构目标
     *
     * @param least at least this many (or years); null for no lower bound
     * @param most at most this many (or years); null for no upper bound
     */
    record Target(
            StructureMeasure measure,
            @Nullable Double least,
            @Nullable Double most) {}
}
