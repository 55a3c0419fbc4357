package huoshui.kernel;

/** A part of a dossier with one sensitivity. 章 */
public enum Chapter {
    BASIC(false, "基本情况"),
    CAREER(false, "任职与职级"),
    EDUCATION(false, "教育与培训"),
    APPRAISAL(false, "考核与奖励"),
    POLITICAL(true, "政治素质"),
    SUPERVISION(true, "监督与处分"),
    HEALTH(true, "健康状况"),
    FAMILY(true, "家庭与社会关系"),
    TALENT(false, "人才"),
    ORGANIZATION(false, "机构");

    private final boolean sealed;
    private final String word;

    Chapter(boolean sealed, String word) {
        this.sealed = sealed;
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** What is kept encrypted: the sealed chapters, how somebody was appraised and rewarded, and what talents wish for. 密存 */
    public boolean encrypted() {
        return sealed || this == APPRAISAL || this == TALENT;
    }

    /** Sealed chapters are read for a stated purpose, and every reading is journaled. 密 */
    public boolean sealed() {
        return sealed;
    }
}
