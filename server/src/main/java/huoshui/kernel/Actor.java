package huoshui.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and why. 经办人
 *
 * @param account the account that answers for it
 * @param purpose why, where a reason is asked for 事由
 */
public record Actor(UUID account, @Nullable String purpose) {

    public Actor(UUID account) {
        this(account, null);
    }

    /** Whoever works at the machine itself, by a command that asks for no account: known to the operating system only. 本机操作员 */
    public static Actor atTheMachine(String what) {
        return new Actor(new UUID(0, 0), "本机操作员 " + System.getProperty("user.name") + "：" + what);
    }

    public Actor because(String reason) {
        return new Actor(account, reason);
    }
}
