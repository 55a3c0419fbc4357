/**
 * The front door 门: everything around starting: the command line, the data folder, the embedded PostgreSQL that the
 * first process starts and the last one stops, the certificate, and the page served from the jar.
 *
 * <p>Words: data folder 数据文件夹, cluster 数据库实例, resident 使用中的进程, unfit 运行环境不满足.
 * <p>Starts at {@link huoshui.door.Door}; others start a database with {@link huoshui.door.EmbeddedPostgres}.
 * <p>Not here: what a command does once it is inside; that is its room's.
 * <p>May depend on every room; nothing may depend on it (docs/adr/0013).
 */
@ApplicationModule(displayName = "Door 门")
@NullMarked
package huoshui.door;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
