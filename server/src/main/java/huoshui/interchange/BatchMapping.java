package huoshui.interchange;

import huoshui.access.Signed;
import huoshui.interchange.RosterSheets.Chosen;
import huoshui.interchange.RosterSheets.Plan;
import huoshui.interchange.RosterSheets.Surveyed;
import huoshui.interchange.form.Problem;
import huoshui.interchange.roster.SheetMapping;
import huoshui.interchange.roster.SheetMapping.Above;
import huoshui.interchange.roster.SheetMapping.Habit;
import huoshui.interchange.roster.SheetMapping.Hidden;
import huoshui.interchange.roster.SheetSurvey;
import huoshui.kernel.Canonical;
import huoshui.kernel.Refusal;
import huoshui.kernel.seal.Seals;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The sheets of a batch's rosters: which are read, and what their columns mean. 批次的列对应 */
@Component
public class BatchMapping {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A sheet of the batch.
     *
     * @param open columns about whose dates somebody has to say something
     */
    public record Sheet(
            String file,
            int number,
            String name,
            boolean hidden,
            SheetSurvey survey,
            boolean chosen,
            SheetMapping mapping,
            List<String> open) {}

    /** What a person says of a sheet. */
    public record Saying(
            @Nullable String file,
            int number,
            boolean chosen,
            @Nullable Map<Integer, String> columns,
            @Nullable Map<String, Habit> habits,
            @Nullable Hidden hiddenRows,
            @Nullable Above above) {}

    private final JdbcClient jdbc;
    private final Uploads uploads;
    private final Mappings mappings;
    private final Seals seals;

    BatchMapping(JdbcClient jdbc, Uploads uploads, Mappings mappings, Seals seals) {
        this.seals = seals;
        this.jdbc = jdbc;
        this.uploads = uploads;
        this.mappings = mappings;
    }

    public List<Sheet> of(UUID batch) {
        return jdbc.sql("select * from interchange.sheet where batch = ? order by file, number")
                .param(batch)
                .query((row, i) -> {
                    var survey = JSON.readValue(
                            seals.open(
                                    place(batch, row.getString("file"), row.getInt("number")), row.getString("survey")),
                            SheetSurvey.class);
                    var mapping = JSON.readValue(row.getString("mapping"), SheetMapping.class);
                    return new Sheet(
                            row.getString("file"),
                            row.getInt("number"),
                            row.getString("name"),
                            row.getBoolean("hidden"),
                            survey,
                            row.getBoolean("chosen"),
                            mapping,
                            mapping.open(survey));
                })
                .list();
    }

    /** About how many rows there are to examine. */
    int rows(UUID batch) {
        return of(batch).stream()
                .filter(Sheet::chosen)
                .mapToInt(each -> each.survey().rows())
                .sum();
    }

    /**
     * Looks the rosters over if nobody has yet; whether somebody has to say something before they can be read. A source whose
     * headings are known and that asks nothing is read straight away.
     */
    boolean open(Signed who, UUID batch) {
        var files = uploads.sheets(batch);
        if (files.isEmpty() || !of(batch).isEmpty()) return false;
        boolean wait = false;
        for (var file : files) {
            List<Surveyed> sheets;
            try {
                sheets = RosterSheets.survey(file, name(file));
            } catch (Refusal told) {
                continue; // told again, as a refused file, when its rows are asked for
            }
            boolean any = false;
            for (var each : sheets) {
                var known = mappings.remembered(who, null, each.survey());
                var mapping =
                        known.map(one -> one.on(each.survey())).orElseGet(() -> SheetMapping.guessed(each.survey()));
                boolean chosen = !each.hidden() && each.roster();
                any |= chosen;
                put(batch, name(file), each, chosen, mapping);
                boolean asks = chosen
                        && (known.isEmpty()
                                || !mapping.open(each.survey()).isEmpty()
                                || hiddenAsked(each.survey(), mapping));
                wait |= asks || each.hidden() && each.survey().rows() > 0 && known.isEmpty();
            }
            wait |= !any;
        }
        return wait;
    }

    private static boolean hiddenAsked(SheetSurvey survey, SheetMapping mapping) {
        return survey.hiddenRows() > 0 && mapping.hiddenRows() == Hidden.ASK;
    }

    /** Samples of what stands in the columns are of every chapter: sealed to their place. */
    private static byte[] place(UUID batch, String file, int number) {
        return new Canonical().add(batch).add(file).add(number).bytes();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void put(UUID batch, String file, Surveyed sheet, boolean chosen, SheetMapping mapping) {
        jdbc.sql("""
                        insert into interchange.sheet (batch, file, number, name, hidden, survey, chosen, mapping)
                        values (:batch, :file, :number, :name, :hidden, :survey, :chosen, :mapping)""")
                .param("batch", batch)
                .param("file", file)
                .param("number", sheet.number())
                .param("name", sheet.name())
                .param("hidden", sheet.hidden())
                .param(
                        "survey",
                        seals.seal(place(batch, file, sheet.number()), JSON.writeValueAsString(sheet.survey())))
                .param("chosen", chosen)
                .param("mapping", JSON.writeValueAsString(mapping))
                .update();
    }

    /** @throws Refusal {@code bad-mapping} */
    void say(Signed who, UUID batch, List<Saying> said, @Nullable String name) {
        var sheets = of(batch);
        for (var each : said) {
            var sheet = sheets.stream()
                    .filter(one -> one.file().equals(each.file()) && one.number() == each.number())
                    .findFirst()
                    .orElseThrow(() -> Refusal.absent("no-sheet", "未办理：本批没有这张工作表。请回到批次重新打开。"));
            var mapping = mapping(each, sheet);
            if (each.chosen()) check(mapping, sheet);
            jdbc.sql("""
                            update interchange.sheet set chosen = :chosen, mapping = :mapping
                            where batch = :batch and file = :file and number = :number""")
                    .param("chosen", each.chosen())
                    .param("mapping", JSON.writeValueAsString(mapping))
                    .param("batch", batch)
                    .param("file", sheet.file())
                    .param("number", sheet.number())
                    .update();
            if (each.chosen()) mappings.keep(who, null, sheet.survey(), mapping);
        }
        if (name == null || name.isBlank()) return;
        if (name.length() > 60) throw Refusal.input("bad-mapping", "未办理：列对应的名称超过 60 字。请改短后再试。");
        of(batch).stream()
                .filter(Sheet::chosen)
                .findFirst()
                .ifPresent(each -> mappings.keep(who, name.strip(), each.survey(), each.mapping()));
    }

    private static SheetMapping mapping(Saying said, Sheet sheet) {
        return new SheetMapping(
                said.columns() == null ? sheet.mapping().columns() : said.columns(),
                said.habits() == null ? sheet.mapping().habits() : said.habits(),
                said.hiddenRows() == null ? sheet.mapping().hiddenRows() : said.hiddenRows(),
                said.above() == null ? sheet.mapping().above() : said.above());
    }

    private static void check(SheetMapping mapping, Sheet sheet) {
        var taken = new HashSet<String>();
        for (var code : mapping.columns().values()) {
            if (code.equals(RosterColumns.NUMBERING)) continue;
            var column = RosterColumns.of(code);
            if (!taken.add(code)) throw bad(sheet, "有两列都对应“" + column.title() + "”");
        }
        if (!taken.contains("name") && !taken.contains("idNumber")) throw bad(sheet, "没有一列对应“姓名”或“身份证号”");
    }

    private static Refusal bad(Sheet sheet, String what) {
        return Refusal.input("bad-mapping", "未办理：工作表“" + sheet.name() + "”" + what + "。请改后再试。");
    }

    /** What is read of one file of the batch. */
    Plan chosen(UUID batch, Path file) {
        var mine = of(batch).stream()
                .filter(each -> each.file().equals(name(file)))
                .toList();
        var surveyed = mine.stream()
                .map(each -> new Surveyed(each.number(), each.name(), each.hidden(), each.survey()))
                .toList();
        var chosen = mine.stream()
                .filter(Sheet::chosen)
                .map(each -> new Chosen(
                        new Surveyed(each.number(), each.name(), each.hidden(), each.survey()), each.mapping()))
                .toList();
        if (!mine.isEmpty()) return RosterSheets.plan(surveyed, chosen);
        try {
            RosterSheets.survey(file, name(file));
            return new Plan(List.of(), List.of());
        } catch (Refusal why) {
            return new Plan(List.of(), List.of(Problem.of(why)));
        }
    }
}
