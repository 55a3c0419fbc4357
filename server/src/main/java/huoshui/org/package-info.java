/**
 * Organization 机构: units, posts, teams, establishment numbers and management authority, each with its history.
 *
 * <p>Words: unit 单位, post 职位, team 班子, establishment 职数, staffing 配备, heir 承接单位, chart 某日的机构全图, management
 * authority 干部管理权限.
 * <p>Starts at {@link huoshui.org.Organization} to read, {@link huoshui.org.Units}, {@link huoshui.org.Posts},
 * {@link huoshui.org.Teams} and {@link huoshui.org.Authorities} to write, {@link huoshui.org.Corrections} and
 * {@link huoshui.org.OrgErasures} to put right and to empty. Announces {@link huoshui.org.UnitChanged}.
 * <p>Not here: who holds a post (dossier; its pages join both), who may see a person (access).
 */
@ApplicationModule(
        displayName = "Organization 机构",
        allowedDependencies = {"kernel", "access"})
@NullMarked
package huoshui.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
