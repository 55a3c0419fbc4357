package huoshui.rule;

import java.util.Set;

/**
 * Which facts open an influence period, for how long and against what. 影响期的产生
 *
 * @param months how long it lasts
 */
public record Opening(FactTest source, int months, Set<Blocked> blocks, Family family) {
    public Opening {
        blocks = Set.copyOf(blocks);
    }

    /** What opens it, in words. */
    public String title() {
        return source.title();
    }
}
