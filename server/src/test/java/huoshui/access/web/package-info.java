@NullMarked
package huoshui.access.web;

import org.jspecify.annotations.NullMarked;
