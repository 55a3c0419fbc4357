package huoshui.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asked of dossier: where a person is placed today, and whose kin. 人员归属（由档案提供） */
public interface Placement {

    /**
     * Where a person is placed. 归属
     *
     * @param unit of a talent who is no cadre, the unit that recommended them
     */
    record Place(@Nullable UUID unit, @Nullable ManagementCategory category, Footing footing) {

        /** Of a cadre. */
        public Place(@Nullable UUID unit, @Nullable ManagementCategory category) {
            this(unit, category, Footing.CADRE);
        }
    }

    /** As what somebody is in the store. 在库身份 */
    enum Footing {
        CADRE("干部"),
        CADRE_AND_TALENT("干部兼人才"),
        /** A talent who is no cadre. */
        TALENT("人才");

        private final String word;

        Footing(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean cadre() {
            return this != TALENT;
        }
    }

    /** Empty when there is no such person. */
    Optional<Place> of(UUID person);

    /** Every id this person is or was known by, this one included. */
    Set<UUID> ids(UUID person);

    /** Persons confirmed to be this one's kin, either way round. */
    Set<UUID> kin(UUID person);

    /** Number of the last act that could have changed anyone's kin; cheap, for it is asked on every request. */
    long version();
}
