package huoshui.rule;

import huoshui.dossier.city.City;
import huoshui.dossier.city.Line;
import huoshui.dossier.city.Surroundings;
import huoshui.dossier.fact.FactBody;
import huoshui.dossier.fact.FactKinds;
import huoshui.dossier.fact.PersonalFact.Identity;
import huoshui.kernel.AsOf;
import huoshui.kernel.PartialDate;
import huoshui.kernel.Span;
import huoshui.kernel.Subject;
import huoshui.rule.Sheet.Part;
import huoshui.rule.Sheet.Wrong;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Cases beside a clause: made into a small city and asked. 用例的构造与运行 */
final class Examples {

    private static final UUID SOMEBODY = new UUID(0, 1);
    private static final JsonMapper JSON = JsonMapper.shared();

    private Examples() {}

    /** Every case that contradicts its clause. */
    static List<Wrong> contradictions(Provision provision, Book book, String file) {
        var all = new ArrayList<Wrong>();
        for (var each : provision.cases()) {
            var answer = run(provision, each, book);
            var got = answer.map(Answer::verdict).orElse(null);
            if (got != each.expect())
                all.add(new Wrong(
                        file,
                        each.line(),
                        "%s 的用例与条款不符：应为 %s，得 %s%s"
                                .formatted(provision.code(), word(each.expect()), word(got), told(answer))));
        }
        return all;
    }

    private static String told(Optional<Answer> answer) {
        return answer.map(each -> {
                    var missing = String.join("；", each.missing());
                    var words = each.words();
                    return "（" + words + (missing.isEmpty() ? "" : "；缺：" + missing) + "）";
                })
                .orElse("");
    }

    private static String word(@Nullable Object verdict) {
        return verdict == null ? "SILENT" : verdict.toString();
    }

    /** What the clause says of the case; empty where it says nothing. */
    static Optional<Answer> run(Provision provision, Example example, Book book) {
        return provision.ask(question(provision, example, book));
    }

    private static Question question(Provision provision, Example example, Book book) {
        var at = new AsOf(example.on(), 1);
        var occasion = example.occasion() == null
                ? provision.scope().occasions().iterator().next()
                : example.occasion();
        var lines = new ArrayList<Line>();
        lines.add(line("identity", new Identity("某", null, null, null, null, null, null), Span.since(example.on())));
        var dossier = example.dossier();
        if (dossier != null) {
            if (dossier.stream().anyMatch(each -> each.kind().equals("identity"))) lines.clear();
            lines.addAll(dossier);
        }
        var city = City.of(at, lines, Surroundings.NONE);
        if (provision.scope().subject() == Speaks.ROUND)
            return Question.round(occasion, example.target(), city, null, book, example.given(), example.concluded());
        return Question.of(
                subject(provision.scope().subject()),
                occasion,
                example.target(),
                city,
                null,
                book,
                example.given(),
                example.concluded(),
                dossier != null);
    }

    private static Subject subject(Speaks speaks) {
        return switch (speaks) {
            case TEAM -> new Subject.Team(SOMEBODY);
            case UNIT -> new Subject.Unit(SOMEBODY);
            case POST -> new Subject.Post(SOMEBODY);
            default -> new Subject.Person(SOMEBODY);
        };
    }

    /** Facts as a case writes them. */
    static List<Line> lines(Part dossier, LocalDate on) {
        var all = new ArrayList<Line>();
        if (!dossier.isList()) throw dossier.wrong("dossier 应是一列事实；没有事实写 []");
        for (var each : dossier.list()) all.add(line(each, on, all.size()));
        return all;
    }

    private static Line line(Part part, LocalDate on, int number) {
        var map = part.map();
        var named = Sheet.need(part, map, "kind");
        var kind = FactKinds.ALL.find(named.text()).orElseThrow(() -> named.wrong("没有事实种类“%s”", named.text()));
        var fields = new LinkedHashMap<String, Object>();
        for (var component : kind.type().getRecordComponents()) {
            var written = map.get(dashed(component.getName()));
            if (written != null) fields.put(component.getName(), value(written, component));
            else if (component.getType() == String.class && !optional(component)) fields.put(component.getName(), "");
        }
        for (var key : map.keySet())
            if (!key.equals("kind") && !key.equals("from") && !key.equals("to") && !fields.containsKey(camel(key)))
                throw part.wrong("%s 没有“%s”这一项", named.text(), key);
        FactBody body;
        try {
            body = FactKinds.ALL.read(named.text(), JSON.writeValueAsString(fields));
        } catch (JacksonException unreadable) {
            throw part.wrong("事实写得不完整或写法不对：%s", part.told());
        }
        return new Line(
                new UUID(1, number), SOMEBODY, named.text(), body, span(part, map, on, body), 1, Long.MAX_VALUE);
    }

    private static Object value(Part written, RecordComponent component) {
        var type = component.getType();
        if (type == Integer.class || type == int.class) {
            if (!written.text().matches("-?\\d{1,9}")) throw written.wrong("此处应是数字");
            return Integer.valueOf(written.text());
        }
        if (type == Boolean.class || type == boolean.class) return written.yes();
        return written.text();
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Span span(Part part, Map<String, Part> map, LocalDate on, FactBody body) {
        if (body instanceof huoshui.dossier.fact.AppraisalFact.AnnualGrade grade && map.get("from") == null)
            return Span.between(PartialDate.year(grade.year()), PartialDate.year(grade.year()));
        var from = map.get("from") == null ? PartialDate.day(on.minusYears(1)) : date(map.get("from"));
        var to = map.get("to") == null ? null : date(map.get("to"));
        if (to != null && to.compareTo(from) < 0) throw part.wrong("结束早于开始");
        return Span.between(from, to);
    }

    private static PartialDate date(Part part) {
        return PartialDate.read(part.text()).orElseThrow(() -> part.wrong("没有“%s”这个日期", part.text()));
    }

    private static Line line(String kind, FactBody body, Span span) {
        return new Line(new UUID(2, 0), SOMEBODY, kind, body, span, 1, Long.MAX_VALUE);
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    private static String camel(String name) {
        var all = new StringBuilder();
        boolean upper = false;
        for (char each : name.toCharArray()) {
            if (each == '-') upper = true;
            else {
                all.append(upper ? Character.toUpperCase(each) : each);
                upper = false;
            }
        }
        return all.toString();
    }
}
