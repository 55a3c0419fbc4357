/** Tests of units, posts, teams and what follows from them. */
@NullMarked
package huoshui.org;

import org.jspecify.annotations.NullMarked;
