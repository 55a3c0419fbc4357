package huoshui.rule;

import huoshui.dossier.fact.AppraisalFact.AnnualGrade;
import huoshui.dossier.fact.AppraisalFact.FrontlineService;
import huoshui.dossier.fact.AppraisalFact.Reward;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.CareerFact.LevelHeld;
import huoshui.dossier.fact.CareerFact.PostHeld;
import huoshui.dossier.fact.CareerFact.RankHeld;
import huoshui.dossier.fact.CareerFact.Seconded;
import huoshui.dossier.fact.EducationFact.Study;
import huoshui.dossier.fact.EducationFact.Trained;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.FamilyFact.FamilyMember;
import huoshui.dossier.fact.PersonalFact.ProfessionalTitle;
import huoshui.dossier.fact.StandingFact.Departed;
import huoshui.dossier.fact.StandingFact.Entered;
import huoshui.dossier.fact.StandingFact.OverseasStay;
import huoshui.dossier.fact.StandingFact.PartTimePost;
import huoshui.dossier.fact.StandingFact.SelectedGraduate;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.kernel.Chapter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which kinds of facts clauses may count, and which of their fields they may compare. 可计数的事实与字段 */
final class FactFields {

    private static final Map<String, Counted> ALL = new LinkedHashMap<>();

    static {
        kind("sanction", "处分", false, Sanction.class)
                .text("name", Sanction::name)
                .text("code", SanctionCodes::of)
                .text("authority-level", Sanction::authorityLevel)
                .flag("lifted", each -> each.lifted() != null);
        kind("org-measure", "监督与组织措施", false, OrganizationalMeasure.class)
                .text("measure", OrganizationalMeasure::measure)
                .text("ground", OrganizationalMeasure::ground)
                .flag("rescinded", each -> each.rescinded() != null);
        kind("reward", "奖励", false, Reward.class)
                .text("name", Reward::name)
                .text("code", Reward::code)
                .text("authority-level", Reward::authorityLevel);
        kind("frontline", "一线和吃劲岗位服务", true, FrontlineService.class)
                .text("sort", FrontlineService::sort)
                .text("front", FrontlineService::front)
                .text("showing", FrontlineService::showing)
                .flag("proven", each -> each.proven() ? Boolean.TRUE : null);
        kind("annual-grade", "年度考核", false, AnnualGrade.class)
                .number("year", Scale.YEARS, AnnualGrade::year)
                .text("grade", each -> {
                    var word = GradeWords.read(each.grade(), each.code());
                    return word == null ? null : word.title();
                });
        kind("training", "培训", true, Trained.class)
                .text("course", Trained::course)
                .text("category", Trained::category)
                .number("hours", Scale.HOURS, Trained::hours)
                .number("days", Scale.DAYS, Trained::days)
                .flag("abroad", Trained::abroad);
        kind("study", "学历学位", true, Study.class)
                .text("mode", Study::mode)
                .code("level", Lists.EDUCATION, Study::level)
                .text("degree", Study::degree);
        kind("post", "任职", true, PostHeld.class)
                .text("text", PostHeld::text)
                .code("level", Lists.LEVELS, PostHeld::level)
                .flag("leading", PostHeld::leading)
                .text("member", PostHeld::member)
                .flag("main", PostHeld::main)
                .text("way", PostHeld::way);
        kind("rank", "职级", true, RankHeld.class).code("rank", Lists.RANKS, RankHeld::rank);
        kind("level", "职务层次", true, LevelHeld.class).code("level", Lists.LEVELS, LevelHeld::level);
        kind("secondment", "挂职", true, Seconded.class)
                .text("text", Seconded::text)
                .text("track", Seconded::track);
        kind("overseas", "海外经历", true, OverseasStay.class)
                .text("place", OverseasStay::place)
                .text("purpose", OverseasStay::purpose);
        kind("part-time", "兼职", true, PartTimePost.class)
                .text("organization", PartTimePost::organization)
                .text("post", PartTimePost::post);
        kind("entered", "进入", false, Entered.class).text("way", Entered::way);
        kind("departed", "退出", false, Departed.class).text("way", Departed::way);
        kind("title", "专业技术任职资格", true, ProfessionalTitle.class).text("title", ProfessionalTitle::title);
        kind("selected-graduate", "选调生", true, SelectedGraduate.class).text("kind", SelectedGraduate::kind);
        kind("family", "家庭成员", true, FamilyMember.class).text("relation", FamilyMember::relation);
    }

    private FactFields() {}

    static @Nullable Counted of(String kind) {
        return ALL.get(kind);
    }

    static Map<String, Counted> all() {
        return Map.copyOf(ALL);
    }

    /** What a field is made of. */
    enum Sort {
        TEXT,
        NUMBER,
        CODE,
        FLAG
    }

    /** One field of a kind of facts. */
    record Field(
            String name,
            Sort sort,
            @Nullable Scale scale,
            @Nullable Words words,
            Function<FactBody, @Nullable Object> read) {}

    /** One kind of facts: whether such facts last, and its fields. */
    record Counted(String kind, String title, boolean lasts, Chapter chapter, Map<String, Field> fields) {}

    private record Building<B extends FactBody>(Class<B> type, Map<String, Field> fields) {

        Building<B> text(String name, Function<B, @Nullable String> read) {
            return put(name, Sort.TEXT, null, null, read);
        }

        Building<B> number(String name, Scale scale, Function<B, @Nullable Integer> read) {
            return put(name, Sort.NUMBER, scale, null, read);
        }

        Building<B> code(String name, Words words, Function<B, @Nullable String> read) {
            return put(name, Sort.CODE, null, words, read);
        }

        Building<B> flag(String name, Function<B, @Nullable Boolean> read) {
            return put(name, Sort.FLAG, null, null, read);
        }

        private Building<B> put(
                String name,
                Sort sort,
                @Nullable Scale scale,
                @Nullable Words words,
                Function<B, ? extends @Nullable Object> read) {
            fields.put(name, new Field(name, sort, scale, words, body -> read.apply(type.cast(body))));
            return this;
        }
    }

    private static <B extends FactBody> Building<B> kind(String kind, String title, boolean lasts, Class<B> type) {
        var fields = new LinkedHashMap<String, Field>();
        ALL.put(kind, new Counted(kind, title, lasts, FactKinds.ALL.of(kind).chapter(), fields));
        return new Building<>(type, fields);
    }
}
