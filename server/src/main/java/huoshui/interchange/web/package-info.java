/**
 * Pages of imports and exports. 导入导出页面
 *
 * <p>Not here: anything that decides; controllers ask access, call the faces and present.
 */
@NullMarked
package huoshui.interchange.web;

import org.jspecify.annotations.NullMarked;
