package huoshui.rule;

import huoshui.dossier.search.Verdict;
import huoshui.kernel.code.LeadershipLevel;
import huoshui.kernel.code.Rank;
import huoshui.rule.Sheet.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one clause with its cases. 条款认读 */
final class ProvisionReader {

    static final LocalDate USUAL = LocalDate.of(2026, 6, 30);
    private static final Set<String> KEYS = Set.of(
            "code",
            "title",
            "cite",
            "in-force",
            "status",
            "effect",
            "scope",
            "when",
            "unless",
            "opens",
            "message",
            "gate",
            "cases",
            "note");

    private final Map<String, Regulation> regulations;
    private final CriterionReader criteria;

    ProvisionReader(Map<String, Regulation> regulations, CriterionReader criteria) {
        this.regulations = regulations;
        this.criteria = criteria;
    }

    CriterionReader criteria() {
        return criteria;
    }

    Provision read(Part part) {
        var map = part.map(KEYS);
        var code = Sheet.need(part, map, "code").text();
        var force = Sheet.need(part, map, "in-force");
        var days = force.map(Set.of("from", "to"));
        var from = Sheet.need(force, days, "from").since();
        var to = days.get("to") == null ? null : days.get("to").day();
        if (to != null && to.isBefore(from)) throw force.wrong("失效日期 %s 早于施行日期 %s", to, from);
        var status = Sheet.need(part, map, "status");
        var effect = effect(Sheet.need(part, map, "effect"));
        var scope = scope(part, map.get("scope"));
        var opens = effect == Effect.OPENS ? opening(Sheet.need(part, map, "opens")) : null;
        if (effect != Effect.OPENS && map.containsKey("opens"))
            throw map.get("opens").wrong("只有 OPENS 的条款才写 opens");
        if (effect == Effect.OPENS && map.containsKey("when"))
            throw map.get("when").wrong("OPENS 的条款不写 when，由 opens 说明");
        var about = scope.subject();
        var when = opens != null ? null : criteria.read(Sheet.need(part, map, "when"), about);
        var unless = map.get("unless") == null ? null : criteria.read(map.get("unless"), about);
        var gate = map.get("gate");
        if (gate != null && !gate.text().equals("virtue")) throw gate.wrong("关口只有 virtue（德的关口）");
        var cases = new ArrayList<Example>();
        var list = Sheet.need(part, map, "cases");
        for (var each : list.list()) cases.add(example(each, scope, from, to));
        complete(list, cases);
        return new Provision(
                code,
                Sheet.need(part, map, "title").text(),
                cite(Sheet.need(part, map, "cite")),
                from,
                to,
                status(status),
                effect,
                scope,
                when,
                unless,
                opens,
                map.get("message") == null ? "" : map.get("message").text(),
                gate != null,
                cases,
                part.file() + ":" + part.line(),
                1);
    }

    private static void complete(Part list, List<Example> cases) {
        for (var verdict : Verdict.values())
            if (cases.stream().noneMatch(each -> each.expect() == verdict)) throw list.wrong("用例中缺少一个 %s 的", verdict);
    }

    private Citation cite(Part part) {
        var map = part.map(Set.of("regulation", "edition", "clause"));
        var regulation = Sheet.need(part, map, "regulation").text();
        if (map.get("edition") == null) throw part.wrong("引用没有写版次（edition）：各版条号不同");
        var edition = Sheet.need(part, map, "edition").text();
        if (!regulations.containsKey(regulation + edition))
            throw part.wrong("regulations.yaml 中没有《%s》%s 版", regulation, edition);
        return new Citation(regulation, edition, Sheet.need(part, map, "clause").text());
    }

    static Status status(Part part) {
        return Status.of(part.text()).orElseThrow(() -> part.wrong("没有可信度“%s”，可写：C、C~、M+、M、S、P", part.text()));
    }

    private static Effect effect(Part part) {
        try {
            return Effect.valueOf(part.text());
        } catch (IllegalArgumentException unknown) {
            throw part.wrong("没有效力“%s”，可写：%s", part.text(), List.of(Effect.values()));
        }
    }

    private Scope scope(Part provision, @Nullable Part part) {
        if (part == null) return new Scope(Speaks.PERSON, EnumSet.of(Occasion.STANDING), null, null);
        var map = part.map(Set.of("subject", "occasion", "target", "applies"));
        var subject = map.get("subject");
        var speaks = subject == null
                ? Speaks.PERSON
                : Speaks.of(subject.text())
                        .orElseThrow(() -> subject.wrong("没有对象“%s”，可写：person、team、unit、post、round", subject.text()));
        var occasions = EnumSet.noneOf(Occasion.class);
        if (map.get("occasion") == null) occasions.add(Occasion.STANDING);
        else
            for (var each : map.get("occasion").list())
                occasions.add(Occasion.of(each.text()).orElseThrow(() -> each.wrong("没有情形“%s”", each.text())));
        var aim = map.get("target");
        return new Scope(
                speaks,
                occasions,
                aim == null ? null : aim(aim),
                map.get("applies") == null ? null : criteria.read(map.get("applies"), speaks));
    }

    private static Scope.Aim aim(Part part) {
        var map = part.map(Set.of("level", "rank", "leading", "post"));
        var words = new ArrayList<String>();
        Long levels = null;
        Long ranks = null;
        if (map.get("level") != null) {
            var mask = MaskReader.read(map.get("level"), Lists.LEVELS);
            levels = mask.negated() ? Words.down(Lists.LEVELS.ordered() - 1) & ~mask.bits() : mask.bits();
            words.add("拟任层次" + mask.asks());
        }
        if (map.get("rank") != null) {
            var mask = MaskReader.read(map.get("rank"), Lists.RANKS);
            ranks = mask.negated() ? Words.down(Lists.RANKS.ordered() - 1) & ~mask.bits() : mask.bits();
            words.add("拟晋升职级" + mask.asks());
        }
        var leading = map.get("leading");
        if (leading != null) words.add(leading.yes() ? "拟任领导职务" : "拟任非领导职务");
        if (map.get("post") != null) words.add("拟任职位");
        if (words.isEmpty()) throw part.wrong("拟任要写 level、rank、leading 或 post");
        return new Scope.Aim(
                levels,
                ranks,
                leading == null ? null : leading.yes(),
                map.get("post") != null,
                String.join("，", words));
    }

    private Opening opening(Part part) {
        var map = part.map(Set.of("source", "lasts", "blocks", "family"));
        var source = Sheet.need(part, map, "source");
        var test = criteria.test(source, source.map(), Set.of());
        if (!Set.of("sanction", "org-measure").contains(test.kind().kind()))
            throw source.wrong("影响期只由 sanction 或 org-measure 产生");
        var blocks = EnumSet.noneOf(Blocked.class);
        for (var each : Sheet.need(part, map, "blocks").list())
            blocks.add(Blocked.of(each.text()).orElseThrow(() -> each.wrong("影响期不能禁“%s”", each.text())));
        var family = Sheet.need(part, map, "family");
        return new Opening(
                test,
                RangeReader.amount(Sheet.need(part, map, "lasts"), Scale.MONTHS),
                blocks,
                Family.of(family.text()).orElseThrow(() -> family.wrong("没有影响期来源“%s”", family.text())));
    }

    private Example example(Part part, Scope scope, LocalDate from, @Nullable LocalDate to) {
        var map = part.map(Set.of("facts", "concluded", "dossier", "target", "occasion", "on", "expect", "note"));
        var given = new LinkedHashMap<String, Reading>();
        if (map.get("facts") != null)
            map.get("facts").map().forEach((key, value) -> given.put(key, given(key, value, scope.subject())));
        var concluded = new HashMap<String, String>();
        if (map.get("concluded") != null)
            map.get("concluded").map().forEach((key, value) -> concluded.put(key, value.text()));
        var on = map.get("on") == null ? usual(from, to) : map.get("on").day();
        // Not held against the last day: a clause that is ended keeps the cases it had.
        if (on.isBefore(from)) throw part.wrong("用例的日期 %s 早于施行日期 %s", on, from);
        var occasion = map.get("occasion");
        var dossier = map.get("dossier");
        return new Example(
                part.told(),
                given,
                concluded,
                dossier == null ? null : Examples.lines(dossier, on),
                map.get("target") == null ? null : target(map.get("target")),
                occasion == null
                        ? null
                        : Occasion.of(occasion.text()).orElseThrow(() -> occasion.wrong("没有情形“%s”", occasion.text())),
                on,
                expect(Sheet.need(part, map, "expect")),
                part.line());
    }

    private static LocalDate usual(LocalDate from, @Nullable LocalDate to) {
        if (USUAL.isBefore(from)) return from;
        return to != null && USUAL.isAfter(to) ? to : USUAL;
    }

    private static @Nullable Verdict expect(Part part) {
        return switch (part.text()) {
            case "MET" -> Verdict.MET;
            case "NOT_MET" -> Verdict.NOT_MET;
            case "UNKNOWN" -> Verdict.UNKNOWN;
            case "SILENT" -> null;
            default -> throw part.wrong("expect 可写 MET、NOT_MET、UNKNOWN 或 SILENT");
        };
    }

    private static Target target(Part part) {
        var rank = Lists.RANKS.find(part.text());
        if (rank.isPresent()) return new Target.Rank(Rank.values()[rank.getAsInt()]);
        var level = Lists.LEVELS.find(part.text());
        if (level.isPresent()) return new Target.Level(LeadershipLevel.values()[level.getAsInt()]);
        throw part.wrong("“%s”既不是职级也不是职务层次", part.text());
    }

    private static Reading given(String key, Part value, Speaks about) {
        int bracket = key.indexOf('[');
        var measure = Measures.of(bracket < 0 ? key : key.substring(0, bracket));
        if (measure == null) throw value.wrong("没有量度“%s”", key);
        if (!measure.of().contains(about)) throw value.wrong("量度“%s”不能用于 %s", key, about.code());
        if (value.isText() && value.text().equals("unknown")) return Reading.unknown(measure.title() + "未记录");
        if (measure.number()) return number(value, java.util.Objects.requireNonNull(measure.scale()));
        if (measure.flag()) return Reading.flag(value.yes(), Evidence.NONE);
        if (value.isText() && value.text().equals("none")) return Reading.codes(0, Evidence.NONE);
        return Reading.codes(
                MaskReader.read(value, java.util.Objects.requireNonNull(measure.words()))
                        .bits(),
                Evidence.NONE);
    }

    private static Reading number(Part value, Scale scale) {
        if (!value.isList()) return Reading.number(RangeReader.amount(value, scale), Evidence.NONE);
        if (value.list().size() != 2) throw value.wrong("未定的数值写两端：[ 12 months, 18 months ]");
        return new Reading(
                true,
                RangeReader.amount(value.list().get(0), scale),
                RangeReader.amount(value.list().get(1), scale),
                0,
                Evidence.NONE,
                "尚未记全");
    }
}
