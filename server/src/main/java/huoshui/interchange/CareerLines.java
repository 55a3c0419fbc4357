package huoshui.interchange;

import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.CareerNote;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.dossier.fact.FactBody;
import huoshui.interchange.form.Resume;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.ledger.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A résumé's lines as facts: read ones with their days, unread ones as they stand. 简历各行 */
final class CareerLines {

    private CareerLines() {}

    static boolean is(Fact<FactBody> fact) {
        return fact.content() instanceof CareerLine
                || fact.content() instanceof CareerNote
                || fact.content() instanceof UnreadLine;
    }

    /** @param day on which undated lines are evidenced */
    static List<Held> of(Resume resume, LocalDate day) {
        var lines = new ArrayList<Held>();
        for (var entry : resume.entries()) {
            switch (entry) {
                case Resume.Segment each -> {
                    lines.add(new Held(
                            new CareerLine(each.line(), each.from(), each.to(), each.text(), false),
                            span(each.from(), each.to(), day)));
                    each.meanwhile().forEach(inner -> lines.add(meanwhile(inner, day)));
                }
                case Resume.Aside each -> {
                    lines.add(new Held(new CareerNote(each.line(), each.text(), false), Span.evidenced(day)));
                    each.meanwhile().forEach(inner -> lines.add(meanwhile(inner, day)));
                }
                case Resume.Closing each ->
                    lines.add(new Held(new CareerNote(each.line(), each.text(), true), Span.evidenced(day)));
                case Resume.Caption each ->
                    lines.add(new Held(new CareerNote(each.line(), each.text(), false), Span.evidenced(day)));
                case Resume.Unread each ->
                    lines.add(new Held(new UnreadLine(each.line(), each.text()), Span.evidenced(day)));
            }
        }
        return lines;
    }

    private static Held meanwhile(Resume.Meanwhile each, LocalDate day) {
        return new Held(
                new CareerLine(each.line(), each.from(), each.to(), each.text(), true),
                span(each.from(), each.to(), day));
    }

    /** Lines without dates keep the day on which they were first evidenced; what is known to end later than the file keeps its end. */
    static List<Held> asBefore(List<Held> wanted, Redraft redraft) {
        return wanted.stream()
                .map(each -> redraft.lasting(known -> goesOn(known, each.body()), each.valid())
                        .orElseGet(() -> new Held(
                                each.body(), redraft.spanOf(each.body()).orElse(each.valid()))))
                .toList();
    }

    private static boolean goesOn(FactBody known, FactBody said) {
        return known instanceof CareerLine line
                && new CareerLine(line.line(), line.from(), null, line.text(), line.meanwhile()).equals(said);
    }

    static Span span(@Nullable PartialDate from, @Nullable PartialDate to, LocalDate day) {
        if (from == null) return Span.evidenced(to == null ? day : to.firstDay());
        if (to != null && to.compareTo(from) < 0) return Span.since(from);
        return Span.between(from, to);
    }
}
