package huoshui.kernel.code;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A civil servant's rank of the general class, highest first. 综合管理类公务员职级
 *
 * <p>公务员职务与职级并行规定 第七条; code list ZB148, written {@code 13} or {@code 1A13}. Ranks of other families (judges,
 * police, institution staff …) are read by {@link RankWord}.
 */
public enum Rank {
    COUNSEL_1("11", "一级巡视员", LeadershipLevel.BUREAU_CHIEF),
    COUNSEL_2("12", "二级巡视员", LeadershipLevel.BUREAU_DEPUTY),
    CONSULTANT_1("13", "一级调研员", LeadershipLevel.DIVISION_CHIEF),
    CONSULTANT_2("14", "二级调研员", LeadershipLevel.DIVISION_CHIEF),
    CONSULTANT_3("15", "三级调研员", LeadershipLevel.DIVISION_DEPUTY),
    CONSULTANT_4("16", "四级调研员", LeadershipLevel.DIVISION_DEPUTY),
    PRINCIPAL_STAFF_1("17", "一级主任科员", LeadershipLevel.SECTION_CHIEF),
    PRINCIPAL_STAFF_2("18", "二级主任科员", LeadershipLevel.SECTION_CHIEF),
    PRINCIPAL_STAFF_3("19", "三级主任科员", LeadershipLevel.SECTION_DEPUTY),
    PRINCIPAL_STAFF_4("1A", "四级主任科员", LeadershipLevel.SECTION_DEPUTY),
    STAFF_1("1B", "一级科员", LeadershipLevel.STAFF),
    STAFF_2("1C", "二级科员", LeadershipLevel.CLERK);

    private final String code;
    private final String title;
    private final LeadershipLevel level;

    Rank(String code, String title, LeadershipLevel level) {
        this.code = code;
        this.title = title;
        this.level = level;
    }

    /** From a code in either form or a name. */
    public static Optional<Rank> read(@Nullable String text) {
        return Codes.list("ZB148").find(text).flatMap(found -> ofCode(found.code()));
    }

    private static Optional<Rank> ofCode(String code) {
        for (var each : values()) {
            if (each.code.equals(code)) return Optional.of(each);
        }
        return Optional.empty();
    }

    /** As ZB148 prints it: {@code 13}. */
    public String code() {
        return code;
    }

    /** The other form in use: {@code 1A13}. */
    public String databaseCode() {
        return "1A" + code;
    }

    /** 一级调研员. */
    public String title() {
        return title;
    }

    /**
     * The level whose leaders hold at least a rank of this pair: 县处级正职 for 一级 and 二级调研员, as follows from the table of
     * lowest ranks in 公务员职务与职级并行规定 第九条; 科员 and 办事员 for the two lowest, as they were converted in 2019.
     */
    public LeadershipLevel level() {
        return level;
    }

    /** The lowest rank a leader of this level holds; empty above 厅局级正职, and for levels that do not lead. */
    public static Optional<Rank> lowestFor(LeadershipLevel level) {
        Rank lowest = null;
        for (var each : values()) {
            if (level.leading() && each.level == level) lowest = each;
        }
        return Optional.ofNullable(lowest);
    }

    /** Whether this rank is the other or above it. */
    public boolean atLeast(Rank other) {
        return compareTo(other) <= 0;
    }

    /** The rank one step up; empty at the top. */
    public Optional<Rank> next() {
        return Optional.ofNullable(this == COUNSEL_1 ? null : values()[ordinal() - 1]);
    }
}
