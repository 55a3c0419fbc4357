package huoshui.interchange;

import huoshui.interchange.form.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What to look at in a batch, as a sheet: file, row, person, field, what is wrong, what to do. 核对表 */
public final class ProblemReport {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MARK = "\uFEFF";
    private static final String END = "\r\n";
    private static final List<String> HEAD = List.of("文件", "包内文件", "行", "姓名", "处理", "轻重", "项目", "问题", "办法");
    private static final Map<Item.Status, String> STATUS = Map.of(
            Item.Status.NEW, "新增",
            Item.Status.CHANGED, "有变化",
            Item.Status.SAME, "一致",
            Item.Status.DOUBTFUL, "存疑",
            Item.Status.REFUSED, "拒收");
    private static final Map<String, String> LABELS = labels();

    private final Writer out;

    private ProblemReport(Writer out) {
        this.out = out;
    }

    private static Map<String, String> labels() {
        var labels = new TreeMap<String, String>();
        PersonKeys.all().forEach(each -> labels.put(each, PersonKeys.label(each)));
        labels.put("file", "文件");
        return labels;
    }

    /**
     * Begins a sheet: CSV with a byte order mark, which spreadsheets take for UTF-8; no cell can act as a formula. Items are
     * written as they are handed in, none is kept.
     */
    public static ProblemReport begin(Writer out) {
        var report = new ProblemReport(out);
        report.put(MARK);
        report.line(HEAD);
        return report;
    }

    public void add(BatchItem item) {
        var problems = List.of(JSON.readValue(item.problems(), Problem[].class));
        for (var each : problems) line(cells(item, each));
        if (problems.isEmpty() && !item.open().isEmpty())
            line(cells(
                    item,
                    Problem.warning("file", "undecided", "有 " + item.open().size() + " 项未定；请在差异核对中认定。")));
    }

    private static List<String> cells(BatchItem item, Problem problem) {
        var message = problem.message();
        int turn = Math.max(message.lastIndexOf("；请"), message.lastIndexOf("。请"));
        var cells = new ArrayList<String>();
        cells.add(item.file());
        cells.add(text(item.entry()));
        cells.add(text(item.line()));
        cells.add(text(item.name()));
        cells.add("written".equals(item.outcome()) ? "已写入" : STATUS.getOrDefault(item.status(), ""));
        cells.add(problem.severity() == Problem.Severity.ERROR ? "须处理" : "提示");
        cells.add(LABELS.getOrDefault(problem.field(), problem.field()));
        cells.add(turn < 0 ? message : message.substring(0, turn));
        cells.add(turn < 0 ? "" : message.substring(turn + 1));
        return cells;
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void line(List<String> cells) {
        put(cells.stream().map(ProblemReport::cell).collect(Collectors.joining(",", "", END)));
    }

    private void put(String text) {
        try {
            out.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A cell that begins like a formula is told apart by an apostrophe, as spreadsheets do it themselves. */
    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
