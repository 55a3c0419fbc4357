package huoshui.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import huoshui.Elsewhere;
import huoshui.ServerTest;
import huoshui.Visitor;
import huoshui.access.Accounts;
import huoshui.access.Anyone;
import huoshui.access.Grants;
import huoshui.access.Needs;
import huoshui.access.Right;
import huoshui.access.Role;
import huoshui.access.Roles;
import huoshui.access.SignedIn;
import huoshui.access.Staff;
import huoshui.kernel.Ids;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Tries every address under {@code /api} by every role, with ids of nothing, of one's own unit and of things elsewhere. Grows by
 * itself with every new controller; things elsewhere are added by {@link Elsewhere}.
 */
@ServerTest
@Import(Bureaus.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryEndpointEveryRoleTests {

    private static final String JSON = "application/json";
    private static final String MULTIPART = "multipart/form-data; boundary=edge";
    private static final String EMPTY_FILE =
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.lrmx\"\r\n\r\nx\r\n--edge--\r\n";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Grants grants;

    @Autowired
    Roles roles;

    @Autowired
    Bureaus bureaus;

    @Autowired
    ObjectProvider<Elsewhere> elsewhere;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final List<Door> doors = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    /** One way of asking one controller method. */
    private record Door(String method, String pattern, HandlerMethod handler, boolean multipart) {

        boolean open() {
            return says(Anyone.class) || says(SignedIn.class);
        }

        Set<Right> needs() {
            var needs = AnnotatedElementUtils.findMergedAnnotation(element(), Needs.class);
            return needs == null ? Set.of() : Set.of(needs.value());
        }

        private boolean says(Class<? extends java.lang.annotation.Annotation> kind) {
            return AnnotatedElementUtils.hasAnnotation(element(), kind);
        }

        private AnnotatedElement element() {
            var method = handler.getMethod();
            boolean speaks = Stream.of(Anyone.class, SignedIn.class, Needs.class)
                    .anyMatch(each -> AnnotatedElementUtils.hasAnnotation(method, each));
            return speaks ? method : handler.getBeanType();
        }

        /** What its body says; null where it takes none, or none in which a thing is named by its id. */
        @Nullable
        Type naming() {
            for (var each : handler.getMethodParameters())
                if (each.hasParameterAnnotation(RequestBody.class) && Bodies.names(each.getGenericParameterType()))
                    return each.getGenericParameterType();
            return null;
        }

        boolean named() {
            return pattern.contains("{");
        }

        String path(String id) {
            var path = pattern;
            for (var each : handler.getMethodParameters()) {
                var variable = each.getParameterAnnotation(PathVariable.class);
                if (variable == null) continue;
                var name = variable.value().isEmpty() ? each.getParameter().getName() : variable.value();
                path = path.replaceAll("\\{\\*?" + name + "(:[^}]*)?}", value(each.getParameterType(), id));
            }
            return path.replaceAll("\\{[^}]*}", id);
        }

        private static String value(Class<?> type, String id) {
            if (type == long.class || type == int.class || Number.class.isAssignableFrom(type)) return "999999999";
            if (type == LocalDate.class) return "2020-01-01";
            if (type.isEnum()) return Objects.requireNonNull(type.getEnumConstants())[0].toString();
            return id;
        }
    }

    /** An account of one role, at its browser. */
    private record Caller(@Nullable Role role, Bureaus.Bureau home, String name, Visitor browser) {

        boolean may(Door door) {
            return door.open() || (role != null && role.rights().containsAll(door.needs()));
        }

        Visitor.Answer ask(Door door, String path) {
            return ask(door, path, "{}");
        }

        Visitor.Answer ask(Door door, String path, String json) {
            var answer = send(door, path, json);
            if (answer.status() != 401) return answer;
            browser.signIn(name, Staff.PASSWORD);
            return send(door, path, json);
        }

        private Visitor.Answer send(Door door, String path, String json) {
            boolean bare = door.method.equals("GET") || door.method.equals("HEAD");
            var body = bare ? null : door.multipart ? EMPTY_FILE : json;
            return browser.send(door.method, path, body, door.multipart ? MULTIPART : JSON);
        }
    }

    @BeforeAll
    void openAnAccountForEveryRoleAndFindEveryDoor() {
        var staff = new Staff(accounts, grants);
        for (var role : roles.all()) {
            var home = bureaus.with(role.name());
            var name = staff.open(role.id(), home.unit(), Ids.next(), role.id()).name();
            callers.add(caller(role, home, name));
        }
        var nobodys = bureaus.with("没有角色的人");
        callers.add(caller(null, nobodys, staff.open("no-role", null, null).name()));
        foreign.addAll(bureaus.with("别处").ids());
        elsewhere.stream().forEach(each -> foreign.addAll(each.ids()));
        mappings.getHandlerMethods().forEach(this::addDoors);
        assertThat(doors).hasSizeGreaterThan(20);
    }

    @Test
    void everyDoorSaysWhoMayPass() {
        assertThat(doors.stream()
                        .filter(each -> !each.open() && each.needs().isEmpty())
                        .map(Door::toString))
                .isEmpty();
    }

    @Test
    void whoLacksARightIsRefusedEverywhere() {
        var wrong = new ArrayList<String>();
        for (var caller : callers) {
            for (var door : doors) {
                if (caller.may(door)) continue;
                for (var id : Stream.concat(outside(caller, door), caller.home.ids().stream())
                        .toList()) {
                    var answer = caller.ask(door, door.path(id));
                    if (answer.status() != 403 && answer.status() != 404) wrong.add(line(caller, door, id, answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoHasTheRightStillMeetsNothingOfElsewhere() {
        var wrong = new ArrayList<String>();
        for (var caller : callers) {
            for (var door : doors) {
                if (!caller.may(door) || !door.named()) continue;
                for (var id : outside(caller, door).toList()) {
                    var answer = caller.ask(door, door.path(id));
                    if (answer.status() < 300 || answer.status() >= 500) wrong.add(line(caller, door, id, answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Ids in bodies are as good as ids in addresses: whatever else is right in the body, a thing elsewhere is not met. */
    @Test
    void whatIsElsewhereIsNotMetByNamingItInABodyEither() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var caller : callers) {
            for (var door : doors) {
                var type = door.naming();
                if (type == null || door.multipart || !caller.may(door)) continue;
                // Whoever opens accounts knows all units by name, and names the unit and the person of an account.
                if (caller.role != null && caller.role.hand() && door.pattern.startsWith("/api/v1/accounts")) continue;
                tried++;
                for (var own : door.named() ? caller.home.ids() : List.of("")) {
                    for (var id : foreign) {
                        var answer = caller.ask(door, door.path(own), Bodies.filled(type, id));
                        if (answer.status() == 403 || answer.status() == 404) continue;
                        var said = answer.raw().body();
                        if (answer.status() >= 500 || said.contains("别处") || said.contains(id))
                            wrong.add(line(caller, door, own, answer) + " naming " + id + ": " + said);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(30);
    }

    @Test
    void nothingBreaksAtOnesOwnDoors() {
        var wrong = new ArrayList<String>();
        for (var caller : callers) {
            for (var door : doors) {
                if (!caller.may(door)) continue;
                for (var id : door.named() ? caller.home.ids() : List.of("")) {
                    var answer = caller.ask(door, door.path(id));
                    if (answer.status() >= 500) wrong.add(line(caller, door, id, answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ownThingsAreFound() {
        var county = callers.stream()
                .filter(each -> each.role != null && each.role.id().equals("county-department"))
                .findFirst()
                .orElseThrow();
        assertThat(county.browser.get("/api/v1/units/" + county.home.unit()).status())
                .isEqualTo(200);
        assertThat(county.browser.get("/api/v1/posts/" + county.home.post()).status())
                .isEqualTo(200);
    }

    @Test
    void whoIsNotSignedInIsSentToTheDoor() {
        var stranger = new Visitor(port);
        var wrong = new ArrayList<String>();
        for (var door : doors) {
            if (door.says(Anyone.class)) continue;
            var path = door.path(Ids.next().toString());
            var answer = stranger.send(
                    door.method, path, door.method.equals("GET") ? null : "{}", door.multipart ? MULTIPART : JSON);
            if (answer.status() != 401) wrong.add(door.method + " " + path + " → " + answer.status());
        }
        assertThat(wrong).isEmpty();
    }

    /** What is nowhere, and what is elsewhere; the units of elsewhere are known by name to those who keep accounts. */
    private Stream<String> outside(Caller caller, Door door) {
        boolean names = door.method.equals("GET") && caller.role != null && caller.role.hand();
        return Stream.concat(Stream.of(Ids.next().toString()), foreign.stream())
                .filter(id -> !names || !door.pattern.startsWith("/api/v1/units/"));
    }

    private Caller caller(@Nullable Role role, Bureaus.Bureau home, String name) {
        var browser = new Visitor(port);
        assertThat(browser.signIn(name, Staff.PASSWORD).status()).isEqualTo(201);
        return new Caller(role, home, name, browser);
    }

    private void addDoors(RequestMappingInfo mapping, HandlerMethod handler) {
        boolean multipart = mapping.getConsumesCondition().getExpressions().stream()
                        .anyMatch(each -> each.getMediaType().getType().equals("multipart"))
                || Arrays.stream(handler.getMethod().getParameterTypes())
                        .anyMatch(each -> each.getName().endsWith("MultipartFile"));
        for (var pattern : mapping.getPatternValues()) {
            if (!pattern.startsWith("/api") || !handler.getBeanType().getName().startsWith("huoshui.")) continue;
            var methods = mapping.getMethodsCondition().getMethods();
            for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                doors.add(new Door(method.name(), pattern, handler, multipart));
        }
    }

    private static String line(Caller caller, Door door, String id, Visitor.Answer answer) {
        var role = caller.role == null ? "no role" : caller.role.id();
        return "%s: %s %s → %d".formatted(role, door.method, door.path(id), answer.status());
    }
}
