package huoshui.interchange.general;

import java.util.Optional;
import java.util.UUID;

/** Which unit of ours a key of the package (B0111) means, and back. 单位对照 */
public interface UnitKeys {

    Optional<UUID> unit(String key);

    Optional<String> key(UUID unit);

    /** Which post of ours this code means; a code of our own that only packages between houses like this one carry. */
    default Optional<UUID> post(String code) {
        return Optional.empty();
    }

    /** The code of a post of ours. */
    default Optional<String> postCode(UUID post) {
        return Optional.empty();
    }

    /** Where no unit is matched yet. */
    static UnitKeys none() {
        return new UnitKeys() {
            @Override
            public Optional<UUID> unit(String key) {
                return Optional.empty();
            }

            @Override
            public Optional<String> key(UUID unit) {
                return Optional.empty();
            }
        };
    }
}
