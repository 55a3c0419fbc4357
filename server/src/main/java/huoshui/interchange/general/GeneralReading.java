package huoshui.interchange.general;

import java.util.List;

/**
 * What a package says about a person, in facts. 一人信息的识读
 *
 * @param unplaced what no fact carries, value by value
 * @param leftovers the same and all else in which the package differs from what the facts would write, to be given back
 */
public record GeneralReading(
        List<SheetFact> facts, List<GeneralProblem> problems, List<Unplaced> unplaced, Leftovers leftovers) {

    GeneralReading with(Leftovers found) {
        return new GeneralReading(facts, problems, unplaced, found);
    }

    /** A value that no fact carries. 未归入事实的栏目 */
    public record Unplaced(String set, int row, String column, String value) {}
}
