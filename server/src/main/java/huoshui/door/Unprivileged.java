package huoshui.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * How PostgreSQL is run when we are root, which it refuses to be. 非特权运行
 *
 * <p>A user namespace first: root's files stay root's, yet the process is nobody. Where the machine forbids namespaces, as
 * containers do, a plain change of account; then the way to the data folder must be open to pass through.
 *
 * @param prefix words to put before the command; none when we are an ordinary account
 */
record Unprivileged(List<String> prefix) {

    private static final int NOBODY = 65534;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> ACCOUNT =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    /** The first way that works on this machine for a server living in this data folder. */
    static Unprivileged over(DataFolder data) {
        var folder = data.postgres();
        if (uid(Path.of("/proc/self/status")) != 0) return ordinary(folder);
        own(folder, 0);
        if (works(NAMESPACE, folder)) return new Unprivileged(NAMESPACE);
        own(folder, NOBODY);
        letPass(data.root());
        if (works(ACCOUNT, folder)) return new Unprivileged(ACCOUNT);
        throw new Unfit("不能以 root 启动内置数据库：PostgreSQL 不许以 root 运行，而降权后进不了 %s。".formatted(folder)
                + "请改用普通用户运行，或用 --data 把数据文件夹放到其他账户可以进入的位置（如 /var/lib/huoshui）。");
    }

    /** As we are; but an account without a name, as containers have, initdb refuses, so it becomes nobody too. */
    private static Unprivileged ordinary(Path folder) {
        boolean named = Command.of("id", "-un").run().well();
        return new Unprivileged(named || !works(NAMESPACE, folder) ? List.of() : NAMESPACE);
    }

    private static boolean works(List<String> prefix, Path folder) {
        var question = "test \"$(id -u)\" != 0 && test -w \"$0\" && test -x \"$0\"";
        return Command.of(prefix, List.of("sh", "-c", question, folder.toString()))
                .run()
                .well();
    }

    /** Gives the folder to this account, unless it has it already. */
    private static void own(Path folder, int uid) {
        if (uid(folder) == uid) return;
        var given = Command.of("chown", "-R", "-h", uid + ":" + uid, folder.toString())
                .run();
        if (!given.well()) throw new Unfit("不能把 %s 交给数据库账户：%s。请检查文件系统是否支持更改属主。".formatted(folder, given.output()));
    }

    /** Passing through the data folder is allowed then, reading it still is not; its files stay closed. */
    private static void letPass(Path data) {
        try {
            Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException refused) {
            throw DataFolder.unreadable(data, refused);
        }
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
