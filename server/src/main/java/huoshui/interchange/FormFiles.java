package huoshui.interchange;

import huoshui.dossier.fact.FactBody;
import huoshui.interchange.Exports.Exported;
import huoshui.interchange.form.Box;
import huoshui.interchange.form.ExportMark;
import huoshui.interchange.form.Form;
import huoshui.interchange.form.LrmxWriter;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Refusal;
import huoshui.kernel.ledger.Fact;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Writes forms as files: one, a folder of them, or a zip. 任免表文件 */
@Component
class FormFiles {

    private final FormFiller filler;
    private final Acts acts;

    FormFiles(FormFiller filler, Acts acts) {
        this.filler = filler;
        this.acts = acts;
    }

    /** @param mark lies beside the forms of a folder or zip; whoever hands out a form alone says where it goes */
    Exported write(List<UUID> people, Function<UUID, List<Fact<FactBody>>> facts, AsOf at, ExportMark mark, Path out) {
        try {
            var name = out.getFileName().toString();
            if (name.endsWith(".zip")) return zip(people, facts, at, mark, out);
            if (name.endsWith(".lrmx")) return single(people, facts, at, mark, out);
            return folder(people, facts, at, mark, out);
        } catch (IOException broken) {
            throw Refusal.input("export-unwritable", "未导出：“" + out + "”写不进去。请检查路径、权限和磁盘空间。");
        }
    }

    private Exported single(
            List<UUID> people, Function<UUID, List<Fact<FactBody>>> facts, AsOf at, ExportMark mark, Path out)
            throws IOException {
        if (people.size() != 1)
            throw Refusal.input("export-one-file", "未导出：一个 .lrmx 文件只装一人，所选为 " + people.size() + " 人。请改为文件夹或 .zip。");
        var notes = new ArrayList<String>();
        Files.write(out, new LrmxWriter().write(form(people.getFirst(), facts, at, notes)));
        return new Exported(List.of(out.toString()), 1, notes, mark);
    }

    private Exported folder(
            List<UUID> people, Function<UUID, List<Fact<FactBody>>> facts, AsOf at, ExportMark mark, Path out)
            throws IOException {
        Files.createDirectories(out);
        var files = new ArrayList<String>();
        var notes = new ArrayList<String>();
        var names = new FileNames();
        for (var person : people) {
            var form = form(person, facts, at, notes);
            var file = out.resolve(names.of(form, person, ".lrmx"));
            Files.write(file, new LrmxWriter().write(form));
            files.add(file.toString());
        }
        Files.writeString(
                out.resolve(ExportMark.BESIDE), mark.text(notes), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Exported(files, people.size(), notes, mark);
    }

    private Exported zip(
            List<UUID> people, Function<UUID, List<Fact<FactBody>>> facts, AsOf at, ExportMark mark, Path out)
            throws IOException {
        var names = new FileNames();
        var notes = new ArrayList<String>();
        try (OutputStream file = Files.newOutputStream(out);
                var zip = new ZipOutputStream(file)) {
            for (var person : people) {
                var form = form(person, facts, at, notes);
                var entry = new ZipEntry(names.of(form, person, ".lrmx"));
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(new LrmxWriter().write(form));
            }
            var beside = new ZipEntry(ExportMark.BESIDE);
            beside.setTime(0);
            zip.putNextEntry(beside);
            zip.write(mark.text(notes).getBytes(StandardCharsets.UTF_8));
        }
        return new Exported(List.of(out.toString()), people.size(), notes, mark);
    }

    private Form form(UUID person, Function<UUID, List<Fact<FactBody>>> facts, AsOf at, List<String> notes) {
        var filled = filler.fill(facts.apply(person), at.valid());
        if (filled.photoLost()) notes.add(filled.form().text(Box.NAME) + "：" + FormFiller.PHOTO_LOST);
        return dated(filled.form(), at.valid());
    }

    /** A form of an earlier day that says nowhere of which day it speaks says so where ages are counted from. */
    private Form dated(Form form, LocalDate day) {
        boolean told = Stream.of(Box.FILLED_ON, Box.AGE_REFERENCE)
                .flatMap(each -> PartialDate.read(form.text(each)).stream())
                .anyMatch(each -> !each.firstDay().isAfter(day));
        if (told || !day.isBefore(acts.today())) return form;
        return form.with(Box.AGE_REFERENCE, PartialDate.day(day).compact());
    }
}
