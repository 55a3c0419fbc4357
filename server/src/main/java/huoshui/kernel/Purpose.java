package huoshui.kernel;

/**
 * Why something is done, as a code of the city's list: the journal keeps no words, so no name can slip into it. 事由
 *
 * <p>What a code means stands in {@code access}, which also says whether it may still be stated.
 */
public record Purpose(String code) {

    public Purpose {
        if (!shaped(code)) throw new IllegalArgumentException("not a purpose: " + code);
    }

    /** Whether this could be the code of a purpose at all. */
    public static boolean shaped(String text) {
        return text.matches("[A-Z][0-9]{2,3}");
    }
}
