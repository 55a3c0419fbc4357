/** Tests of what the pages of teams, units and posts tell. */
@NullMarked
package huoshui.dossier.web;

import org.jspecify.annotations.NullMarked;
