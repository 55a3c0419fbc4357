package huoshui.door;

import huoshui.access.Purposes;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.ItemReport;
import huoshui.interchange.Totals;
import huoshui.interchange.UnitNews;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Refusal;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            Work work = (each, units) -> imports.run(who, paths, mapping, dryRun, each, units);
            boolean fine = house.json ? document(out, open.room(JsonMapper.class), work) : lines(out, work, dryRun);
            return fine ? Door.FINE : Door.REFUSED;
        }
    }

    /** Does the work, telling of every item and of every unit that is not here as a package has it. */
    interface Work {

        Totals each(Consumer<Item> told, Consumer<UnitNews> units);
    }

    /**
     * One document, written as the items come: ten thousand of them are never held at once. It begins with the first item, so
     * that what is refused altogether is told as every refusal is; what is refused later is told within it, so that it stays
     * one document.
     *
     * @return whether nothing waits for a person
     */
    static boolean document(PrintWriter out, JsonMapper json, Work work) {
        var document = json.createGenerator(out);
        var begun = new AtomicBoolean();
        var units = new ArrayList<UnitNews>();
        try (document) {
            Totals totals = null;
            Refusal refused = null;
            try {
                totals = work.each(
                        item -> {
                            if (begun.compareAndSet(false, true)) begin(document);
                            document.writePOJO(ItemReport.of(item));
                        },
                        units::add);
            } catch (Refusal midway) {
                if (!begun.get()) throw midway;
                refused = midway;
            }
            if (!begun.get()) begin(document);
            document.writeEndArray();
            document.writePOJOProperty("units", units);
            if (totals != null) document.writePOJOProperty("totals", totals);
            if (refused != null)
                document.writePOJOProperty(
                        "refused", Map.of("code", refused.code(), "detail", String.valueOf(refused.getMessage())));
            document.writeEndObject();
            document.writeRaw('\n');
            return totals != null && !totals.anythingLeft();
        }
    }

    private static void begin(JsonGenerator document) {
        document.writeStartObject();
        document.writeName("items");
        document.writeStartArray();
    }

    private static boolean lines(PrintWriter out, Work work, boolean dryRun) {
        var totals = work.each(item -> tell(item, out), unit -> tell(unit, out, dryRun));
        out.println(Door.word(
                "import.totals", totals.fresh(), totals.changed(), totals.same(), totals.doubtful(), totals.refused()));
        return !totals.anythingLeft();
    }

    private static void tell(UnitNews unit, PrintWriter out, boolean dryRun) {
        var how = "unit." + unit.status().word() + (dryRun && unit.status() == UnitNews.Status.NEW ? "-dry" : "");
        var under = unit.under() == null ? Door.word("unit.top") : unit.under();
        out.println(Door.word("import.unit", Door.word(how), unit.file(), unit.name(), under));
        for (Problem each : unit.problems()) out.println("    " + each.message());
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
