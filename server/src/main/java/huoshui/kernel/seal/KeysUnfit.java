package huoshui.kernel.seal;

import org.jspecify.annotations.Nullable;

/** A key that must be there is missing, unreadable, or not the right one: the house stays closed. 密钥不可用 */
public final class KeysUnfit extends RuntimeException {

    public KeysUnfit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
