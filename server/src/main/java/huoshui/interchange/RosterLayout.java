package huoshui.interchange;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import huoshui.document.sheet.SheetWriter;
import huoshui.dossier.search.Condition;
import huoshui.dossier.search.ConditionReader;
import huoshui.kernel.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a roster is laid out: its columns in their order, whom it puts together, how it looks. 名册版式
 *
 * @param heading printed above; the name where there is none
 * @param columns codes of {@link RosterColumns}; {@code n} numbers the rows; {@code grade:2025} is one year's grade
 * @param titles headings of one's own, by place; null where the column's own serves
 * @param group column whose value people are put together by; null for none
 * @param order as lists of people are sorted, {@code -age} backwards; null for 机构序
 * @param condition whom it is about, as conditions are written; everybody asked for where there is none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RosterLayout(
        String name,
        @Nullable String heading,
        List<String> columns,
        @Nullable List<@Nullable String> titles,
        @Nullable String group,
        @Nullable String order,
        @Nullable String paper,
        @Nullable Boolean portrait,
        @Nullable Integer size,
        @Nullable String font,
        @Nullable String fill,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode condition) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 80;
    private static final Set<String> PAPERS = Set.of("A3", "A4");

    public RosterLayout {
        if (condition != null && condition.isNull()) condition = null;
    }

    /** One about everybody. */
    public RosterLayout(
            String name,
            @Nullable String heading,
            List<String> columns,
            @Nullable List<@Nullable String> titles,
            @Nullable String group,
            @Nullable String order,
            @Nullable String paper,
            @Nullable Boolean portrait,
            @Nullable Integer size,
            @Nullable String font,
            @Nullable String fill) {
        this(name, heading, columns, titles, group, order, paper, portrait, size, font, fill, null);
    }

    /** Whom it is about; null for everybody asked for. */
    public @Nullable Condition about() {
        return condition == null ? null : ConditionReader.read(condition);
    }

    /** @throws Refusal {@code bad-layout}, {@code unknown-column}, and about the condition */
    @SuppressWarnings("ConstantValue") // as it comes from outside
    public void check() {
        if (name == null || columns == null || columns.stream().anyMatch(java.util.Objects::isNull))
            throw bad("版式缺少名称或列");
        if (name.isBlank() || name.length() > 60) throw bad("版式名称为空或超过 60 字");
        if (columns.isEmpty() || columns.size() > MOST) throw bad("版式须有 1 至 " + MOST + " 列");
        if (Set.copyOf(columns).size() != columns.size()) throw bad("同一列出现了两次");
        columns.stream().filter(each -> !each.equals(RosterColumns.NUMBERING)).forEach(RosterColumns::of);
        if (group != null) RosterColumns.of(group);
        if (paper != null && !PAPERS.contains(paper)) throw bad("纸张只能是 A3 或 A4");
        if (size != null && (size < 7 || size > 22)) throw bad("字号只能在 7 至 22 磅之间");
        if (fill != null && !fill.matches("[0-9A-Fa-f]{6}")) throw bad("表头底色须是六位十六进制颜色");
        if (font != null && (font.isBlank() || font.length() > 30)) throw bad("字体名称为空或过长");
        if (heading != null && heading.length() > 60) throw bad("标题超过 60 字");
        if (titles != null && titles.stream().anyMatch(each -> each != null && each.length() > 60))
            throw bad("列标题超过 60 字");
        about();
        if (titles != null && titles.size() > columns.size()) throw bad("列标题比列多");
    }

    private static Refusal bad(String what) {
        return Refusal.input("bad-layout", "未办理：" + what + "。请改后再试。");
    }

    public String title() {
        return heading == null || heading.isBlank() ? name : heading;
    }

    /** What is printed above the column at this place. */
    public String title(int place) {
        var own = titles == null || place >= titles.size() ? null : titles.get(place);
        if (own != null && !own.isBlank()) return own;
        var code = columns.get(place);
        return code.equals(RosterColumns.NUMBERING)
                ? "序号"
                : RosterColumns.of(code).title();
    }

    SheetWriter.Style style() {
        var usual = SheetWriter.Style.STANDARD;
        return new SheetWriter.Style(
                font == null ? usual.font() : font,
                size == null ? usual.size() : size,
                fill == null ? usual.fill() : fill,
                !Boolean.TRUE.equals(portrait),
                paper == null ? usual.paper() : paper);
    }

    String written() {
        return JSON.writeValueAsString(this);
    }

    static RosterLayout read(String text) {
        return JSON.readValue(text, RosterLayout.class);
    }
}
