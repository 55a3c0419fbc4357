package huoshui.kernel.code;

import huoshui.kernel.PartialDate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The citizen identity number: what it says, and where it contradicts what else is said. It asks; it never corrects. 公民身份号码 */
public final class CitizenNumber {

    private static final Pattern EIGHTEEN = Pattern.compile("\\d{17}[0-9X]");
    private static final Pattern FIFTEEN = Pattern.compile("\\d{15}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private CitizenNumber() {}

    /**
     * What is to be looked at. 存疑之处
     *
     * @param what so it is, in words
     */
    public record Doubt(Sort sort, String what) {

        /** In what it is doubtful. 存疑种类 */
        public enum Sort {
            FORMAT("id.format"),
            FIFTEEN("id.fifteen"),
            CHECKSUM("id.checksum"),
            NO_DAY("id.birth"),
            BIRTH("id.birth"),
            SEX("id.sex");

            private final String code;

            Sort(String code) {
                this.code = code;
            }

            /** Stable, for programs. */
            public String code() {
                return code;
            }
        }

        /** Whether the number itself may be right, and something else wrong. */
        public boolean contradicts() {
            return sort == Sort.BIRTH || sort == Sort.SEX;
        }
    }

    /** Half-width, without blanks, with a capital X. */
    public static String plain(String text) {
        var out = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(each -> !blank(each))
                .forEach(out::appendCodePoint);
        return out.toString().toUpperCase(Locale.ROOT);
    }

    private static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    /** Whether this is an 18-character number whose last character agrees with the rest. */
    public static boolean valid(@Nullable String number) {
        return number != null && EIGHTEEN.matcher(number).matches() && check(number) == number.charAt(17);
    }

    /** The check character for the first seventeen digits. */
    public static char check(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += (number.charAt(i) - '0') * WEIGHTS[i];
        return CHECKS.charAt(sum % 11);
    }

    /** The day of birth the number states; empty when it states none the calendar has. */
    public static Optional<PartialDate> birth(String number) {
        if (EIGHTEEN.matcher(number).matches()) return day(number.substring(6, 14));
        if (FIFTEEN.matcher(number).matches()) return day("19" + number.substring(6, 12));
        return Optional.empty();
    }

    private static Optional<PartialDate> day(String digits) {
        try {
            return PartialDate.read(digits).filter(date -> date.day() != 0);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** {@code 男} or {@code 女} as the number states; empty when it has no shape we know. */
    public static Optional<String> sex(String number) {
        if (EIGHTEEN.matcher(number).matches()) return Optional.of((number.charAt(16) & 1) == 1 ? "男" : "女");
        if (FIFTEEN.matcher(number).matches()) return Optional.of((number.charAt(14) & 1) == 1 ? "男" : "女");
        return Optional.empty();
    }

    /** Everything doubtful in it, by itself and beside a birth and a sex. */
    public static List<Doubt> doubts(String number, @Nullable PartialDate birth, @Nullable String sex) {
        var doubts = new ArrayList<Doubt>();
        if (!EIGHTEEN.matcher(number).matches() && !FIFTEEN.matcher(number).matches()) {
            doubts.add(new Doubt(Doubt.Sort.FORMAT, "共 " + number.length() + " 位，不是 18 位公民身份号码"));
            return doubts;
        }
        if (number.length() == 15) doubts.add(new Doubt(Doubt.Sort.FIFTEEN, "号码是 15 位旧号码，无法校验且不能用于自动比对"));
        else if (!valid(number)) doubts.add(new Doubt(Doubt.Sort.CHECKSUM, "末位校验码与前 17 位不符"));
        contradictions(number, birth, sex, doubts);
        return doubts;
    }

    private static void contradictions(
            String number, @Nullable PartialDate birth, @Nullable String sex, List<Doubt> doubts) {
        var stated = birth(number);
        if (stated.isEmpty()) doubts.add(new Doubt(Doubt.Sort.NO_DAY, "号码中的出生日期在历法上不存在"));
        else if (birth != null && !agrees(stated.get(), birth))
            doubts.add(new Doubt(
                    Doubt.Sort.BIRTH,
                    "号码中的出生日期是 " + told(stated.get(), birth) + "，出生年月栏是 " + told(birth, stated.get())));
        var said = sex(number);
        if (sex != null && said.isPresent() && !said.get().equals(sex))
            doubts.add(new Doubt(Doubt.Sort.SEX, "号码表示性别为" + said.get() + "，性别栏是" + sex));
    }

    /** With its day where the month alone would not tell the two apart. */
    private static String told(PartialDate date, PartialDate other) {
        return date.printed().equals(other.printed()) ? date.text().replace('-', '.') : date.printed();
    }

    private static boolean agrees(PartialDate stated, PartialDate birth) {
        if (stated.year() != birth.year()) return false;
        if (birth.month() != 0 && birth.month() != stated.month()) return false;
        return birth.day() == 0 || birth.day() == stated.day();
    }
}
