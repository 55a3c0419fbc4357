package huoshui.rule;

import huoshui.kernel.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed for one place of the book, and what became of it. Never changes. 版本
 *
 * @param digest SM3 of the text
 * @param file where it stands when the book is written out
 * @param proposedBy who wrote it, or took it in from a file; null while nobody has
 * @param decision null while it is a proposal
 */
public record Edition(
        UUID id,
        Place place,
        String text,
        String digest,
        String file,
        Source source,
        @Nullable UUID proposedBy,
        long proposedAct,
        String reason,
        @Nullable Decision decision) {

    /**
     * A place of the book: one text stands in it at a time. 位置
     *
     * @param from first day, of a clause
     */
    public record Place(
            EditionKind kind, String code, @Nullable LocalDate from) {

        /** As findings name it. */
        public String words() {
            return from == null ? code : code + "@" + from;
        }
    }

    /** Where a text came from. 来源 */
    public enum Source {
        SHIPPED("随程序"),
        CITY("本市文件"),
        PAGE("页面草拟");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What becomes of a proposal. 处理结果 */
    public enum Fate {
        PUBLISHED("公布"),
        REFUSED("不予公布"),
        WITHDRAWN("撤回");

        private final String word;

        Fate(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Who decided what, and why. 决定
     *
     * @param version of its place, counted from 1; null where it was not published
     * @param by null where the program published what it was shipped with
     * @param seen the difference the decider had looked at
     */
    public record Decision(
            Fate fate, @Nullable Integer version, @Nullable UUID by, long act, String reason, String seen) {}

    public boolean open() {
        return decision == null;
    }

    /** How the text calls itself; empty where it has no title. */
    public String title() {
        return PracticeFile.title(text);
    }

    Item item() {
        return new Item(place, text, file);
    }

    /** A text in its place. 条目 */
    record Item(Place place, String text, String file) {

        String digest() {
            return Edition.digest(text);
        }
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(Sm3.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
