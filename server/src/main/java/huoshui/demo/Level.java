package huoshui.demo;

/** Leadership levels of the simulation, 0 (科员) to 6 (厅局级正职). 职务层次 */
final class Level {

    static final int STAFF = 0;
    static final int SECTION_DEPUTY = 1;
    static final int SECTION = 2;
    static final int COUNTY_DEPUTY = 3;
    static final int COUNTY = 4;
    static final int BUREAU_DEPUTY = 5;
    static final int BUREAU = 6;

    private static final String[] CODES = {"1A50", "1A42", "1A41", "1A32", "1A31", "1A22", "1A21"};
    private static final String[] WORDS = {"科员", "乡科级副职", "乡科级正职", "县处级副职", "县处级正职", "厅局级副职", "厅局级正职"};

    private Level() {}

    /** ZB09 in the form of the database. */
    static String code(int level) {
        return CODES[level];
    }

    static String word(int level) {
        return WORDS[level];
    }

    /** ZB03 of a unit whose head stands at this level. */
    static String unitCode(int headLevel) {
        return switch (headLevel) {
            case BUREAU -> "105";
            case BUREAU_DEPUTY -> "106";
            case COUNTY -> "107";
            case COUNTY_DEPUTY -> "108";
            case SECTION -> "109";
            case SECTION_DEPUTY -> "110";
            default -> "111";
        };
    }
}
