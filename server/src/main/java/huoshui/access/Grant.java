package huoshui.access;

import huoshui.kernel.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role given to an account, for some days and over one unit's authority. 授权
 *
 * @param unit whose authority it reaches over; null for the account's own unit
 */
public record Grant(
        UUID id, UUID account, String role, @Nullable UUID unit, Span days) {}
