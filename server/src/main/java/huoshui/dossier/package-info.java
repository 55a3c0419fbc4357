/**
 * Dossiers 档案: the ledger of facts about people, its chapters, corrections and erasures, and the whole city in memory.
 *
 * <p>Words: fact 事实, chapter 章, correction 更正, cancellation 撤销, erasure 抹除, merging 并档, in-memory city 全市在册.
 * <p>Starts at {@link huoshui.dossier.Dossiers}.
 * <p>Not here: reading and writing of files (interchange), conditions as clauses (rule), judging anybody (assessment).
 */
@ApplicationModule(
        displayName = "Dossiers 档案",
        allowedDependencies = {"kernel", "access", "org", "org :: fact", "document"})
@NullMarked
package huoshui.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
