package huoshui.access.web;

import huoshui.access.Account;
import huoshui.access.Accounts;
import huoshui.access.Anyone;
import huoshui.access.Right;
import huoshui.access.Session;
import huoshui.access.Sessions;
import huoshui.access.Signed;
import huoshui.access.SignedIn;
import huoshui.kernel.Chapter;
import huoshui.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own sessions. 登录 */
@RestController
@RequestMapping("/api/v1")
class SessionPages {

    private final Sessions sessions;
    private final Accounts accounts;
    private final Who who;

    SessionPages(Sessions sessions, Accounts accounts, Who who) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.who = who;
    }

    record SignIn(
            @Nullable String account,
            @Nullable String password,
            @Nullable String code) {}

    /**
     * Who is signed in and what they may do.
     *
     * @param everything whether they see the whole city
     */
    record Present(
            Who.AccountLine account,
            List<Right> rights,
            List<Chapter> reads,
            List<Chapter> writes,
            boolean everything,
            @Nullable UUID person,
            boolean mustChange) {}

    record SessionLine(UUID id, Instant begun, Instant seen, String address, String agent, boolean current) {}

    /** Always a new token; one that the browser held before opens nothing any more. */
    @Anyone
    @PostMapping("/sessions")
    ResponseEntity<Present> signIn(@RequestBody SignIn asked, HttpServletRequest request) {
        if (asked.account() == null || asked.password() == null)
            throw Refusal.input("incomplete", "未登录：账号或口令没有填。请填写后再登录。");
        var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        var opened = sessions.open(asked.account(), asked.password(), asked.code(), request.getRemoteAddr(), agent);
        SessionCookie.read(request).flatMap(sessions::of).ifPresent(sessions::leave);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, SessionCookie.holding(opened.token(), request))
                .body(present(opened.signed()));
    }

    @SignedIn(beforeFirstChange = true)
    @GetMapping("/session")
    Present present(Signed signed) {
        var sight = signed.sight();
        return new Present(
                who.line(account(signed)),
                sight.rights().stream().sorted().toList(),
                Stream.of(Chapter.values()).filter(sight::reads).toList(),
                Stream.of(Chapter.values()).filter(sight::writes).toList(),
                sight.everything(),
                sight.person(),
                signed.mustChange());
    }

    @SignedIn(beforeFirstChange = true)
    @DeleteMapping("/session")
    ResponseEntity<Void> leave(Signed signed, HttpServletRequest request) {
        sessions.leave(signed);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.gone(request))
                .build();
    }

    @SignedIn
    @GetMapping("/session/others")
    List<SessionLine> others(Signed signed) {
        return sessions.list(signed).stream().map(each -> line(each, signed)).toList();
    }

    @SignedIn
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, Signed signed) {
        sessions.end(signed, id);
    }

    private Account account(Signed signed) {
        return accounts.find(signed.account()).orElseThrow(SignedArgument::nobody);
    }

    private static SessionLine line(Session session, Signed signed) {
        return new SessionLine(
                session.id(),
                session.begun(),
                session.seen(),
                session.address(),
                session.agent(),
                session.id().equals(signed.session()));
    }
}
