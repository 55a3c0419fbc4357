/**
 * Journal 操作留痕: every write and every reading of a sealed chapter, chained so that no entry can be changed, removed,
 * inserted or moved without being found.
 *
 * <p>Words: entry 留痕条目, link 链值, checkpoint 校验点, verification 核验.
 * <p>Starts at {@link huoshui.audit.Journal} and {@link huoshui.audit.Verification}. Listens to {@code kernel.Auditable}
 * within the transaction that announces it.
 * <p>Not here: who may read what (access); the contents of what was written (the rooms; only salted digests are kept).
 */
@ApplicationModule(
        displayName = "Journal 操作留痕",
        allowedDependencies = {"kernel", "access"})
@NullMarked
package huoshui.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
