package huoshui.kernel;

import java.util.Map;

/**
 * Something asked for was not done, and why. 未办理
 *
 * <p>The message is one Chinese sentence for people: what was asked, what is so, what to do. The code is stable and may be
 * relied upon by programs.
 */
public class Refusal extends RuntimeException {

    /** What sort of refusal, which decides how it is told. */
    public enum Sort {
        /** Malformed or impossible input: HTTP 422. */
        INPUT,
        /** Not within this account's sight or duties: HTTP 403. */
        SIGHT,
        /** No such thing within this account's sight: HTTP 404. */
        ABSENT,
        /** Based on something since superseded: HTTP 409 with both sides. */
        CONFLICT,
        /** A purpose must be stated first: HTTP 428. */
        PURPOSE,
        /** One must sign in first, or what was given does not let one in: HTTP 401. */
        SIGN_IN,
        /** Too often or too much at once; later it may do: HTTP 429. */
        LIMIT
    }

    private final Sort sort;
    private final String code;
    private final transient Map<String, Object> details;

    public Refusal(Sort sort, String code, String message) {
        this(sort, code, message, Map.of());
    }

    public Refusal(Sort sort, String code, String message, Map<String, Object> details) {
        super(message);
        this.sort = sort;
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public static Refusal input(String code, String message) {
        return new Refusal(Sort.INPUT, code, message);
    }

    public static Refusal sight(String code, String message) {
        return new Refusal(Sort.SIGHT, code, message);
    }

    public static Refusal absent(String code, String message) {
        return new Refusal(Sort.ABSENT, code, message);
    }

    public Sort sort() {
        return sort;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
