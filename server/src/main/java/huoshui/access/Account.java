package huoshui.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in. 账号
 *
 * @param unit where its holder works; roles without a unit of their own reach as far as this unit's authority
 * @param person the cadre whom it belongs to, if any
 * @param mustChange whether its password is one-time and must be changed before anything else
 */
public record Account(
        UUID id,
        String name,
        String displayName,
        @Nullable UUID unit,
        @Nullable UUID person,
        boolean mustChange,
        boolean disabled) {}
