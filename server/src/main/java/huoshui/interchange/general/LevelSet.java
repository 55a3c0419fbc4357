package huoshui.interchange.general;

import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.FactBody;
import huoshui.kernel.Span;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.kernel.code.RankWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Levels and ranks held, and what A01 repeats of them. 职务层次与职级 A05 */
final class LevelSet {

    private LevelSet() {}

    static void read(SheetRow row) {
        var kind = row.text("A0531");
        var code = row.text("A0501B");
        if (code == null || kind == null || !kind.matches("[01]")) {
            row.leaveAll();
            row.error(
                    "general.no-level",
                    code == null ? "A0501B" : "A0531",
                    "分不清是职务层次还是职级，或没有代码：此行未计入。请补填（0 职务层次，1 职级）。");
            return;
        }
        var start = row.date("A0504");
        var end = row.date("A0517");
        boolean ended = end == null && "0".equals(row.text("A0524"));
        row.skip("A0524");
        row.skip("A0525");
        row.fact(body(kind, code, row.text("A0511")), row.span(start, end, ended));
    }

    private static FactBody body(String kind, String code, @Nullable String approvedBy) {
        return kind.equals("0")
                ? new LevelHeld(levelName(code), code, approvedBy)
                : new RankHeld(rankName(code), code, approvedBy);
    }

    private static String levelName(String code) {
        return LeadershipLevel.read(code).map(LeadershipLevel::title).orElseGet(() -> SheetRow.wordOf(code, "ZB09"));
    }

    private static String rankName(String code) {
        return RankWord.read(code).map(RankWord::name).orElse(code);
    }

    /** A01 repeats the present level and rank; they count where A05 has no row of that sort, and are compared where it has. */
    static void readRepeated(SheetRow row, SheetGathering into) {
        readRepeated(row, into, "A0221", "A0288", "0", LevelHeld.class);
        readRepeated(row, into, "A0192E", "A0192C", "1", RankHeld.class);
    }

    private static void readRepeated(
            SheetRow row, SheetGathering into, String codeColumn, String dateColumn, String kind, Class<?> type) {
        var code = row.text(codeColumn);
        if (code == null) return;
        var since = row.date(dateColumn);
        var body = body(kind, code, null);
        var rows = into.facts().stream()
                .filter(each -> type.isInstance(each.body()))
                .toList();
        if (rows.isEmpty()) row.fact(body, since == null ? row.evidenced() : Span.since(since));
        else if (rows.stream()
                .noneMatch(each -> each.valid().open() && name(each.body()).equals(name(body))))
            row.warn("general.level-differs", codeColumn, "“%s”与 A05 在任的记录不一致：以 A05 为准。请核对。".formatted(name(body)));
    }

    private static String name(FactBody body) {
        return switch (body) {
            case LevelHeld held -> held.level();
            case RankHeld held -> held.rank();
            default -> "";
        };
    }

    /** Nobody holds two levels, or two ranks, on one day: an earlier row without an end ends where the next begins. */
    static void closeEarlier(SheetGathering into) {
        closeEarlier(into, LevelHeld.class);
        closeEarlier(into, RankHeld.class);
    }

    private static void closeEarlier(SheetGathering into, Class<?> type) {
        var facts = into.facts();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < facts.size(); i++) if (type.isInstance(facts.get(i).body())) places.add(i);
        places.sort(Comparator.comparing(i -> facts.get(i).valid().from()));
        for (int i = 0; i + 1 < places.size(); i++) {
            var held = facts.get(places.get(i));
            var next = facts.get(places.get(i + 1)).valid();
            if (!endsUnknown(held.valid())
                    || !held.valid().overlaps(next)
                    || !held.valid().from().isBefore(next.from())) continue;
            var span = new Span(held.valid().from(), next.from(), held.valid().start(), next.start());
            facts.set(places.get(i), new SheetFact(held.body(), span, held.set(), held.row()));
            into.warn("general.end-inferred", held.set(), held.row(), "A0517", "没有终止日期：按下一条的起始日期计。请核对补填。");
        }
    }

    private static boolean endsUnknown(Span span) {
        return span.open() || span.lastDate() == null;
    }

    static List<Map<String, String>> write(SheetWriting person) {
        var levels = person.of(LevelHeld.class)
                .map(each -> row(
                        person, each.fact(), "0", code(each.body()), each.body().approvedBy()));
        var ranks = person.of(RankHeld.class)
                .map(each -> row(
                        person, each.fact(), "1", code(each.body()), each.body().approvedBy()));
        return Stream.concat(levels, ranks).toList();
    }

    private static Map<String, String> row(
            SheetWriting person, SheetFact fact, String kind, @Nullable String code, @Nullable String approvedBy) {
        var span = fact.valid();
        return person.row()
                .text("A0531", kind)
                .text("A0501B", code)
                .date("A0504", span.firstDate())
                .text("A0511", approvedBy)
                .date("A0517", span.lastDate())
                .text("A0524", span.open() ? "1" : "0")
                .row();
    }

    /** The code as it came, or the one the word stands for. */
    static @Nullable String code(LevelHeld held) {
        if (held.code() != null) return held.code();
        return LeadershipLevel.read(held.level())
                .map(LeadershipLevel::databaseCode)
                .orElse(held.level());
    }

    static @Nullable String code(RankHeld held) {
        if (held.code() != null) return held.code();
        return Rank.read(held.rank())
                .map(Rank::code)
                .or(() -> RankWord.read(held.rank()).map(RankWord::code))
                .orElse(held.rank());
    }
}
