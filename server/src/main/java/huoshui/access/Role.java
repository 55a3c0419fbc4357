package huoshui.access;

import huoshui.kernel.Chapter;
import java.util.Set;

/**
 * What an account is trusted with by name: rights, and chapters to read and write. 角色
 *
 * @param id stable word, as in {@code cadre-section}
 * @param hand one of the three hands 三员, which stands alone and reads no dossier
 * @param scoped whether it reaches over the people of a unit
 */
public record Role(
        String id,
        String name,
        boolean hand,
        boolean scoped,
        Set<Right> rights,
        Set<Chapter> reads,
        Set<Chapter> writes) {

    public static final String SYSTEM_ADMINISTRATOR = "system-administrator";
    public static final String SECURITY_OFFICER = "security-officer";
    public static final String CADRE = "cadre";
}
