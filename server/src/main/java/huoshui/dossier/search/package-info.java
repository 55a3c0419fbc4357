/**
 * People search 人员检索: conditions asked of everybody, answered in three heaps.
 *
 * <p>Words: condition 条件, field 条件项, verdict 符合、不符合、待核, heap 三堆, structure 结构, saved list 名单, recognition 认人,
 * deadline 到期事项.
 * <p>Starts at {@link huoshui.dossier.search.PeopleSearch}; what may be asked stands in {@link huoshui.dossier.search.Fields}.
 * <p>Not here: clauses and their findings (rule), what a dossier says in full (the room itself).
 */
@NamedInterface("search")
@NullMarked
package huoshui.dossier.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
