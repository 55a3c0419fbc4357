package huoshui.kernel;

/** A part of a dossier with one sensitivity. 章 */
public enum Chapter {
    BASIC(false),
    CAREER(false),
    EDUCATION(false),
    APPRAISAL(false),
    POLITICAL(true),
    SUPERVISION(true),
    HEALTH(true),
    FAMILY(true),
    ORGANIZATION(false);

    private final boolean sealed;

    Chapter(boolean sealed) {
        this.sealed = sealed;
    }

    /** What is kept encrypted: the sealed chapters, and how somebody was appraised, rewarded and punished. 密存 */
    public boolean encrypted() {
        return sealed || this == APPRAISAL;
    }

    /** Sealed chapters are read for a stated purpose, and every reading is journaled. 密 */
    public boolean sealed() {
        return sealed;
    }
}
