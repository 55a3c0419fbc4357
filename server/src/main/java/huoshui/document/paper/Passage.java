package huoshui.document.paper;

import huoshui.document.paper.Typefaces.Face;

/**
 * Words to be set in a box, and how. 栏内文字
 *
 * @param most size in points it is set in when there is room
 * @param least size down to which it shrinks before it overflows
 * @param across where lines stand from left to right
 * @param down where they stand from top to bottom
 * @param hanging whether lines that begin with a period hang their words beside it, as résumés do
 * @param padding points kept free at the left and the right
 */
public record Passage(
        String text, Face face, double most, double least, Across across, Down down, boolean hanging, double padding) {

    /** 横向 */
    public enum Across {
        LEFT,
        CENTER,
        RIGHT,
        /** One line is centred, several begin at the left. */
        CENTER_ALONE
    }

    /** 纵向 */
    public enum Down {
        TOP,
        MIDDLE,
        BOTTOM
    }

    private static final double NOMINAL = 14;
    private static final double LEAST = 9;
    private static final double PADDING = 1;

    /** A box's own printed words, in the middle. */
    public static Passage label(String text) {
        return new Passage(text, Face.SONG, NOMINAL, LEAST, Across.CENTER, Down.MIDDLE, false, PADDING);
    }

    /** What is filled in, in the middle. */
    public static Passage value(String text) {
        return new Passage(text, Face.SONG, NOMINAL, LEAST, Across.CENTER_ALONE, Down.MIDDLE, false, PADDING);
    }

    public Passage at(Across where, Down height) {
        return new Passage(text, face, most, least, where, height, hanging, padding);
    }

    public Passage sized(double size, double smallest) {
        return new Passage(text, face, size, smallest, across, down, hanging, padding);
    }

    public Passage in(Face other) {
        return new Passage(text, other, most, least, across, down, hanging, padding);
    }

    public Passage padded(double points) {
        return new Passage(text, face, most, least, across, down, hanging, points);
    }

    /** As a résumé: from the top, hanging. */
    public Passage hung() {
        return new Passage(text, face, most, least, Across.LEFT, Down.TOP, true, padding);
    }
}
