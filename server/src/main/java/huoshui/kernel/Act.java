package huoshui.kernel;

import java.time.Instant;

/** One write transaction: its number is the clock of knowledge. 办理序号 */
public record Act(long number, Instant at) {}
