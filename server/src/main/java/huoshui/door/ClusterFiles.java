package huoshui.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** The files of a cluster: made once, whole or not at all; its settings written anew at every start. 数据库实例文件 */
record ClusterFiles(Path folder, Path pgdata, Path programs, Unprivileged runner) {

    /** Makes the cluster when there is none. */
    void ready(String superuser, String password) {
        if (Files.exists(pgdata.resolve("PG_VERSION"))) requireSameVersion();
        else initialize(superuser, password);
    }

    /** Durable first: what was acknowledged survives a power failure. The log never holds statements or values of people. */
    void configure(int port) {
        var file = pgdata.resolve("postgresql.conf");
        try (var settings = ClusterFiles.class.getResourceAsStream("postgresql.conf")) {
            var text = new String(Objects.requireNonNull(settings).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(file, text.formatted(port));
        } catch (IOException failed) {
            throw DataFolder.unreadable(file, failed);
        }
    }

    /** Files of one major version are not read by another. */
    private void requireSameVersion() {
        try {
            var made = Files.readString(pgdata.resolve("PG_VERSION")).strip();
            if (!Binaries.version().startsWith(made + "."))
                throw new Unfit("不能打开 %s：它由 PostgreSQL %s 建立，本程序带的是 %s。请用原来版本的程序打开并导出，再导入新的数据文件夹。"
                        .formatted(pgdata, made, Binaries.version()));
        } catch (IOException failed) {
            throw DataFolder.unreadable(pgdata, failed);
        }
    }

    /** Under another name first, so that being killed half-way leaves no cluster rather than half of one. */
    private void initialize(String superuser, String password) {
        var draft = folder.resolve("pgdata.making");
        var secret = folder.resolve("initdb.password");
        try {
            DataFolder.deleteTree(draft);
            DataFolder.writePrivately(secret, password);
            Files.setOwner(secret, Files.getOwner(folder));
            var made = Command.of(runner.prefix(), initdb(draft, secret, superuser))
                    .run();
            if (!made.well()) throw new Unfit("内置数据库没有建成：%s。请检查磁盘空间和 %s 的权限。".formatted(made.lastLine(), folder));
            Files.move(draft, pgdata, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw DataFolder.unreadable(folder, failed);
        } finally {
            DataFolder.delete(secret);
        }
    }

    /** Sorts as Chinese readers expect, by pinyin; notices a page that the disk has changed. */
    private List<String> initdb(Path target, Path secret, String superuser) {
        return List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + target,
                "--username=" + superuser,
                "--auth=scram-sha-256",
                "--pwfile=" + secret,
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=zh-Hans-CN",
                "--data-checksums");
    }
}
