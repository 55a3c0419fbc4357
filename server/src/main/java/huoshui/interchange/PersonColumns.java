package huoshui.interchange;

import static huoshui.interchange.NewColumn.blank;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.HEALTH;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.fact.FormFact.Box;
import huoshui.dossier.fact.PersonalFact.Contact;
import huoshui.dossier.fact.PersonalFact.HealthStatement;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.dossier.search.IdNumbers;
import huoshui.kernel.code.Sex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who somebody is. 基本情况各列 */
final class PersonColumns {

    static final String MOBILE = "手机";

    private PersonColumns() {}

    static List<RosterColumn> all() {
        return List.of(
                column(9, "name", "姓名", "Name")
                        .comesIn()
                        .says(p -> p.card().who().name()),
                column(5, "sex", "性别", "Sex")
                        .comesIn()
                        .says(p -> title(p.card().who().sex())),
                column(10, "birth", "出生年月", "Born")
                        .date()
                        .comesIn()
                        .says(p -> p.card().who().birth()),
                column(6, "age", "年龄", "Age")
                        .number()
                        .says(p -> years(p.card().who().age())),
                column(12, "birthAge", "出生年月（年龄）", "Born (age)").comesIn().says(PersonColumns::birthAge),
                column(8, "ethnicity", "民族", "Ethnicity")
                        .from("identity")
                        .comesIn()
                        .says(p ->
                                p.first(Identity.class).map(Identity::ethnicity).orElse(null)),
                column(12, "nativePlace", "籍贯", "Native place")
                        .comesIn()
                        .says(p -> p.card().who().nativePlace()),
                column(12, "birthPlace", "出生地", "Birthplace")
                        .from("identity")
                        .comesIn()
                        .says(p -> p.first(Identity.class)
                                .map(Identity::birthPlace)
                                .orElse(null)),
                column(21, "idNumber", "身份证号", "ID number")
                        .comesIn()
                        .says(p -> IdNumbers.shown(p.card().who().idNumber(), p.sight())),
                column(12, "party", "政治面貌", "Political status")
                        .comesIn()
                        .says(p -> blank(String.join("、", p.card().party().words()))),
                column(10, "partyJoined", "入党时间", "Joined the Party")
                        .date()
                        .comesIn()
                        .says(p -> p.card().party().joined()),
                column(10, "workStart", "参加工作时间", "Began work")
                        .date()
                        .comesIn()
                        .says(p -> p.card().service().workStart()),
                new NewColumn(HEALTH, 10, "health", "健康状况", "Health")
                        .from("health")
                        .comesIn()
                        .says(p -> p.first(HealthStatement.class)
                                .map(HealthStatement::text)
                                .orElse(null)),
                column(14, "title", "专业技术职务", "Professional title")
                        .from("title", "printed")
                        .comesIn()
                        .says(p -> blank(p.form().text(Box.TITLE))),
                column(18, "expertise", "熟悉专业有何专长", "Expertise")
                        .comesIn()
                        .says(p -> p.card().experience().expertise()),
                column(14, "mobile", "手机", "Mobile").from("contact").comesIn().says(PersonColumns::mobile));
    }

    private static NewColumn column(int width, String code, String title, String english) {
        return new NewColumn(BASIC, width, code, title, english);
    }

    private static @Nullable String title(@Nullable Sex sex) {
        return sex == null ? null : sex.title();
    }

    private static @Nullable String mobile(RosterPerson p) {
        return p.begun(Contact.class).stream()
                .filter(each -> each.channel().equals(MOBILE))
                .map(Contact::value)
                .reduce((first, last) -> last)
                .orElse(null);
    }

    private static @Nullable Integer years(@Nullable Bounds age) {
        return age == null || !age.exact() ? null : age.least();
    }

    private static @Nullable String birthAge(RosterPerson p) {
        var birth = p.card().who().birth();
        var age = years(p.card().who().age());
        if (birth == null) return null;
        return age == null ? birth.printed() : birth.printed() + "\n（" + age + "岁）";
    }
}
