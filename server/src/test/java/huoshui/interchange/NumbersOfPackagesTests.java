package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.PersonalFact.IdNumber;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.interchange.Exports.Format;
import huoshui.interchange.Item.Status;
import huoshui.interchange.form.Problem;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.kernel.code.CitizenNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("数据包中的身份证号与任免表一样核对；旧号码和不成其为号码的，不用来认人")
class NumbersOfPackagesTests {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Acts acts;

    private final Signed who = RosterOutTests.somebody(EnumSet.allOf(Chapter.class));

    @Test
    void aNumberThatIsNoneOrContradictsIsAskedAboutAndNotWritten() {
        for (var number : List.of("无", "530101198002150011", valid("53010119790215001"), valid("53010119800215002"))) {
            var out = packed("核对" + number, number, 1980);
            var item = run(out, true).getFirst();
            assertThat(item.status()).as(number).isEqualTo(Status.DOUBTFUL);
            assertThat(item.problems())
                    .as(number)
                    .extracting(Problem::code)
                    .anyMatch(each -> List.of("id.format", "id.checksum", "id.birth", "id.sex")
                            .contains(each));
        }
    }

    @Test
    void nobodyIsRecognisedByAnOldNumberOrByNone() {
        for (var number : List.of("待补", "530101800215001")) {
            var person = known("旧号" + number, number, 1980);
            var form = Sheaf.with(
                    Sheaf.with(Sheaf.with(Sheaf.plain(80).getLast(), "XingMing", "另一人"), "ShenFenZheng", number),
                    "ChuShengNianYue",
                    "198002");
            Sheaf.lay(folder.resolve(number), "a.lrmx", form);
            var item = run(folder.resolve(number), true).getFirst();
            assertThat(item.personId()).as(number).isNotEqualTo(person);
        }
    }

    @Test
    void aSoundNumberStillRecognises() {
        var number = valid("53010119800215007");
        var person = known("认得", number, 1980);
        var out = folder.resolve("known.zip");
        exports.run(who, Format.TONGYONG, List.of(person), acts.now(), out);
        var item = run(out, true).getFirst();
        assertThat(item.personId()).isEqualTo(person);
        assertThat(item.problems()).extracting(Problem::field).doesNotContain("idNumber");
    }

    /** A package about somebody whom the house does not know any more by this number. */
    private Path packed(String name, String number, int born) {
        var person = known(name, number, born);
        var out = folder.resolve(UUID.randomUUID() + ".zip");
        exports.run(who, Format.TONGYONG, List.of(person), acts.now(), out);
        for (var fact : dossiers.history(new Subject.Person(person)))
            if (fact.superseded() == null && !fact.kind().equals("cancelled"))
                dossiers.cancel(who.actor(), fact.id(), "撤销");
        return out;
    }

    private UUID known(String name, String number, int born) {
        var person = dossiers.open();
        var since = Span.since(PartialDate.month(born, 2));
        var identity = new Identity(name, "男", PartialDate.month(born, 2), "汉族", null, null, null);
        dossiers.record(who.actor(), person, identity, since, "证件");
        dossiers.record(who.actor(), person, new IdNumber(number), since, "证件");
        return person.id();
    }

    private List<Item> run(Path file, boolean dryRun) {
        var items = new ArrayList<Item>();
        imports.run(who, List.of(file), dryRun, items::add);
        return items;
    }

    private static String valid(String seventeen) {
        return seventeen + CitizenNumber.check(seventeen);
    }
}
