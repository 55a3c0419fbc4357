/**
 * Backup 备份与恢复: the whole house in one file, made while it serves, and put back into an empty one.
 *
 * <p>Words: backup 备份, restoration 恢复, manifest 备份清单, member 备份成员, passphrase 备份口令.
 * <p>Starts at {@link huoshui.backup.Backups}, {@link huoshui.backup.Restoration} and {@link huoshui.backup.BackupFile}.
 * <p>Not here: what the tables mean (their rooms), where the house lies on the machine (door).
 */
@ApplicationModule(
        displayName = "Backup 备份与恢复",
        allowedDependencies = {"kernel", "access", "audit"})
@NullMarked
package huoshui.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
