package huoshui.door;

import huoshui.backup.Backups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole house to one file, beside a running server or without one. 备份
 *
 * <p>Asks for no account: whoever may read the data folder and the keys needs none. The journal notes it.
 */
@Command(name = "backup", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Backup implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "backup.out")
    Path out = Path.of("huoshui.backup");

    @Mixin
    PassphraseOption passphrase = new PassphraseOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var words = passphrase.asked(true);
        try (var open = OpenHouse.quietly(house)) {
            var done = open.room(Backups.class).make(out.toAbsolutePath().normalize(), words);
            var told = spec.commandLine().getOut();
            if (house.json) told.println(JsonMapper.shared().writeValueAsString(done));
            else told.println(Door.word("backup.done", done.file(), done.people(), done.entries(), done.seconds()));
            return Door.FINE;
        }
    }
}
