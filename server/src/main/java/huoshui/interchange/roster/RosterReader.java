package huoshui.interchange.roster;

import huoshui.document.sheet.Cell;
import huoshui.document.sheet.Formulas;
import huoshui.document.sheet.Merge;
import huoshui.document.sheet.SheetFile;
import huoshui.document.sheet.SheetLine;
import huoshui.interchange.form.Problem;
import huoshui.interchange.roster.SheetMapping.Above;
import huoshui.interchange.roster.SheetMapping.Hidden;
import huoshui.kernel.PartialDate;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one sheet as its mapping has it. 名册逐行识读 */
public final class RosterReader {

    private static final Pattern GROUP = Pattern.compile(".*[（(]\\s*\\d+\\s*人\\s*[)）]\\s*");
    private static final Pattern NOTHING = Pattern.compile("[-—－–/／\\\\]+");
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:\\.\\d+)?[Ee]\\+?\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{15}|\\d{17}[\\dX]");
    private static final int EXACT_DIGITS = 15;

    private final SheetSurvey survey;
    private final SheetMapping mapping;
    private final Function<String, String> titles;
    private final Map<Integer, List<Merge>> tall = new HashMap<>();
    private final Map<Integer, Filling> filling = new HashMap<>();

    private record Filling(int until, Cell cell) {}

    /** @param titles how a column is called, by its code */
    public RosterReader(SheetSurvey survey, SheetMapping mapping, Function<String, String> titles) {
        this.survey = survey;
        this.mapping = mapping;
        this.titles = titles;
    }

    /** Hands out every row that is about somebody. */
    public void read(SheetFile file, int sheet, Consumer<RosterRow> each) {
        if (survey.merges() > 0) {
            for (var merge : file.read(sheet, line -> {}).merges()) {
                if (merge.lastRow() > merge.firstRow() && merge.firstRow() > survey.headLast())
                    tall.computeIfAbsent(merge.firstRow(), any -> new ArrayList<>())
                            .add(merge);
            }
        }
        var family = FamilyRows.in(mapping)
                ? new FamilyRows(Objects.requireNonNullElse(mapping.above(), Above.ASK), each)
                : null;
        file.read(sheet, line -> {
            if (line.number() <= survey.headLast()) return;
            var row = row(filled(line));
            if (row == null) return;
            if (family == null) each.accept(row);
            else family.take(row);
        });
        if (family != null) family.end();
    }

    /** A value that stands once for several rows, in each of them. */
    private SheetLine filled(SheetLine line) {
        if (tall.isEmpty()) return line;
        for (var merge : tall.getOrDefault(line.number(), List.of()))
            filling.put(merge.firstColumn(), new Filling(merge.lastRow(), line.cell(merge.firstColumn())));
        if (filling.isEmpty()) return line;
        var cells = new ArrayList<>(line.cells());
        filling.forEach((column, fill) -> {
            if (fill.until < line.number() || !line.cell(column).blank()) return;
            while (cells.size() <= column) cells.add(Cell.BLANK);
            cells.set(column, fill.cell);
        });
        filling.values().removeIf(fill -> fill.until <= line.number());
        return new SheetLine(line.number(), line.hidden(), cells);
    }

    private @Nullable RosterRow row(SheetLine line) {
        if (heading(line) || group(line)) return null;
        if (line.hidden() && mapping.hiddenRows() == Hidden.SKIP) return null;
        var reading = new Reading(line.number());
        mapping.columns().forEach((column, code) -> {
            var cell = line.cell(column);
            if (!cell.blank() && !code.equals("n")) reading.cell(code, cell);
        });
        if (reading.said.isEmpty() && reading.problems.isEmpty()) return null;
        if (!NUMBER.matcher(reading.said.getOrDefault("idNumber", "")).matches() && RowAsides.is(line)) return null;
        if (line.hidden() && mapping.hiddenRows() == Hidden.ASK)
            reading.error("file", "roster.hidden-row", "读取第 " + line.number() + " 行：这一行在表中是隐藏的；请在列对应中说明隐藏行读还是不读。");
        return reading.row();
    }

    /** Headings are repeated where a roster was printed page by page. */
    private boolean heading(SheetLine line) {
        int same = 0;
        for (var each : survey.headings()) {
            var text = line.cell(each.column()).text();
            if (text.isBlank()) continue;
            if (!Headings.plain(each.text()).endsWith(Headings.plain(text))) return false;
            same++;
        }
        return same > 1;
    }

    private static boolean group(SheetLine line) {
        var said = line.cells().stream().filter(each -> !each.blank()).toList();
        return said.size() == 1 && GROUP.matcher(said.getFirst().text()).matches();
    }

    /** One row being read. */
    private final class Reading {

        private final int number;
        private final Map<String, String> said = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();
        private boolean refused;

        Reading(int number) {
            this.number = number;
        }

        void cell(String code, Cell cell) {
            if (cell instanceof Cell.Fault(var what)) {
                error(field(code), "roster.fault", said(code) + "公式算出的是“" + what + "”，没有可读的值；请在表中改正后再导入。");
                return;
            }
            if (code.equals("idNumber")) idNumber(cell);
            else if (code.equals("birthAge")) date("birth", cell);
            else if (code.equals("partyJoined")) joined(cell);
            else if (SheetMapping.DATES.contains(code) || code.matches("relative:\\d+:birth")) date(code, cell);
            else words(code, cell.text());
        }

        private void words(String code, String raw) {
            var text = Formulas.plain(raw.strip()).strip();
            if (text.isEmpty() || NOTHING.matcher(text).matches()) return;
            char first = text.charAt(0);
            if (first == '=' || first == '@' || first == '＝' || first == '＠') {
                if (raw.strip().startsWith("'")) said.put(code, text);
                else error(field(code), "roster.formula", said(code) + "以“" + first + "”开头，像是公式，没有读取；请改成普通文字后再导入。");
                return;
            }
            said.put(code, code.equals("name") ? text.replaceAll("\\s+", " ") : text.replace("\r\n", "\n"));
        }

        private void date(String code, Cell cell) {
            if (NOTHING.matcher(cell.text().strip()).matches()) return;
            switch (RosterDate.of(cell, mapping.habit(code))) {
                case RosterDate.Known(var date) ->
                    said.put(code, known(code, cell, date).text());
                case RosterDate.Ambiguous(var text) ->
                    error(
                            field(code),
                            "date.ambiguous",
                            said(code) + "写作“" + text + "”，可能是 1 月，也可能是丢了末尾 0 的 10 月；请在列对应中说明，或把该列设为文本、写成“" + text
                                    + "0”或“" + text.replace(".1", ".01") + "”。");
                case RosterDate.Pointless(var text, var month, var day) ->
                    error(
                            field(code),
                            "date.pointless",
                            said(code) + "写作数值“" + text + "”，可能是漏了点的 " + month.printed() + "，也可能是表格里的日期序列值（"
                                    + day.text().replace('-', '.') + "）；请写成“" + month.printed() + "”，或把这一格设为日期格式后再导入。");
                case RosterDate.Unreadable(var text) ->
                    error(
                            field(code),
                            "date.unreadable",
                            said(code) + "写作“" + shortened(text) + "”，读不出年月；请写成“1966.03”的形式。");
            }
        }

        /** A spreadsheet makes the first of the month of a month of birth typed into it: that day was never said. */
        private static PartialDate known(String code, Cell cell, PartialDate date) {
            boolean made = cell instanceof Cell.Day && date.day() == 1;
            return made && (code.equals("birth") || code.endsWith(":birth")) ? date.toMonth() : date;
        }

        /** Often a party stands where the date would. */
        private void joined(Cell cell) {
            var text = cell.text().strip();
            if (cell instanceof Cell.Day
                    || text.isEmpty()
                    || Character.isDigit(
                            Normalizer.normalize(text, Normalizer.Form.NFKC).charAt(0))) {
                if (RosterDate.of(cell, mapping.habit("partyJoined")) instanceof RosterDate.Unreadable
                        && text.matches(".*\\p{IsHan}.*")) said.put("partyJoined", text);
                else date("partyJoined", cell);
            } else words("partyJoined", text);
        }

        private void idNumber(Cell cell) {
            var text = Normalizer.normalize(cell.text(), Normalizer.Form.NFKC).replaceAll("[\\s'’‘`]", "");
            if (text.isEmpty() || NOTHING.matcher(text).matches()) return;
            boolean lost =
                    SHORTENED.matcher(text).matches() || cell instanceof Cell.Number && text.length() > EXACT_DIGITS;
            if (lost) {
                refused = true;
                error(
                        "idNumber",
                        "id.digits-lost",
                        said("idNumber") + "存成了数值，15 位以后的数字已经丢失，没有读取这一行；请把该列设为“文本”格式，重新填写完整号码后再导入。");
                return;
            }
            if (text.contains("*")) {
                problems.add(
                        Problem.warning("idNumber", "id.masked", said("idNumber") + "是遮盖过的号码，不能用来认人；请填写完整号码，才能按号码认人。"));
                return;
            }
            said.put("idNumber", text.toUpperCase(java.util.Locale.ROOT));
        }

        private String said(String code) {
            return "读取第 " + number + " 行“" + titles.apply(code) + "”：";
        }

        void error(String field, String code, String message) {
            problems.add(Problem.error(field, code, message));
        }

        @Nullable
        RosterRow row() {
            if (FamilyRows.in(mapping)) return new RosterRow(number, Map.copyOf(said), List.copyOf(problems), refused);
            if (!said.containsKey("name")) {
                if (!said.containsKey("idNumber")) {
                    if (said.size() + problems.size() < 2) return null;
                    refused = true;
                    error("name", "required.name", "读取第 " + number + " 行：没有姓名，没有读取这一行；请补填姓名，或删去不是人员的行后再导入。");
                }
            } else if (!refused && !said.containsKey("idNumber") && !said.containsKey("birth"))
                error("idNumber", "roster.unidentified", "读取第 " + number + " 行：身份证号和出生年月都没有，不能认定是谁；请至少补填一项，或在核对时逐人认定。");
            return new RosterRow(number, Map.copyOf(said), List.copyOf(problems), refused);
        }
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) + "…" : text;
    }

    /** The field of a form a column belongs to. */
    public static String field(String code) {
        if (code.startsWith("grade:")) return "assessments";
        if (RelativeCell.is(code)) return "family";
        return switch (code) {
            case "birthAge" -> "birth";
            case "workStart" -> "workStarted";
            case "party" -> "parties";
            case "fulltime", "inservice" -> "education";
            case "resume" -> "career";
            case "mobile" -> "contact";
            case "levelSince" -> "level";
            case "rankSince" -> "rank";
            case "talentCategory", "talentGround", "talentCitation", "talentSince", "consented", "recommender" ->
                "talent";
            case "employer", "occupation", "talentField" -> "talentWork";
            case "achievements" -> "achievement";
            default -> code.startsWith("fulltime") || code.startsWith("inservice") ? "education" : code;
        };
    }
}
