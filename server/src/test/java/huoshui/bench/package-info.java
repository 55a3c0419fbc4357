/** Measurements, run by {@code ./huoshui bench}, never with the tests. */
@NullMarked
package huoshui.bench;

import org.jspecify.annotations.NullMarked;
