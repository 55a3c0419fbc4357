package huoshui.kernel.web;

import huoshui.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
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

    /** What the framework refuses before any room is asked is told in the same way. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, sentence(status.value()));
        problem.setProperty("code", "http-" + status.value());
        return super.handleExceptionInternal(refused, problem, headers, status, request);
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "未找到：没有这个地址。请从菜单或搜索重新打开。";
            case 405 -> "未受理：这个地址不接受这种操作。请从页面上的按钮办理。";
            case 406, 415 -> "未受理：提交内容的格式不对。请按页面要求的格式提交。";
            case 413 -> "未受理：提交的内容过大。请分批提交。";
            default -> status < 500 ? "未受理：提交的内容缺项或格式不对。请核对后再提交。" : "未办理：系统内部出错，未写入任何内容。请稍后再试。";
        };
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
