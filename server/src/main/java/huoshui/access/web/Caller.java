package huoshui.access.web;

import huoshui.access.Signed;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever sends a request, as far as known, and the purpose they state with it. */
final class Caller {

    private static final String SIGNED = Caller.class.getName();
    private static final String HEADER = "X-Purpose";
    private static final String PARAMETER = "purpose=";

    private Caller() {}

    static void remember(HttpServletRequest request, Signed signed) {
        request.setAttribute(SIGNED, signed);
    }

    static Optional<Signed> of(HttpServletRequest request) {
        return Optional.ofNullable((Signed) request.getAttribute(SIGNED));
    }

    /** Percent-encoded UTF-8 in the header or the address; the body is left unread. */
    static @Nullable String purpose(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        if (header != null) return decoded(header);
        var query = request.getQueryString();
        if (query == null) return null;
        for (var each : query.split("&", -1)) {
            if (each.startsWith(PARAMETER)) return decoded(each.substring(PARAMETER.length()));
        }
        return null;
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return null;
        }
    }
}
