package huoshui.access.web;

import huoshui.kernel.Acts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every request reads the head of the ledger first, and once. 一次请求一次查阅 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneReading extends OncePerRequestFilter {

    private final Acts acts;

    OneReading(Acts acts) {
        this.acts = acts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var reading = acts.reading()) {
            chain.doFilter(request, response);
        }
    }
}
