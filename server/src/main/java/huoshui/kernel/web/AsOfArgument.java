package huoshui.kernel.web;

import huoshui.kernel.Acts;
import huoshui.kernel.AsOf;
import huoshui.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads both clocks of a request: {@code asof} a day; {@code known} a day (its end), an instant or the number of an act. Now
 * where nothing is said. 两个时间
 */
@Component
class AsOfArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Acts acts;

    AsOfArgument(Acts acts) {
        this.acts = acts;
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class;
    }

    @Override
    public AsOf resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        return new AsOf(day(request.getParameter("asof")), known(request.getParameter("known")));
    }

    private LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) return acts.today();
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            throw Refusal.input("bad-asof", "未查询：“情况截至”须为年月日，如 2024-12-31，所填为“%s”。请改填。".formatted(text));
        }
    }

    private long known(@Nullable String text) {
        if (text == null || text.isBlank()) return acts.head();
        var plain = text.strip();
        try {
            if (plain.matches("\\d{1,18}")) return Math.min(Long.parseLong(plain), acts.head());
            if (plain.length() == 10) return acts.endOf(LocalDate.parse(plain));
            return acts.at(Instant.parse(plain));
        } catch (DateTimeParseException unreadable) {
            throw Refusal.input("bad-known", "未查询：“信息录至”须为年月日、时刻或办理序号，如 2024-12-31，所填为“%s”。请改填。".formatted(text));
        }
    }
}
