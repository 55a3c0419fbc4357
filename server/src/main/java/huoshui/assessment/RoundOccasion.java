package huoshui.assessment;

/** On which of the five occasions people are asked. 考察方式 */
public enum RoundOccasion {
    ROUTINE("平时"),
    SPECIAL("专项"),
    ANNUAL("年度"),
    PRE_APPOINTMENT("任前"),
    TERM_CHANGE("换届");

    private final String word;

    RoundOccasion(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
