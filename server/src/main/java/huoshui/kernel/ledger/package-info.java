/**
 * Ledger 事实账: the mechanics of a bitemporal, append-only table of facts, shared by the rooms that keep one.
 *
 * <p>Words: fact 事实, kind 事实种类, change 变动, covered rows 留痕所及.
 * <p>Starts at {@link huoshui.kernel.ledger.Ledger}.
 * <p>Not here: what kinds of facts there are (the rooms say so), who may see them (access).
 */
@NullMarked
package huoshui.kernel.ledger;

import org.jspecify.annotations.NullMarked;
