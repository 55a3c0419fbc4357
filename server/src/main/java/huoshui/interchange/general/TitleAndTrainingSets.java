package huoshui.interchange.general;

import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.kernel.Span;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Professional titles and training. 专业技术任职资格 A06、培训 A11 */
final class TitleAndTrainingSets {

    private TitleAndTrainingSets() {}

    static void readTitle(SheetRow row) {
        var code = row.text("A0601");
        var title = row.text("A0602");
        if (title == null && code != null) title = SheetRow.wordOf(code, "GB8561");
        if (title == null) {
            row.leaveAll();
            row.error("general.no-title", "A0602", "没有资格名称：此行未计入。请补填。");
            return;
        }
        var since = row.date("A0604");
        row.fact(
                new ProfessionalTitle(title, code, row.word("A0607", "ZB24"), row.text("A0611"), row.flag("A0699")),
                since == null ? row.evidenced() : Span.since(since));
    }

    static List<Map<String, String>> writeTitles(SheetWriting person) {
        return person.of(ProfessionalTitle.class)
                .map(each -> person.row()
                        .text(
                                "A0601",
                                each.body().code() == null
                                        ? listed(each.body().title())
                                        : each.body().code())
                        .text("A0602", each.body().title())
                        .date("A0604", each.fact().valid().firstDate())
                        .code("A0607", each.body().way(), "ZB24")
                        .text("A0611", each.body().board())
                        .word("A0699", each.body().printed())
                        .row())
                .toList();
    }

    private static @Nullable String listed(String title) {
        var code = RowMaking.codeOf(title, "GB8561");
        return title.equals(code) ? null : code;
    }

    static void readTraining(SheetRow row) {
        var course = row.text("A1131");
        if (course == null) {
            row.leaveAll();
            row.error("general.no-course", "A1131", "没有培训班名称：此行未计入。请补填。");
            return;
        }
        row.fact(
                new Trained(
                        course,
                        row.word("A1101", "ZB29"),
                        row.word("A1104", "ZB30"),
                        row.text("A1114"),
                        row.text("A1121A"),
                        row.number("A1108"),
                        row.number("A1107C"),
                        row.flag("A1151")),
                row.span(row.date("A1107"), row.date("A1111"), false));
    }

    static List<Map<String, String>> writeTraining(SheetWriting person) {
        return person.of(Trained.class)
                .map(each -> person.row()
                        .code("A1101", each.body().category(), "ZB29")
                        .code("A1104", each.body().release(), "ZB30")
                        .date("A1107", each.fact().valid().firstDate())
                        .date("A1111", each.fact().valid().lastDate())
                        .text("A1114", each.body().host())
                        .text("A1121A", each.body().institution())
                        .text("A1131", each.body().course())
                        .figure("A1151", each.body().abroad())
                        .number("A1108", each.body().hours())
                        .number("A1107C", each.body().days())
                        .row())
                .toList();
    }
}
