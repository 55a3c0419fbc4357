package huoshui.access.web;

import huoshui.access.Right;
import huoshui.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * How much of a request is read, and for how long: before anything looks into it, since whoever asks a form for a value has it
 * read whole. Files are taken at one door only, of those who may bring them in; a photograph or
 * a paper comes inside a document, of those who may record. 请求大小与时限
 */
final class BodyLimits extends OncePerRequestFilter {

    private static final String UPLOADS = "/api/v1/imports";
    private static final String PASTES = "/api/v1/imports/pastes";
    private static final long MB = 1 << 20;
    static final long LARGEST = 4 * MB;
    static final long LARGEST_PASTE = 24 * MB;
    /** A file in base64 inside a document. */
    static final long LARGEST_FILE = 15 * MB;

    private static final Pattern FILES = Pattern.compile("/api/v1/people/[0-9a-f-]{36}/(photo|attachments)");
    private static final long PATIENCE = 60_000_000_000L;

    private final HandlerExceptionResolver problems;

    BodyLimits(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(files(request) ? allowed(request) : measured(request), response);
        } catch (Refusal | ResponseStatusException refused) {
            if (response.isCommitted() || problems.resolveException(request, response, null, refused) == null)
                throw refused;
        }
    }

    private static boolean files(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static HttpServletRequest allowed(HttpServletRequest request) {
        var signed = Caller.of(request).orElseThrow(SignedArgument::nobody);
        signed.require(Right.IMPORT);
        if (!request.getRequestURI().equals(UPLOADS))
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        return request;
    }

    private static HttpServletRequest measured(HttpServletRequest request) {
        var uri = request.getRequestURI();
        long most = uri.equals(PASTES) ? LARGEST_PASTE : brought(request, uri) ? LARGEST_FILE : LARGEST;
        if (request.getContentLengthLong() > most) throw tooLarge();
        return request.getContentLengthLong() == 0 ? request : new Measured(request, most);
    }

    private static boolean brought(HttpServletRequest request, String uri) {
        return FILES.matcher(uri).matches()
                && Caller.of(request)
                        .filter(each -> each.sight().may(Right.RECORD_FACT))
                        .isPresent();
    }

    private static ResponseStatusException tooLarge() {
        return new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }

    /** A request whose body ends in a refusal where it is longer, or takes longer, than it may. */
    private static final class Measured extends HttpServletRequestWrapper {

        private final long most;

        Measured(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    /** Its stream. */
    private static final class Counted extends ServletInputStream {

        private final ServletInputStream in;
        private final long began = System.nanoTime();
        private long left;

        Counted(ServletInputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int c = in.read();
            if (c >= 0) count(1);
            return c;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = in.read(into, from, most);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) throw tooLarge();
            if (System.nanoTime() - began > PATIENCE) throw new ResponseStatusException(HttpStatus.REQUEST_TIMEOUT);
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
