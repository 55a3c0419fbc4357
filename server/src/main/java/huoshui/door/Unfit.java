package huoshui.door;

import org.jspecify.annotations.Nullable;

/**
 * The machine cannot do what starting needs: exit code 3. 运行环境不满足
 *
 * <p>The message is one Chinese sentence or two: what was tried, what is so, what to do.
 */
public final class Unfit extends RuntimeException {

    public Unfit(String message) {
        this(message, null);
    }

    public Unfit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
