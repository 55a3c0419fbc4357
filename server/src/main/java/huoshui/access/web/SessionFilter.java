package huoshui.access.web;

import huoshui.access.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out whose request it is by the session token in its cookie. A page that asks by itself while nobody is at it says so, and
 * does not keep the session from running out. 认人
 */
class SessionFilter extends OncePerRequestFilter {

    private static final String UNATTENDED = "X-Unattended";

    /** Where ballots are handed in nobody is known: a session's last moment beside a ballot would tell whose it is. */
    private static final String BALLOTS = "/api/v1/ballots";

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/") || path.equals(BALLOTS) || path.startsWith(BALLOTS + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean attended = request.getHeader(UNATTENDED) == null;
        SessionCookie.read(request)
                .flatMap(token -> sessions.of(token, attended))
                .ifPresent(signed -> Caller.remember(request, signed));
        chain.doFilter(request, response);
    }
}
