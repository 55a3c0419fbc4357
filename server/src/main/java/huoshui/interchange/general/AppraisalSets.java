package huoshui.interchange.general;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.AnnualGradeWord;
import huoshui.kernel.code.Codes;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rewards, sanctions and annual grades. 奖惩 A14、年度考核 A15 */
final class AppraisalSets {

    private static final Pattern SANCTION = Pattern.compile("警告|记过|记大过|降级|降职|撤职|撤销|开除|留党察看|留用察看|处分");
    private static final Pattern REWARD = Pattern.compile("嘉奖|记功|等功|荣誉|称号|表彰|奖励|先进|优秀|模范|奖章");

    private AppraisalSets() {}

    static void readAward(SheetRow row) {
        var code = row.text("A1404B");
        var name = row.text("A1404A");
        if (name == null && code != null) name = Codes.list("ZB65").name(code).orElse(code);
        var since = row.date("A1407");
        var span = since == null ? row.evidenced() : Span.since(since);
        if (name != null && isSanction(name, code)) row.fact(sanction(row, name, code), span);
        else if (name != null && isReward(name, code)) row.fact(reward(row, name, code), span);
        else {
            row.leaveAll();
            row.error("general.no-award", "A1404B", "分不清是奖励还是惩戒：此行未计入。请补填代码（01 奖励，02 惩戒）。");
        }
    }

    private static boolean isSanction(String name, @Nullable String code) {
        return code == null ? SANCTION.matcher(name).find() : code.startsWith("02");
    }

    private static boolean isReward(String name, @Nullable String code) {
        return code == null ? REWARD.matcher(name).find() : code.startsWith("01");
    }

    private static Reward reward(SheetRow row, String name, @Nullable String code) {
        return new Reward(
                name,
                code,
                row.text("A1411A"),
                row.word("A1414", "ZB03"),
                row.word("A1415", "ZB09"),
                row.date("A1424"));
    }

    private static Sanction sanction(SheetRow row, String name, @Nullable String code) {
        return new Sanction(
                name,
                code,
                row.text("A1411A"),
                row.word("A1414", "ZB03"),
                row.date("A1423"),
                row.date("A1424"),
                row.text("A1499"));
    }

    static List<Map<String, String>> writeAwards(SheetWriting person) {
        return Stream.concat(person.of(Reward.class), person.of(Sanction.class))
                .map(each -> each.fact())
                .sorted(SheetFact.AS_WRITTEN)
                .map(each -> award(person, each))
                .toList();
    }

    private static Map<String, String> award(SheetWriting person, SheetFact fact) {
        var row = person.row();
        FactBody body = fact.body();
        var since = fact.valid().firstDate();
        if (body instanceof Reward reward) {
            row.text("A1404A", reward.name()).text("A1404B", reward.code()).date("A1407", since);
            row.text("A1411A", reward.authority()).code("A1414", reward.authorityLevel(), "ZB03");
            row.code("A1415", reward.levelThen(), "ZB09").date("A1424", reward.revoked());
        } else if (body instanceof Sanction sanction) {
            row.text("A1404A", sanction.name()).text("A1404B", sanction.code()).date("A1407", since);
            row.text("A1411A", sanction.authority()).code("A1414", sanction.authorityLevel(), "ZB03");
            row.date("A1424", sanction.lifted()).date("A1423", sanction.influenceUntil());
            row.text("A1499", sanction.reason());
        }
        return row.row();
    }

    static void readGrade(SheetRow row) {
        var year = row.date("A1521");
        var code = row.text("A1517");
        if (year == null || code == null) {
            row.leaveAll();
            row.error("general.no-grade", year == null ? "A1521" : "A1517", "没有考核年度或结论：此行未计入。请补填。");
            return;
        }
        var whole = PartialDate.year(year.year());
        row.fact(
                new AnnualGrade(year.year(), gradeName(code), code.matches("[0-9A-Z]{1,2}") ? code : null),
                Span.between(whole, whole));
        row.skip("A1527");
    }

    private static String gradeName(String code) {
        var listed = SheetRow.wordOf(code, "ZB18");
        if (!listed.equals(code)) return listed;
        return AnnualGradeWord.read(code).map(AnnualGradeWord::title).orElse(code);
    }

    static List<Map<String, String>> writeGrades(SheetWriting person) {
        return person.of(AnnualGrade.class)
                .map(each -> person.row()
                        .text(
                                "A1517",
                                each.body().code() == null
                                        ? gradeCode(each.body().grade())
                                        : each.body().code())
                        .number("A1521", each.body().year())
                        .row())
                .toList();
    }

    private static String gradeCode(String grade) {
        return AnnualGradeWord.read(grade).map(AnnualGradeWord::code).orElse(grade);
    }
}
