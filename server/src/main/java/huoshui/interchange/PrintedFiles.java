package huoshui.interchange;

import huoshui.document.paper.AppointmentLayout;
import huoshui.document.paper.Imprint;
import huoshui.document.paper.PdfPaper;
import huoshui.document.paper.Sheet;
import huoshui.document.paper.WordPaper;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.Exports.Exported;
import huoshui.interchange.FormFiller.Filled;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.Form;
import huoshui.kernel.Refusal;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.ledger.Fact;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes forms for paper: one, a folder or a zip of them, or many bound into one PDF. 印制文件 */
@Component
class PrintedFiles {

    /** Beside the forms of a zip or folder, when something could not be printed as it should. */
    private static final String NOTES = "印制说明.txt";

    private static final int CHUNK = 16;

    private final FormFiller filler;
    private final AppointmentLayout layout;
    private final PdfPaper pdf;
    private final WordPaper word;

    PrintedFiles(FormFiller filler, AppointmentLayout layout, PdfPaper pdf, WordPaper word) {
        this.filler = filler;
        this.layout = layout;
        this.pdf = pdf;
        this.word = word;
    }

    /** What is printed, for whom, as of when. 待印 */
    record Order(
            List<UUID> people,
            Function<UUID, List<Fact<FactBody>>> facts,
            Function<UUID, @Nullable LeadershipLevel> level,
            LocalDate day,
            String suffix,
            Imprint imprint) {

        boolean word() {
            return suffix.equals(".docx");
        }
    }

    Exported write(Order order, Path out) {
        try {
            var name = out.getFileName().toString();
            if (name.endsWith(".zip")) return zip(order, out);
            if (name.endsWith(order.suffix())) return order.word() ? single(order, out) : together(order, out);
            return folder(order, out);
        } catch (IOException broken) {
            throw Refusal.input("export-unwritable", "未导出：“" + out + "”写不进去。请检查路径、权限和磁盘空间。");
        }
    }

    private Exported single(Order order, Path out) throws IOException {
        if (order.people().size() != 1)
            throw Refusal.input(
                    "export-one-file",
                    "未导出：一个 .docx 文件只装一人，所选为 " + order.people().size() + " 人。请改为文件夹或 .zip，或导出 PDF 合订。");
        var notes = new ArrayList<String>();
        try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
            one(order, filled(order, order.people().getFirst()), file, notes);
        }
        return new Exported(List.of(out.toString()), 1, notes);
    }

    private Exported together(Order order, Path out) throws IOException {
        var notes = new ArrayList<String>();
        try (var file = new BufferedOutputStream(Files.newOutputStream(out))) {
            pdf.bind("干部任免审批表", order.imprint(), file, binding -> {
                for (var person : order.people()) {
                    var filled = filled(order, person);
                    binding.add(told(filled.form(), sheet(order, filled), notes));
                }
            });
        }
        return new Exported(List.of(out.toString()), order.people().size(), notes);
    }

    private Exported folder(Order order, Path out) throws IOException {
        Files.createDirectories(out);
        var files = new ArrayList<String>();
        var notes = new ArrayList<String>();
        var names = new FileNames();
        for (var person : order.people()) {
            var filled = filled(order, person);
            var place = out.resolve(names.of(filled.form(), person, order.suffix()));
            try (var file = new BufferedOutputStream(Files.newOutputStream(place))) {
                one(order, filled, file, notes);
            }
            files.add(place.toString());
        }
        if (!notes.isEmpty()) Files.writeString(out.resolve(NOTES), told(notes));
        return new Exported(files, order.people().size(), notes);
    }

    private Exported zip(Order order, Path out) throws IOException {
        var notes = new ArrayList<String>();
        var names = new FileNames();
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(out)))) {
            for (int at = 0; at < order.people().size(); at += CHUNK) {
                var chunk = order.people().subList(at, Math.min(order.people().size(), at + CHUNK));
                var forms = chunk.stream().map(person -> filled(order, person)).toList();
                var made = forms.parallelStream().map(form -> made(order, form)).toList();
                for (int i = 0; i < chunk.size(); i++) {
                    entry(zip, names.of(forms.get(i).form(), chunk.get(i), order.suffix()));
                    zip.write(made.get(i).bytes());
                    notes.addAll(made.get(i).notes());
                }
            }
            if (!notes.isEmpty()) {
                entry(zip, NOTES);
                zip.write(told(notes).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Exported(List.of(out.toString()), order.people().size(), notes);
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
    }

    /** One form, in memory: drawing is the slow part and is done on every core. */
    private Made made(Order order, Filled filled) {
        var bytes = new ByteArrayOutputStream(1 << 17);
        var notes = new ArrayList<String>();
        try {
            one(order, filled, bytes, notes);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return new Made(bytes.toByteArray(), notes);
    }

    private record Made(byte[] bytes, List<String> notes) {}

    private void one(Order order, Filled filled, OutputStream out, List<String> notes) throws IOException {
        var sheet = told(filled.form(), sheet(order, filled), notes);
        if (order.word()) word.write(sheet, order.imprint(), out);
        else pdf.write(sheet, order.imprint(), out);
    }

    private Filled filled(Order order, UUID person) {
        return filler.fill(order.facts().apply(person), order.day())
                .at(order.level().apply(person));
    }

    private Sheet sheet(Order order, Filled filled) {
        return layout.lay(PrintedForm.of(filled, order.day()));
    }

    private static Sheet told(Form form, Sheet sheet, List<String> notes) {
        sheet.notes().forEach(each -> notes.add(form.text(Box.NAME) + "：" + each));
        return sheet;
    }

    private static String told(List<String> notes) {
        return String.join("\r\n", notes) + "\r\n";
    }
}
