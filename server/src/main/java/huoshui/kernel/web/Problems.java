package huoshui.kernel.web;

import huoshui.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells every refusal as an RFC 9457 problem with a stable code and one Chinese sentence. 未办理的说明 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Refusal.class)
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var problem = ProblemDetail.forStatusAndDetail(status(refusal.sort()), String.valueOf(refusal.getMessage()));
        problem.setProperty("code", refusal.code());
        refusal.details().forEach(problem::setProperty);
        return ResponseEntity.of(problem).build();
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> broken(RuntimeException broken) throws RuntimeException {
        if (broken.getClass().getName().startsWith("org.springframework.security")) throw broken;
        LOG.error("request failed", broken);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "未办理：系统内部出错，未写入任何内容。请稍后再试，仍不行请告知系统管理员。");
        problem.setProperty("code", "broken");
        return ResponseEntity.of(problem).build();
    }

    private static HttpStatus status(Refusal.Sort sort) {
        return switch (sort) {
            case INPUT -> HttpStatus.UNPROCESSABLE_CONTENT;
            case SIGHT -> HttpStatus.FORBIDDEN;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case PURPOSE -> HttpStatus.PRECONDITION_REQUIRED;
            case SIGN_IN -> HttpStatus.UNAUTHORIZED;
            case LIMIT -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
