/** Pages from the jar. 页面文件 */
@NullMarked
package huoshui.door.web;

import org.jspecify.annotations.NullMarked;
