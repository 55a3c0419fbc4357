/**
 * Pages of dossiers, and of the teams and units whose seats their people hold. 档案、班子与机构页面
 *
 * <p>Not here: anything that decides; controllers ask access, call the faces and present.
 */
@NullMarked
package huoshui.dossier.web;

import org.jspecify.annotations.NullMarked;
