/** Pages of the rulebook 条款库页面. */
@NullMarked
package huoshui.rule.web;

import org.jspecify.annotations.NullMarked;
