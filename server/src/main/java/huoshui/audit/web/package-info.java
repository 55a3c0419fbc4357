/** The journal's pages: to look through it and to have it verified. */
@NullMarked
package huoshui.audit.web;

import org.jspecify.annotations.NullMarked;
