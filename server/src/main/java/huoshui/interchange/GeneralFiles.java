package huoshui.interchange;

import huoshui.document.Blobs;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.FormFact.PrintedText;
import huoshui.dossier.fact.FormFact.Unplaced;
import huoshui.dossier.fact.PersonalFact.Photo;
import huoshui.interchange.Exports.Exported;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    Exported write(List<UUID> people, Function<UUID, List<Fact<FactBody>>> facts, AsOf at, Path out) {
        var chart = organization.at(at);
        var units = new PackageUnits(List.of(), chart, organization);
        try (var file = Files.newOutputStream(out);
                var writer = new GeneralWriter(file, Extent.WHOLE)) {
            UnitRows.of(chart).forEach(writer::unit);
            for (var person : people) {
                var sheet = sheet(facts.apply(person), at);
                writer.person(row(person.toString(), sheet, at, units), photo(person.toString(), sheet, at));
            }
            writer.finish(GeneralManifest.made(at.valid().format(DateTimeFormatter.BASIC_ISO_DATE), Map.of()));
            return new Exported(List.of(out.toString()), people.size());
        } catch (IOException broken) {
            throw Refusal.input("export-unwritable", "未导出：“" + out + "”写不进去。请检查路径、权限和磁盘空间。");
        }
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
        var held = Held.of(facts).stream()
                .filter(each -> !each.valid().from().isAfter(at.valid()))
                .toList();
        var sheet = new ArrayList<SheetFact>();
        for (var each : held) {
            if (!(each.body() instanceof PrintedText)) sheet.add(SheetFact.of(each.body(), each.valid()));
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
