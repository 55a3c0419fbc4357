package huoshui.kernel;

import java.time.LocalDate;

/**
 * The two clocks of a reading: which day is asked about, and up to which act the record is read. 情况截至与信息录至
 *
 * @param known number of the last act that is taken into account
 */
public record AsOf(LocalDate valid, long known) {}
