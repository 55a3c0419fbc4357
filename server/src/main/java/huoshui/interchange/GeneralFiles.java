package huoshui.interchange;

import huoshui.access.Sight;
import huoshui.document.Blobs;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.FormFact.Unplaced;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.interchange.Exports.Exported;
import huoshui.interchange.form.ExportMark;
import huoshui.interchange.general.GeneralColumns;
import huoshui.interchange.general.GeneralManifest;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralPhoto;
import huoshui.interchange.general.GeneralSheet;
import huoshui.interchange.general.GeneralWriter;
import huoshui.interchange.general.GeneralWriter.Extent;
import huoshui.interchange.general.SheetFact;
import huoshui.interchange.general.UnitKeys;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Organization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes 通用格式 packages: coded facts, printed texts, photos, and the units they name. 通用格式文件 */
@Component
class GeneralFiles {

    private final Organization organization;
    private final Blobs blobs;

    GeneralFiles(Organization organization, Blobs blobs) {
        this.organization = organization;
        this.blobs = blobs;
    }

    /**
     * @param sight of whoever takes it out: of a unit out of sight its name goes out where somebody serves there, no numbers
     * @param extent the lists of the exchange format alone, or all we know
     */
    Exported write(
            Sight sight,
            List<UUID> people,
            Function<UUID, List<Fact<FactBody>>> facts,
            AsOf at,
            Extent extent,
            ExportMark mark,
            Path out) {
        var chart = organization.at(at);
        var units = new PackageUnits(List.of(), chart, organization);
        try (var file = Files.newOutputStream(out);
                var writer = new GeneralWriter(file, extent)) {
            var named = new HashSet<String>();
            for (var person : people) {
                var sheet = sheet(facts.apply(person), at);
                var row = row(person.toString(), sheet, at, units);
                named.addAll(units(row));
                writer.person(row, photo(person.toString(), sheet, at));
            }
            UnitRows.of(chart, named, sight).forEach(writer::unit);
            var notes = left(writer.left());
            writer.beside(ExportMark.BESIDE, mark.text(notes));
            writer.finish(GeneralManifest.made(at.valid().format(DateTimeFormatter.BASIC_ISO_DATE), Map.of())
                    .remarked(mark.line()));
            return new Exported(List.of(out.toString()), people.size(), notes, mark);
        } catch (IOException broken) {
            throw Refusal.input("export-unwritable", "未导出：“" + out + "”写不进去。请检查路径、权限和磁盘空间。");
        }
    }

    /** Keys of the units in which somebody serves or is kept. */
    private static List<String> units(GeneralPerson person) {
        return Stream.concat(
                        person.rows("A02").stream().map(each -> each.get("A0201B")),
                        person.rows("A01").stream().map(each -> each.get("A0195")))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the lists of the exchange format have no place for, in words. */
    private static List<String> left(SortedMap<String, Integer> left) {
        var notes = new ArrayList<String>();
        left.forEach((place, rows) -> {
            int dot = place.indexOf('.');
            var set = dot < 0 ? place : place.substring(0, dot);
            var column = dot < 0 ? "" : "的" + GeneralColumns.called(set, place.substring(dot + 1));
            notes.add("标准通用格式没有“" + GeneralColumns.called(set) + column + "”，" + rows + " 行未写出；需要时请改用全部范围导出");
        });
        return notes;
    }

    private static GeneralPerson row(String key, List<SheetFact> sheet, AsOf at, UnitKeys units) {
        var person = GeneralSheet.write(key, sheet, at.valid(), units);
        return sheet.stream()
                .filter(each -> each.body() instanceof Unplaced && each.valid().covers(at.valid()))
                .map(each -> Homeless.housed(person, (Unplaced) each.body(), units))
                .findFirst()
                .orElse(person);
    }

    /**
     * Facts that have begun by that day, with the text of every box as the form prints it on that day in place of the texts
     * that are kept.
     */
    private static List<SheetFact> sheet(List<Fact<FactBody>> facts, AsOf at) {
        var held = Held.of(facts);
        var sheet = new ArrayList<SheetFact>();
        for (var each : held) {
            if (each.body() instanceof PrintedText || each.valid().from().isAfter(at.valid())) continue;
            var then = AsThen.of(each, at.valid());
            sheet.add(SheetFact.of(then.body(), then.valid()));
        }
        var form = new DossierForm(held, at.valid());
        for (var box : Box.values()) {
            var text = form.text(box);
            if (!text.isEmpty()) sheet.add(SheetFact.of(new PrintedText(box, text, false), Span.evidenced(at.valid())));
        }
        return sheet;
    }

    private @Nullable GeneralPhoto photo(String key, List<SheetFact> sheet, AsOf at) {
        return sheet.stream()
                .filter(each -> each.body() instanceof Photo && each.valid().covers(at.valid()))
                .map(each -> (Photo) each.body())
                .findFirst()
                .flatMap(each -> blobs.find(each.digest())
                        .map(bytes -> GeneralPhoto.of(GeneralSheet.photoName(key, each), bytes)))
                .orElse(null);
    }
}
