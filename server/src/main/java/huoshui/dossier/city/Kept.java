package huoshui.dossier.city;

import huoshui.dossier.fact.TalentKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which kinds of facts the city keeps in memory: those that questions are asked about. 在册种类
 *
 * <p>Those of sealed chapters are kept for clauses alone: no card shows them, and whoever answers from them asks the sight of
 * that chapter first.
 */
final class Kept {

    static final List<String> KINDS = List.of(
            "identity",
            "id-number",
            "party",
            "work-start",
            "title",
            "expertise",
            "language",
            "photo",
            "standing",
            "managed",
            "custody",
            "entered",
            "departed",
            "selected-graduate",
            "overseas",
            "part-time",
            "post",
            "rank",
            "level",
            "secondment",
            "unread-line",
            "study",
            "training",
            "annual-grade",
            "reward",
            "frontline",
            "sanction",
            "org-measure",
            "conclusion",
            "family",
            "talent",
            "talent-work",
            "achievement",
            "cadre",
            "merged-into");

    private static final Map<String, Byte> NUMBERS = numbers();
    private static final boolean[] OF_CADRES = cadres();

    private Kept() {}

    static byte number(String kind) {
        var number = NUMBERS.get(kind);
        if (number == null) throw new IllegalArgumentException("not kept: " + kind);
        return number;
    }

    /** Whether this kind, where it stands beside a talent's ground, shows a cadre's dossier. */
    static boolean ofCadres(String kind) {
        return NUMBERS.containsKey(kind) && !TalentKinds.kept(kind);
    }

    static boolean ofCadres(byte kind) {
        return OF_CADRES[kind];
    }

    private static boolean[] cadres() {
        var all = new boolean[KINDS.size()];
        for (int i = 0; i < all.length; i++) all[i] = !TalentKinds.kept(KINDS.get(i));
        return all;
    }

    private static Map<String, Byte> numbers() {
        var all = new HashMap<String, Byte>();
        for (int i = 0; i < KINDS.size(); i++) all.put(KINDS.get(i), (byte) i);
        return all;
    }
}
