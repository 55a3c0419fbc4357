package huoshui.access.web;

import huoshui.access.Sessions;
import huoshui.kernel.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What stands before every page: whose session it is, that the request came from our own page, and what the browser may load.
 * What a signed-in account may ask is decided by {@link Gatekeeper}. 安全链
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityChain {

    /** Nothing stands inline: styles are set on elements by scripts, which is allowed, never written into the page. */
    private static final String CONTENT = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** What an interface answers is no page: opened by itself it loads nothing and runs nothing. */
    private static final String ANSWER = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private static final long YEAR = 31_536_000;

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Sessions sessions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            @Value("${huoshui.hsts:false}") boolean strictTransport) {
        return http.csrf(csrf -> csrf.spa().csrfTokenRepository(new HouseTokens()))
                .addFilterBefore(new SessionFilter(sessions), CsrfFilter.class)
                .addFilterBefore(new BodyLimits(problems), CsrfFilter.class)
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .exceptionHandling(on -> on.accessDeniedHandler(stale(problems)))
                .sessionManagement(on -> on.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .formLogin(off -> off.disable())
                .httpBasic(off -> off.disable())
                .logout(off -> off.disable())
                .requestCache(off -> off.disable())
                .headers(each -> headers(each, strictTransport))
                .build();
    }

    /** Addresses that no browser of ours writes are told like everything else. */
    @Bean
    RequestRejectedHandler rejected(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, rejected) ->
                problems.resolveException(request, response, null, new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /** Keeps the framework from inventing a user of its own; nobody signs in this way. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return attempt -> {
            throw new AuthenticationServiceException("sign in by POST /api/v1/sessions");
        };
    }

    /**
     * Strict transport only with a certificate the office brought: one of the house's own making must first be trusted by
     * hand, which a browser under HSTS no longer offers.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean strictTransport) {
        var api = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
        var neverKept = new DelegatingRequestMatcherHeaderWriter(api, new CacheControlHeadersWriter());
        headers.addHeaderWriter((request, response) ->
                        response.setHeader("Content-Security-Policy", api.matches(request) ? ANSWER : CONTENT))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(hsts -> strict(hsts, strictTransport))
                .cacheControl(off -> off.disable())
                .addHeaderWriter(neverKept);
    }

    private static void strict(HeadersConfigurer<HttpSecurity>.HstsConfig hsts, boolean wanted) {
        if (wanted) hsts.maxAgeInSeconds(YEAR).includeSubDomains(false);
        else hsts.disable();
    }

    private static AccessDeniedHandler stale(HandlerExceptionResolver problems) {
        return (request, response, denied) -> problems.resolveException(
                request, response, null, Refusal.sight("stale-page", "未受理：页面停留过久，或请求不是从本页面发出。请刷新页面后重试。"));
    }
}
