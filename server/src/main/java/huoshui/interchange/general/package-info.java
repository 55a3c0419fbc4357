/**
 * General 通用格式: the national exchange package of people and units: a zip of {@code gwyinfo.xml}, {@code
 * Table/<SET>.xml} and {@code Photos/}, read and written row by row. No database, no web, no clock.
 *
 * <p>Words: package 通用格式包, information set 信息集, column 栏目, manifest 包说明, extent 输出范围, unplaced 未归入
 * 事实的栏目.
 * <p>Starts at {@link huoshui.interchange.general.GeneralPackage} to read and {@link
 * huoshui.interchange.general.GeneralWriter} to write; {@link huoshui.interchange.general.GeneralSheet} turns a person
 * of a package into facts and back.
 * <p>Not here: matching against people we know, writing facts, the encrypted .hzb and .zb3, 7z.
 */
@NamedInterface("general")
@NullMarked
package huoshui.interchange.general;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
