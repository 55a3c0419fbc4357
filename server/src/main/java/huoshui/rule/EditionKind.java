package huoshui.rule;

import java.util.Optional;

/** What an edition is of. 版本种类 */
public enum EditionKind {
    REGULATION("regulations", "法规版次"),
    CONCLUSION("conclusions", "组织结论"),
    NOT_CARRIED("rows", "未转清单"),
    COHORT("cohorts", "人群"),
    PROVISION("provisions", "条款"),
    GATE("gates", "关口");

    private final String section;
    private final String word;

    EditionKind(String section, String word) {
        this.section = section;
        this.word = word;
    }

    static Optional<EditionKind> ofSection(String name) {
        for (var each : values()) if (each.section.equals(name)) return Optional.of(each);
        return Optional.empty();
    }

    /** Under which heading of a file its items stand. */
    String section() {
        return section;
    }

    public String word() {
        return word;
    }
}
