package huoshui.dossier.web;

import huoshui.access.Signed;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.web.FactLines.FactLine;
import huoshui.kernel.ledger.Fact;
import huoshui.kernel.ledger.Superseded;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells somebody who came late both versions of a line, as far as they may read them: masked like every line, and of a sealed
 * chapter what it says only for a stated purpose, journaled. 两个版本
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Conflicts {

    private final Guard guard;
    private final FactLines lines;

    Conflicts(Guard guard, FactLines lines) {
        this.guard = guard;
        this.lines = lines;
    }

    @ExceptionHandler(Superseded.class)
    ResponseEntity<ProblemDetail> late(Superseded late, Signed signed) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(late.getMessage()));
        problem.setProperty("code", late.code());
        if (late.yours().body() instanceof FactBody) {
            problem.setProperty(
                    "yours",
                    shown(List.of(late.yours()), signed).stream().findFirst().orElse(null));
            problem.setProperty("current", shown(late.current(), signed));
        }
        return ResponseEntity.of(problem).build();
    }

    private List<FactLine> shown(List<? extends Fact<?>> facts, Signed signed) {
        var told = new ArrayList<FactLine>();
        for (var each : facts) {
            if (!(each.body() instanceof FactBody body) || !signed.sight().reads(each.chapter())) continue;
            boolean silent = each.chapter().sealed() && signed.purpose() == null;
            if (!silent && each.chapter().sealed()) guard.open(each.subject(), each.chapter(), signed);
            told.add(lines.line(
                    new Fact<>(
                            each.id(),
                            each.subject(),
                            each.kind(),
                            each.slot(),
                            each.chapter(),
                            silent ? null : body,
                            each.valid(),
                            silent ? "" : each.basis(),
                            each.known(),
                            each.superseded()),
                    signed.sight()));
        }
        return told;
    }
}
