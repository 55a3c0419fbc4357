package huoshui.access;

import huoshui.kernel.Actor;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in for this request, with what they may see and, where they stated one, their purpose. 登录人
 *
 * @param session null for a command outside the page
 */
public record Signed(
        UUID account,
        String name,
        String displayName,
        @Nullable UUID session,
        boolean mustChange,
        Sight sight,
        @Nullable Purpose purpose) {

    static Signed as(Account account, @Nullable UUID session, Sight sight) {
        return new Signed(
                account.id(), account.name(), account.displayName(), session, account.mustChange(), sight, null);
    }

    /** As the journal knows them. */
    public Actor actor() {
        return new Actor(account, purpose);
    }

    /** The same, for this purpose; null states none. */
    public Signed because(@Nullable Purpose stated) {
        return new Signed(account, name, displayName, session, mustChange, sight, stated);
    }

    /** @throws Refusal {@code right} */
    public void require(Right right) {
        if (!sight.may(right))
            throw Refusal.sight("right", "未办理：此事需要“" + right.word() + "”权限，您的账号没有。如工作需要，请联系安全管理员授权。");
    }
}
