package huoshui.dossier.search;

import static huoshui.dossier.search.Comparisons.Applies.ALWAYS;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Card;
import huoshui.dossier.city.ServiceState;
import huoshui.kernel.code.Code;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.ManagementCode;
import huoshui.kernel.code.Rank;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Level, rank, by whom managed, in which state. 条件项：层次、职级与管理 */
final class StandingFields {

    private StandingFields() {}

    static void enter(Catalogue into) {
        into.ordered(
                "level",
                "职务层次",
                "Level",
                CAREER,
                levels(),
                "level",
                card -> level(card),
                StandingFields::leadership,
                ALWAYS);
        into.date(
                "levelSince",
                "任现职务层次时间",
                "At this level since",
                CAREER,
                "levelSince",
                StandingFields::levelled,
                card -> {
                    var level = card.level();
                    return level == null ? null : level.since();
                });
        into.number(
                "monthsInLevel",
                "任现职务层次",
                "Time at this level",
                "月",
                CAREER,
                "levelSince",
                StandingFields::levelled,
                (card, on) -> monthsInLevel(card));
        into.number(
                "yearsInLevel",
                "任现职务层次年限",
                "Years at this level",
                "年",
                CAREER,
                "levelSince",
                StandingFields::levelled,
                (card, on) -> Measures.years(monthsInLevel(card)));
        var ranks = Stream.of(Rank.values())
                .map(each -> new Code(each.code(), each.title()))
                .toList();
        into.ordered("rank", "职级", "Rank", CAREER, ranks, "rank", card -> rank(card), StandingFields::rank, ALWAYS);
        into.date("rankSince", "任现职级时间", "In this rank since", CAREER, "rankSince", StandingFields::ranked, card -> {
            var rank = card.rank();
            return rank == null ? null : rank.since();
        });
        into.number(
                "monthsInRank",
                "任现职级",
                "Time in this rank",
                "月",
                CAREER,
                "rankSince",
                StandingFields::ranked,
                (card, on) -> monthsInRank(card));
        into.number(
                "yearsInRank",
                "任现职级年限",
                "Years in this rank",
                "年",
                CAREER,
                "rankSince",
                StandingFields::ranked,
                (card, on) -> Measures.years(monthsInRank(card)));
        into.codes(
                "category",
                "管理类别",
                "Managed by",
                BASIC,
                Stream.of(ManagementCode.values())
                        .map(each -> new Code(each.code(), each.brief()))
                        .toList(),
                "category",
                (card, on) -> {
                    var category = card.service().category();
                    return category == null ? null : Set.of(category.code());
                });
        into.codes(
                "state",
                "人员状态",
                "State",
                BASIC,
                Stream.of(ServiceState.values())
                        .filter(each -> each != ServiceState.NO_CADRE)
                        .map(each -> new Code(each.code(), each.title()))
                        .toList(),
                "state",
                (card, on) -> Set.of(card.service().state().code()));
    }

    private static List<Code> levels() {
        return Stream.of(LeadershipLevel.values())
                .filter(LeadershipLevel::ordered)
                .map(each -> new Code(each.code(), each.title()))
                .toList();
    }

    private static @Nullable LeadershipLevel level(Card card) {
        var level = card.level();
        return level == null || !level.level().ordered() ? null : level.level();
    }

    private static @Nullable LeadershipLevel leadership(String text) {
        return LeadershipLevel.read(text).filter(LeadershipLevel::ordered).orElse(null);
    }

    private static Verdict levelled(Card card) {
        return card.level() == null ? Verdict.UNKNOWN : Verdict.MET;
    }

    private static Verdict ranked(Card card) {
        return card.rank() == null ? Verdict.UNKNOWN : Verdict.MET;
    }

    private static @Nullable Bounds monthsInLevel(Card card) {
        var level = card.level();
        return level == null ? null : level.months();
    }

    private static @Nullable Bounds monthsInRank(Card card) {
        var rank = card.rank();
        return rank == null ? null : rank.months();
    }

    /** Of the general class only; other ladders are not compared with it. */
    private static @Nullable Rank rank(Card card) {
        var rank = card.rank();
        return rank == null ? null : rank.rank().rank();
    }

    private static @Nullable Rank rank(String text) {
        return Rank.read(text).orElse(null);
    }
}
