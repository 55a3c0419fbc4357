package huoshui.dossier.city;

import huoshui.kernel.PartialDate;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.org.fact.SeatCategory;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What questions over everybody need to know of units and posts, at the same clocks. 机构环境 */
public interface Surroundings {

    /** Nothing is known of any unit or post. */
    Surroundings NONE = new Surroundings() {};

    /** The unit and everything beneath it. */
    default Set<UUID> under(UUID unit) {
        return Set.of(unit);
    }

    /** What is known of a unit; empty for one that is not there. */
    default Optional<UnitAt> unit(@Nullable UUID unit) {
        return Optional.empty();
    }

    /** The unit it stands under; empty at the top. */
    default Optional<UnitAt> above(UUID unit) {
        return Optional.empty();
    }

    default Optional<PostAt> post(@Nullable UUID post) {
        return Optional.empty();
    }

    /** Units, then posts, whose names contain this, in order of the tree. */
    default Stream<UnitAt> unitsNamed(String text) {
        return Stream.empty();
    }

    default Stream<PostAt> postsNamed(String text) {
        return Stream.empty();
    }

    /** Where in the city a unit belongs. 战线 */
    enum Sector {
        COUNTY("县区"),
        CITY("市直"),
        INSTITUTION("企事业与高校");

        private final String word;

        Sector(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A unit. 单位
     *
     * @param kind code of its kind, with its word
     * @param order its place in the whole tree, from the top down
     * @param grassroots whether work there is 基层工作: in a county or township, or in a firm, institution or college
     * @param leading by whom leading posts here are managed, as far as laid down
     */
    record UnitAt(
            UUID id,
            String name,
            String kind,
            int order,
            boolean grassroots,
            Sector sector,
            @Nullable ManagementCode leading,
            @Nullable ManagementCode others) {}

    /**
     * A post. 职位
     *
     * @param seat under which establishment number it counts
     * @param elected 选举产生
     * @param termDue when the term of an elected post ends by rule; null where that is not recorded
     */
    record PostAt(
            UUID id,
            String name,
            UUID unit,
            @Nullable LeadershipLevel level,
            @Nullable Boolean leading,
            boolean principal,
            SeatCategory seat,
            boolean termed,
            boolean elected,
            @Nullable PartialDate termDue,
            int order,
            @Nullable ManagementCode category) {

        /** Counted as 正职. */
        public boolean head() {
            return seat == SeatCategory.HEAD;
        }
    }
}
