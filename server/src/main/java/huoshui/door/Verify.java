package huoshui.door;

import huoshui.audit.Epochs;
import huoshui.audit.Verification;
import huoshui.backup.BackupFile;
import huoshui.backup.Backups;
import huoshui.backup.Passphrase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies journal and facts, beside a running server or without one. 核验
 *
 * <p>Asks for no account: whoever may read the folder may run it, and it prints nothing personal.
 */
@Command(name = "verify", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Verify implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Option(names = "--against", paramLabel = "N:LINK", descriptionKey = "against")
    @Nullable
    String against;

    @Parameters(arity = "0..1", paramLabel = "BACKUP", descriptionKey = "verify.backup")
    @Nullable
    Path backup;

    @Mixin
    PassphraseOption passphrase = new PassphraseOption();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (against != null && !Verification.isHead(against))
            throw new ParameterException(spec.commandLine(), Door.word("against.malformed", against));
        return backup == null ? house() : backup(backup);
    }

    /** Reads a backup without putting it anywhere; with the passphrase at hand, opens its keys and checks the manifest too. */
    private int backup(Path file) {
        long began = System.nanoTime();
        var read = BackupFile.check(file);
        var words = passphrase.given();
        if (words != null) read.require(new Passphrase(words.toCharArray()));
        var manifest = read.manifest();
        var done = new Backups.Done(
                file.toString(),
                manifest.entries(),
                manifest.people(),
                Math.round((System.nanoTime() - began) / 1e7) / 100.0);
        var out = spec.commandLine().getOut();
        if (house.json) out.println(JsonMapper.shared().writeValueAsString(done));
        else
            out.println(Door.word(
                    words == null ? "verify.backup.read" : "verify.backup.opened",
                    manifest.members().size(),
                    manifest.people(),
                    manifest.entries(),
                    manifest.made(),
                    manifest.operator()));
        return Door.FINE;
    }

    private int house() {
        try (var open = OpenHouse.quietly(house)) {
            var report = open.room(Verification.class).verify(against);
            var out = spec.commandLine().getOut();
            if (house.json) out.println(JsonMapper.shared().writeValueAsString(report));
            else {
                tell(report, out);
                for (var each : open.room(Epochs.class).all())
                    out.println(Door.word(
                            "verify.epoch", each.entry(), each.begun(), each.operator(), each.backup(), each.head()));
            }
            return report.ok() ? Door.FINE : Door.REFUSED;
        }
    }

    private static void tell(Verification.Report report, PrintWriter out) {
        out.println(Door.word("verify.read", report.entries(), report.checkpoints(), report.facts(), report.seconds()));
        var bad = report.firstBad();
        if (bad == null) out.println(Door.word("verify.fine"));
        else
            out.println(Door.word(
                    "verify.bad", String.valueOf(bad.number() == null ? bad.row() : bad.number()), bad.reason()));
    }
}
