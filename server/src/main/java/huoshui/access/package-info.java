/**
 * Access 权限: who may see and do what, over whom; accounts, roles, sessions, and acts that need a second person.
 *
 * <p>Words: account 账号, role 角色, right 权限, grant 授权, sight 可见范围, authority 管理权限, three hands 三员, approval 双人复核,
 * second factor 动态口令.
 * <p>Starts at {@link huoshui.access.Sights} (the one place where seeing is decided), {@link huoshui.access.Accounts} and
 * {@link huoshui.access.Signed}. Asks the ports {@link huoshui.access.Reach}, {@link huoshui.access.Placement} and
 * {@link huoshui.access.UnitNames}, which rooms above implement.
 * <p>Not here: which units an authority covers (org), where a person is placed (dossier), the journal itself (audit).
 */
@ApplicationModule(
        displayName = "Access 权限",
        allowedDependencies = {"kernel"})
@NullMarked
package huoshui.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
