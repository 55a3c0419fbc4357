package huoshui.interchange;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.ServiceState;
import huoshui.kernel.code.LeadershipLevel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of somebody between two days. 变动 */
enum Changed {
    START("期初在职", "At the start"),
    JOINED("新进入", "Joined"),
    MOVED_IN("调入", "Moved in"),
    OPEN_IN("由待核转来", "From no recorded unit"),
    MOVED_OUT("调出", "Moved out"),
    OPEN_OUT("转为待核", "To no recorded unit"),
    RETIRED("退休", "Retired"),
    DEPARTED("调离", "Departed"),
    DECEASED("去世", "Deceased"),
    OTHERWISE("其他离开", "Left otherwise"),
    END("期末在职", "At the end"),
    LEVEL_UP("层次提高", "Level up"),
    LEVEL_DOWN("层次降低", "Level down"),
    LEVEL_OPEN("层次待核", "Level not recorded"),
    RANK_NEW("新任职级", "First rank"),
    RANK_UP("职级晋升", "Rank up"),
    RANK_DOWN("职级降低", "Rank down"),
    RANK_GONE("不再任职级", "No rank any more"),
    POST("换岗（层次未变）", "Other post, same level");

    final String title;
    final String english;

    Changed(String title, String english) {
        this.title = title;
        this.english = english;
    }

    /** What it adds to those at the start of its row, they included; their sum is those at the end. */
    int sign() {
        return switch (this) {
            case START, JOINED, MOVED_IN, OPEN_IN -> 1;
            case MOVED_OUT, OPEN_OUT, RETIRED, DEPARTED, DECEASED, OTHERWISE -> -1;
            case END, LEVEL_UP, LEVEL_DOWN, LEVEL_OPEN, RANK_NEW, RANK_UP, RANK_DOWN, RANK_GONE, POST -> 0;
        };
    }

    /** Whether it is part of the sum from those at the start to those at the end. */
    boolean balances() {
        return compareTo(END) <= 0;
    }

    /** How somebody who served is no longer serving. */
    static Changed left(Card after) {
        return switch (after.service().state()) {
            case RETIRED -> RETIRED;
            case DEPARTED -> DEPARTED;
            case DECEASED -> DECEASED;
            case SERVING, OTHER, NOT_YET, NO_CADRE -> OTHERWISE;
        };
    }

    static boolean serves(Card card) {
        return card.service().state() == ServiceState.SERVING;
    }

    /** A dossier that says nothing for a day before work began does not say that somebody served then. */
    static boolean beganAfter(Card card, LocalDate day) {
        var start = card.service().workStart();
        return start != null && start.firstDay().isAfter(day);
    }

    /** What changed of somebody who served on both days, other than where. */
    static Set<Changed> within(Card before, Card after) {
        var all = EnumSet.noneOf(Changed.class);
        var was = level(before);
        var is = level(after);
        if (was == null || is == null) all.add(LEVEL_OPEN);
        else if (is.above(was)) all.add(LEVEL_UP);
        else if (was.above(is)) all.add(LEVEL_DOWN);
        else if (!Objects.equals(before.posts().text(), after.posts().text())) all.add(POST);
        rank(before, after, all);
        return all;
    }

    private static @Nullable LeadershipLevel level(Card card) {
        var step = card.level();
        return step == null || !step.level().ordered() ? null : step.level();
    }

    private static void rank(Card before, Card after, Set<Changed> into) {
        var was = before.rank();
        var is = after.rank();
        if (was == null && is != null) into.add(RANK_NEW);
        if (was != null && is == null) into.add(RANK_GONE);
        if (was == null || is == null) return;
        var from = was.rank().rank();
        var to = is.rank().rank();
        if (from == null || to == null || from == to) return;
        into.add(to.atLeast(from) ? RANK_UP : RANK_DOWN);
    }
}
