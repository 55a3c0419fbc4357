package huoshui.door;

import huoshui.access.Purposes;
import huoshui.access.Signed;
import huoshui.dossier.search.Verdict;
import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.rule.Examinations;
import huoshui.rule.Finding;
import huoshui.rule.Occasion;
import huoshui.rule.Outcome;
import huoshui.rule.Provision;
import huoshui.rule.sweep.GateSweeps;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Examines people by the clauses in force, at both clocks; writes nothing but the journal. 核查 */
@Command(name = "examine", resourceBundle = "huoshui.door.words", sortOptions = false)
final class Examine implements Callable<Integer> {

    @Mixin
    HouseOptions house = new HouseOptions();

    @Mixin
    SignIn signIn = new SignIn();

    @ArgGroup
    @Nullable
    Whom whom;

    @Option(names = "--provision", paramLabel = "CODE", arity = "1..*", descriptionKey = "examine.provision")
    List<String> codes = List.of();

    @Option(names = "--gate", paramLabel = "CODE", descriptionKey = "examine.gate")
    @Nullable
    String gate;

    @Option(names = "--target", paramLabel = "POST|LEVEL|RANK", descriptionKey = "examine.target")
    @Nullable
    String target;

    @Option(names = "--occasion", paramLabel = "NAME", descriptionKey = "examine.occasion")
    @Nullable
    String occasion;

    @Option(names = "--as-of", paramLabel = "DAY", descriptionKey = "as-of")
    @Nullable
    LocalDate asOf;

    @Option(names = "--known", paramLabel = "DAY|INSTANT", descriptionKey = "known")
    @Nullable
    String known;

    @Option(names = "--summary", descriptionKey = "examine.summary")
    boolean summary;

    @Option(names = "--purpose", paramLabel = "CODE", descriptionKey = "examine.reason")
    @Nullable
    String purpose;

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** One way of saying whom; everybody where none is used. 核查对象 */
    static final class Whom {

        @Option(
                names = "--person",
                paramLabel = "ID",
                arity = "1..*",
                required = true,
                descriptionKey = "examine.person")
        List<UUID> people = List.of();

        @Option(names = "--unit", paramLabel = "ID", required = true, descriptionKey = "examine.unit")
        @Nullable
        UUID unit;

        @Option(names = "--all", required = true, descriptionKey = "examine.all")
        boolean all;
    }

    @Override
    public Integer call() {
        var password = signIn.password();
        try (var open = OpenHouse.quietly(house)) {
            var stated = open.room(Purposes.class).stated(purpose);
            var who = signIn.at(open, password).because(stated == null ? Purposes.EXAMINED_BY_COMMAND : stated);
            var examinations = open.room(Examinations.class);
            if (gate != null) {
                if (!codes.isEmpty() || occasion != null || target != null)
                    throw new ParameterException(spec.commandLine(), Door.word("examine.gate-alone"));
                var asked = new GateSweeps.Whom(
                        whom == null ? List.of() : whom.people, whom == null ? null : whom.unit, null);
                new GateReport(open.room(GateSweeps.class), spec.commandLine().getOut(), house.json, summary)
                        .of(who, gate, asked, at(open.room(Acts.class)));
                return Door.FINE;
            }
            var ready = examinations.ready(who, request(who, open, examinations));
            examinations.announce(who, ready);
            var out = spec.commandLine().getOut();
            if (summary) counts(examinations, ready, out);
            else if (house.json) findings(examinations, ready, out);
            else tell(examinations, ready, out);
            return Door.FINE;
        }
    }

    private Examinations.Request request(Signed who, OpenHouse open, Examinations examinations) {
        var at = at(open.room(Acts.class));
        var asked = occasion;
        var on = asked == null
                ? null
                : Occasion.of(asked)
                        .orElseThrow(() ->
                                new ParameterException(spec.commandLine(), Door.word("examine.no-occasion", asked)));
        return new Examinations.Request(
                whom == null ? List.of() : whom.people,
                whom == null ? null : whom.unit,
                codes,
                on,
                target == null ? null : examinations.target(who, target, at),
                at);
    }

    private AsOf at(Acts acts) {
        return new AsOf(asOf == null ? acts.today() : asOf, known == null ? acts.head() : known(acts, known.strip()));
    }

    private long known(Acts acts, String text) {
        try {
            if (text.matches("\\d{1,18}")) return Math.min(Long.parseLong(text), acts.head());
            return text.length() == 10 ? acts.endOf(LocalDate.parse(text)) : acts.at(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            throw new ParameterException(spec.commandLine(), Door.word("known.unreadable", text), unreadable);
        }
    }

    /** One finding, as programs read it. */
    record Told(
            @Nullable UUID subject,
            String provision,
            String edition,
            String title,
            String effect,
            String status,
            Verdict verdict,
            Outcome outcome,
            String words,
            List<UUID> evidence,
            List<String> missing,
            String citation) {

        static Told of(Finding finding) {
            var clause = finding.provision();
            var subject = finding.subject();
            var account = finding.account();
            return new Told(
                    subject == null ? null : subject.id(),
                    clause.code(),
                    clause.editionAndVersion(),
                    clause.title(),
                    clause.effect().name(),
                    clause.status().code(),
                    finding.verdict(),
                    finding.outcome(),
                    account.words(),
                    account.evidence(),
                    account.missing(),
                    clause.cite().words(clause.status()));
        }
    }

    /** Written as it goes: a city's findings are too many to be held at once. */
    private static void findings(Examinations examinations, Examinations.Ready ready, PrintWriter out) {
        var json = JsonMapper.shared();
        out.print("{\"at\":" + json.writeValueAsString(ready.request().at()) + ",\"findings\":[");
        long began = System.nanoTime();
        var first = new boolean[] {true};
        examinations.run(
                ready,
                found -> found.stream()
                        .map(each -> json.writeValueAsString(Told.of(each)))
                        .toList(),
                found -> {
                    for (var each : found) {
                        if (!first[0]) out.print(",");
                        first[0] = false;
                        out.print("\n");
                        out.print(each);
                    }
                });
        out.print("\n],\"withheld\":" + json.writeValueAsString(codes(ready.withheld())));
        out.print(",\"unasked\":" + json.writeValueAsString(codes(ready.unasked())));
        out.println(",\"people\":%d,\"seconds\":%.3f}".formatted(ready.people().size(), seconds(began)));
    }

    private void counts(Examinations examinations, Examinations.Ready ready, PrintWriter out) {
        long began = System.nanoTime();
        var counted = examinations.summary(ready);
        counted.keySet().removeAll(ready.unasked());
        double took = seconds(began);
        if (house.json) {
            var all = new LinkedHashMap<String, Object>();
            all.put("at", ready.request().at());
            all.put("people", ready.people().size());
            var rows = new ArrayList<Map<String, Object>>();
            counted.forEach((clause, counts) -> rows.add(row(clause, counts)));
            all.put("summary", rows);
            all.put("withheld", codes(ready.withheld()));
            all.put("unasked", codes(ready.unasked()));
            all.put("seconds", took);
            out.println(JsonMapper.shared().writeValueAsString(all));
            return;
        }
        counted.forEach((clause, counts) -> out.println("%-10s %-8s %-3s  %7d %7d %7d  %s"
                .formatted(
                        clause.code(),
                        clause.effect().name(),
                        clause.status().code(),
                        counts.getOrDefault(Verdict.MET, 0),
                        counts.getOrDefault(Verdict.NOT_MET, 0),
                        counts.getOrDefault(Verdict.UNKNOWN, 0),
                        clause.title())));
        out.println(Door.word("examine.done", ready.people().size(), counted.size(), took));
        rest(ready, out);
    }

    private static Map<String, Object> row(Provision clause, Map<Verdict, Integer> counts) {
        var row = new LinkedHashMap<String, Object>();
        row.put("provision", clause.code());
        row.put("edition", clause.edition());
        row.put("effect", clause.effect().name());
        row.put("status", clause.status().code());
        for (var each : Verdict.values()) row.put(each.name(), counts.getOrDefault(each, 0));
        return row;
    }

    private static void tell(Examinations examinations, Examinations.Ready ready, PrintWriter out) {
        long began = System.nanoTime();
        examinations.run(ready, found -> {
            for (var each : found) {
                if (each.outcome() == Outcome.FINE) continue;
                var subject = each.subject();
                var missing = each.missing().isEmpty() ? "" : "　缺：" + String.join("；", each.missing());
                out.println("%s  %s  %s  %s%s%s"
                        .formatted(
                                subject == null ? "" : subject.id(),
                                each.outcome().word(),
                                each.provision().code(),
                                each.provision().title(),
                                each.words().isEmpty() ? "" : "　" + each.words(),
                                missing));
            }
        });
        int asked = ready.clauses().size() - ready.unasked().size();
        out.println(Door.word("examine.done", ready.people().size(), asked, seconds(began)));
        rest(ready, out);
    }

    /** Nothing that was not asked passes in silence. */
    private static void rest(Examinations.Ready ready, PrintWriter out) {
        var withheld = codes(ready.withheld());
        if (!withheld.isEmpty())
            out.println(Door.word("examine.withheld", withheld.size(), String.join("、", withheld)));
        var unasked = codes(ready.unasked());
        if (!unasked.isEmpty()) out.println(Door.word("examine.unasked", unasked.size(), String.join("、", unasked)));
    }

    private static List<String> codes(List<Provision> clauses) {
        return clauses.stream().map(Provision::code).toList();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
