/**
 * Sweeps 普查: the whole city, a county or a unit asked at once: who may rise, what comes due, what is missing, who passes a gate.
 *
 * <p>Words: sweep 普查, heap 类, outlook 可期之日, quota 职数限额, precedence 次序, gate 入库、出库关口.
 * <p>Starts at {@link huoshui.rule.sweep.RankSweeps}, a gate at {@link huoshui.rule.sweep.GateSweeps}. Not here:
 * promoting anybody (selection), weighing people (nowhere).
 */
@NamedInterface("sweep")
@NullMarked
package huoshui.rule.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
