package huoshui.dossier.search;

import static huoshui.kernel.Chapter.BASIC;

import huoshui.kernel.code.Code;
import huoshui.kernel.code.PoliticalStatus;
import java.util.stream.Stream;

/** Parties and the Party. 条件项：政治面貌 */
final class PartyFields {

    private PartyFields() {}

    static void enter(Catalogue into) {
        into.codes(
                "party",
                "政治面貌",
                "Political status",
                BASIC,
                Stream.of(PoliticalStatus.values())
                        .map(each -> new Code(each.code(), each.title()))
                        .toList(),
                "party",
                (card, on) -> Measures.parties(card));
        into.flag("communist", "中共党员", "Party member", BASIC, "party", (card, on) -> Measures.communist(card));
        into.flag(
                "nonParty",
                "党外",
                "Not in the Party",
                BASIC,
                "party",
                (card, on) -> Measures.communist(card).negated());
        into.date(
                "partyJoined",
                "入党时间",
                "Joined the Party",
                BASIC,
                "partyJoined",
                Measures::communist,
                card -> card.party().joined());
        into.number(
                "partyYears",
                "党龄",
                "Years in the Party",
                "年",
                BASIC,
                "partyJoined",
                Measures::communist,
                (card, on) -> Measures.yearsSince(card.party().joined(), on.at().valid()));
    }
}
