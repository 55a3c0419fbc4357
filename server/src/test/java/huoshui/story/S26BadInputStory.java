package huoshui.story;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.access.Authority;
import huoshui.access.ManagementCategory;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Sight;
import huoshui.access.Signed;
import huoshui.dossier.Dossiers;
import huoshui.interchange.Imports;
import huoshui.interchange.Item;
import huoshui.interchange.Item.Status;
import huoshui.interchange.Sheaf;
import huoshui.interchange.form.Problem;
import huoshui.interchange.general.GeneralManifest;
import huoshui.interchange.general.GeneralPerson;
import huoshui.interchange.general.GeneralWriter;
import huoshui.kernel.Acts;
import huoshui.kernel.Chapter;
import huoshui.kernel.Purpose;
import huoshui.kernel.Subject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("S26 坏来文：各说各的原因和办法，什么也不丢，谁也不耽误")
class S26BadInputStory {

    @TempDir
    Path folder;

    final Imports imports;
    final Dossiers dossiers;
    final Acts acts;
    static int people = 100;

    S26BadInputStory(@Autowired Imports imports, @Autowired Dossiers dossiers, @Autowired Acts acts) {
        this.imports = imports;
        this.dossiers = dossiers;
        this.acts = acts;
    }

    @Test
    void everySortOfBadFileGetsItsOwnWordAndTheGoodOnesComeIn() throws IOException {
        var sound = form();
        lay("01-sound", sound);
        lay("02-truncated", form().substring(0, 700));
        Files.write(folder.resolve("03-gbk.lrmx"), form().getBytes(Charset.forName("GBK")));
        Files.write(folder.resolve("04-noise.lrmx"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
        lay(
                "05-xxe",
                "<!DOCTYPE Person [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Person><XingMing>&x;</XingMing></Person>");
        lay(
                "06-laughs",
                "<!DOCTYPE Person [<!ENTITY a \"哈\"><!ENTITY b \"&a;&a;&a;\">]><Person><XingMing>&b;</XingMing></Person>");
        lay("07-30mb", Sheaf.with(form(), "JianLi", "长".repeat(10 << 20)));
        lay("08-contradictory", Sheaf.with(form(), "ChuShengNianYue", "197511"));
        lay("09-impossible", Sheaf.with(form(), "CanJiaGongZuoShiJian", "20260231"));
        lay("10-long", Sheaf.with(form(), "XianRenZhiWu", "示例处处长".repeat(80)));
        lay("11-same-again", sound);
        lay("12-sound", form());

        var items = run(everybody());

        assertThat(items)
                .extracting(S26BadInputStory::told)
                .containsExactly(
                        "NEW",
                        "REFUSED form.truncated",
                        "NEW",
                        "REFUSED form.not-a-form",
                        "REFUSED form.doctype",
                        "REFUSED form.doctype",
                        "REFUSED form.too-long",
                        "DOUBTFUL id.birth",
                        "DOUBTFUL date.impossible",
                        "NEW",
                        "SAME",
                        "NEW");
        assertThat(items)
                .flatExtracting(Item::problems)
                .allSatisfy(each -> assertThat(each.message()).matches("(?s).+[：；，].+"));
        var lengthy = items.get(9);
        assertThat(lengthy.problems()).extracting(Problem::code).contains("text.too-long");
        assertThat(Objects.requireNonNull(lengthy.person()).currentPost()).hasSize(400);
    }

    @Test
    void aPersonOfAPackageWithCodesNobodyKnowsWaitsAndTheNextOneComesIn() throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("codes.zip"));
                var writer = new GeneralWriter(out, GeneralWriter.Extent.WHOLE)) {
            writer.person(coded("P1", "周怪码", "7", "Q9"), null);
            writer.person(coded("P2", "周好码", "1", "01"), null);
            writer.finish(GeneralManifest.made("20260901", Map.of()));
        }

        var items = run(everybody());

        assertThat(items.get(0).problems()).isNotEmpty();
        assertThat(items.get(0).problems()).extracting(Problem::field).contains("sex", "ethnicity");
        assertThat(items.get(1).status()).as(items.toString()).isEqualTo(Status.NEW);
    }

    @Test
    void aDamagedPackageIsRefusedByItselfAndTheOnesBesideItComeIn() throws IOException {
        packed("a.zip", "P5", "周先来");
        damaged(packed("b.zip", "P6", "周坏包"));
        packed("c.zip", "P7", "周后到");

        var items = new ArrayList<Item>();
        var totals = imports.run(everybody(), List.of(folder), false, items::add);

        assertThat(items)
                .extracting(each -> Path.of(each.file()).getFileName() + " " + told(each))
                .containsExactly("a.zip NEW", "b.zip REFUSED general.malformed", "c.zip NEW");
        assertThat(totals.refused()).isOne();
    }

    private Path packed(String name, String key, String who) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file);
                var writer = new GeneralWriter(out, GeneralWriter.Extent.WHOLE)) {
            writer.person(coded(key, who, "1", "01"), null);
            writer.finish(GeneralManifest.made("20260901", Map.of()));
        }
        return file;
    }

    /** Its people's table ends in the middle of a row. */
    private static void damaged(Path file) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            var table = zip.getPath("Table", "A01.xml");
            var whole = Files.readString(table);
            Files.writeString(table, whole.substring(0, whole.length() - 30));
        }
    }

    @Test
    void whatAnAccountMayNotWriteIsHeldBackAndTold() {
        lay("a", form());
        var limited = account(EnumSet.complementOf(EnumSet.of(Chapter.FAMILY, Chapter.HEALTH)));

        var item = run(limited).getFirst();

        assertThat(item.status()).isEqualTo(Status.NEW);
        assertThat(item.problems()).extracting(Problem::code).contains("chapter.held");
        assertThat(kinds(item)).contains("identity", "career-line").doesNotContain("family", "health");
        var rest = run(everybody()).getFirst();
        assertThat(rest.status()).isEqualTo(Status.CHANGED);
        assertThat(kinds(rest)).contains("family", "health");
        assertThat(run(everybody()).getFirst().status()).isEqualTo(Status.SAME);
    }

    private List<String> kinds(Item item) {
        var person = new Subject.Person(Objects.requireNonNull(item.personId()));
        return dossiers.of(person, acts.now()).stream().map(each -> each.kind()).toList();
    }

    private static String told(Item item) {
        var first = item.problems().stream()
                .filter(each -> each.severity() == Problem.Severity.ERROR)
                .findFirst();
        return item.status() + first.map(each -> " " + each.code()).orElse("");
    }

    private String form() {
        int i = people++;
        var form = Sheaf.with(Sheaf.plain(1).getFirst(), "XingMing", "钱" + (char) ('一' + i));
        return Sheaf.with(form, "ShenFenZheng", Sheaf.number("19600101", 2 * i));
    }

    private void lay(String name, String form) {
        Sheaf.lay(folder, name + ".lrmx", form);
    }

    private List<Item> run(Signed who) {
        var items = new ArrayList<Item>();
        for (var path : files()) imports.run(who, List.of(path), false, items::add);
        return items;
    }

    private List<Path> files() {
        try (var found = Files.list(folder)) {
            return found.anyMatch(each -> each.toString().endsWith(".zip"))
                    ? List.of(folder.resolve("codes.zip"))
                    : List.of(folder);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static GeneralPerson coded(String key, String name, String sex, String ethnicity) {
        var row = new LinkedHashMap<String, String>();
        row.put("A0000", key);
        row.put("A0101", name);
        row.put("A0104", sex);
        row.put("A0107", "197503");
        row.put("A0117", ethnicity);
        return new GeneralPerson(key, Map.of("A01", List.of(row)));
    }

    private static Signed everybody() {
        return account(EnumSet.allOf(Chapter.class));
    }

    private static Signed account(Set<Chapter> chapters) {
        var id = UUID.randomUUID();
        var role = new Role("all", "全部", false, true, EnumSet.allOf(Right.class), chapters, chapters);
        var everywhere = Authority.everywhere(EnumSet.allOf(ManagementCategory.class), Authority.Mode.LEADS);
        var sight = Sight.drawn(id, null, List.of(role), null, List.of(everywhere), Set.of());
        return new Signed(id, "story", "story", null, false, sight, new Purpose("P05"));
    }
}
