package huoshui.org;

import huoshui.kernel.code.LeadershipLevel;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitFact.Establishment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Establishment and staffing of any set of units, level by level. 分级别职数与配备 */
public record LevelStaffing(List<Cell> cells) {

    /**
     * One unit's numbers in one category at one level.
     *
     * @param level null where the number is laid down for several levels together and so cannot be told apart
     * @param line 核定与实配
     * @param posts counted posts of this category and level in the unit
     * @param document by which paper the number was laid down
     */
    public record Cell(
            UUID unit,
            @Nullable LeadershipLevel level,
            Staffing.Line line,
            List<Post> posts,
            @Nullable String document) {

        public SeatCategory category() {
            return line.category();
        }
    }

    /** Who sits in a unit's seats. 在职位者 */
    public interface Seats {

        Collection<Staffing.Seated> in(Post post);
    }

    public static LevelStaffing of(Chart chart, Collection<UUID> units, Seats seats) {
        var cells = new ArrayList<Cell>();
        for (var unit : units) {
            var posts = chart.postsIn(unit).stream()
                    .filter(each -> each.is().counted())
                    .toList();
            var numbers = chart.establishment(unit);
            var seated = posts.stream().flatMap(each -> seats.in(each).stream()).toList();
            for (var line : Staffing.of(numbers, seated).lines()) cells.add(cell(unit, line, posts, numbers));
        }
        return new LevelStaffing(cells);
    }

    /** A number laid down without a level is of the level all posts of its category have, if they have but one. */
    private static Cell cell(UUID unit, Staffing.Line line, List<Post> posts, List<Establishment> numbers) {
        var own = line.level();
        var mine = posts.stream()
                .filter(each -> each.is().category() == line.category())
                .filter(each -> own == null || own == each.is().level())
                .toList();
        var document = numbers.stream()
                .filter(each -> each.category() == line.category() && each.level() == own)
                .map(Establishment::document)
                .findFirst()
                .orElse(null);
        return new Cell(unit, own == null ? only(mine) : own, line, mine, document);
    }

    private static @Nullable LeadershipLevel only(List<Post> posts) {
        var levels = posts.stream().map(each -> each.is().level()).distinct().toList();
        return levels.size() == 1 ? levels.getFirst() : null;
    }

    public LevelStaffing where(Predicate<Cell> asked) {
        return new LevelStaffing(cells.stream().filter(asked).toList());
    }
}
