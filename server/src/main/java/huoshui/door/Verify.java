package huoshui.door;

import huoshui.audit.Verification;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (var open = OpenHouse.quietly(house)) {
            var report = open.room(Verification.class).verify(against);
            var out = spec.commandLine().getOut();
            if (house.json) out.println(JsonMapper.shared().writeValueAsString(report));
            else tell(report, out);
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
