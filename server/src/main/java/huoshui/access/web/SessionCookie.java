package huoshui.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that holds a session's token: out of scripts' reach, sent to this house alone, gone with the browser. */
final class SessionCookie {

    private static final String NAME = "HUOSHUI";

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
    }

    static String holding(String token, HttpServletRequest request) {
        return cookie(token, request).build().toString();
    }

    static String gone(HttpServletRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build().toString();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/");
    }
}
