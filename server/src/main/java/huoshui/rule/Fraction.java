package huoshui.rule;

import java.util.Optional;
import java.util.regex.Pattern;

/** An exact part of a whole: 2/3, 25 %. 比例 */
public record Fraction(long part, long whole) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\d{1,6})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,2}))?\\s*(?:percent|%)");

    static Optional<Fraction> read(String text) {
        var written = WRITTEN.matcher(text.strip());
        if (written.matches() && Long.parseLong(written.group(2)) > 0)
            return Optional.of(new Fraction(Long.parseLong(written.group(1)), Long.parseLong(written.group(2))));
        var percent = PERCENT.matcher(text.strip());
        if (!percent.matches()) return Optional.empty();
        var decimals = percent.group(2) == null ? "" : percent.group(2);
        return Optional.of(new Fraction(
                Long.parseLong(percent.group(1) + decimals), 100 * (long) Math.pow(10, decimals.length())));
    }

    /** Below zero where {@code count} of {@code of} is less than this part. */
    int compare(long count, long of) {
        return Long.compare(count * whole, part * of);
    }

    /** This part of a whole, in hundredths, what is less left off. */
    long of(long all) {
        return all * part * 100 / whole;
    }

    @Override
    public String toString() {
        return 100 % whole == 0 ? part * (100 / whole) + "%" : part + "/" + whole;
    }
}
