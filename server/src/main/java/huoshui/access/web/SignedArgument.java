package huoshui.access.web;

import huoshui.access.Purposes;
import huoshui.access.Signed;
import huoshui.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers that ask for {@link Signed} who is signed in, with the purpose stated. */
class SignedArgument implements HandlerMethodArgumentResolver {

    private final ObjectProvider<Purposes> purposes;

    SignedArgument(ObjectProvider<Purposes> purposes) {
        this.purposes = purposes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Signed.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var signed = Caller.of(request).orElseThrow(SignedArgument::nobody);
        var stated = Caller.purpose(request);
        return stated == null ? signed : signed.because(purposes.getObject().stated(stated));
    }

    static Refusal nobody() {
        return new Refusal(Refusal.Sort.SIGN_IN, "signed-out", "未登录或登录已过期。请登录后继续。");
    }
}
