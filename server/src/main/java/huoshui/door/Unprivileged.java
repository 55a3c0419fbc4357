package huoshui.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * How PostgreSQL is run when we are root, which it refuses to be. 非特权运行
 *
 * <p>A user namespace first: root's files stay root's, yet the process is nobody. Where the machine forbids namespaces, a
 * plain change of account; the one capability it keeps lets it reach a data folder below folders closed to others.
 *
 * @param prefix words to put before the command; none when we are an ordinary account
 */
record Unprivileged(List<String> prefix) {

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> ACCOUNT = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    /** The first way that works on this machine for a server living in this folder. */
    static Unprivileged over(Path folder) {
        if (uid(Path.of("/proc/self/status")) != 0) return new Unprivileged(List.of());
        own(folder, 0);
        if (works(NAMESPACE, folder)) return new Unprivileged(NAMESPACE);
        own(folder, NOBODY);
        if (works(ACCOUNT, folder)) return new Unprivileged(ACCOUNT);
        throw new Unfit("不能以 root 启动内置数据库：PostgreSQL 不许以 root 运行，本机又不允许降权（unshare 与 setpriv 都不可用）。"
                + "请改用普通用户运行，或用 --database-url 指定现有的 PostgreSQL。");
    }

    private static boolean works(List<String> prefix, Path folder) {
        return Command.of(
                        prefix,
                        "sh",
                        "-c",
                        "test \"$(id -u)\" != 0 && test -w \"$0\" && test -x \"$0\"",
                        folder.toString())
                .run()
                .well();
    }

    /** Gives the folder to this account, unless it has it already. */
    private static void own(Path folder, int uid) {
        if (uid(folder) == uid) return;
        var given = Command.of(List.of(), "chown", "-R", "-h", uid + ":" + uid, folder.toString())
                .run();
        if (!given.well()) throw new Unfit("不能把 %s 交给数据库账户：%s。请检查文件系统是否支持更改属主。".formatted(folder, given.output()));
    }

    /** Owner of a file, as a number. */
    static int uid(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unreadable) {
            throw DataFolder.unreadable(file, unreadable);
        }
    }
}
