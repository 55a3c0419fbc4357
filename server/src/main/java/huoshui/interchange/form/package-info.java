/**
 * Form 任免审批表文件: the appointment form as a file: read, written, and understood as a sheet about one person. No
 * database, no web, no clock: bytes in, values and named problems out, and back.
 *
 * <p>Words: form 任免审批表, box 栏目, person sheet 干部信息表, form draft 任免表底稿, resume 简历, party box 入党时间栏.
 * <p>Starts at {@link huoshui.interchange.form.LrmxReader}, {@link huoshui.interchange.form.LrmxWriter},
 * {@link huoshui.interchange.form.SheetReader} and {@link huoshui.interchange.form.Sources}.
 * <p>Not here: matching against people we know, writing facts, 通用格式, anything that needs today's date.
 */
@NamedInterface("form")
@NullMarked
package huoshui.interchange.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
