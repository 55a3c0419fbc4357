package huoshui.kernel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and why. 经办人
 *
 * @param account the account that answers for it
 * @param purpose why, where a purpose is asked for 事由
 */
public record Actor(UUID account, @Nullable Purpose purpose) {

    public Actor(UUID account) {
        this(account, null);
    }

    /** Whoever works at the machine itself, by a command that asks for no account: known to the operating system only. 本机操作员 */
    public static Actor atTheMachine(Purpose why) {
        return new Actor(new UUID(0, 0), why);
    }

    public Actor because(@Nullable Purpose why) {
        return new Actor(account, why);
    }
}
