package huoshui.access.web;

import huoshui.access.Anyone;
import huoshui.access.Needs;
import huoshui.access.Signed;
import huoshui.access.SignedIn;
import huoshui.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request pass to its controller only with the rights that one declares; without a declaration nobody passes. 守门 */
class Gatekeeper implements HandlerInterceptor {

    private static final String HOUSE = "huoshui.";
    private static final String DESCRIPTION = "org.springdoc.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod asked)) return true;
        if (declared(asked, Anyone.class).isPresent() || describes(asked)) return true;
        var signed = Caller.of(request).orElseThrow(SignedArgument::nobody);
        var open = declared(asked, SignedIn.class);
        if (signed.mustChange() && open.filter(SignedIn::beforeFirstChange).isEmpty())
            throw Refusal.sight("must-change", "未办理：您还在用一次性口令。请先更改口令。");
        if (open.isEmpty()) requireRights(asked, signed);
        return true;
    }

    private static void requireRights(HandlerMethod asked, Signed signed) {
        var needs =
                declared(asked, Needs.class).orElseThrow(() -> Refusal.sight("undeclared", "未办理：此处尚未规定谁可办理。请告知系统管理员。"));
        for (var right : needs.value()) signed.require(right);
    }

    /** Whether this controller method says who may ask it; only the house's own need to. */
    static boolean declares(HandlerMethod method) {
        return !method.getBeanType().getName().startsWith(HOUSE)
                || declared(method, Anyone.class).isPresent()
                || declared(method, SignedIn.class).isPresent()
                || declared(method, Needs.class).isPresent();
    }

    /** The description of the interface holds nothing that the source does not. */
    private static boolean describes(HandlerMethod asked) {
        return asked.getBeanType().getName().startsWith(DESCRIPTION);
    }

    /** What the method says goes before what its class says. */
    private static <A extends Annotation> Optional<A> declared(HandlerMethod asked, Class<A> kind) {
        var method = asked.getMethod();
        boolean speaks = AnnotatedElementUtils.hasAnnotation(method, Anyone.class)
                || AnnotatedElementUtils.hasAnnotation(method, SignedIn.class)
                || AnnotatedElementUtils.hasAnnotation(method, Needs.class);
        var element = speaks ? method : asked.getBeanType();
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, kind));
    }
}
