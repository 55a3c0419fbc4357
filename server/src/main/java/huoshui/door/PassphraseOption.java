package huoshui.door;

import huoshui.backup.Passphrase;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The passphrase of a backup: from {@code HUOSHUI_PASSPHRASE}, a file, or a prompt; never from the command line, which every
 * account of the machine can read. 备份口令选项
 */
final class PassphraseOption {

    @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
    @Nullable
    Path file;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    /** @param twice whether it is to be typed again, as it must be when a typing error would lock a backup for ever */
    Passphrase asked(boolean twice) {
        var given = given();
        if (given != null) return new Passphrase(given.toCharArray());
        @Nullable Console console = System.console();
        if (console == null || !console.isTerminal())
            throw new ParameterException(spec.commandLine(), Door.word("passphrase.none"));
        var typed = console.readPassword("%s", Door.word("passphrase.prompt"));
        if (typed == null) throw new ParameterException(spec.commandLine(), Door.word("passphrase.none"));
        if (twice && !Arrays.equals(typed, console.readPassword("%s", Door.word("passphrase.again"))))
            throw new ParameterException(spec.commandLine(), Door.word("passphrase.different"));
        return new Passphrase(typed);
    }

    /** What was given without asking anybody. */
    @Nullable
    String given() {
        if (file != null) {
            try {
                return Files.readString(file, StandardCharsets.UTF_8).stripTrailing();
            } catch (IOException unreadable) {
                throw DataFolder.unreadable(file, unreadable);
            }
        }
        var named = System.getenv("HUOSHUI_PASSPHRASE");
        return named == null || named.isEmpty() ? null : named;
    }
}
