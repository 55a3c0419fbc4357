package huoshui.demo;

/** Identity numbers with a right check digit, in an area no authority has ever given out (59). 公民身份号码 */
final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    static String of(String area, Life life, int day, Dice dice) {
        int order = dice.below(490) * 2 + (life.male ? 1 : 0);
        var body = "%s%04d%02d%02d%03d".formatted(area, Months.year(life.birth), Months.inYear(life.birth), day, order);
        return body + check(body);
    }

    /** The check digit by ISO 7064, MOD 11-2. */
    static char check(String body) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (body.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % 11);
    }
}
