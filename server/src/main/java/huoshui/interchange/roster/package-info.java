/**
 * Rosters as they come in 名册识读: where the heading is, what each column means, and what a row says, with everything doubtful
 * named. No database, no dossier: cells in, words and named problems out.
 *
 * <p>Words: survey 表格概况, heading 表头, mapping 列对应, habit 日期写法, row 名册行.
 * <p>Starts at {@link huoshui.interchange.roster.Surveyor} and {@link huoshui.interchange.roster.RosterReader}.
 * <p>Not here: whose row it is, what would change (interchange).
 */
@NamedInterface("roster")
@NullMarked
package huoshui.interchange.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
