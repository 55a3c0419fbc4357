package huoshui.assessment;

import huoshui.kernel.Chapter;
import huoshui.rule.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The questions asked, of whom they may be asked, and how answers are totalled: one edition of it, never changed. 测评表
 *
 * @param about what it asks about
 * @param fewest below this many voices nothing is totalled by itself
 */
public record Instrument(
        String code,
        String title,
        Status status,
        String source,
        Chapter chapter,
        Set<About> about,
        Set<RoundOccasion> occasions,
        List<Dimension> dimensions,
        List<Voice> voices,
        int fewest,
        Validity validity,
        List<Item> items) {

    public Instrument {
        about = Set.copyOf(about);
        occasions = Set.copyOf(occasions);
        dimensions = List.copyOf(dimensions);
        voices = List.copyOf(voices);
        items = List.copyOf(items);
    }

    /** 测评对象种类 */
    public enum About {
        PERSON("干部"),
        TEAM("班子");

        private final String word;

        About(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Whether more of it is better or worse. 正向、反向 */
    public enum Sign {
        POSITIVE("正向"),
        NEGATIVE("反向");

        private final String word;

        Sign(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What several items ask about together. 维度 */
    public record Dimension(String code, String name, Sign sign) {}

    /**
     * From where people look at whoever is asked about. 测评主体
     *
     * @param weight of a hundred
     * @param into the group that takes in this one's voices while they are too few; its own code for none
     */
    public record Voice(String code, String name, int weight, String into) {}

    /**
     * What makes a sheet count. 有效规则
     *
     * @param unknownMost in percent: a sheet with more grades than this that say nothing is void
     * @param validLeast in percent of those invited: with fewer valid sheets the result carries a note
     * @param instanceLeast characters an instance has at least
     */
    public record Validity(int unknownMost, int validLeast, int instanceLeast) {}

    Optional<Item> item(String code) {
        return items.stream().filter(each -> each.stem().code().equals(code)).findFirst();
    }

    Optional<Voice> voice(String code) {
        return voices.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    public List<Item> itemsOf(Dimension dimension) {
        return items.stream()
                .filter(each -> dimension.code().equals(each.stem().dimension()))
                .toList();
    }
}
