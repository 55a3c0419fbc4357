package huoshui.demo;

import org.jspecify.annotations.Nullable;

/**
 * An account to show the city with. 演示账号
 *
 * @param role the role's code in access
 * @param unit code of the unit it is bounded by; null for the whole city
 * @param person id of the cadre it belongs to; null for the three hands
 */
public record DemoAccount(
        String account,
        String name,
        String role,
        String roleName,
        @Nullable String unit,
        @Nullable String person) {}
