package huoshui.interchange.form;

import huoshui.kernel.Refusal;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the older `.lrm`: one quoted record in GBK, its photo in the sibling `.pic`. It holds no id number. 旧版任免表读取
 */
public final class LrmReader {

    private static final int FEWEST = 26;
    private static final Map<Integer, Box> PLACES = Map.ofEntries(
            Map.entry(0, Box.NAME),
            Map.entry(1, Box.SEX),
            Map.entry(2, Box.BIRTH),
            Map.entry(3, Box.ETHNICITY),
            Map.entry(4, Box.NATIVE_PLACE),
            Map.entry(5, Box.PARTY),
            Map.entry(6, Box.HEALTH),
            Map.entry(7, Box.BIRTH_PLACE),
            Map.entry(8, Box.WORK_STARTED),
            Map.entry(11, Box.TITLE),
            Map.entry(16, Box.EXPERTISE),
            Map.entry(17, Box.RESUME),
            Map.entry(18, Box.REWARDS),
            Map.entry(19, Box.ASSESSMENTS),
            Map.entry(25, Box.CURRENT_POST),
            Map.entry(26, Box.PROPOSED_POST),
            Map.entry(27, Box.PROPOSED_REMOVAL),
            Map.entry(28, Box.REASON),
            Map.entry(29, Box.SUBMITTED_BY),
            Map.entry(30, Box.AGE_REFERENCE),
            Map.entry(31, Box.FILLED_BY),
            Map.entry(32, Box.FILLED_ON));
    private static final List<Box> LEVELS =
            List.of(Box.FULLTIME_LEVEL, Box.FULLTIME_DEGREE, Box.INSERVICE_LEVEL, Box.INSERVICE_DEGREE);
    private static final List<Box> SCHOOLS = List.of(
            Box.FULLTIME_LEVEL_SCHOOL,
            Box.FULLTIME_DEGREE_SCHOOL,
            Box.INSERVICE_LEVEL_SCHOOL,
            Box.INSERVICE_DEGREE_SCHOOL);

    private final Limits limits;

    public LrmReader() {
        this(Limits.STANDARD);
    }

    public LrmReader(Limits limits) {
        this.limits = limits;
    }

    /**
     * @param picture the bytes of the sibling `.pic`, null when there is none
     * @throws Refusal when the file is no such record
     */
    public Form read(byte[] file, byte @Nullable [] picture) {
        if (file.length > limits.file()) throw LrmxReader.tooLarge(limits.file());
        var fields = fields(text(file));
        if (fields.size() < FEWEST)
            throw Refusal.input(
                    "form.not-a-form",
                    "读取旧版任免表文件：只有 " + fields.size() + " 项，不足 " + FEWEST + " 项，不是完整的 .lrm 文件；请重新导出后再导入。");
        var form = Form.empty(Form.Generation.BEFORE_2025).with(Box.VERSION, "");
        for (int i = 0; i < fields.size(); i++) {
            var box = PLACES.get(i);
            if (box != null) form = form.with(box, fields.get(i));
        }
        form = quarters(form, fields.get(9), LEVELS);
        form = quarters(form, fields.get(10), SCHOOLS);
        form = form.withFamily(family(fields));
        var noted = new Form(form.attributes(), form.elements(), surplus(fields));
        return picture == null
                ? noted
                : noted.with(Box.PHOTO, Base64.getEncoder().encodeToString(picture));
    }

    private static String text(byte[] file) {
        if (file.length == 0) throw Refusal.input("form.empty", "读取旧版任免表文件：文件是空的；请重新导出后再导入。");
        try {
            boolean utf8 = file.length > 3 && (file[0] & 0xFF) == 0xEF && (file[1] & 0xFF) == 0xBB;
            if (utf8) return Decoded.of(file).text();
            return Decoded.strictly(file, 0, Decoded.CHINESE);
        } catch (CharacterCodingException notChinese) {
            return Decoded.of(file).text();
        }
    }

    /** The values between {@code ","}; a value may itself hold single quotation marks. */
    private static List<String> fields(String text) {
        var record = Blanks.trim(text);
        if (!record.startsWith("\"")) throw Refusal.input("form.not-a-form", "读取旧版任免表文件：内容不以引号开头，不是 .lrm 文件；请确认选择的文件。");
        record = record.substring(1);
        if (record.endsWith("\"")) record = record.substring(0, record.length() - 1);
        else throw Refusal.input("form.truncated", "读取旧版任免表文件：文件末尾缺少引号，可能没有传输完整；请重新导出或重新复制该文件后再导入。");
        return Arrays.stream(record.split("\"\\s*,\\s*\"", -1))
                .map(value -> Blanks.trim(TextLines.of(value)))
                .toList();
    }

    /** {@code a#b@c#d} into four boxes. */
    private static Form quarters(Form form, String value, List<Box> boxes) {
        var halves = value.split("@", -1);
        var filled = form;
        for (int half = 0; half < Math.min(2, halves.length); half++) {
            var parts = halves[half].split("#", -1);
            for (int part = 0; part < Math.min(2, parts.length); part++)
                filled = filled.with(boxes.get(half * 2 + part), Blanks.trim(parts[part]));
        }
        return filled;
    }

    private List<FamilyRow> family(List<String> fields) {
        var columns = new ArrayList<String[]>();
        int most = 0;
        for (int i = 20; i <= 24; i++) {
            var cells = fields.get(i).split("@", -1);
            columns.add(cells);
            most = Math.max(most, cells.length);
        }
        if (most > limits.rows())
            throw Refusal.input(
                    "form.too-many-rows", "读取旧版任免表文件：家庭成员有 " + most + " 行，超出可读取的 " + limits.rows() + " 行；请核对文件后再导入。");
        var rows = new ArrayList<FamilyRow>();
        for (int row = 0; row < most; row++) {
            var each = new FamilyRow(
                    cell(columns.get(0), row),
                    cell(columns.get(1), row),
                    cell(columns.get(2), row),
                    cell(columns.get(3), row),
                    cell(columns.get(4), row));
            if (!each.isBlank()) rows.add(each);
        }
        return rows;
    }

    private static String cell(String[] cells, int row) {
        return row < cells.length ? Blanks.trim(cells[row]) : "";
    }

    /** Values at places we give no meaning are named, so that nothing goes unseen. */
    private static List<Problem> surplus(List<String> fields) {
        var notes = new ArrayList<Problem>();
        for (int i = 0; i < fields.size(); i++) {
            boolean known = PLACES.containsKey(i) || i == 9 || i == 10 || (i >= 20 && i <= 24);
            if (!known && !fields.get(i).isEmpty())
                notes.add(Problem.warning(
                        "file",
                        "form.surplus",
                        "读取旧版任免表文件：第 " + (i + 1) + " 项“" + FormDate.shortened(fields.get(i))
                                + "”没有对应的栏目，未录入；请核对后手工补录。"));
        }
        return notes;
    }
}
