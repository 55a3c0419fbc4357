/** What every room's tests share: a real database of their own, a clock that stands still, one word per kind of test. */
@NullMarked
package huoshui;

import org.jspecify.annotations.NullMarked;
