package huoshui.access;

import huoshui.kernel.Chapter;
import java.util.Set;

/**
 * What an account is trusted with by name: rights, and chapters to read and write. 角色
 *
 * @param id stable word, as in {@code cadre-section}
 * @param hand one of the three hands 三员, which stands alone and reads no dossier
 * @param scoped whether it reaches over the people of a unit
 * @param people whom of them it reaches
 */
public record Role(
        String id,
        String name,
        boolean hand,
        boolean scoped,
        Set<Right> rights,
        Set<Chapter> reads,
        Set<Chapter> writes,
        Set<People> people) {

    /** Whom a role reaches. 所及人员 */
    public enum People {
        CADRES,
        /** Whoever is listed as a talent: of cadres those within the same authority, of others those its units recommended. */
        TALENTS
    }

    /** Reaches cadres, and talents where it reads of them. */
    public Role(
            String id,
            String name,
            boolean hand,
            boolean scoped,
            Set<Right> rights,
            Set<Chapter> reads,
            Set<Chapter> writes) {
        this(
                id,
                name,
                hand,
                scoped,
                rights,
                reads,
                writes,
                reads.contains(Chapter.TALENT) ? Set.of(People.values()) : Set.of(People.CADRES));
    }

    public static final String SYSTEM_ADMINISTRATOR = "system-administrator";
    public static final String SECURITY_OFFICER = "security-officer";
    public static final String CADRE = "cadre";
}
