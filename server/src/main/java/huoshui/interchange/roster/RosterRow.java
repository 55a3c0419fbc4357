package huoshui.interchange.roster;

import huoshui.interchange.form.Problem;
import java.util.List;
import java.util.Map;

/**
 * What one row says. 名册行
 *
 * @param number as the spreadsheet counts
 * @param said column code to words; dates as ISO text, as far as they go
 * @param refused why it cannot be taken at all, in its problems
 */
public record RosterRow(int number, Map<String, String> said, List<Problem> problems, boolean refused) {}
