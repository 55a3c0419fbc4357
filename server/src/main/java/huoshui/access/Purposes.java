package huoshui.access;

import huoshui.access.PurposeLine.Use;
import huoshui.kernel.Acts;
import huoshui.kernel.Auditable.Verb;
import huoshui.kernel.Canonical;
import huoshui.kernel.Purpose;
import huoshui.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The purposes that may be stated: a list that is shipped, and what the city adds to it. 事由表
 *
 * <p>The journal keeps their codes. A code is never given another meaning: what is no longer wanted is retired.
 */
@Component
public class Purposes {

    /** 核对导入批次 */
    public static final Purpose CHECKING_BATCH = new Purpose("S01");

    /** 写入导入批次 */
    public static final Purpose WRITING_BATCH = new Purpose("S02");

    /** 撤销导入批次 */
    public static final Purpose TAKING_BACK_BATCH = new Purpose("S03");

    /** 命令行导出 */
    public static final Purpose EXPORT_BY_COMMAND = new Purpose("S04");

    /** 命令行核查 */
    public static final Purpose EXAMINED_BY_COMMAND = new Purpose("S07");

    /** 程序由规则文件启用、提请条款 */
    public static final Purpose TAKING_IN_CLAUSES = new Purpose("S15");

    /** 本机操作员更换密钥 */
    public static final Purpose CHANGING_KEYS = new Purpose("S06");

    /** 本机操作员备份 */
    public static final Purpose BACKING_UP = new Purpose("S50");

    /** 本机操作员由备份恢复，另起留痕 */
    public static final Purpose RESTORING = new Purpose("S51");

    private static final int LONGEST = 40;

    private final PurposeTable table;
    private final Herald herald;
    private final Acts acts;

    Purposes(PurposeTable table, Herald herald, Acts acts) {
        this.table = table;
        this.herald = herald;
        this.acts = acts;
    }

    /** All there ever were, in the order they are offered; retired ones too. */
    public List<PurposeLine> all() {
        return table.all();
    }

    /**
     * The purpose meant by what somebody stated; none for nothing.
     *
     * @throws Refusal {@code unknown-purpose} for words, for a code that is not in the list or no longer to be stated
     */
    public @Nullable Purpose stated(@Nullable String code) {
        return code == null || code.isBlank() ? null : of(code.strip(), Use.READ);
    }

    /**
     * The legal ground of an erasure.
     *
     * @throws Refusal {@code unknown-ground}
     */
    public PurposeLine ground(@Nullable String code) {
        return table.of(code == null ? "" : code.strip())
                .filter(each -> each.use() == Use.ERASE && !each.retired())
                .orElseThrow(() -> Refusal.input("unknown-ground", "未抹除：抹除须有法律依据，且从依据表中选取。请选定后再提请；表中没有的，请安全管理员先加入。"));
    }

    private Purpose of(String code, Use use) {
        return table.of(code)
                .filter(each -> each.use() == use && !each.retired())
                .map(each -> new Purpose(each.code()))
                .orElseThrow(() -> Refusal.input("unknown-purpose", "未受理：事由须从事由表中选取，不能自行书写。请选取后再办；表中没有的，请安全管理员先加入。"));
    }

    /** As people read it: the words of a code; what was written before there was a list, as it was written. */
    public @Nullable String words(@Nullable String kept) {
        return kept == null ? null : table.of(kept).map(PurposeLine::name).orElse(kept);
    }

    /**
     * Adds one to the city's list.
     *
     * @throws Refusal {@code bad-purpose}, {@code purpose-exists}
     */
    @Transactional
    public PurposeLine add(Signed who, Use use, String name) {
        who.require(Right.GRANT_ROLES);
        var act = acts.begin();
        var words = name.strip();
        check(use, words);
        var line = new PurposeLine(table.next(), use, words, null, who.account(), false);
        table.insert(line, act.number());
        tell(who, act.number(), "add", line);
        return line;
    }

    private void check(Use use, String words) {
        if (use == Use.HOUSE || words.length() < 2 || words.length() > LONGEST)
            throw Refusal.input("bad-purpose", "未加入：事由须为 2 至 40 字，用于查阅导出或抹除之一。请改后再加。");
        if (words.matches("(?s).*[0-9]{6,}.*"))
            throw Refusal.input("bad-purpose", "未加入：事由是一类事情的名称，不得含身份证号、电话等号码。请改写后再加。");
        if (table.all().stream().anyMatch(each -> !each.retired() && each.name().equals(words)))
            throw Refusal.input("purpose-exists", "未加入：事由表中已有“%s”。请直接选用。".formatted(words));
    }

    /**
     * Takes one off what is offered; a city's own or a shipped one.
     *
     * @throws Refusal {@code no-purpose}
     */
    @Transactional
    public void retire(Signed who, String code) {
        who.require(Right.GRANT_ROLES);
        var act = acts.begin();
        var line = table.of(code)
                .filter(each -> each.use() != Use.HOUSE && !each.retired())
                .orElseThrow(() -> Refusal.absent("no-purpose", "未停用：事由表中没有这一项，或已停用。请刷新后再看。"));
        table.retire(code, who.account(), act.number());
        tell(who, act.number(), "retire", line);
    }

    private void tell(Signed who, long act, String what, PurposeLine line) {
        herald.announce(
                who.actor(),
                Verb.ADMINISTER,
                null,
                act,
                new Canonical().add("purpose").add(what).add(line.code()).add(line.name()));
    }
}
