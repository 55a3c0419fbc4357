/** The way in and out through the page: batches, differences, exports. */
@NullMarked
package huoshui.interchange.web;

import org.jspecify.annotations.NullMarked;
