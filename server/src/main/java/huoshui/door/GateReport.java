package huoshui.door;

import huoshui.access.Signed;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.AsOf;
import huoshui.rule.sweep.GateHeap;
import huoshui.rule.sweep.GateSweep;
import huoshui.rule.sweep.GateSweeps;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Who passes a gate, printed: whom a clause bars first. 过关口的核查结果 */
final class GateReport {

    private static final int TOGETHER = 500;

    private final GateSweeps sweeps;
    private final PrintWriter out;
    private final boolean json;
    private final boolean summary;

    GateReport(GateSweeps sweeps, PrintWriter out, boolean json, boolean summary) {
        this.sweeps = sweeps;
        this.out = out;
        this.json = json;
        this.summary = summary;
    }

    /** One clause of somebody's, as programs read it. */
    record Line(
            String provision,
            String status,
            Verdict verdict,
            GateHeap heap,
            String words,
            List<UUID> evidence,
            List<String> missing,
            String citation) {}

    record Told(
            UUID subject,
            GateHeap heap,
            boolean gate,
            @Nullable String belongs,
            List<Line> lines) {

        static Told of(GateSweep.Detail detail) {
            return new Told(
                    detail.passing().person().id(),
                    detail.passing().heap(),
                    detail.passing().gate(),
                    detail.belongs(),
                    detail.lines().stream()
                            .map(each -> {
                                var clause = each.finding().provision();
                                var account = each.finding().account();
                                return new Line(
                                        clause.code(),
                                        clause.status().code(),
                                        each.finding().verdict(),
                                        each.heap(),
                                        account.words(),
                                        account.evidence(),
                                        account.missing(),
                                        clause.cite().words(clause.status()));
                            })
                            .toList());
        }
    }

    void of(Signed who, String gate, GateSweeps.Whom whom, AsOf at) {
        long began = System.nanoTime();
        var sweep = sweeps.of(who, gate, whom, at);
        if (json) asJson(who, sweep, began);
        else asText(who, sweep, began);
    }

    private void asJson(Signed who, GateSweep sweep, long began) {
        var mapper = JsonMapper.shared();
        var head = new LinkedHashMap<String, Object>();
        head.put("at", sweep.at());
        head.put("gate", sweep.gate().code());
        head.put("heaps", sweep.counts());
        head.put("withheld", sweep.withheld().stream().map(each -> each.code()).toList());
        var written = mapper.writeValueAsString(head);
        out.print(written.substring(0, written.length() - 1) + ",\"people\":[");
        if (!summary) {
            var first = new boolean[] {true};
            each(who, sweep, detail -> {
                out.print((first[0] ? "\n" : ",\n") + mapper.writeValueAsString(Told.of(detail)));
                first[0] = false;
            });
        }
        out.println("\n],\"seconds\":%.3f}".formatted(seconds(began)));
    }

    private void asText(Signed who, GateSweep sweep, long began) {
        if (!summary) each(who, sweep, this::tell);
        var counts = sweep.counts();
        out.println(Door.word(
                "examine.gate-done",
                sweep.gate().title(),
                sweep.people().size(),
                counts.getOrDefault(GateHeap.BARRED, 0),
                counts.getOrDefault(GateHeap.NOT_MET, 0),
                counts.getOrDefault(GateHeap.UNKNOWN, 0),
                counts.getOrDefault(GateHeap.THROUGH, 0),
                seconds(began)));
    }

    private void tell(GateSweep.Detail detail) {
        out.println("%s  %s%s"
                .formatted(
                        detail.passing().person().id(),
                        detail.passing().heap().word(),
                        detail.belongs() == null ? "" : "　" + detail.belongs()));
        for (var each : detail.lines()) {
            if (each.heap() == GateHeap.THROUGH) continue;
            var account = each.finding().account();
            var missing = account.missing().isEmpty() ? "" : "　缺：" + String.join("；", account.missing());
            out.println("  %s  %s  %s%s%s"
                    .formatted(
                            each.heap().word(),
                            each.finding().provision().code(),
                            each.finding().provision().title(),
                            account.words().isEmpty() ? "" : "　" + account.words(),
                            missing));
        }
    }

    private void each(Signed who, GateSweep sweep, java.util.function.Consumer<GateSweep.Detail> told) {
        var people = sweep.people();
        for (int from = 0; from < people.size(); from += TOGETHER)
            sweeps.details(who, sweep, people.subList(from, Math.min(people.size(), from + TOGETHER)))
                    .forEach(told);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
