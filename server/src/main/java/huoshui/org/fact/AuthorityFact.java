package huoshui.org.fact;

import huoshui.access.Authority.Mode;
import huoshui.access.ManagementCategory;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who manages whom. 干部管理权限类事实 */
public sealed interface AuthorityFact extends OrgFact {

    /**
     * 管理权限：the unit it is recorded of manages cadres of these categories
     *
     * @param over in this unit; null means everywhere
     * @param subtree and in every unit beneath it
     * @param categories 省管、市管、县管
     * @param mode 主管、协管、备案
     */
    record Manages(@Nullable UUID over, boolean subtree, List<ManagementCategory> categories, Mode mode)
            implements AuthorityFact {

        public Manages {
            categories = categories.stream().distinct().sorted().toList();
        }

        @Override
        public String slot() {
            return (over == null ? "*" : over.toString()) + "/" + mode;
        }

        public Manages of(UUID over) {
            return new Manages(over, subtree, categories, mode);
        }
    }
}
