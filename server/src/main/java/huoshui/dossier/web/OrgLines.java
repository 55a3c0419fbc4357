package huoshui.dossier.web;

import huoshui.access.ManagementCategory;
import huoshui.kernel.Acts;
import huoshui.kernel.PartialDate;
import huoshui.kernel.ledger.Fact;
import huoshui.org.Chart;
import huoshui.org.Organization;
import huoshui.org.Staffing;
import huoshui.org.fact.AuthorityFact.Manages;
import huoshui.org.fact.NoteFact.Cancelled;
import huoshui.org.fact.OrgFact;
import huoshui.org.fact.PostFact.PostIs;
import huoshui.org.fact.TeamFact;
import huoshui.org.fact.TeamFact.Targets;
import huoshui.org.fact.TeamFact.TeamIs;
import huoshui.org.fact.TeamFact.Term;
import huoshui.org.fact.UnitFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines that unit, post and team pages share, already in words. 机构页面用语 */
@Component
class OrgLines {

    private final Organization organization;
    private final Acts acts;

    OrgLines(Organization organization, Acts acts) {
        this.organization = organization;
        this.acts = acts;
    }

    record Named(UUID id, String name) {}

    /** A code and its word. */
    record Coded(String code, String word) {}

    /** One line of an establishment. */
    record Number(
            String category,
            String word,
            @Nullable String level,
            @Nullable Integer approved,
            int actual,
            @Nullable Integer vacant,
            @Nullable Integer excess,
            List<UUID> people) {}

    /**
     * One line of the ledger, in words.
     *
     * @param superseded when it stopped counting; null while it does
     */
    record HistoryLine(
            UUID fact,
            String kind,
            String text,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable PartialDate since,
            @Nullable PartialDate until,
            String basis,
            Instant known,
            @Nullable Instant superseded,
            @Nullable OrgFact body) {}

    static Named named(Chart chart, UUID unit) {
        return new Named(unit, chart.unit(unit).map(each -> each.called()).orElse(""));
    }

    /** Of a unit that may be no more: its last name. */
    Named everNamed(UUID unit, long known) {
        var name = organization.line(unit, known).reversed().stream()
                .filter(each -> each.content() instanceof UnitFact.UnitIs)
                .map(each -> ((UnitFact.UnitIs) each.content()).called())
                .findFirst()
                .orElse("");
        return new Named(unit, name);
    }

    /** The unit it belongs to, abolished posts and teams by the last one they had. */
    UUID unitOf(UUID subject) {
        for (var each : organization.history(subject).reversed()) {
            switch (each.body()) {
                case PostIs post -> {
                    return post.unit();
                }
                case TeamIs team -> {
                    return team.unit();
                }
                case null, default -> {}
            }
        }
        return subject;
    }

    static List<Number> numbers(Staffing staffing) {
        return staffing.lines().stream()
                .map(each -> new Number(
                        each.category().name(),
                        each.category().word(),
                        each.level() == null ? null : each.level().title(),
                        each.approved(),
                        each.actual(),
                        each.vacant(),
                        each.excess(),
                        each.people()))
                .toList();
    }

    static @Nullable Coded category(@Nullable ManagementCategory category) {
        return category == null ? null : new Coded(category.name(), category.word());
    }

    /** Everything ever recorded, newest knowledge first. */
    List<HistoryLine> history(UUID subject, Chart chart) {
        return organization.history(subject).stream()
                .filter(each -> each.known() <= chart.at().known())
                .sorted(Comparator.comparingLong((Fact<OrgFact> each) -> each.known())
                        .reversed()
                        .thenComparing(each -> each.valid().from(), Comparator.reverseOrder()))
                .map(each -> line(each, chart))
                .toList();
    }

    HistoryLine line(Fact<OrgFact> fact, Chart chart) {
        var superseded = fact.superseded();
        boolean counts = superseded == null || superseded > chart.at().known();
        return new HistoryLine(
                fact.id(),
                fact.kind(),
                fact.body() == null ? "已抹除" : text(fact.body(), chart),
                fact.valid().from(),
                fact.valid().to(),
                fact.valid().firstDate(),
                fact.valid().lastDate(),
                fact.basis(),
                acts.of(fact.known()).at(),
                counts || superseded == null ? null : acts.of(superseded).at(),
                fact.body());
    }

    private String text(OrgFact body, Chart chart) {
        return switch (body) {
            case UnitFact.UnitIs is -> is.name() + (is.parent() == null ? "" : "，隶属" + name(is.parent(), chart));
            case UnitFact.Formed formed -> formed.way().word() + names("，由 %s 而来", formed.predecessors(), chart);
            case UnitFact.Ended ended -> ended.way().word() + names("，由 %s 承接", ended.successors(), chart);
            case UnitFact.Alias alias -> alias.text();
            case UnitFact.Establishment each ->
                each.category().word()
                        + (each.level() == null ? "" : "（" + each.level().title() + "）") + " 核定 " + each.number()
                        + " 名";
            case UnitFact.RankEstablishment each -> each.ranks() + " 核定 " + each.number() + " 名";
            case UnitFact.Headcount heads -> headcount(heads);
            case UnitFact.LeaderNumbers numbers -> leaders(numbers);
            case UnitFact.Management rule -> "领导职务 " + word(rule.leading()) + "，其余 " + word(rule.others());
            case PostIs is -> name(is.unit(), chart) + is.fullTitle();
            case TeamIs is -> is.name() == null ? name(is.unit(), chart) + "领导班子" : is.name();
            case Targets targets -> "结构目标 " + targets.targets().size() + " 项";
            case Term term -> term.words() + "，应届满 " + term.due().printed();
            case TeamFact.Assessed is -> is.occasion() + "考察测评：" + is.title() + "，有效票 " + is.voices() + " 张";
            case Manages manages -> text(manages, chart);
            case Cancelled cancelled -> "撤销记录：" + cancelled.reason();
        };
    }

    /** 主管 隆川县及其下级单位的县管干部. */
    String text(Manages manages, Chart chart) {
        var over = manages.over() == null ? "全市" : name(manages.over(), chart) + (manages.subtree() ? "及其下级单位" : "");
        var who = manages.categories().stream().map(ManagementCategory::word).collect(Collectors.joining("、"));
        return mode(manages) + " " + over + "的" + who + "干部";
    }

    static String mode(Manages manages) {
        return switch (manages.mode()) {
            case LEADS -> "主管";
            case ASSISTS -> "协管";
            case FILES -> "备案";
        };
    }

    private static String headcount(UnitFact.Headcount heads) {
        return "行政编制 %s，参公编制 %s，事业编制 %s"
                .formatted(word(heads.administrative()), word(heads.civilManaged()), word(heads.institution()));
    }

    private static String leaders(UnitFact.LeaderNumbers numbers) {
        return "正厅职数 %s，副厅职数 %s，副局职数 %s，内设机构领导职数 %s"
                .formatted(
                        word(numbers.bureauChief()),
                        word(numbers.bureauDeputy()),
                        word(numbers.subBureau()),
                        word(numbers.inner()));
    }

    private static String word(@Nullable Object value) {
        if (value instanceof ManagementCategory category) return category.word();
        return value == null ? "未定" : value.toString();
    }

    private String names(String form, List<UUID> units, Chart chart) {
        if (units.isEmpty()) return "";
        return form.formatted(units.stream().map(each -> name(each, chart)).collect(Collectors.joining("、")));
    }

    private String name(UUID unit, Chart chart) {
        return chart.unit(unit)
                .map(each -> each.called())
                .orElseGet(() -> everNamed(unit, chart.at().known()).name());
    }
}
