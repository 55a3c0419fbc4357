package huoshui.rule;

import java.util.Optional;

/** How far a clause's text has been checked, which decides what it may do. 可信度 */
public enum Status {
    VERIFIED("C", true, true, ""),
    PARTIAL("C~", false, true, "条号待核"),
    REMEMBERED("M+", false, true, "条号待核"),
    PLACEHOLDER("M", false, false, "仅作占位，未启用"),
    SEED("S", false, true, "本市安排"),
    PROPOSED("P", false, true, "本地自定义示例，非法规");

    private final String code;
    private final boolean blocks;
    private final boolean enabled;
    private final String note;

    Status(String code, boolean blocks, boolean enabled, String note) {
        this.code = code;
        this.blocks = blocks;
        this.enabled = enabled;
        this.note = note;
    }

    public static Optional<Status> of(String code) {
        for (var each : values()) if (each.code.equals(code)) return Optional.of(each);
        return Optional.empty();
    }

    public String code() {
        return code;
    }

    /** Whether such a clause may bar or require; all others warn. */
    public boolean blocks() {
        return blocks;
    }

    /** Whether such a clause is asked at all as shipped. */
    public boolean enabled() {
        return enabled;
    }

    /** What to say beside the citation; empty for a verified text. */
    public String note() {
        return note;
    }
}
