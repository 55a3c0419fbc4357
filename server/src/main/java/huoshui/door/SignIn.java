package huoshui.door;

import huoshui.access.Accounts;
import huoshui.access.Signed;
import huoshui.kernel.Refusal;
import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * As whom a command acts; it obeys that account's sight. The password comes from {@code HUOSHUI_PASSWORD} or a prompt, never
 * from the command line, which every account of the machine can read. 登录选项
 */
final class SignIn {

    @Option(names = "--as", paramLabel = "ACCOUNT", required = true, descriptionKey = "as")
    String account = "";

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec = CommandSpec.create();

    /** Asked before the house is opened, so that nobody waits for a prompt. */
    String password() {
        var given = System.getenv("HUOSHUI_PASSWORD");
        if (given != null && !given.isEmpty()) return given;
        return asked("sign-in.password");
    }

    /**
     * @throws Refusal when the account may not come in
     */
    Signed at(OpenHouse house, String password) {
        var accounts = house.room(Accounts.class);
        try {
            return accounts.authenticate(account, password, System.getenv("HUOSHUI_TOTP"));
        } catch (Refusal refusal) {
            if (!refusal.code().equals("totp-required") || System.console() == null) throw refusal;
            return accounts.authenticate(account, password, asked("sign-in.code"));
        }
    }

    private String asked(String prompt) {
        @Nullable Console console = System.console();
        var typed = console == null || !console.isTerminal()
                ? null
                : console.readPassword("%s", Door.word(prompt, account));
        if (typed == null) throw new ParameterException(spec.commandLine(), Door.word("sign-in.none"));
        return new String(typed);
    }
}
