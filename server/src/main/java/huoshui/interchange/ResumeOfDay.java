package huoshui.interchange;

import static java.util.stream.Collectors.toSet;

import huoshui.dossier.fact.CareerFact.CareerLine;
import huoshui.dossier.fact.CareerFact.CareerNote;
import huoshui.dossier.fact.CareerFact.UnreadLine;
import huoshui.interchange.form.Meantime;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A career as it had gone by a day: what began later is not there, what ended later still lasts. 截至某日的简历
 *
 * <p>Lines without dates stand where they were written: one that follows the last line begun by then is there only if it was
 * evidenced by then.
 */
final class ResumeOfDay {

    private final LocalDate day;

    /** Line that was the last to have begun. */
    private final int last;

    /** Lines in which a period stands. */
    private final Set<Integer> dated;

    private final Set<Integer> begun;
    private final boolean later;

    private ResumeOfDay(List<Held> career, LocalDate day) {
        this.day = day;
        this.dated = lines(career.stream());
        this.begun = lines(career.stream().filter(this::begun));
        this.last = begun.stream().mapToInt(each -> each).max().orElse(0);
        this.later = career.stream()
                .anyMatch(each ->
                        each.body() instanceof CareerLine line && line.meanwhile() && (!begun(each) || lasting(line)));
    }

    /** Lines of the career as facts, read or not, as of this day. */
    static List<Held> of(List<Held> all, LocalDate day) {
        var career = all.stream()
                .filter(each -> each.body() instanceof CareerLine
                        || each.body() instanceof CareerNote
                        || each.body() instanceof UnreadLine)
                .toList();
        var resume = new ResumeOfDay(career, day);
        return career.stream().map(resume::then).filter(Objects::nonNull).toList();
    }

    private @Nullable Held then(Held held) {
        return switch (held.body()) {
            case CareerLine line -> begun(held) ? new Held(then(line), held.valid()) : null;
            case CareerNote note ->
                noted(held, note.line())
                        ? new Held(new CareerNote(note.line(), words(note.text()), note.closing()), held.valid())
                        : null;
            case UnreadLine unread -> noted(held, unread.line()) ? held : null;
            default -> null;
        };
    }

    private CareerLine then(CareerLine line) {
        return new CareerLine(
                line.line(), line.from(), lasting(line) ? null : line.to(), words(line.text()), line.meanwhile());
    }

    private boolean noted(Held held, int line) {
        if (dated.contains(line)) return begun.contains(line);
        return line <= last || begun(held);
    }

    private String words(String text) {
        return later ? Meantime.of(text, day) : text;
    }

    private boolean begun(Held held) {
        return !held.valid().from().isAfter(day);
    }

    private boolean lasting(CareerLine line) {
        var to = line.to();
        return to != null && to.firstDay().isAfter(day);
    }

    private static Set<Integer> lines(Stream<Held> held) {
        return held.map(Held::body)
                .filter(CareerLine.class::isInstance)
                .map(each -> ((CareerLine) each).line())
                .collect(toSet());
    }
}
