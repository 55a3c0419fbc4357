package huoshui.assessment.web;

import huoshui.assessment.Instrument;
import huoshui.assessment.Instrument.About;
import huoshui.assessment.Instrument.Dimension;
import huoshui.assessment.Instrument.Voice;
import huoshui.assessment.Item;
import huoshui.assessment.RoundOccasion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An instrument as pages show it. 测评表的呈现 */
record Form(
        String code,
        String title,
        String status,
        String note,
        String source,
        List<About> about,
        List<RoundOccasion> occasions,
        List<Dimension> dimensions,
        List<Voice> voices,
        int fewest,
        int instanceLeast,
        List<Question> items) {

    /** 题型 */
    enum Kind {
        RATING,
        CHOICE,
        NOMINATION,
        NARRATIVE,
        CHECKLIST,
        KEYED
    }

    /**
     * One question.
     *
     * @param options to choose from; with {@code adverse} an instance is asked
     * @param most how many may be chosen, nominated or written
     */
    record Question(
            String code,
            Kind kind,
            @Nullable String dimension,
            String text,
            String status,
            String source,
            boolean required,
            List<Option> options,
            int least,
            int most) {}

    record Option(String word, boolean adverse) {}

    static Form of(Instrument is) {
        return new Form(
                is.code(),
                is.title(),
                is.status().code(),
                is.status().note(),
                is.source(),
                is.about().stream().sorted().toList(),
                is.occasions().stream().sorted().toList(),
                is.dimensions(),
                is.voices(),
                is.fewest(),
                is.validity().instanceLeast(),
                is.items().stream().map(Form::question).toList());
    }

    private static Question question(Item item) {
        return switch (item) {
            case Item.Rating rating ->
                question(
                        item,
                        Kind.RATING,
                        rating.scale().stream()
                                .map(each -> new Option(each.word(), each.adverse()))
                                .toList(),
                        1,
                        1);
            case Item.Choice choice ->
                question(item, Kind.CHOICE, plain(choice.options()), choice.least(), choice.most());
            case Item.Nomination nomination -> question(item, Kind.NOMINATION, List.of(), 0, nomination.most());
            case Item.Narrative narrative -> question(item, Kind.NARRATIVE, List.of(), 0, narrative.longest());
            case Item.Checklist list ->
                question(
                        item,
                        Kind.CHECKLIST,
                        list.points().stream()
                                .map(each -> new Option(each.text(), each.adverse()))
                                .toList(),
                        0,
                        list.points().size());
            case Item.Keyed keyed ->
                question(
                        item,
                        Kind.KEYED,
                        plain(keyed.options()),
                        1,
                        keyed.options().size());
        };
    }

    private static List<Option> plain(List<String> options) {
        return options.stream().map(each -> new Option(each, false)).toList();
    }

    private static Question question(Item item, Kind kind, List<Option> options, int least, int most) {
        var stem = item.stem();
        return new Question(
                stem.code(),
                kind,
                stem.dimension(),
                stem.text(),
                stem.status().code(),
                stem.source(),
                stem.required(),
                options,
                least,
                most);
    }
}
