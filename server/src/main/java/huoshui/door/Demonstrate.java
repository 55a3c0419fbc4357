package huoshui.door;

import huoshui.demo.Demo;
import huoshui.demo.DemoCity;
import huoshui.kernel.Acts;
import huoshui.kernel.Lasting;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Opens the pages on a made-up city, made when the data folder is empty. 演示 */
@Command(name = "demo", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Demonstrate implements Callable<Integer> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String ACCOUNTS = "demo-accounts.json";

    /** Stands in the folder while the city is being made: half a city has accounts whose passwords nobody was told. */
    private static final String UNFINISHED = "demo-unfinished";

    @Mixin
    HouseOptions house = new HouseOptions();

    @Mixin
    Listening listening = new Listening();

    @Option(names = "--people", paramLabel = "N", defaultValue = "" + DemoCity.USUAL, descriptionKey = "people")
    int people = DemoCity.USUAL;

    @Option(names = "--seed", paramLabel = "SEED", defaultValue = "" + DemoCity.SEED, descriptionKey = "seed")
    long seed = DemoCity.SEED;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (people < DemoCity.FEWEST)
            throw new ParameterException(spec.commandLine(), Door.word("people.few", people, DemoCity.FEWEST));
        var folder = DataFolder.open(house.data);
        if (Files.exists(folder.of(UNFINISHED)))
            throw Refusal.input("demo-unfinished", Door.word("demo.unfinished", folder.root()));
        try (var open = OpenHouse.withPages(house, listening.settings(house.data))) {
            var address = listening.address(open.port());
            open.serving(address);
            boolean empty = open.room(Acts.class).head() == 0;
            RuleFiles.read(open, spec.commandLine().getErr());
            var accounts = empty ? made(open, address) : known();
            var out = spec.commandLine().getOut();
            if (house.json) out.println(JsonMapper.shared().writeValueAsString(told(address, accounts)));
            else tell(address, accounts, out);
            new CountDownLatch(1).await();
        }
        return Door.FINE;
    }

    private List<Demo.Opened> made(OpenHouse open, String address) throws IOException {
        var err = spec.commandLine().getErr();
        var folder = DataFolder.open(house.data);
        DataFolder.writePrivately(folder.of(UNFINISHED), "");
        var filled = open.room(Demo.class).fill(seed, people, address, new Told(err));
        DataFolder.writePrivately(folder.of(ACCOUNTS), JSON.writeValueAsString(filled.accounts()) + "\n");
        for (int i = 0; i < filled.slips().size(); i++)
            Lasting.write(
                    folder.of("demo-slips-%d.pdf".formatted(i + 1)),
                    filled.slips().get(i).pdf());
        DataFolder.delete(folder.of(UNFINISHED));
        err.println(Door.word(
                "demo.made", filled.units(), filled.posts(), filled.people().all()));
        return filled.accounts();
    }

    /** Of an earlier demonstration; none when the folder holds somebody's own data. */
    private List<Demo.Opened> known() {
        return Optional.of(DataFolder.open(house.data).of(ACCOUNTS).toFile())
                .filter(each -> each.exists())
                .map(each -> JSON.readValue(each, new TypeReference<List<Demo.Opened>>() {}))
                .orElse(List.of());
    }

    private Map<String, Object> told(String address, List<Demo.Opened> accounts) {
        var told = new LinkedHashMap<String, Object>();
        told.put("address", address);
        told.put("data", house.data.toAbsolutePath().normalize().toString());
        told.put("pid", ProcessHandle.current().pid());
        told.put("accounts", accounts);
        return told;
    }

    private void tell(String address, List<Demo.Opened> accounts, PrintWriter out) {
        if (accounts.isEmpty()) out.println(Door.word("demo.own"));
        for (var each : accounts)
            out.println(Door.word("demo.account", each.account(), each.password(), each.role(), each.name()));
        listening.authority(house.data).ifPresent(file -> out.println(Door.word("serve.authority", file)));
        out.println(Door.word("serve.open", address));
    }

    /** Progress for people who wait: each stage, and every five hundred people of it. */
    private static final class Told implements Demo.Progress {

        private static final int STEP = 500;

        private final PrintWriter err;
        private String last = "";

        private Told(PrintWriter err) {
            this.err = err;
        }

        @Override
        public void at(String stage, int done, int of) {
            if (stage.equals(last) && done % STEP != 0) return;
            last = stage;
            err.println(of == 0 ? stage : "%s %d / %d".formatted(stage, done, of));
        }
    }
}
