package huoshui.interchange.general;

import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.fact.StandingFact.Entered;
import huoshui.dossier.fact.StandingFact.SelectedGraduate;
import huoshui.kernel.Span;
import huoshui.kernel.code.LeadershipLevel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Coming in, going out, and selected graduates. 进入 A29、退出 A30、选调生 A61 */
final class EntrySets {

    private EntrySets() {}

    /** Names of ZB77 and ZB78 repeat (其他人员 five times), so ways are kept by code where only the code is clear. */
    static void readEntry(SheetRow row) {
        var since = row.date("A2907");
        var entered = new Entered(
                row.word("A2911", "ZB77"),
                row.text("A2921A"),
                row.text("A2941"),
                level(row, "A2944"),
                row.date("A2947"),
                row.date("A2949"));
        if (!entered.equals(new Entered(null, null, null, null, null, null)) || since != null)
            row.fact(entered, since == null ? row.evidenced() : Span.since(since));
        if (row.has("A2970")) row.fact(graduate(row, null, null), row.evidenced());
    }

    private static @Nullable String level(SheetRow row, String column) {
        var code = row.text(column);
        if (code == null) return null;
        return LeadershipLevel.read(code).map(LeadershipLevel::title).orElse(code);
    }

    static List<Map<String, String>> writeEntries(SheetWriting person) {
        return person.of(Entered.class)
                .map(each -> person.row()
                        .date("A2907", each.fact().valid().firstDate())
                        .code("A2911", each.body().way(), "ZB77")
                        .text("A2921A", each.body().fromUnit())
                        .text("A2941", each.body().fromPost())
                        .text("A2944", levelCode(each.body().fromLevel()))
                        .date("A2947", each.body().civilServant())
                        .date("A2949", each.body().registered())
                        .row())
                .toList();
    }

    private static @Nullable String levelCode(@Nullable String level) {
        if (level == null) return null;
        return LeadershipLevel.read(level).map(LeadershipLevel::databaseCode).orElse(level);
    }

    static void readDeparture(SheetRow row) {
        var since = row.date("A3004");
        var departed =
                new Departed(row.word("A3001", "ZB78"), row.text("A3007A"), row.text("A3038"), row.text("A3034"));
        if (!departed.equals(new Departed(null, null, null, null)) || since != null)
            row.fact(departed, since == null ? row.evidenced() : Span.since(since));
    }

    static List<Map<String, String>> writeDepartures(SheetWriting person) {
        return person.of(Departed.class)
                .map(each -> person.row()
                        .code("A3001", each.body().way(), "ZB78")
                        .date("A3004", each.fact().valid().firstDate())
                        .text("A3007A", each.body().toUnit())
                        .text("A3038", each.body().approvedBy())
                        .text("A3034", each.body().remark())
                        .row())
                .toList();
    }

    static void readGraduate(SheetRow row) {
        if (!row.has("A2970")) return;
        var since = row.date("A6104");
        row.fact(
                graduate(row, row.text("A6108"), row.text("A6110")),
                since == null ? row.evidenced() : Span.since(since));
    }

    private static SelectedGraduate graduate(SheetRow row, @Nullable String education, @Nullable String degree) {
        return new SelectedGraduate(
                String.valueOf(row.word("A2970", "ZB137")),
                row.word("A2970A", "ZB138"),
                row.text("A2970B"),
                row.text("A2970C"),
                education,
                degree);
    }

    static List<Map<String, String>> writeGraduates(SheetWriting person) {
        return person.of(SelectedGraduate.class)
                .map(each -> person.row()
                        .code("A2970", each.body().kind(), "ZB137")
                        .code("A2970A", each.body().source(), "ZB138")
                        .text("A2970B", each.body().firstUnit())
                        .text("A2970C", each.body().grassroots())
                        .date("A6104", each.fact().valid().firstDate())
                        .text("A6108", each.body().education())
                        .text("A6110", each.body().degree())
                        .row())
                .toList();
    }
}
