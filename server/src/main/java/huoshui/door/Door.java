package huoshui.door;

import huoshui.kernel.Acts;
import huoshui.kernel.Refusal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program's one entrance: its commands and their exit codes. 门
 *
 * <p>Exit 0 fine, 1 something refused or doubtful, 2 wrong usage, 3 the machine does not allow it. Answers go to standard
 * output, everything else to standard error.
 */
@Command(
        name = "huoshui",
        resourceBundle = "huoshui.door.words",
        subcommands = {
            Demonstrate.class,
            Serve.class,
            Import.class,
            Export.class,
            ExportPractice.class,
            Examine.class,
            Verify.class,
            Backup.class,
            Restore.class,
            Rekey.class,
            Rehearse.class,
            HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Door implements Runnable {

    static final int FINE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int UNFIT = 3;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private Door() {}

    public static void main(String[] arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        TimeZone.setDefault(TimeZone.getTimeZone(Acts.ZONE));
        System.setOut(out);
        System.setErr(err);
        System.exit(enter(new PrintWriter(out, true), new PrintWriter(err, true), arguments));
    }

    /** Runs one command to its end; returns its exit code. */
    static int enter(PrintWriter out, PrintWriter err, String... arguments) {
        Locale.setDefault(language());
        return new CommandLine(new Door())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Door::misused)
                .setExecutionExceptionHandler(Door::failed)
                .execute(oneWord(arguments));
    }

    /** {@code export practice} is a command of its own: it takes neither people nor a format. */
    private static String[] oneWord(String... arguments) {
        if (arguments.length < 2 || !arguments[0].equals("export") || !arguments[1].equals("practice"))
            return arguments;
        var all = Arrays.copyOfRange(arguments, 1, arguments.length);
        all[0] = ExportPractice.NAME;
        return all;
    }

    /** Chinese, unless the environment says English. */
    private static Locale language() {
        for (var name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            var value = Optional.ofNullable(System.getenv(name)).orElse("");
            if (!value.isEmpty()) return value.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    static String word(String key, Object... values) {
        return ResourceBundle.getBundle("huoshui.door.words").getString(key).formatted(values);
    }

    private static int misused(ParameterException misuse, String[] arguments) {
        var command = misuse.getCommandLine();
        command.getErr().println(wording(misuse));
        if (List.of(arguments).contains("--json")) command.getOut().println(document("usage", wording(misuse)));
        command.getErr().println(word("usage.hint", command.getCommandSpec().qualifiedName()));
        return USAGE;
    }

    private static String wording(ParameterException misuse) {
        if (misuse instanceof UnmatchedArgumentException unknown)
            return word("usage.unknown", String.join(" ", unknown.getUnmatched()));
        if (misuse instanceof MissingParameterException missing)
            return word(
                    "usage.missing",
                    missing.getMissing().stream()
                            .map(each -> each instanceof OptionSpec option
                                    ? option.longestName() + "=" + option.paramLabel()
                                    : each.paramLabel())
                            .reduce((one, other) -> one + ", " + other)
                            .orElse(""));
        if (misuse instanceof MutuallyExclusiveArgsException) return word("usage.exclusive");
        var argument = misuse.getArgSpec();
        if (argument != null && misuse.getValue() != null)
            return word("usage.value", called(argument), misuse.getValue(), expected(argument.type()));
        return word("usage.wrong", String.valueOf(misuse.getMessage()));
    }

    private static String called(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String expected(Class<?> type) {
        if (type.isEnum())
            return Stream.of(type.getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(" | "));
        if (type == LocalDate.class) return word("expected.day");
        if (type == UUID.class || type == UUID[].class || Collection.class.isAssignableFrom(type))
            return word("expected.id");
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class)
            return word("expected.number");
        return word("expected.other");
    }

    private static int failed(Exception failure, CommandLine command, ParseResult given) {
        return switch (failure) {
            case Unfit unfit -> tell(command, "unfit", String.valueOf(unfit.getMessage()), UNFIT);
            case Refusal refusal -> tell(command, refusal.code(), String.valueOf(refusal.getMessage()), REFUSED);
            default -> {
                LoggerFactory.getLogger(Door.class).error("command failed", failure);
                yield tell(command, "failed", word("failed", String.valueOf(failure.getMessage())), UNFIT);
            }
        };
    }

    /** To people in words; to a program also as the one document it waits for. */
    private static int tell(CommandLine command, String code, String reason, int exit) {
        command.getErr().println(reason);
        if (command.getParseResult().hasMatchedOption("--json"))
            command.getOut().println(document(code, reason));
        return exit;
    }

    private static String document(String code, String detail) {
        var told = new LinkedHashMap<String, String>();
        told.put("code", code);
        told.put("detail", detail);
        return JsonMapper.shared().writeValueAsString(told);
    }

    /** No command: says what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), word("usage.none"));
    }
}
