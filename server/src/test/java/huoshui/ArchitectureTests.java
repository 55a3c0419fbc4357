package huoshui;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import huoshui.dossier.fact.SupervisionFact;
import huoshui.kernel.Auditable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.core.ApplicationModules;

/** The arrows hold: rooms call down, hide their insides, and keep their SQL at home. */
class ArchitectureTests {

    static final Path MAIN = Path.of("src/main/java/huoshui");
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("huoshui");
    static final Set<String> SCHEMAS = Set.of(
            "kernel", "access", "audit", "document", "agenda", "org", "dossier", "interchange", "rule", "assessment");
    static final Pattern SQL_TABLE = Pattern.compile("\\b(?:from|join|into|update|table|truncate)\\s+(?:only\\s+)?("
            + String.join("|", SCHEMAS) + ")\\.[a-z_]+");

    @Test
    void roomsCallDownAndNeverInACircle() {
        ApplicationModules.of(Huoshui.class).verify();
    }

    @Test
    void aRoomsSqlNamesOnlyItsOwnSchema() throws IOException {
        var strangers = new TreeSet<String>();
        for (var file : sources()) {
            var room = MAIN.relativize(file).getName(0).toString();
            var matcher = SQL_TABLE.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!matcher.group(1).equals(room)) strangers.add(file + ": " + matcher.group());
            }
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void everyRoomHasACharterOnItsDoor() throws IOException {
        try (var rooms = Files.list(MAIN)) {
            for (var room : rooms.filter(Files::isDirectory).toList()) {
                var charter = room.resolve("package-info.java");
                assertThat(charter).exists();
                assertThat(Files.readString(charter))
                        .contains("Words:", "Starts at", "Not here:", "@ApplicationModule");
            }
        }
    }

    @Test
    void noNameEndsInAWordThatSaysNothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*(Util|Utils|DTO|VO|DO|BO|Req|Resp|Info|Data|Base|Common)")
                .check(CLASSES);
    }

    /** People conclude: nothing that totals, and nothing that runs by itself, writes what is concluded of anybody. 结论不由程序得出 */
    @Test
    void noCodePathComputesAConclusion() {
        var writes = "huoshui.rule.Conclusions";
        var meetings = "huoshui.assessment.CollectiveConclusions";
        noClasses()
                .that(not(name("huoshui.dossier.city.Slim")).and(not(name(writes))))
                .should()
                .callConstructorWhere(target(owner(type(SupervisionFact.Conclusion.class))))
                .because("only a meeting's minutes become a conclusion; Slim keeps one already written")
                .check(CLASSES);
        noClasses()
                .that(not(nameMatching("huoshui\\.rule\\.web\\..*")).and(not(name(meetings))))
                .should()
                .callMethodWhere(target(owner(name(writes))).and(target(name("record"))))
                .check(CLASSES);
        noClasses()
                .that(not(nameMatching("huoshui\\.assessment\\.web\\..*")))
                .should()
                .callMethodWhere(target(owner(name(meetings))).and(target(name("conclude"))))
                .check(CLASSES);
        noClasses()
                .that(name(meetings).or(name(writes)))
                .should()
                .dependOnClassesThat(nameMatching(
                        ".*\\.(Scorecard|Totals|Tally|TallyTable|Closing|Results|Examinations|Finding)(\\$.*)?"))
                .check(CLASSES);
    }

    /** Whoever verifies looks for the row of every RECORD: another room that said it would make a sound house look tampered with. */
    @Test
    void nobodyButTheLedgerSaysThatAFactWasRecorded() {
        noClasses()
                .that()
                .resideOutsideOfPackages("huoshui.kernel..", "huoshui.audit..")
                .should()
                .accessField(Auditable.Verb.class, "RECORD")
                .check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFieldsAndNothingPrints() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
        methods().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(CLASSES);
    }

    @Test
    void publicTypesAreInTheGlossaryOrSayTheirChineseTerm() throws IOException {
        var silent = new TreeSet<String>();
        for (var file : sources()) {
            var text = Files.readString(file);
            var type = Pattern.compile(
                            "(?m)^public (?:final |sealed |abstract |non-sealed )*(?:class|record|interface|enum|@interface) (\\w+)")
                    .matcher(text);
            if (!type.find()) continue;
            var javadoc = text.substring(Math.max(0, text.lastIndexOf("/**", type.start())), type.start());
            if (!javadoc.codePoints().anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.HAN))
                silent.add(MAIN.relativize(file).toString());
        }
        assertThat(silent).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("package-info.java"))
                    .filter(each -> MAIN.relativize(each).getNameCount() > 1)
                    .collect(Collectors.toList());
        }
    }
}
