package huoshui.rule;

import huoshui.dossier.city.Line;
import huoshui.dossier.fact.AppraisalFact.Sanction;
import huoshui.dossier.fact.SupervisionFact.OrganizationalMeasure;
import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case in words that a jurist reads, not as it stands in the file. 用例的文字 */
final class ExampleWords {

    private ExampleWords() {}

    static String of(Example is, Book book) {
        var all = new ArrayList<String>();
        if (!is.on().equals(ProvisionReader.USUAL)) all.add("于 " + is.on());
        var target = is.target();
        if (target instanceof Target.Rank(var rank)) all.add("拟晋升" + rank.title());
        if (target instanceof Target.Level(var level)) all.add("拟任" + level.title());
        is.given().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> all.add(given(each.getKey(), each.getValue())));
        is.concluded().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        all.add(book.conclusion(each.getKey()).orElseThrow().title() + "：" + each.getValue()));
        var dossier = is.dossier();
        if (dossier != null)
            all.add(
                    dossier.isEmpty()
                            ? "档案有履历而没有这类记录"
                            : dossier.stream().map(ExampleWords::fact).collect(Collectors.joining("；")));
        return all.isEmpty() ? "档案无记录" : String.join("；", all);
    }

    private static String given(String name, Reading reading) {
        return Objects.requireNonNull(Measures.of(name.replaceFirst("\\[.*", "")))
                .said(Arguments.NONE, reading);
    }

    private static String fact(Line line) {
        var kind = FactFields.of(line.kind());
        var words = new ArrayList<String>();
        if (kind != null)
            for (var each : kind.fields().values()) {
                var value = each.read().apply(line.body());
                if (value != null && !(value instanceof Boolean))
                    words.add(value
                            + (each.scale() == null ? "" : " " + each.scale().word()));
            }
        var title = kind == null ? line.kind() : kind.title();
        var to = line.valid().to() == null ? "起" : "至 " + line.valid().to().minusDays(1);
        var days = line.kind().equals("annual-grade") ? "" : "，" + line.valid().from() + " " + to;
        return "%s（%s%s%s）".formatted(title, String.join("、", words), days, after(line));
    }

    private static String after(Line line) {
        return switch (line.body()) {
            case Sanction is -> told("，影响期至 ", is.influenceUntil()) + told("，解除或者撤销于 ", is.lifted());
            case OrganizationalMeasure is -> told("，影响期至 ", is.influenceUntil()) + told("，撤销于 ", is.rescinded());
            default -> "";
        };
    }

    private static String told(String words, @Nullable PartialDate day) {
        return day == null ? "" : words + day;
    }
}
