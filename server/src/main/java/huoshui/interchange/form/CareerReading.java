package huoshui.interchange.form;

import huoshui.kernel.PartialDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a resume says, taken apart: stretches of time with units and posts, each with the line it stands in, and the lines
 * nobody could read. 简历识读
 *
 * <p>Nothing is added: a unit carried on from the post before is left empty, a level stands only where the words state
 * it.
 */
public record CareerReading(Resume resume, List<Stretch> stretches) {

    /** What somebody did meanwhile. 经历类别 */
    public enum Sort {
        WORK("任职"),
        STUDY("学习"),
        ARMY("服役"),
        SECONDMENT("挂职借调"),
        WAITING("待分配"),
        LEAVE("病休离岗"),
        RETIRED("退休"),
        OTHER("其他"),
        NOTE("附注");

        private final String word;

        Sort(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * One stretch of time. 经历
     *
     * @param to null while it lasts or where no end is given
     * @param line the first line it stands in, from 1
     * @param meanwhile 其间, within the stretch before
     */
    public record Stretch(
            @Nullable PartialDate from,
            @Nullable PartialDate to,
            int line,
            Sort sort,
            boolean meanwhile,
            String text,
            List<Position> positions) {

        public Stretch {
            positions = List.copyOf(positions);
        }
    }

    /**
     * A unit and the post in it, as printed. 单位及职务
     *
     * @param unit null where the words name none: carried on from the post before
     * @param post null where none is printed
     * @param level where the words themselves state it, 正科级
     */
    public record Position(
            @Nullable String unit,
            @Nullable String post,
            @Nullable String level,
            List<String> notes) {

        public Position {
            notes = List.copyOf(notes);
        }
    }

    public CareerReading {
        stretches = List.copyOf(stretches);
    }

    public static CareerReading of(Resume resume) {
        var stretches = new ArrayList<Stretch>();
        for (var entry : resume.entries()) {
            switch (entry) {
                case Resume.Segment each -> {
                    stretches.add(PostReader.stretch(each.from(), each.to(), each.line(), false, each.text()));
                    within(each.meanwhile(), stretches);
                    stretches.addAll(PostReader.undated(each.text(), each.line()));
                }
                case Resume.Aside each -> {
                    within(each.meanwhile(), stretches);
                    if (each.meanwhile().isEmpty()) stretches.addAll(PostReader.undated(each.text(), each.line()));
                }
                case Resume.Closing _, Resume.Caption _, Resume.Unread _ -> {}
            }
        }
        return new CareerReading(resume, stretches);
    }

    /** Units and posts in words of no period, as 现任职务 has them. */
    public static List<Position> positions(String text) {
        return new StretchWords(text).positions();
    }

    private static void within(List<Resume.Meanwhile> meanwhile, List<Stretch> stretches) {
        for (var each : meanwhile)
            stretches.add(PostReader.stretch(each.from(), each.to(), each.line(), true, each.text()));
    }

    public List<Resume.Unread> unread() {
        return resume.entries().stream()
                .filter(Resume.Unread.class::isInstance)
                .map(Resume.Unread.class::cast)
                .toList();
    }
}
