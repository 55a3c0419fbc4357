/**
 * Interchange 导入导出: forms and packages in, with a difference screen before anything is written, and out again.
 *
 * <p>Words: form 任免审批表, general package 通用格式, claim 来文所称, difference 差异, item 来文一份, batch 批次,
 * roster 名册, roster column 名册列, layout 名册版式, mapping 列对应, statistic 统计表.
 * <p>Starts at {@link huoshui.interchange.Imports}, {@link huoshui.interchange.Batches} and {@link huoshui.interchange.Exports}.
 * <p>Not here: what a fact is (dossier), rosters' sheets as such (document), printing on paper (document).
 */
@ApplicationModule(
        displayName = "Interchange 导入导出",
        allowedDependencies = {
            "kernel",
            "access",
            "org",
            "org :: fact",
            "dossier",
            "dossier :: fact",
            "dossier :: city",
            "dossier :: search",
            "document",
            "document :: sheet",
            "document :: paper"
        })
@NullMarked
package huoshui.interchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
