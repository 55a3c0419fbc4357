package huoshui.door;

import huoshui.audit.Verification;
import huoshui.backup.BackupFile;
import huoshui.backup.Backups;
import huoshui.backup.Restoration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Puts a backup into an empty data folder, and into an empty database where one is named; then verifies all of it. 恢复 */
@Command(name = "restore", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Restore implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Parameters(paramLabel = "FILE", descriptionKey = "restore.file")
    Path file = Path.of("huoshui.backup");

    @Mixin
    PassphraseOption passphrase = new PassphraseOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var began = System.nanoTime();
        var words = passphrase.asked(false);
        logToStandardError();
        requireEmpty(house.data, Set.of());
        var restoration = new Restoration(BackupFile.check(file), words);
        fill(restoration);
        try (var open = OpenHouse.quietly(house)) {
            var report = open.room(Verification.class).verify(null);
            if (!report.ok() && report.firstBad() != null)
                throw new Unfit("已恢复，但核验不通过：%s。请不要启用 %s，改用另一份备份。"
                        .formatted(report.firstBad().reason(), house.data));
            open.room(Backups.class).restored(file, restoration.manifest());
            var manifest = restoration.manifest();
            var done = new Backups.Done(
                    file.toString(),
                    manifest.entries(),
                    manifest.people(),
                    Math.round((System.nanoTime() - began) / 1e7) / 100.0);
            var out = spec.commandLine().getOut();
            if (house.json) out.println(JsonMapper.shared().writeValueAsString(done));
            else
                out.println(Door.word(
                        "restore.done", house.data, done.people(), done.entries(), done.seconds(), manifest.made()));
            return Door.FINE;
        }
    }

    /** Tables are made before the rooms open, and with them the log that keeps out of a command's answer. */
    private static void logToStandardError() {
        var log = LoggingSystem.get(Restore.class.getClassLoader());
        log.beforeInitialize();
        log.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
    }

    /** Whatever goes wrong, a folder that was not there before is not there afterwards. */
    private void fill(Restoration restoration) {
        var data = DataFolder.open(house.data);
        var keys = KeysFolder.of(data, house.keys);
        var mark = data.of(KeysFolder.UNFINISHED);
        marked(data, mark, file);
        try {
            put(restoration, data, keys);
            DataFolder.delete(mark);
        } catch (RuntimeException failed) {
            discard(data, keys);
            throw failed;
        }
    }

    /** Whoever opens the folder from here on sees the mark; whoever did so before has left something else there. */
    private static void marked(DataFolder data, Path mark, Path file) {
        try {
            DataFolder.writePrivately(mark, file + "\n");
            requireEmpty(data.root(), Set.of(KeysFolder.ID, KeysFolder.UNFINISHED));
        } catch (IOException failed) {
            throw DataFolder.unreadable(mark, failed);
        } catch (Unfit taken) {
            DataFolder.delete(mark);
            throw taken;
        }
    }

    private void put(Restoration restoration, DataFolder data, Path keys) {
        if (house.databaseUrl != null) {
            restoration.into(ExternalPostgres.at(house.databaseUrl).source(), data.root(), keys);
            return;
        }
        try (var embedded = EmbeddedPostgres.join(house.data)) {
            restoration.into(embedded.address().source(), data.root(), keys);
        }
    }

    private static void discard(DataFolder data, Path keys) {
        try {
            DataFolder.deleteTree(data.root());
            DataFolder.deleteTree(keys);
        } catch (IOException left) {
            throw DataFolder.unreadable(data.root(), left);
        }
    }

    private static void requireEmpty(Path folder, Set<String> own) {
        if (!Files.exists(folder)) return;
        try (var found = Files.list(folder)) {
            if (found.anyMatch(each -> !own.contains(String.valueOf(each.getFileName()))))
                throw new Unfit("未恢复：数据文件夹 %s 里已有内容。请用 --data 指定一个空的或不存在的文件夹。".formatted(folder));
        } catch (IOException unreadable) {
            throw DataFolder.unreadable(folder, unreadable);
        }
    }
}
