@NullMarked
package huoshui.access;

import org.jspecify.annotations.NullMarked;
