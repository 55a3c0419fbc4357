package huoshui.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.RoomTest;
import huoshui.dossier.Dossiers;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.interchange.Item.Status;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Chapter;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@RoomTest
@DisplayName("家庭成员来文有变：订正原有的，不再载明的到填表日为止，此前各日的家庭成员不少一个")
class RelativesInTimeTests {

    static final String WIFE = row("妻子", "赵示例", "群众", "示例市第一小学教师");
    static final String SON = row("儿子", "宋小例", "", "示例市第一中学学生");
    static final String DAUGHTER = row("女儿", "宋小女", "", "");

    static int serial = 402;

    @TempDir
    Path folder;

    final Imports imports;
    final Dossiers dossiers;
    final Acts acts;

    private final String number = Sheaf.number("19700312", serial += 2);
    private UUID person = new UUID(0, 0);

    RelativesInTimeTests(@Autowired Imports imports, @Autowired Dossiers dossiers, @Autowired Acts acts) {
        this.imports = imports;
        this.dossiers = dossiers;
        this.acts = acts;
    }

    @BeforeEach
    void aFormOf2020NamesAWifeAndASon() {
        person = Objects.requireNonNull(form("20200315", WIFE + SON).personId());
    }

    @Test
    void aFormCorrectsAndEndsButTakesNobodyAwayFromEarlierDays() {
        long before = acts.head();

        form("20240610", WIFE.replace("教师", "校长") + DAUGHTER);

        assertThat(on("2024-06-10")).containsExactly("妻子赵示例 示例市第一小学校长", "女儿宋小女");
        assertThat(on("2024-06-09")).containsExactly("妻子赵示例 示例市第一小学校长", "儿子宋小例 示例市第一中学学生");
        assertThat(on("2020-03-14")).isEmpty();
        assertThat(on("2024-07-01", before)).containsExactly("妻子赵示例 示例市第一小学教师", "儿子宋小例 示例市第一中学学生");
    }

    @Test
    void aFormOfAnEarlierDayCarriesWhomItNamesBackToItsDayAndLeavesWhatIsKnownSince() {
        form("20180901", WIFE.replace("教师", "代课教师"));

        assertThat(on("2018-09-01")).containsExactly("妻子赵示例 示例市第一小学代课教师");
        assertThat(on("2020-03-15")).containsExactly("妻子赵示例 示例市第一小学教师", "儿子宋小例 示例市第一中学学生");
    }

    @Test
    void aFormOfTheSameDayPutsTheFirstOneRight() {
        form("20200315", WIFE + SON.replace("宋小例", "宋晓例"));

        assertThat(on("2020-03-15")).containsExactly("妻子赵示例 示例市第一小学教师", "儿子宋晓例 示例市第一中学学生");
        assertThat(on("2030-01-01")).hasSize(2);
    }

    @Test
    void oneWhoseTimeHasEndedIsLeftAloneAndMayComeBack() {
        var former = new FamilyMember(9, "前妻", "钱示例", null, null, null, null);
        var days = Span.since(LocalDate.of(2010, 1, 1)).until(LocalDate.of(2015, 1, 1));
        dossiers.record(RosterInTests.WHO.actor(), new Subject.Person(person), former, days, "档案");

        form("20240610", WIFE + row("前妻", "钱示例", "", ""));

        assertThat(on("2014-12-31")).containsExactly("前妻钱示例");
        assertThat(on("2015-01-01")).isEmpty();
        assertThat(on("2024-06-10")).containsExactly("妻子赵示例 示例市第一小学教师", "前妻钱示例");
    }

    @Test
    void aRosterCorrectsWhomItNamesForEarlierDaysToo() throws IOException {
        var text = "姓名,身份证号,出生年月,称谓,家属姓名,家属政治面貌\n宋甲甲,\t" + number + ",1970.03,妻子,赵 示例,中共党员\n";
        var item = run(Files.writeString(folder.resolve("family.csv"), text));

        assertThat(item.status()).as(item.toString()).isEqualTo(Status.CHANGED);
        assertThat(family(LocalDate.of(2021, 1, 1), acts.head()))
                .extracting(FamilyMember::party)
                .containsExactly("中共党员", null);
        assertThat(family(acts.today(), acts.head())).hasSize(2);
    }

    private static String row(String relation, String name, String party, String post) {
        return "<Item><ChengWei>%s</ChengWei><XingMing>%s</XingMing><ZhengZhiMianMao>%s</ZhengZhiMianMao><GongZuoDanWeiJiZhiWu>%s</GongZuoDanWeiJiZhiWu></Item>"
                .formatted(relation, name, party, post);
    }

    private Item form(String filled, String family) {
        var form = Sheaf.with(Sheaf.plain(1).getFirst(), "XingMing", "宋甲甲");
        form = Sheaf.with(Sheaf.with(form, "ChuShengNianYue", "197003"), "ShenFenZheng", number);
        form = Sheaf.with(Sheaf.with(form, "TianBiaoShiJian", filled), "JiaTingChengYuan", family);
        var item = run(Sheaf.lay(folder, filled + ".lrmx", form));
        assertThat(item.status()).as(item.toString()).isIn(Status.NEW, Status.CHANGED);
        return item;
    }

    private Item run(Path file) {
        var items = new ArrayList<Item>();
        imports.run(RosterOutTests.somebody(EnumSet.allOf(Chapter.class)), List.of(file), false, items::add);
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private List<String> on(String day) {
        return on(day, acts.head());
    }

    private List<String> on(String day, long known) {
        return family(LocalDate.parse(day), known).stream()
                .map(each ->
                        (each.relation() + each.name() + " " + Objects.requireNonNullElse(each.post(), "")).strip())
                .toList();
    }

    private List<FamilyMember> family(LocalDate day, long known) {
        return dossiers.of(new Subject.Person(person), new AsOf(day, known)).stream()
                .map(each -> each.content())
                .filter(FamilyMember.class::isInstance)
                .map(FamilyMember.class::cast)
                .sorted(Comparator.comparing(FamilyMember::order))
                .toList();
    }
}
