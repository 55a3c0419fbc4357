package huoshui.access.web;

import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Roles;
import huoshui.kernel.Chapter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reviewed list of roles, to be read. 角色表 */
@RestController
class RolePages {

    private final Roles roles;

    RolePages(Roles roles) {
        this.roles = roles;
    }

    record RightName(Right id, String name) {}

    /**
     * One role.
     *
     * @param hand one of the three hands 三员
     * @param scoped whether it reaches over the people of a unit
     */
    record RoleLine(
            String id,
            String name,
            boolean hand,
            boolean scoped,
            List<RightName> rights,
            List<Chapter> reads,
            List<Chapter> writes) {}

    @Needs(Right.READ_ACCOUNTS)
    @GetMapping("/api/v1/roles")
    List<RoleLine> all() {
        return roles.all().stream().map(RolePages::line).toList();
    }

    private static RoleLine line(Role role) {
        return new RoleLine(
                role.id(),
                role.name(),
                role.hand(),
                role.scoped(),
                role.rights().stream()
                        .sorted()
                        .map(each -> new RightName(each, each.word()))
                        .toList(),
                role.reads().stream().sorted().toList(),
                role.writes().stream().sorted().toList());
    }
}
