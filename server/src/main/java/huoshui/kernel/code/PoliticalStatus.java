package huoshui.kernel.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Political status: membership of the Party, the League, a democratic party, or none. 政治面貌 (GB/T 4762) */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum PoliticalStatus {
    PARTY_MEMBER("01", "中共党员", "党员", "中国共产党党员", "共产党员", "中共正式党员", "中共"),
    PROBATIONARY_PARTY_MEMBER("02", "预备党员", "中共预备党员", "中国共产党预备党员"),
    LEAGUE_MEMBER("03", "共青团员", "团员", "中国共产主义青年团团员"),
    REVOLUTIONARY_COMMITTEE("04", "民革", "中国国民党革命委员会"),
    DEMOCRATIC_LEAGUE("05", "民盟", "中国民主同盟"),
    NATIONAL_CONSTRUCTION("06", "民建", "中国民主建国会"),
    PROMOTING_DEMOCRACY("07", "民进", "中国民主促进会"),
    PEASANTS_AND_WORKERS("08", "农工党", "农工", "中国农工民主党"),
    ZHI_GONG("09", "致公党", "致公", "中国致公党"),
    JIU_SAN("10", "九三学社", "九三"),
    TAIWAN_LEAGUE("11", "台盟", "台湾民主自治同盟"),
    NO_PARTY("12", "无党派", "无党派人士", "无党派民主人士"),
    CITIZEN("13", "群众", "一般群众");

    private static final Map<String, PoliticalStatus> BY_WORD = new HashMap<>();

    static {
        for (var each : values()) {
            BY_WORD.put(each.code, each);
            BY_WORD.put(each.title, each);
            each.otherNames.forEach(other -> BY_WORD.put(other, each));
        }
    }

    private final String code;
    private final String title;
    private final List<String> otherNames;

    PoliticalStatus(String code, String title, String... otherNames) {
        this.code = code;
        this.title = title;
        this.otherNames = List.of(otherNames);
    }

    /** From a code, a short or full name, or a member's title: 民盟, 中国民主同盟, 民盟盟员, 九三学社社员. */
    public static Optional<PoliticalStatus> read(@Nullable String text) {
        if (text == null) return Optional.empty();
        var plain = Spelling.plain(text);
        var code = plain.matches("\\d") ? "0" + plain : plain;
        var found = BY_WORD.get(code);
        if (found != null) return Optional.of(found);
        return Optional.ofNullable(BY_WORD.get(plain.replaceFirst("[党会盟社]员$", "")))
                .or(() -> Optional.ofNullable(BY_WORD.get(plain.replaceFirst("员$", ""))))
                .filter(PoliticalStatus::democraticParty);
    }

    public String code() {
        return code;
    }

    /** 中共党员, 民盟 … as the forms print it. */
    public String title() {
        return title;
    }

    /** A full or probationary member of the Party. 中共党员（含预备党员） */
    public boolean communist() {
        return this == PARTY_MEMBER || this == PROBATIONARY_PARTY_MEMBER;
    }

    /** A member of one of the eight democratic parties. 民主党派 */
    public boolean democraticParty() {
        return compareTo(REVOLUTIONARY_COMMITTEE) >= 0 && compareTo(TAIWAN_LEAGUE) <= 0;
    }
}
