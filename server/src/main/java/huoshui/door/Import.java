package huoshui.door;

import huoshui.access.Purposes;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.ItemReport;
import huoshui.interchange.Totals;
import huoshui.interchange.form.Problem;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Brings forms and packages in, beside a running server or without one. 导入 */
@Command(name = "import", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Import implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Mixin
    SignIn signIn = new SignIn();

    @Option(names = "--dry-run", descriptionKey = "dry-run")
    boolean dryRun;

    @Option(names = "--mapping", paramLabel = "NAME", descriptionKey = "mapping")
    @Nullable
    String mapping;

    @Option(names = "--purpose", paramLabel = "CODE", descriptionKey = "import.purpose")
    @Nullable
    String purpose;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|ZIP", descriptionKey = "import.files")
    List<Path> paths = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        for (var path : paths) {
            if (!Files.exists(path)) throw new ParameterException(spec.commandLine(), Door.word("import.absent", path));
        }
        var password = signIn.password();
        try (var open = OpenHouse.quietly(house)) {
            var who =
                    signIn.at(open, password).because(open.room(Purposes.class).stated(purpose));
            var imports = open.room(Imports.class);
            var out = spec.commandLine().getOut();
            var totals = house.json
                    ? document(out, open.room(JsonMapper.class), each -> imports.run(who, paths, mapping, dryRun, each))
                    : lines(out, each -> imports.run(who, paths, mapping, dryRun, each));
            return totals.anythingLeft() ? Door.REFUSED : Door.FINE;
        }
    }

    /** Does the work, telling of every item. */
    private interface Work {

        Totals each(Consumer<Item> told);
    }

    /**
     * One document, written as the items come: ten thousand of them are never held at once. It begins with the first item, so
     * that what is refused altogether is told as every refusal is.
     */
    private static Totals document(PrintWriter out, JsonMapper json, Work work) {
        var document = json.createGenerator(out);
        var begun = new AtomicBoolean();
        try (document) {
            var totals = work.each(item -> {
                if (begun.compareAndSet(false, true)) begin(document);
                document.writePOJO(ItemReport.of(item));
            });
            if (!begun.get()) begin(document);
            document.writeEndArray();
            document.writePOJOProperty("totals", totals);
            document.writeEndObject();
            document.writeRaw('\n');
            return totals;
        }
    }

    private static void begin(JsonGenerator document) {
        document.writeStartObject();
        document.writeName("items");
        document.writeStartArray();
    }

    private static Totals lines(PrintWriter out, Work work) {
        var totals = work.each(item -> tell(item, out));
        out.println(Door.word(
                "import.totals", totals.fresh(), totals.changed(), totals.same(), totals.doubtful(), totals.refused()));
        return totals;
    }

    private static void tell(Item item, PrintWriter out) {
        if (item.status() == Item.Status.SAME) return;
        var row = item.row() == null ? "" : "#" + item.row();
        var entry = item.entry() == null ? "" : "!" + item.entry();
        var name = item.person() == null ? "" : String.valueOf(item.person().name());
        out.println(
                Door.word("import.item", Door.word("status." + item.status().word()), item.file() + entry + row, name));
        for (Problem each : item.problems()) out.println("    " + each.message());
    }
}
