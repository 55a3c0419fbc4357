/** Pages of assessment 测评页面. */
@NullMarked
package huoshui.assessment.web;

import org.jspecify.annotations.NullMarked;
