package huoshui.door;

import huoshui.access.Approvals;
import huoshui.access.Purposes;
import huoshui.access.Signed;
import huoshui.dossier.search.Asking;
import huoshui.dossier.search.SavedLists;
import huoshui.interchange.ExportRequests;
import huoshui.interchange.Exports;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Exports.Shape;
import huoshui.interchange.RosterLayout;
import huoshui.interchange.RosterLayouts;
import huoshui.interchange.form.ExportMark;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Writes people out, as of any day and as known on any day. 导出 */
@Command(name = "export", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Export implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Mixin
    SignIn signIn = new SignIn();

    @Option(names = "--format", paramLabel = "lrmx|tongyong|xlsx|pdf|docx", required = true, descriptionKey = "format")
    Format format = Format.LRMX;

    @Option(names = "--out", paramLabel = "PATH", required = true, descriptionKey = "out")
    Path out = Path.of(".");

    @Option(names = "--layout", paramLabel = "NAME", descriptionKey = "layout")
    @Nullable
    String layout;

    @Option(names = "--extent", paramLabel = "standard|whole", descriptionKey = "extent")
    @Nullable
    Extent extent;

    @ArgGroup(multiplicity = "1")
    Whom whom = new Whom();

    @Option(names = "--as-of", paramLabel = "DAY", descriptionKey = "as-of")
    @Nullable
    LocalDate asOf;

    @Option(names = "--known", paramLabel = "DAY|INSTANT", descriptionKey = "known")
    @Nullable
    String known;

    @Option(names = "--purpose", paramLabel = "CODE", descriptionKey = "purpose")
    @Nullable
    String purpose;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** One way of saying whom. 导出对象 */
    static final class Whom {

        @Option(names = "--person", paramLabel = "ID", arity = "1..*", required = true, descriptionKey = "person")
        List<UUID> people = List.of();

        @Option(names = "--list", paramLabel = "NAME", required = true, descriptionKey = "list")
        @Nullable
        String list;

        @Option(names = "--unit", paramLabel = "ID", required = true, descriptionKey = "unit")
        @Nullable
        UUID unit;

        @Option(names = "--all", required = true, descriptionKey = "all")
        boolean all;
    }

    @Override
    public Integer call() {
        var password = signIn.password();
        try (var open = OpenHouse.quietly(house)) {
            var who = because(open, signIn.at(open, password));
            var at = at(open.room(Acts.class));
            var people = people(open, who, at);
            if (extent != null && format != Format.TONGYONG)
                throw new ParameterException(spec.commandLine(), Door.word("extent.only-tongyong"));
            var shape = new Shape(format, layout(open, who), extent == null ? Extent.WHOLE : extent);
            var done = exported(open.room(Exports.class), who, shape, people, at);
            mark(done);
            var told = spec.commandLine().getOut();
            if (house.json) told.println(open.room(JsonMapper.class).writeValueAsString(done));
            else
                told.println(
                        Door.word("export.done", done.people(), done.files().size(), out));
            if (!house.json) done.notes().forEach(told::println);
            return Door.FINE;
        }
    }

    /** One of the list; by command one may go without naming it. */
    private Signed because(OpenHouse open, Signed who) {
        var stated = open.room(Purposes.class).stated(purpose);
        return who.because(stated == null ? Purposes.EXPORT_BY_COMMAND : stated);
    }

    /** Whoever lacks the second person's agreement has asked for it by the same command. */
    private Exports.Exported exported(Exports exports, Signed who, Shape shape, List<UUID> people, AsOf at) {
        try {
            return exports.run(who, shape, people, at, out.toAbsolutePath());
        } catch (Refusal refusal) {
            if (!refusal.code().equals("approval-required")) throw refusal;
            exports.ask(who, shape, people, at);
            throw new Refusal(
                    refusal.sort(),
                    refusal.code(),
                    Door.word("export.asked", people.size(), Approvals.ALONE, at.valid(), at.known()));
        }
    }

    /** A form written alone has its mark in a file beside it, so that the form stays byte for byte what another house writes. */
    private void mark(Exports.Exported done) {
        if (format != Format.LRMX || !out.toString().endsWith(".lrmx")) return;
        try {
            Files.writeString(out.resolveSibling(out.getFileName() + "." + ExportMark.BESIDE), done.beside());
        } catch (IOException broken) {
            throw Refusal.input("export-unwritable", Door.word("export.mark-unwritable", out));
        }
    }

    private @Nullable RosterLayout layout(OpenHouse open, Signed who) {
        if (format == Format.PDF && layout != null)
            return open.room(RosterLayouts.class).named(who, layout);
        if (format != Format.XLSX) {
            if (layout != null) throw new ParameterException(spec.commandLine(), Door.word("layout.only-xlsx"));
            return null;
        }
        return layout == null
                ? RosterLayouts.standard()
                : open.room(RosterLayouts.class).named(who, layout);
    }

    private AsOf at(Acts acts) {
        return new AsOf(asOf == null ? acts.today() : asOf, known == null ? acts.head() : known(acts, known.strip()));
    }

    private long known(Acts acts, String text) {
        try {
            if (text.matches("\\d{1,18}")) return Math.min(Long.parseLong(text), acts.head());
            return text.length() == 10 ? acts.endOf(LocalDate.parse(text)) : acts.at(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            throw new ParameterException(spec.commandLine(), Door.word("known.unreadable", text), unreadable);
        }
    }

    /** Those named, whoever they are; of a unit or of everybody the cadres whom this account sees. */
    private List<UUID> people(OpenHouse open, Signed who, AsOf at) {
        if (!whom.people.isEmpty()) return whom.people;
        if (whom.list != null) return listed(open, who, whom.list, at);
        var people = open.room(ExportRequests.class).people(who, whom.unit, at);
        if (people.isEmpty()) throw Refusal.input("nobody", Door.word("export.nobody-there"));
        return people;
    }

    private static List<UUID> listed(OpenHouse open, Signed who, String name, AsOf at) {
        var list = open.room(SavedLists.class).named(who, name, at);
        var people = open.room(ExportRequests.class).people(who, list, Asking.all(), at);
        if (people.isEmpty()) throw Refusal.input("nobody", Door.word("export.nobody", name));
        return people;
    }
}
