package huoshui.interchange.general;

import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.kernel.code.LeadershipLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts held, in office or past. 职务 A02 */
final class PostSet {

    private PostSet() {}

    static void read(SheetRow row) {
        var unitText = row.text("A0201A");
        var postText = postText(row);
        if (unitText == null && postText == null) {
            row.leaveAll();
            row.error("general.no-post", "A0215A", "没有任职机构和职务名称：此行未计入。请补填。");
            return;
        }
        var start = row.date("A0243");
        var end = row.date("A0265");
        var state = row.text("A0255");
        if (end != null && "1".equals(state)) row.warn("general.state", "A0255", "标为在任而有免职时间：按免职时间计。请核对。");
        row.fact(post(row, unitText, postText), row.span(start, end, "0".equals(state)));
    }

    private static PostHeld post(SheetRow row, @Nullable String unitText, @Nullable String postText) {
        return new PostHeld(
                printed(unitText, postText),
                seat(row),
                unit(row),
                unitText,
                postText,
                level(row),
                leading(row),
                row.flag("A0279"),
                member(row),
                row.number("A0223"),
                row.number("A0225"),
                row.word("A0247", "ZB122"),
                row.text("A0245"),
                row.text("A0267"),
                row.text("A0272"),
                row.flag("A0281"));
    }

    /** Some write the title's code, most its words; where both are there the words stand in their own column. */
    private static @Nullable String postText(SheetRow row) {
        var words = row.text("A0215B");
        var title = row.word("A0215A", "ZB08");
        return title != null ? title : words;
    }

    private static String printed(@Nullable String unit, @Nullable String post) {
        if (unit == null) return String.valueOf(post);
        if (post == null) return unit;
        return post.startsWith(unit) ? post : unit + post;
    }

    private static @Nullable UUID unit(SheetRow row) {
        var unit = Optional.ofNullable(row.text("A0201B"))
                .flatMap(row.units()::unit)
                .orElse(null);
        if (unit == null) row.leave("A0201B");
        return unit;
    }

    private static @Nullable UUID seat(SheetRow row) {
        var post =
                Optional.ofNullable(row.text("SEAT")).flatMap(row.units()::post).orElse(null);
        if (post == null) row.leave("SEAT");
        return post;
    }

    private static @Nullable String level(SheetRow row) {
        var code = row.text("A0221");
        if (code == null) return null;
        return LeadershipLevel.read(code).map(LeadershipLevel::title).orElse(code);
    }

    private static @Nullable Boolean leading(SheetRow row) {
        var code = row.text("A0219");
        if (code == null) return null;
        if (code.equals("1") || code.equals("领导职务")) return true;
        if (code.equals("2") || code.equals("非领导职务")) return false;
        row.leave("A0219");
        return null;
    }

    /** That somebody is of the team is said by saying as what; a bare 是 has no place of its own. */
    private static @Nullable String member(SheetRow row) {
        var member = row.word("A0201E", "ZB129");
        if (member != null || row.peek("A0201D").filter("0"::equals).isPresent()) row.skip("A0201D");
        return member;
    }

    static List<Map<String, String>> write(SheetWriting person) {
        return person.of(PostHeld.class)
                .map(each -> row(person, each.body(), each.fact()))
                .toList();
    }

    private static Map<String, String> row(SheetWriting person, PostHeld post, SheetFact fact) {
        var span = fact.valid();
        var unit = post.unit();
        var seat = post.post();
        return person.row()
                .text("A0201A", post.unitText())
                .text("A0201B", unit == null ? null : person.units().key(unit).orElse(null))
                .figure("A0201D", post.member() == null ? null : true)
                .code("A0201E", post.member(), "ZB129")
                .text("A0215A", post.postText() == null && post.unitText() == null ? post.text() : post.postText())
                .text("A0219", post.leading() == null ? null : post.leading() ? "1" : "2")
                .number("A0223", post.order())
                .number("A0225", post.teamOrder())
                .date("A0243", span.firstDate())
                .text("A0245", post.appointedBy())
                .code("A0247", post.way(), "ZB122")
                .text("A0255", span.open() || span.covers(person.asof()) ? "1" : "0")
                .date("A0265", span.lastDate())
                .text("A0267", post.removedBy())
                .text("A0272", post.remark())
                .word("A0281", post.printed())
                .figure("A0279", post.main())
                .text("A0221", levelCode(post.level()))
                .text(
                        "SEAT",
                        seat == null ? null : person.units().postCode(seat).orElse(null))
                .row();
    }

    private static @Nullable String levelCode(@Nullable String level) {
        if (level == null) return null;
        return LeadershipLevel.read(level).map(LeadershipLevel::databaseCode).orElse(level);
    }
}
