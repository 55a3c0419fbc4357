package huoshui.org.fact;

import huoshui.access.ManagementCategory;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a unit is, was called, and may have. 单位类事实 */
public sealed interface UnitFact extends OrgFact {

    /**
     * 单位基本情况 B01
     *
     * @param name 机构名称 B0101
     * @param shortName 简称 B0104, as résumés print it
     * @param code 机构编码 B0111 or B0114, unique where given
     * @param parent 上级机构 B0121; null at the top
     * @param order 单位排序 B0142 among those of the same parent
     * @param legalPerson 法人单位标识 B0194
     * @param area 所在政区 B0117 (ZB01)
     * @param affiliation 隶属关系 B0124 (ZB87)
     * @param category 机构类别 B0131 (ZB04), as it came
     * @param creditCode 统一社会信用代码
     * @param civilManaged 参公审批时间与文号 B0238 B0239
     * @param remark 备注 B0180
     */
    record UnitIs(
            String name,
            @Nullable String shortName,
            @Nullable String code,
            UnitKind kind,
            @Nullable UnitLevel level,
            @Nullable UUID parent,
            int order,
            @Nullable Boolean legalPerson,
            @Nullable String area,
            @Nullable String affiliation,
            @Nullable String category,
            @Nullable String creditCode,
            @Nullable String civilManaged,
            @Nullable String remark)
            implements UnitFact {

        /** A unit of which only the name, kind, level and place in the tree are known. */
        public static UnitIs of(String name, UnitKind kind, @Nullable UnitLevel level, @Nullable UUID parent) {
            return new UnitIs(name, null, null, kind, level, parent, 0, null, null, null, null, null, null, null);
        }

        /** As people call it: the short name where there is one. */
        public String called() {
            return shortName == null || shortName.isEmpty() ? name : shortName;
        }

        public UnitIs named(String name, @Nullable String shortName) {
            return new UnitIs(
                    name,
                    shortName,
                    code,
                    kind,
                    level,
                    parent,
                    order,
                    legalPerson,
                    area,
                    affiliation,
                    category,
                    creditCode,
                    civilManaged,
                    remark);
        }

        public UnitIs coded(@Nullable String code) {
            return new UnitIs(
                    name,
                    shortName,
                    code,
                    kind,
                    level,
                    parent,
                    order,
                    legalPerson,
                    area,
                    affiliation,
                    category,
                    creditCode,
                    civilManaged,
                    remark);
        }

        public UnitIs under(@Nullable UUID parent, int order) {
            return new UnitIs(
                    name,
                    shortName,
                    code,
                    kind,
                    level,
                    parent,
                    order,
                    legalPerson,
                    area,
                    affiliation,
                    category,
                    creditCode,
                    civilManaged,
                    remark);
        }
    }

    /** How a unit came to be or ceased. 变动方式 */
    enum Way {
        FOUNDED("新设"),
        MERGED("合并"),
        SPLIT("分设"),
        ABOLISHED("撤销");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** 组建：由何而来 */
    record Formed(
            Way way, List<UUID> predecessors, @Nullable String document) implements UnitFact {

        public Formed {
            predecessors = predecessors == null ? List.of() : List.copyOf(predecessors);
        }
    }

    /** 终止：由谁承接 */
    record Ended(Way way, List<UUID> successors, @Nullable String document) implements UnitFact {

        public Ended {
            successors = successors == null ? List.of() : List.copyOf(successors);
        }
    }

    /** 别名 */
    record Alias(String text) implements UnitFact {

        @Override
        public String slot() {
            return text;
        }
    }

    /**
     * 核定职数 B0183 B0185 B0246 B0190 B0191A
     *
     * @param level null where the number is not told apart by level
     * @param number how many leaders may be had
     * @param document 核定文号
     */
    record Establishment(
            SeatCategory category,
            @Nullable LeadershipLevel level,
            int number,
            @Nullable String document) implements UnitFact {

        @Override
        public String slot() {
            return level == null ? category.name() : category.name() + "/" + level.name();
        }
    }

    /**
     * 核定职级职数：自高至低这些职级合计可有多少名
     *
     * @param highest of the ranks counted together
     * @param lowest the same as the highest where a rank has a number of its own
     * @param document 核定文号
     */
    record RankEstablishment(
            Rank highest, Rank lowest, int number, @Nullable String document) implements UnitFact {

        @Override
        public String slot() {
            return highest == lowest ? highest.name() : highest.name() + "/" + lowest.name();
        }

        public boolean covers(Rank rank) {
            return rank.compareTo(highest) >= 0 && rank.compareTo(lowest) <= 0;
        }

        /** 一级调研员至四级调研员. */
        public String ranks() {
            return highest == lowest ? highest.title() : highest.title() + "至" + lowest.title();
        }
    }

    /** 编制数 B0227 行政、B0232 参公、B0233 事业、B0236 工勤、B0235 政法专项、B0234 其他 */
    record Headcount(
            @Nullable Integer administrative,
            @Nullable Integer civilManaged,
            @Nullable Integer institution,
            @Nullable Integer workers,
            @Nullable Integer politicalLegal,
            @Nullable Integer other,
            @Nullable String document)
            implements UnitFact {}

    /**
     * 按层次核定的领导职数 B0247 B0248 B0249，内设机构领导职数 B0150: how many leaders by level, laid down beside the numbers
     * by category.
     *
     * @param bureauChief 正厅
     * @param bureauDeputy 副厅
     * @param subBureau 副局
     * @param inner 内设机构
     */
    record LeaderNumbers(
            @Nullable Integer bureauChief,
            @Nullable Integer bureauDeputy,
            @Nullable Integer subBureau,
            @Nullable Integer inner,
            @Nullable String document)
            implements UnitFact {}

    /**
     * 所属职位的管理类别；未另定的下级单位随之
     *
     * @param leading of leading posts 领导职务
     * @param others of all other posts
     */
    record Management(
            @Nullable ManagementCategory leading, @Nullable ManagementCategory others) implements UnitFact {}
}
