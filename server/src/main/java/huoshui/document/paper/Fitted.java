package huoshui.document.paper;

import java.util.List;

/**
 * Words as they were set. 排定的文字
 *
 * @param pitch points from line to line
 * @param whole false when even the smallest size did not hold them: then the lines end with a word on where the rest is
 */
public record Fitted(double size, double pitch, List<Line> lines, boolean whole) {

    /**
     * One line.
     *
     * @param begins whether a paragraph begins with it
     * @param head what stands before the indent: the period of a résumé line, else nothing
     * @param indent in points
     */
    public record Line(boolean begins, String head, double indent, String text, double width) {}
}
