package huoshui.access;

import java.time.Instant;
import java.util.UUID;

/**
 * One browser signed in. 登录
 *
 * @param seen when it last asked for anything, within a minute
 * @param agent what the browser calls itself
 */
public record Session(UUID id, UUID account, Instant begun, Instant seen, String address, String agent) {}
