package huoshui.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.ServerTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "huoshui.hsts=true")
@DisplayName("用单位自备的证书时，浏览器此后只走 HTTPS；各项安全响应头都在")
class StrictTransportTests {

    @Autowired
    SecurityFilterChain chain;

    @Test
    void aCertificateOfTheOfficesOwnIsHeldToForAYear() throws Exception {
        assertThat(answer(true).getHeader("Strict-Transport-Security")).isEqualTo("max-age=31536000");
        assertThat(answer(false).getHeader("Strict-Transport-Security")).isNull();
    }

    @Test
    void noPageOfOthersFramesOursOrIsToldWhereOneCameFrom() throws Exception {
        var answer = answer("/people", false);

        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval", "unsafe-inline", "http:", "https:", "*");
    }

    private MockHttpServletResponse answer(boolean secure) throws Exception {
        return answer("/api/v1/session", secure);
    }

    private MockHttpServletResponse answer(String path, boolean secure) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setSecure(secure);
        var answer = new MockHttpServletResponse();
        var headers = chain.getFilters().stream()
                .filter(HeaderWriterFilter.class::isInstance)
                .findFirst()
                .orElseThrow();
        headers.doFilter(request, answer, new MockFilterChain());
        return answer;
    }
}
