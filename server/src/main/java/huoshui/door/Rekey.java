package huoshui.door;

import huoshui.access.Purposes;
import huoshui.kernel.Actor;
import huoshui.kernel.seal.Seals;
import huoshui.kernel.seal.Suite;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a new master key and a new data key, beside a running server or without one. 换钥
 *
 * <p>Asks for no account: whoever may read the keys needs none. The journal notes it.
 */
@Command(name = "rekey", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Rekey implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Option(names = "--suite", paramLabel = "sm|aes", descriptionKey = "suite")
    @Nullable
    String suite;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var wanted = suite == null ? Suite.usual() : named(suite);
        try (var open = OpenHouse.quietly(house)) {
            var done = open.room(Seals.class).rekey(Actor.atTheMachine(Purposes.CHANGING_KEYS), wanted);
            var out = spec.commandLine().getOut();
            if (house.json) out.println(JsonMapper.shared().writeValueAsString(done));
            else out.println(Door.word("rekey.done", done.dataKey(), done.suite(), done.master(), done.setAside()));
            return Door.FINE;
        }
    }

    private Suite named(String word) {
        return Suite.of(word)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Door.word("suite.unknown", word)));
    }
}
