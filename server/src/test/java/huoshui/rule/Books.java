package huoshui.rule;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.kernel.AsOf;
import huoshui.kernel.Span;
import huoshui.kernel.code.Rank;
import huoshui.org.Charts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A book of a few invented clauses and one person, without a database. 样书 */
public final class Books {

    public static final UUID PERSON = new UUID(3, 1);

    private Books() {}

    /** Clauses as {@link #clause} writes them. */
    public static Book of(String... clauses) {
        return BookReader.read(Map.of("t.yaml", BookTests.HEAD + String.join("", clauses)), Map.of());
    }

    /**
     * A clause checked in full about a promotion in rank.
     *
     * @param force {@code from: 2020-01-01, to: 2026-12-31}
     * @param cases what meets its situation, what does not: {@code facts: { … }} or {@code dossier: [ … ]}
     */
    public static String clause(String code, String force, String effect, String when, String... cases) {
        return """
                  - code: %s
                    title: 试行
                    cite: { regulation: 试行规定, edition: "2020", clause: 第一条 }
                    in-force: { %s }
                    status: C
                    effect: %s
                    scope: { occasion: [ rank-promotion, standing ] }
                    when: { %s }
                    cases:
                      - { %s, expect: MET }
                      - { %s, expect: NOT_MET }
                      - { expect: UNKNOWN }
                """.formatted(code, force, effect, when, cases[0], cases[1]);
    }

    /** A fact since a day. */
    public record Since(FactBody body, Span valid) {}

    /** What the book finds of the one person of whom this is on record, on a day. */
    public static Rulebook.Asking asking(Book book, LocalDate day, List<Since> facts) {
        var at = new AsOf(day, 1);
        var lines = new ArrayList<Line>();
        for (var each : facts)
            lines.add(new Line(
                    new UUID(4, lines.size()),
                    PERSON,
                    FactKinds.ALL.of(each.body()).code(),
                    each.body(),
                    each.valid(),
                    1,
                    Long.MAX_VALUE));
        return new Rulebook.Asking(
                book, City.of(at, lines, Surroundings.NONE), Charts.of(at, Map.of(), Map.of()), all -> true);
    }

    /** Everybody of it examined by whatever is in force that day. */
    public static Examinations.Ready ready(Rulebook.Asking asking) {
        return new Examinations.Ready(
                asking,
                List.of(asking.city().find(PERSON).orElseThrow()),
                List.of(),
                asking.book().inForce(asking.day()),
                List.of(),
                new Examinations.Request(
                        List.of(), null, List.of(), null, null, asking.city().at()));
    }

    /** The first day whose window of so many months begins on this one. */
    public static LocalDate reached(LocalDate begins, int months) {
        return AnswerTurns.reached(begins, months, 0);
    }

    /** Whether every clause lets somebody rise to this rank on that day, years without a conclusion taken as they are. */
    public static List<Finding> rising(Rulebook.Asking asking, Rank to) {
        var q = asking.about(new huoshui.kernel.Subject.Person(PERSON), Occasion.RANK_PROMOTION, new Target.Rank(to));
        return asking.findings(q);
    }
}
