/**
 * Kernel 公共基础: the few words every room shares: subjects, dates as far as they are known, the two clocks, acts,
 * chapters, refusals and what is announced to the journal.
 *
 * <p>Words: subject 主体, span 起止, act 办理序号, as-of 情况截至与信息录至, chapter 章, refusal 未办理的说明.
 * <p>Starts at {@link huoshui.kernel.Subject}, {@link huoshui.kernel.Acts} and the ledger in {@code kernel.ledger}.
 * <p>Not here: anything about a particular kind of subject, any sight, any page of its own.
 */
@ApplicationModule(
        displayName = "Kernel 公共基础",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package huoshui.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
