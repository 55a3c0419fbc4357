package huoshui.door;

import huoshui.rule.Editions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes the clauses in force back into files, as a city keeps them; no word about any person. 写出规则文件 */
@Command(name = ExportPractice.NAME, resourceBundle = "huoshui.door.words", sortOptions = false)
final class ExportPractice implements Callable<Integer> {

    /** Typed as two words, {@code export practice}; see {@link Door}. */
    static final String NAME = "export-practice";

    @Mixin
    HouseOptions house = new HouseOptions();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "export-practice.out")
    Path out = Path.of(".");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (var open = OpenHouse.quietly(house)) {
            var folder = out.toAbsolutePath().normalize().resolve("rulebook");
            var files = open.room(Editions.class).files();
            Files.createDirectories(folder);
            for (var each : files.entrySet())
                Files.writeString(folder.resolve(each.getKey()), each.getValue(), StandardCharsets.UTF_8);
            var told = spec.commandLine().getOut();
            if (house.json)
                told.println(JsonMapper.shared()
                        .writeValueAsString(Map.of("files", files.keySet(), "folder", folder.toString())));
            else told.println(Door.word("export-practice.done", files.size(), folder));
            return Door.FINE;
        }
    }
}
