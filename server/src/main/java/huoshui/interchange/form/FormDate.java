package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as the form's date boxes hold them, and what to say when they hold none. 日期栏 */
final class FormDate {

    private static final Pattern AGE = Pattern.compile("[（(]\\s*\\d{1,3}\\s*岁\\s*[)）]$");
    private static final Pattern CLOCK = Pattern.compile("[ T]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final Pattern ZERO_MONTH =
            Pattern.compile("\\d{4}00(?!00)\\d{2}|\\d{4}0?[./-]0{1,2}[./-]0*[1-9]\\d?");
    private static final Pattern AMBIGUOUS = Pattern.compile("\\d{4}\\.1");

    private FormDate() {}

    static Optional<PartialDate> read(String text) {
        var plain = plain(text);
        return ZERO_MONTH.matcher(plain).matches() ? Optional.empty() : PartialDate.read(plain);
    }

    private static String plain(String text) {
        var bare = Blanks.trim(text);
        if (figuresOnly(bare)) return bare;
        var plain = Blanks.trim(Normalizer.normalize(bare, Normalizer.Form.NFKC));
        plain = CLOCK.matcher(AGE.matcher(plain).replaceAll("")).replaceAll("");
        plain = Blanks.none(plain).replaceAll("[。·、,，．]", ".").replaceAll("\\.+$", "");
        return plain.matches("\\d{4}年") ? plain.substring(0, 4) : plain;
    }

    /** Whether this is nothing but figures parted by dots, strokes or dashes, and so plain already. */
    private static boolean figuresOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '-' || c > '9') return false;
        }
        return !text.isEmpty() && text.charAt(text.length() - 1) >= '0';
    }

    /** Reads a date box and says what is wrong with it; blank is silent. */
    static Optional<PartialDate> read(String text, String label, String field, boolean grave, List<Problem> problems) {
        if (Blanks.isBlank(text)) return Optional.empty();
        var date = read(text);
        if (date.isEmpty()) problems.add(unreadable(text, label, field, grave));
        else if (AMBIGUOUS.matcher(plain(text)).matches())
            problems.add(Problem.warning(
                    field, "date.ambiguous", "读取“" + label + "”：填写为“" + text + "”，按 1 月读取，也可能是 10 月；请按“199001”的形式改正。"));
        return date;
    }

    private static Problem unreadable(String text, String label, String field, boolean grave) {
        boolean dated = plain(text).matches("\\d{4}(\\d{2}(\\d{2})?)?|\\d{4}[./年-]\\d{1,2}.*");
        var message = "读取“" + label + "”：填写为“" + shortened(text) + "”，" + (dated ? "历法上没有这个日期" : "不是可识别的日期")
                + "；请核对档案后按“196603”的形式改正。";
        var severity = grave ? Problem.Severity.ERROR : Problem.Severity.WARNING;
        return new Problem(severity, field, dated ? "date.impossible" : "date.unreadable", message);
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 30
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}
