package huoshui.dossier.search;

import static huoshui.dossier.search.Comparisons.Applies.ALWAYS;
import static huoshui.kernel.Chapter.BASIC;
import static huoshui.kernel.Chapter.CAREER;

import huoshui.dossier.city.Card;
import huoshui.dossier.city.Surroundings.PostAt;
import huoshui.dossier.city.Surroundings.Sector;
import huoshui.dossier.search.Comparisons.Applies;
import huoshui.dossier.search.Field.Kind;
import huoshui.dossier.search.Field.Reading;
import huoshui.kernel.code.Code;
import huoshui.org.fact.SeatCategory;
import huoshui.org.fact.UnitKind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Posts and units. 条件项：职务与单位 */
final class PostFields {

    private static final Applies POSTED = card -> card.posts().current().isEmpty() ? Verdict.UNKNOWN : Verdict.MET;

    private PostFields() {}

    static void enter(Catalogue into) {
        into.texts("post", "现任职务", "Current post", CAREER, "post", Measures::currentPosts, card -> true);
        into.texts("everPost", "曾任职务", "Posts ever held", CAREER, "post", Measures::postsEver, card -> true);
        into.add(
                "resume", "简历", "Résumé", Kind.TEXT, List.of(Op.CONTAINS), List.of(), null, CAREER, "resume", resume());
        into.add(
                "unit",
                "所在单位",
                "Unit",
                Kind.UNIT,
                Catalogue.UNIT_OPS,
                List.of(),
                null,
                BASIC,
                "unit",
                Comparisons.unit(card -> card.service().unit()));
        into.add(
                "custody",
                "管档单位",
                "Dossier kept by",
                Kind.UNIT,
                Catalogue.UNIT_OPS,
                List.of(),
                null,
                BASIC,
                "custody",
                Comparisons.unit(card -> card.service().custody()));
        into.codes(
                "unitKind",
                "单位种类",
                "Kind of unit",
                BASIC,
                Stream.of(UnitKind.values())
                        .map(each -> new Code(each.name(), each.word()))
                        .toList(),
                "unit",
                Measures::unitKind);
        into.codes(
                "source",
                "来源",
                "Sector",
                BASIC,
                Stream.of(Sector.values())
                        .map(each -> new Code(each.name(), each.word()))
                        .toList(),
                "unit",
                (card, on) -> Measures.sector(card, on.around()));
        into.flag(
                "leading",
                "领导职务",
                "Leading post",
                CAREER,
                "leading",
                (card, on) -> Comparisons.flag(card.posts().leading()));
        into.flag(
                "principal",
                "主要负责人（一把手）",
                "Principal",
                CAREER,
                "principal",
                (card, on) -> Comparisons.flag(card.posts().principal()));
        into.codes(
                "seat",
                "职数类别",
                "Kind of seat",
                CAREER,
                Stream.of(SeatCategory.values())
                        .map(each -> new Code(each.name(), each.word()))
                        .toList(),
                "seat",
                PostFields::seat);
        into.date(
                "postSince",
                "任现职时间",
                "In this post since",
                CAREER,
                "postSince",
                POSTED,
                card -> card.posts().since());
        into.number(
                "monthsInPost",
                "任现职",
                "Time in this post",
                "月",
                CAREER,
                "postSince",
                POSTED,
                (card, on) -> card.posts().months());
        into.number(
                "yearsInPost",
                "任现职年限",
                "Years in this post",
                "年",
                CAREER,
                "postSince",
                POSTED,
                (card, on) -> Measures.years(card.posts().months()));
        into.coming("monthsToProbation", "距试用期满", "Until probation ends", Coming.Sort.PROBATION);
        into.coming("monthsToTerm", "距任期届满", "Until the term ends", Coming.Sort.TERM);
        into.number(
                "grassroots",
                "基层工作经历",
                "Grass-roots work",
                "年",
                CAREER,
                "grassroots",
                ALWAYS,
                (card, on) -> Measures.years(card.experience().grassroots()));
    }

    /** The highest of the seats held; silent where no post is matched with one. */
    private static @Nullable Set<String> seat(Card card, Occasion on) {
        return card.posts().current().stream()
                .flatMap(each -> on.around().post(each.post().post()).stream())
                .map(PostAt::seat)
                .min(Comparator.naturalOrder())
                .map(each -> Set.of(each.name()))
                .orElse(null);
    }

    private static Reading resume() {
        return (field, test, occasion) -> {
            var found = new java.util.HashSet<java.util.UUID>();
            for (var each : Comparisons.asked(field, test))
                found.addAll(occasion.resume().apply(each));
            return card -> Measures.happened(card, found.contains(card.id()));
        };
    }
}
