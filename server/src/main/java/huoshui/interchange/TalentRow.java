package huoshui.interchange;

import static huoshui.interchange.TalentColumns.*;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.TalentFact.Achievement;
import huoshui.dossier.fact.TalentFact.TalentListed;
import huoshui.dossier.fact.TalentFact.TalentWork;
import huoshui.interchange.form.Problem;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.code.Codes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a row of a roster says of somebody as a talent. 名册一行的人才各项 */
final class TalentRow {

    private static final List<String> SORTS = List.of("项目", "成果", "专利", "论著", "奖项", "荣誉");

    private final Map<String, String> said;
    private final City city;

    TalentRow(Map<String, String> said, City city) {
        this.said = said;
        this.city = city;
    }

    /** @param told how messages about a column begin */
    List<Problem> problems(Function<String, String> told) {
        var all = new ArrayList<Problem>();
        unread(all, told, CATEGORY, "人才类别", "RC01");
        unread(all, told, GROUND, "入库依据", "RC02");
        boolean grounded = OF_THE_GROUND.stream().anyMatch(said::containsKey);
        if (grounded && !said.containsKey(CATEGORY))
            all.add(Problem.error(
                    "talent", "talent.no-category", told.apply("人才类别") + "是空的，而本行写了入库依据；请补填人才类别，或去掉依据各列。"));
        for (var each : List.of(SINCE, CONSENTED))
            if (said.containsKey(each) && date(said.get(each)) == null)
                all.add(Problem.error(
                        "talent",
                        "talent.date",
                        told.apply(RosterColumns.of(each).title()) + "“" + said.get(each)
                                + "”不是日期；请写成 2026.03.12 的形式。"));
        if (said.containsKey(OCCUPATION) && !said.containsKey(EMPLOYER) && !said.containsKey(CATEGORY))
            all.add(Problem.warning("talent-work", "talent.no-employer", told.apply("从事岗位") + "没有写从业单位；请补填。"));
        return all;
    }

    /** Whether its ground cannot be read, so that it cannot be told of which footing the row is. */
    boolean unread() {
        return problems(column -> "").stream().anyMatch(each -> each.severity() == Problem.Severity.ERROR);
    }

    private void unread(List<Problem> all, Function<String, String> told, String column, String title, String list) {
        for (var word : words(said.get(column)))
            if (Codes.list(list).find(word).isEmpty())
                all.add(Problem.error(
                        "talent",
                        "talent.unknown",
                        told.apply(title) + "“" + word + "”不在" + title + "表中；请改为："
                                + Codes.list(list).codes().stream()
                                        .map(each -> each.name())
                                        .reduce((one, other) -> one + "、" + other)
                                        .orElse("")
                                + "。"));
    }

    /** @param news what says something else than our own roster would */
    void write(Redraft redraft, Map<String, String> news, LocalDate today) {
        if (OF_THE_GROUND.stream().anyMatch(news::containsKey)) listed(redraft, today);
        if (Stream.of(EMPLOYER, OCCUPATION, FIELD).anyMatch(news::containsKey)) work(redraft, today);
        var achievements = news.get(ACHIEVEMENTS);
        if (achievements != null) achieved(redraft, achievements, today);
    }

    private void listed(Redraft redraft, LocalDate today) {
        var consented = date(said.get(CONSENTED));
        var since = date(said.get(SINCE));
        var from = since == null ? consented : since;
        var recommender = Optional.ofNullable(said.get(RECOMMENDER));
        var unit = recommender.flatMap(this::unit);
        for (var word : words(said.get(CATEGORY))) {
            var category = Codes.list("RC01").find(word).orElse(null);
            if (category == null) continue;
            var ground = Codes.list("RC02").find(said.get(GROUND)).map(each -> each.code());
            var body = new TalentListed(
                    category.code(),
                    unit.orElse(null),
                    unit.isPresent() ? null : recommender.orElse(null),
                    ground.orElse(""),
                    said.getOrDefault(CITATION, ""),
                    consented);
            redraft.one(body, from == null ? Span.evidenced(today) : Span.since(from));
        }
    }

    private void work(Redraft redraft, LocalDate today) {
        var held = redraft.held(TalentWork.class);
        var employer = Optional.ofNullable(said.get(EMPLOYER)).or(() -> held.map(TalentWork::employer));
        if (employer.isEmpty()) return;
        var occupation = said.get(OCCUPATION) != null
                ? said.get(OCCUPATION)
                : held.map(TalentWork::occupation).orElse(null);
        var field = said.get(FIELD) != null
                ? said.get(FIELD)
                : held.map(TalentWork::field).orElse(null);
        redraft.one(new TalentWork(employer.get(), occupation, field), Span.evidenced(today));
    }

    /** What is there already stays: a roster tells of some achievements, seldom of all. */
    private static void achieved(Redraft redraft, String cell, LocalDate today) {
        for (var line : cell.split("\\s*[\\n；;]\\s*")) {
            if (line.isBlank()) continue;
            var is = achievement(line.strip());
            boolean there = redraft.any(each -> each.content() instanceof Achievement held
                    && held.sort().equals(is.sort())
                    && held.title().equals(is.title()));
            if (!there) redraft.add(is, Span.evidenced(today));
        }
    }

    private static Achievement achievement(String line) {
        var parts = line.split("[:：]", 2);
        boolean sorted = parts.length == 2 && SORTS.contains(parts[0].strip());
        return new Achievement(sorted ? parts[0].strip() : "成果", sorted ? parts[1].strip() : line, null, null, null);
    }

    private Optional<UUID> unit(String name) {
        return city.around()
                .unitsNamed(name)
                .filter(each -> each.name().equals(name))
                .map(Surroundings.UnitAt::id)
                .findFirst();
    }

    private static List<String> words(@Nullable String cell) {
        if (cell == null) return List.of();
        return Stream.of(cell.split("[\\s、，,；;/]+"))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        return PartialDate.read(text).orElse(null);
    }
}
