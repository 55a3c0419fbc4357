package huoshui.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that holds a session's token: out of scripts' reach, sent to this house alone, gone with the browser. Over HTTPS its
 * name keeps any other host, and any page without HTTPS, from setting it. 登录凭证
 */
final class SessionCookie {

    /** A browser takes a cookie of such a name only over HTTPS, of this very host and for all of it. */
    static final String HOST = "__Host-";

    private static final String NAME = "HUOSHUI";

    private SessionCookie() {}

    static Optional<String> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        return cookie == null ? Optional.empty() : Optional.of(cookie.getValue());
    }

    static String holding(String token, HttpServletRequest request) {
        return cookie(token, request).build().toString();
    }

    static String gone(HttpServletRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build().toString();
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? HOST + NAME : NAME;
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, HttpServletRequest request) {
        return ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure())
                .path("/");
    }
}
