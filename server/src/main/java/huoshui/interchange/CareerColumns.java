package huoshui.interchange;

import static huoshui.interchange.NewColumn.blank;
import static huoshui.kernel.Chapter.CAREER;
import static java.util.stream.Collectors.joining;

import huoshui.dossier.city.Bounds;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.FormFact.Box;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody serves and has served. 任职与经历各列 */
final class CareerColumns {

    private CareerColumns() {}

    static List<RosterColumn> all() {
        return List.of(
                column(30, "currentPost", "现任职务", "Current post")
                        .from("post", "printed")
                        .comesIn()
                        .says(p -> blank(p.form().text(Box.CURRENT_POST))),
                column(10, "postSince", "任现职时间", "In post since")
                        .date()
                        .comesIn()
                        .says(p -> p.card().posts().since()),
                column(9, "postYears", "任现职年限", "Years in post")
                        .says(p -> length(p.card().posts().months())),
                column(22, "unit", "所在单位", "Unit").says(CareerColumns::unit),
                column(12, "level", "职务层次", "Level").comesIn().says(CareerColumns::level),
                column(12, "levelSince", "任现职务层次时间", "At this level since")
                        .date()
                        .comesIn()
                        .says(CareerColumns::levelSince),
                column(14, "rank", "职级", "Rank").comesIn().says(CareerColumns::rank),
                column(10, "rankSince", "任现职级时间", "In rank since")
                        .date()
                        .comesIn()
                        .says(CareerColumns::rankSince),
                column(60, "resume", "简历", "Résumé")
                        .from("career-line", "career-note", "unread-line", "printed")
                        .comesIn()
                        .says(p -> blank(p.form().text(Box.RESUME))),
                column(9, "workYears", "工作年限", "Years of service")
                        .says(p -> length(p.card().service().months())),
                column(10, "grassroots", "基层工作年限", "Grassroots service")
                        .says(p -> length(p.card().experience().grassroots())),
                column(22, "secondment", "挂职经历", "Secondments")
                        .says(p -> p.card().experience().secondments().stream()
                                .map(Seconded::text)
                                .collect(joining("\n"))),
                column(18, "overseas", "出国（境）经历", "Overseas stays")
                        .says(p -> p.card().experience().overseas().stream()
                                .map(each -> each.place() + " " + each.purpose())
                                .collect(joining("\n"))),
                column(9, "graduate", "选调生", "Selected graduate")
                        .says(p -> p.card().experience().graduate() == null ? null : "是"));
    }

    private static NewColumn column(int width, String code, String title, String english) {
        return new NewColumn(CAREER, width, code, title, english);
    }

    private static @Nullable String unit(RosterPerson p) {
        return p.around()
                .unit(p.card().service().unit())
                .map(Surroundings.UnitAt::name)
                .orElse(null);
    }

    private static @Nullable String level(RosterPerson p) {
        var held = p.card().level();
        return held == null ? null : held.level().title();
    }

    private static @Nullable Object levelSince(RosterPerson p) {
        var held = p.card().level();
        return held == null ? null : held.since();
    }

    private static @Nullable String rank(RosterPerson p) {
        var held = p.card().rank();
        return held == null ? null : held.rank().name();
    }

    private static @Nullable Object rankSince(RosterPerson p) {
        var held = p.card().rank();
        return held == null ? null : held.since();
    }

    /** Years and months, 4年8月; nothing where it is not certain. */
    private static @Nullable String length(@Nullable Bounds months) {
        if (months == null || !months.exact()) return null;
        int all = months.least();
        var parts = new ArrayList<String>();
        if (all >= 12) parts.add(all / 12 + "年");
        if (all % 12 > 0 || all == 0) parts.add(all % 12 + "月");
        return String.join("", parts);
    }
}
